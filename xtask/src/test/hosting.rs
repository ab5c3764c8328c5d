//! The examples in `hosting/` with the servers they are for.

use std::{
    fs,
    net::TcpStream,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use super::{count::Count, playwright};
use crate::{
    dist::{self, ServerHeaders},
    process::{Program, Running},
    serve,
    setup::Setup,
};

/// The page is served from the root and from here.
const SUB_PATH: &str = "a/b/c";
/// The path in the lines for a path below.
const BELOW: &str = "groundwork";
/// How long a server may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);

/// Serves the page in `dist/` with the real servers, and visits it there.
pub(super) fn run(setup: &Setup) -> Result<Count> {
    let servers = setup.web_servers()?;
    let work = setup.project().target().join("hosting");
    let _ = fs::remove_dir_all(&work);
    let site = work.join("site");
    lay_out(&setup.project().dist(), &site)?;
    let headers = dist::write_server_headers(&setup.project().dist(), &work)?;
    let examples = Examples::read(&setup.project().root().join("hosting"))?;

    let nginx = Ports { root: serve::free_port(4200)?, below: serve::free_port(4260)? };
    let types = fs::read_to_string(&servers.nginx_types).context("nginx has no list of types")?;
    write(&work.join("mime.types"), &types)?;
    write(&work.join("site.conf"), &nginx_config(&examples, &site, &headers, nginx)?)?;
    write(&work.join("nginx.conf"), &nginx_frame(&work))?;
    // Stopped when this function is left, however it is left.
    let _nginx = Program::new(&servers.nginx)
        .args(["-e", "stderr", "-p"])
        .arg(&work)
        .arg("-c")
        .arg(work.join("nginx.conf"))
        .start()?
        .listening("nginx", nginx)?;

    let caddy = Ports { root: serve::free_port(4230)?, below: serve::free_port(4290)? };
    write(&work.join("site.caddy"), &caddy_config(&examples, &site, &headers, caddy)?)?;
    write(&work.join("Caddyfile"), CADDY_FRAME)?;
    let _caddy = Program::new(&servers.caddy)
        .within(&work)
        .args(["run", "--adapter", "caddyfile", "--config", "Caddyfile"])
        // What it keeps for itself stays here.
        .env("HOME", &work)
        .env("XDG_CONFIG_HOME", work.join("config"))
        .env("XDG_DATA_HOME", work.join("data"))
        .start()?
        .listening("Caddy", caddy)?;

    let at_root = |ports: Ports| format!("http://127.0.0.1:{}/", ports.root);
    let below = |ports: Ports| format!("http://127.0.0.1:{}/{BELOW}/", ports.below);
    playwright::run(
        setup,
        "tests/e2e/hosting.config.ts",
        &[
            ("GROUNDWORK_NGINX", at_root(nginx).as_str()),
            ("GROUNDWORK_NGINX_BELOW", &below(nginx)),
            ("GROUNDWORK_CADDY", &at_root(caddy)),
            ("GROUNDWORK_CADDY_BELOW", &below(caddy)),
            ("GROUNDWORK_SUB_PATH", &format!("{SUB_PATH}/")),
        ],
    )
}

/// What `hosting/` tells people to copy.
#[derive(Debug)]
struct Examples {
    nginx: String,
    nginx_below: String,
    caddy: String,
    caddy_below: String,
}

impl Examples {
    fn read(folder: &Path) -> Result<Self> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
        };
        let text = read("README.md")?;
        Ok(Self {
            nginx: read("nginx.conf")?,
            nginx_below: lines_in(&text, "nginx")?.to_owned(),
            caddy: read("Caddyfile")?,
            caddy_below: lines_in(&text, "Caddy")?.to_owned(),
        })
    }
}

/// The one block of code in the section of `text` with this heading.
fn lines_in<'a>(text: &'a str, heading: &str) -> Result<&'a str> {
    let (_, section) = text
        .split_once(&format!("\n## {heading}\n"))
        .with_context(|| format!("the text has no section {heading}"))?;
    let section = section.split("\n## ").next().unwrap_or(section);
    let parts: Vec<_> = section.split("\n```").collect();
    let [_, block, _] = parts[..] else {
        bail!("the section {heading} has not one block of code");
    };
    // What comes first is the language.
    Ok(block.split_once('\n').map_or("", |(_, lines)| lines))
}

/// Where one server listens.
#[derive(Clone, Copy, Debug)]
struct Ports {
    /// With the page at the root.
    root: u16,
    /// With the page below a path, beside other pages.
    below: u16,
}

/// Puts the page at the root of `site` and under the sub-path.
fn lay_out(dist: &Path, site: &Path) -> Result<()> {
    for folder in [site.to_owned(), site.join(SUB_PATH)] {
        copy(dist, &folder).with_context(|| format!("{} cannot be copied", dist.display()))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn nginx_config(
    examples: &Examples,
    site: &Path,
    headers: &ServerHeaders,
    ports: Ports,
) -> Result<String> {
    let at_root = replaced(
        &examples.nginx,
        &[
            ("listen 80;", format!("listen 127.0.0.1:{};", ports.root)),
            ("root /srv/groundwork;", format!("root {};", quoted(site))),
            ("/etc/nginx/groundwork-headers.conf", quoted(&headers.nginx)),
        ],
    )?;
    let below = replaced(
        &examples.nginx_below,
        &[
            ("alias /srv/groundwork/;", format!("alias {};", quoted(&site.join("")))),
            ("/etc/nginx/groundwork-headers.conf", quoted(&headers.nginx)),
        ],
    )?;
    // As of a host that keeps the scripts of its other pages for an hour.
    Ok(format!(
        "{at_root}server {{\nlisten 127.0.0.1:{};\nroot other;\n\
         location ~ \\.(css|js|wasm)$ {{ expires 1h; }}\n{below}\n}}\n",
        ports.below
    ))
}

fn caddy_config(
    examples: &Examples,
    site: &Path,
    headers: &ServerHeaders,
    ports: Ports,
) -> Result<String> {
    let changes = [
        ("root * /srv/groundwork", format!("root * {}", quoted(site))),
        ("/etc/caddy/groundwork-headers.conf", quoted(&headers.caddy)),
    ];
    let at_root = replaced(&examples.caddy, &changes)?;
    let at_root = replaced(&at_root, &[("\n:80 {", format!("\n:{} {{", ports.root))])?;
    let below = replaced(&examples.caddy_below, &changes)?;
    Ok(format!("{at_root}\n:{} {{\nroot * other\nfile_server\n{below}\n}}\n", ports.below))
}

/// `example` with nothing changed but these.
fn replaced(example: &str, changes: &[(&str, String)]) -> Result<String> {
    let mut text = example.to_owned();
    for (from, to) in changes {
        if text.matches(from).count() != 1 {
            bail!("the example does not say `{}` once", from.trim());
        }
        text = text.replace(from, to);
    }
    Ok(text)
}

fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.display())
}

/// What a distribution has around a site: here without a background, and in a folder of its own.
fn nginx_frame(work: &Path) -> String {
    let kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let folders: String = kept
        .iter()
        .map(|name| ["    ", name, "_temp_path ", &quoted(&work.join(name)), ";\n"].concat())
        .collect();
    format!(
        "daemon off;\nmaster_process off;\npid {};\nevents {{ }}\nhttp {{\n    \
         include mime.types;\n    default_type application/octet-stream;\n    access_log off;\n\
         {folders}    include site.conf;\n}}\n",
        quoted(&work.join("nginx.pid"))
    )
}

/// On this machine only, and without the port by which Caddy takes orders.
const CADDY_FRAME: &str = "{\n\tadmin off\n\tdefault_bind 127.0.0.1\n}\nimport site.caddy\n";

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}

impl Running {
    /// Waits until it listens on both ports.
    fn listening(mut self, name: &str, ports: Ports) -> Result<Self> {
        let start = Instant::now();
        loop {
            if let Some(status) = self.end()? {
                bail!("{name} ended at once ({status})");
            }
            let listens = |port| TcpStream::connect(("127.0.0.1", port)).is_ok();
            if listens(ports.root) && listens(ports.below) {
                return Ok(self);
            }
            if PATIENCE < start.elapsed() {
                bail!("{name} did not listen after {} seconds", PATIENCE.as_secs());
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers() -> ServerHeaders {
        ServerHeaders { nginx: "/h/nginx".into(), caddy: "/h/caddy".into() }
    }

    #[test]
    fn examples_are_tried_with_other_ports_and_folders_and_otherwise_as_they_are() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../hosting");
        let examples = Examples::read(&folder).unwrap();
        let (site, ports) = (Path::new("/site"), Ports { root: 4200, below: 4260 });
        let config = nginx_config(&examples, site, &headers(), ports).unwrap();
        for line in ["root \"/site\";", "alias \"/site/\";", "location = /groundwork {"] {
            assert!(config.contains(line), "{line} in {config}");
        }
        let config = caddy_config(&examples, site, &headers(), ports).unwrap();
        assert_eq!(config.matches("root * \"/site\"\n").count(), 2, "{config}");
        assert!(config.contains("redir /groundwork "), "{config}");
        for lines in [&examples.nginx_below, &examples.caddy_below] {
            assert_eq!(lines.matches('{').count(), lines.matches('}').count(), "{lines}");
        }
    }

    #[test]
    fn lines_are_those_of_the_one_block_in_a_section() {
        let text = "\n## A\n```\na\n```\n## B\nText\n```sh\nb {\n}\n```\n## C\nText\n";
        assert_eq!(lines_in(text, "B").unwrap(), "b {\n}");
        assert!(lines_in(text, "C").is_err());
        assert!(lines_in(text, "D").is_err());
        assert!(lines_in("\n## A\n\n```\na\n```\n\n```\nb\n```\n", "A").is_err());
    }

    #[test]
    fn an_example_that_says_something_else_is_refused() {
        assert!(replaced("listen 81;", &[("listen 80;", String::new())]).is_err());
    }
}
