//! The calculator in two halves: the first paint waits for the first only.
//!
//! The scripts that split it and that record what the first half needs are in `xtask/halves`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::{
    files::{Files, kind},
    size::FirstLoad,
};
use crate::{hash, process::say, setup::Setup};

/// The whole calculator as Trunk leaves it, then the first half.
const FIRST: &str = "groundwork_bg.wasm";
const SECOND: &str = "groundwork_second.wasm";
/// What starts the first half.
const SCRIPT: &str = "groundwork.js";
/// Added to the script: fetches the second half and joins it.
const JOIN: &str = include_str!("../../halves/join.js");
/// Where the script gives the calculator what it imports.
const IMPORTS: &str = "\"./groundwork_bg.js\": import0,";
/// Where the script has the first half and has not started it yet.
const ARRIVED: &str =
    "const { instance, module } = await __wbg_load(await module_or_path, imports);";
/// There the second half may join.
const BEFORE_START: &str = "await joinBeforeStart(instance.exports);";
/// The import of the first half that asks for the second.
const ASKED: &str = "\"second-half\": { join: joinNow },";
/// The calculator as it was linked, in the folder of builds.
const LINKED: &str = "wasm32-unknown-unknown/release/groundwork.wasm";
/// Functions of the first half, one name a line.
const LIST: &str = "xtask/halves/first-half.txt";

/// Splits the calculator of a page that is not sealed yet.
pub(super) fn split(setup: &Setup, files: &mut Files) -> Result<()> {
    let linked = setup.project().target().join(LINKED);
    let whole = whole(setup.project().target());
    let script = whole.with_file_name("script.js");
    let first = whole.with_file_name("first.wasm");
    let second = whole.with_file_name("second.wasm");
    if let Some(folder) = whole.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    for (path, name) in [(&whole, FIRST), (&script, SCRIPT)] {
        let bytes = files.0.get(name).with_context(|| format!("there is no {name}"))?;
        fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    setup
        .node_alone()?
        .args(["xtask/halves/split.mjs".as_ref(), whole.as_path(), linked.as_path(), LIST.as_ref()])
        .args([&script, &first, &second])
        .run()
        .context("the calculator was not split")?;
    let read = |path: &PathBuf| {
        fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let second = read(&second)?;
    let script = fs::read_to_string(&script)
        .with_context(|| format!("{} cannot be read", script.display()))?;
    let script = with_join(&script, &second)?;
    files.0.insert(FIRST.to_owned(), read(&first)?);
    files.0.insert(SECOND.to_owned(), second);
    files.0.insert(SCRIPT.to_owned(), script.into_bytes());
    Ok(())
}

/// Records anew what the first half needs, from a page that was just built.
pub(crate) fn record(setup: &Setup) -> Result<()> {
    let whole = whole(&setup.build_folder()?);
    setup
        .node()?
        .args(["xtask/halves/record.mjs".as_ref(), whole.as_path(), LIST.as_ref()])
        .run()
        .context("what the first half needs was not recorded")?;
    say("The next `cargo xtask dist` splits by this list.");
    Ok(())
}

/// What is wrong with how the halves of a sealed page stand to each other, one line each.
pub(super) fn problems(files: &Files) -> Result<Vec<String>> {
    let load = FirstLoad::of(files)?;
    let first = load.paths().filter(|path| kind(path) == "wasm").count();
    let second: Vec<_> = load.later().collect();
    let [second] = &second[..] else {
        return Ok(vec![format!("{} halves wait for the first paint, not one", second.len())]);
    };
    let mut problems = Vec::new();
    if first != 1 {
        problems.push(format!("{first} halves are in the first load, not one"));
    }
    let integrity = files.0.get(*second).map(|bytes| hash::integrity(bytes)).unwrap_or_default();
    let is_known = load.paths().filter(|path| kind(path) == "js").any(|path| {
        files.text(path).is_ok_and(|script| script.contains(second) && script.contains(&integrity))
    });
    if !is_known {
        problems.push(format!("no script of the first load names {second} with its integrity"));
    }
    Ok(problems)
}

/// Where the unsplit calculator is kept, with the names of its functions.
fn whole(target: &Path) -> PathBuf {
    target.join("halves").join("whole.wasm")
}

/// The script with what joins the second half, made of `second`, to the first.
fn with_join(script: &str, second: &[u8]) -> Result<String> {
    let mut script = script.to_owned();
    for (place, added) in [(IMPORTS, ASKED), (ARRIVED, BEFORE_START)] {
        if script.matches(place).count() != 1 {
            bail!("{SCRIPT} does not say `{place}` once; wasm-bindgen may write it otherwise now");
        }
        script = script.replace(place, &format!("{place} {added}"));
    }
    // Comments are for readers of this checkout.
    for line in JOIN.lines().filter(|line| !line.trim_start().starts_with("//")) {
        script.push_str(line);
        script.push('\n');
    }
    Ok(script.replace("\"INTEGRITY\"", &format!("\"{}\"", hash::integrity(second))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_can_ask_for_the_second_half_and_knows_its_bytes() {
        let script = format!("const imports = {{ {IMPORTS} }};\n{ARRIVED}\n");
        let joined = with_join(&script, b"\0asm").unwrap();
        assert!(joined.contains(ASKED) && joined.contains(BEFORE_START), "{joined}");
        assert!(joined.contains(&hash::integrity(b"\0asm")), "{joined}");
        assert!(joined.contains(SECOND), "{joined}");
        assert!(!joined.contains("\"INTEGRITY\""), "{joined}");
    }

    #[test]
    fn a_script_of_another_form_is_refused() {
        for script in ["const imports = {};", IMPORTS, ARRIVED] {
            assert!(with_join(script, b"").is_err(), "{script}");
        }
        assert!(with_join(&format!("{IMPORTS}{IMPORTS}{ARRIVED}"), b"").is_err());
    }
}
