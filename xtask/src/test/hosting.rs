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
    let example = |name: &str| {
        let path = setup.project().root().join("hosting").join(name);
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
    };

    let nginx_port = serve::free_port(4200)?;
    let config = nginx_config(&example("nginx.conf")?, &site, &headers, nginx_port)?;
    let types = fs::read_to_string(&servers.nginx_types).context("nginx has no list of types")?;
    write(&work.join("mime.types"), &types)?;
    write(&work.join("site.conf"), &config)?;
    write(&work.join("nginx.conf"), &nginx_frame(&work))?;
    // Stopped when this function is left, however it is left.
    let _nginx = Program::new(&servers.nginx)
        .args(["-e", "stderr", "-p"])
        .arg(&work)
        .arg("-c")
        .arg(work.join("nginx.conf"))
        .start()?
        .listening("nginx", nginx_port)?;

    let caddy_port = serve::free_port(4230)?;
    let config = caddy_config(&example("Caddyfile")?, &site, &headers, caddy_port)?;
    write(&work.join("site.caddy"), &config)?;
    write(&work.join("Caddyfile"), CADDY_FRAME)?;
    let _caddy = Program::new(&servers.caddy)
        .within(&work)
        .args(["run", "--adapter", "caddyfile", "--config", "Caddyfile"])
        // What it keeps for itself stays here.
        .env("HOME", &work)
        .env("XDG_CONFIG_HOME", work.join("config"))
        .env("XDG_DATA_HOME", work.join("data"))
        .start()?
        .listening("Caddy", caddy_port)?;

    let address = |port: u16| format!("http://127.0.0.1:{port}/");
    playwright::run(
        setup,
        "tests/e2e/hosting.config.ts",
        &[
            ("GROUNDWORK_NGINX", address(nginx_port).as_str()),
            ("GROUNDWORK_CADDY", address(caddy_port).as_str()),
            ("GROUNDWORK_SUB_PATH", &format!("{SUB_PATH}/")),
        ],
    )
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

fn nginx_config(example: &str, site: &Path, headers: &ServerHeaders, port: u16) -> Result<String> {
    replaced(
        example,
        &[
            ("listen 80;", format!("listen 127.0.0.1:{port};")),
            ("/srv/groundwork", quoted(site)),
            ("/etc/nginx/groundwork-headers.conf", quoted(&headers.nginx)),
        ],
    )
}

fn caddy_config(example: &str, site: &Path, headers: &ServerHeaders, port: u16) -> Result<String> {
    replaced(
        example,
        &[
            ("\n:80 {", format!("\n:{port} {{")),
            ("/srv/groundwork", quoted(site)),
            ("/etc/caddy/groundwork-headers.conf", quoted(&headers.caddy)),
        ],
    )
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
    /// Waits until it listens on `port`.
    fn listening(mut self, name: &str, port: u16) -> Result<Self> {
        let start = Instant::now();
        loop {
            if let Some(status) = self.end()? {
                bail!("{name} ended at once ({status})");
            }
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
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
    fn examples_are_tried_with_another_port_and_folder_and_otherwise_as_they_are() {
        let site = Path::new("/site");
        let example = include_str!("../../../hosting/nginx.conf");
        let config = nginx_config(example, site, &headers(), 4200).unwrap();
        assert_eq!(config.lines().count(), example.lines().count());
        assert!(config.contains("root \"/site\";"), "{config}");
        let example = include_str!("../../../hosting/Caddyfile");
        let config = caddy_config(example, site, &headers(), 4230).unwrap();
        assert_eq!(config.lines().count(), example.lines().count());
        assert!(config.contains("root * \"/site\""), "{config}");
    }

    #[test]
    fn an_example_that_says_something_else_is_refused() {
        assert!(replaced("listen 81;", &[("listen 80;", String::new())]).is_err());
    }
}
