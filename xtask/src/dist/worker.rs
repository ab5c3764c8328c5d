//! The worker that simulates cases; its code is in `crates/worker`.
//!
//! Browsers take no integrity for a worker. Its script is named by its content in the page, as all
//! files are, and checks the integrity of the WebAssembly it fetches.

use anyhow::{Context, Result, bail};

use super::{
    address::Address,
    files::{Files, PAGE, kind},
    html::Page,
};
use crate::hash;

/// The relation by which the page finds its worker.
const RELATION: &str = "worker";
const SCRIPT: &str = "worker.js";
const WASM: &str = "worker_bg.wasm";
/// Added to the script: starts it.
const START: &str = include_str!("../../worker/start.js");

/// Makes the script that Trunk leaves for the worker start by itself.
pub(super) fn prepare(files: &mut Files) -> Result<()> {
    let linked = files.0.get(WASM).with_context(|| format!("there is no {WASM}"))?;
    let wasm = without_links(linked).with_context(|| format!("{WASM} is no WebAssembly"))?;
    let mut script = files.text(SCRIPT)?.to_owned();
    if !script.contains("function __wbg_init(") {
        bail!("{SCRIPT} has no __wbg_init; wasm-bindgen may write it otherwise now");
    }
    // Comments are for readers of this checkout.
    for line in START.lines().filter(|line| !line.trim_start().starts_with("//")) {
        script.push_str(line);
        script.push('\n');
    }
    let script = script.replace("INTEGRITY", &hash::integrity(&wasm));
    files.0.insert(SCRIPT.to_owned(), script.into_bytes());
    files.0.insert(WASM.to_owned(), wasm);
    Ok(())
}

/// The module without what the linker leaves for `cargo xtask dist` to divide the calculator by, which
/// nobody needs in the worker; `None` where it is cut off.
fn without_links(module: &[u8]) -> Option<Vec<u8>> {
    const HEADER: usize = 8;
    const CUSTOM: u8 = 0;
    let mut kept = module.get(..HEADER)?.to_vec();
    let mut rest = module.get(HEADER..)?;
    while let Some((kind, sized)) = rest.split_first() {
        let (content, after) = counted(sized)?;
        let is_link = *kind == CUSTOM
            && counted(content)
                .is_some_and(|(name, _)| name == b"linking" || name.starts_with(b"reloc."));
        if !is_link {
            kept.extend_from_slice(&rest[..rest.len() - after.len()]);
        }
        rest = after;
    }
    Some(kept)
}

/// The bytes behind their number, which is written seven bits at a time, and what follows them; `None`
/// where they are cut off.
fn counted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut size = 0;
    for (place, byte) in bytes.iter().take(5).enumerate() {
        size |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return bytes[place + 1..].split_at_checked(size);
        }
    }
    None
}

/// Whether a file is the worker's, by its name before or after sealing.
pub(super) fn is_of_worker(path: &str) -> bool {
    let is_named =
        |name: &str| path.strip_prefix(name).is_some_and(|rest| rest.starts_with(['-', '.']));
    is_named("worker") || is_named("worker_bg")
}

/// What is wrong with how page, script and WebAssembly of a sealed page stand to each other, one
/// line each.
pub(super) fn problems(files: &Files) -> Result<Vec<String>> {
    let page = Page::parse(files.text(PAGE)?)?;
    let links: Vec<_> = page.elements.iter().filter(|link| link.is_link(RELATION)).collect();
    let [link] = &links[..] else {
        return Ok(vec![format!("the page names {} workers, not one", links.len())]);
    };
    let Address::File(script) = Address::of(link.attribute("href").unwrap_or_default(), PAGE)
    else {
        return Ok(vec![format!("{} leads to no file of the page", link.to_html())]);
    };
    let text = files.text(&script)?;
    let of_worker = files.0.iter().filter(|(path, _)| is_of_worker(path) && kind(path) == "wasm");
    let unknown = of_worker.filter(|(path, bytes)| {
        !text.contains(path.as_str()) || !text.contains(&hash::integrity(bytes))
    });
    Ok(unknown
        .map(|(path, _)| format!("{script} does not name {path} with its integrity"))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::seal::seal;

    /// A module with an empty section, and one that the linker left.
    const MODULE: &str = "\0asm\x01\0\0\0\x01\0\0\x09\x07linking\x02";

    #[test]
    fn what_the_linker_left_is_taken_out_of_the_module_and_nothing_else() {
        assert_eq!(without_links(MODULE.as_bytes()).unwrap(), b"\0asm\x01\0\0\0\x01\0");
        assert_eq!(
            without_links(b"\0asm\x01\0\0\0\0\x05\x04name").unwrap(),
            b"\0asm\x01\0\0\0\0\x05\x04name"
        );
        assert_eq!(without_links(b"\0asm\x01\0\0\0\x01\x20\0"), None);
        assert_eq!(without_links(b"\0asm"), None);
    }

    fn built() -> Files {
        Files::from([
            (
                "index.html",
                "<!doctype html><html lang=\"en\"><head><title>Page</title>\
                 <link rel=\"worker\" href=\"./worker.js\">\
                 <script type=\"module\">0</script></head><body></body>",
            ),
            ("worker.js", "async function __wbg_init() { new URL('worker_bg.wasm'); }"),
            ("worker_bg.wasm", MODULE),
        ])
    }

    fn sealed(mut files: Files) -> Files {
        prepare(&mut files).unwrap();
        seal(files).unwrap()
    }

    #[test]
    fn a_prepared_worker_is_named_by_the_page_and_checks_what_it_fetches() {
        assert_eq!(problems(&sealed(built())).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_worker_whose_wasm_is_another_than_its_script_expects_is_noticed() {
        let mut files = sealed(built());
        let path = files.0.keys().find(|path| kind(path) == "wasm").unwrap().clone();
        files.0.insert(path, b"\0other".to_vec());
        assert_eq!(problems(&files).unwrap().len(), 1);
    }

    const PAGE_WITHOUT: &str = "<html lang=\"en\"><head><title>Page</title>\
        <script type=\"module\">0</script></head><body></body></html>";

    #[test]
    fn a_page_without_a_worker_is_noticed() {
        let mut files = built();
        files.0.insert(PAGE.to_owned(), PAGE_WITHOUT.into());
        assert_eq!(problems(&sealed(files)).unwrap().len(), 1);
    }

    #[test]
    fn a_script_that_is_written_otherwise_is_refused() {
        let mut files = built();
        files.0.insert(SCRIPT.to_owned(), b"export default 0;".to_vec());
        assert!(prepare(&mut files).is_err());
    }

    #[test]
    fn files_of_the_worker_are_told_by_their_names() {
        for path in ["worker.js", "worker-0123.js", "worker_bg.wasm", "worker_bg-0123.wasm"] {
            assert!(is_of_worker(path), "{path}");
        }
        for path in ["groundwork_bg.wasm", "workers.js", "worker", "index.html"] {
            assert!(!is_of_worker(path), "{path}");
        }
    }
}
