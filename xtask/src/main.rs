//! `cargo xtask`: builds, serves, checks and measures Groundwork.
//!
//! Every command first looks for the tools it needs and installs what is missing; see [`setup`].

mod bench;
mod dist;
mod fuzz;
mod hash;
mod process;
mod project;
mod serve;
mod setup;
mod test;

use std::{env, process::ExitCode};

use anyhow::{Result, bail};

use crate::{project::Project, setup::Setup};

const HELP: &str = "\
Groundwork's own commands. Each installs the tools it needs and says so.

  cargo xtask serve [--port N] [--open] [--release]
                                  build, serve on 127.0.0.1, rebuild on every change
  cargo xtask test [STAGE...]     run all checks, or the stages named
  cargo xtask test --list         name the stages
  cargo xtask dist                write a page for any static host into dist/
  cargo xtask halves              record what the first paint needs; see ARCHITECTURE.md
  cargo xtask bench               measure size and speed against the goals
  cargo xtask fuzz [MINUTES] [TARGET]
                                  try links and files nobody thought of, until 5 minutes bring
                                  no new path
  cargo xtask setup               install everything now and do nothing else";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {}", process::explain(&error));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    if let Some(compiled) = fuzz::compile_instead(arguments) {
        return compiled;
    }
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    let setup = Setup::new(Project::find()?);
    match command {
        "serve" => serve::run(&setup, &serve::Options::parse(rest)?)?,
        "test" => return test::run(&setup, rest),
        "dist" => {
            dist::build(&setup)?;
            dist::first_load(&setup.project().dist())?.print();
        }
        "halves" => {
            dist::build(&setup)?;
            dist::record_first_half(&setup)?;
        }
        "bench" => bench::run(&setup)?,
        "fuzz" => fuzz::run(&setup, &fuzz::Options::parse(rest)?)?,
        "setup" => setup.everything()?,
        // Called by Trunk after each build; see Trunk.toml.
        "seal" => dist::seal_staged(&setup)?,
        "help" | "--help" | "-h" => process::say(HELP),
        unknown => bail!("there is no command `{unknown}`\n\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}
