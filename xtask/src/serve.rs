//! `cargo xtask serve`: the page on this machine, rebuilt on every change.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, bail};

use crate::{dist, process::say, setup::Setup};

/// Where the page is served unless told otherwise.
const PORT: u16 = 8080;
/// How many ports are tried before giving up.
const TRIES: u16 = 20;

/// What was asked for on the command line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    port: u16,
    is_opened: bool,
    is_release: bool,
}

impl Options {
    /// Reads `--port N`, `--open` and `--release`.
    pub(crate) fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { port: PORT, is_opened: false, is_release: false };
        let mut rest = arguments.iter().map(String::as_str);
        while let Some(argument) = rest.next() {
            let port = match argument {
                "--open" => {
                    options.is_opened = true;
                    continue;
                }
                "--release" => {
                    options.is_release = true;
                    continue;
                }
                "--port" => rest.next().unwrap_or_default(),
                other => match other.strip_prefix("--port=") {
                    Some(port) => port,
                    None => bail!("`serve` knows --port N, --open and --release, not `{other}`"),
                },
            };
            options.port = port
                .parse()
                .with_context(|| format!("`{port}` is not a port; it is 1 to 65535"))?;
        }
        Ok(options)
    }
}

/// Serves until it is stopped.
pub(crate) fn run(setup: &Setup, options: &Options) -> Result<()> {
    let mut trunk = setup.trunk_program()?;
    let port = free_port(options.port)?;
    if port != options.port {
        say(format!("Port {} is taken; using {port} instead.", options.port));
    }
    let address = format!("http://127.0.0.1:{port}/");
    say("Building the page; the first time usually takes a minute or two, later a few seconds.");
    say(format!("It will be at {address} and is rebuilt on every change: reload to see it."));
    say("Stop with Ctrl-C.");
    // Not dist/, which may be on its way to a host.
    trunk = trunk
        .args(["serve", "--offline", "--address", "127.0.0.1", "--port", &port.to_string()])
        .args(["--disable-address-lookup", "true"])
        .arg("--dist")
        .arg(setup.project().target().join("serve"))
        .env(dist::SERVED, "1");
    if options.is_release {
        trunk = trunk.arg("--release");
    }
    if options.is_opened {
        trunk = trunk.arg("--open");
    }
    trunk.run()
}

/// The first port from `wanted` on that nothing listens on.
pub(crate) fn free_port(wanted: u16) -> Result<u16> {
    let last = wanted.saturating_add(TRIES);
    (wanted..=last)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .with_context(|| {
            format!("ports {wanted} to {last} are all taken; name another with --port")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Options> {
        let owned: Vec<_> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Options::parse(&owned)
    }

    #[test]
    fn options_are_understood_in_either_spelling() {
        let expected = Options { port: 9000, is_opened: true, is_release: false };
        assert_eq!(parse(&["--port", "9000", "--open"]).unwrap(), expected);
        assert_eq!(parse(&["--open", "--port=9000"]).unwrap(), expected);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for arguments in [&["--port"][..], &["--port", "x"], &["--port=70000"], &["8080"]] {
            assert!(parse(arguments).is_err(), "{arguments:?}");
        }
    }

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert_ne!(free_port(port).unwrap(), port);
    }
}
