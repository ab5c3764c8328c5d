//! Which code is watched: the decoders' own, not the libraries beneath them.
//!
//! cargo-fuzz gives every crate of a build the compiler's options for watching. What a text does inside
//! a hash table or an allocator would then count as a new path, and such paths come without end. So
//! cargo is told to call this program in place of the compiler, and it takes those options away for
//! every other crate. Generic code of libraries that is compiled into the decoders still counts.

use std::{
    env,
    process::{Command, ExitCode},
};

use anyhow::{Context, Result};

use crate::process::Program;

/// The crate that is watched, as its manifest names it.
const WATCHED: &str = "groundwork-cases";
/// Set where cargo calls this program in place of the compiler.
const IN_PLACE: &str = "GROUNDWORK_IN_PLACE_OF_RUSTC";

/// Has `cargo` call this program in place of the compiler.
pub(super) fn compiled_by_this_program(cargo: Program) -> Result<Program> {
    let program = env::current_exe().context("the path of this program is not known")?;
    Ok(cargo.env("RUSTC_WRAPPER", program).env(IN_PLACE, "1"))
}

/// Compiles, if cargo called this program for that: the first argument is the compiler.
pub(crate) fn compile_instead(arguments: &[String]) -> Option<Result<ExitCode>> {
    env::var_os(IN_PLACE)?;
    let (compiler, options) = arguments.split_first()?;
    let options = options_for(env::var("CARGO_PKG_NAME").ok().as_deref(), options);
    let status = Command::new(compiler).args(options).status();
    Some(status.with_context(|| format!("`{compiler}` did not start")).map(|status| {
        // Ended by a signal, it has no code.
        ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
    }))
}

/// The options for compiling the crate of this name.
fn options_for<'o>(name: Option<&str>, options: &'o [String]) -> Vec<&'o str> {
    let is_for_watching = |option: &str| {
        option == "-Cpasses=sancov-module" || option.starts_with("-Cllvm-args=-sanitizer-coverage")
    };
    let kept = |option: &&str| name == Some(WATCHED) || !is_for_watching(option);
    options.iter().map(String::as_str).filter(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_decoders_are_watched() {
        let options = [
            "--crate-name",
            "any",
            "-Cpasses=sancov-module",
            "-Cllvm-args=-sanitizer-coverage-level=4",
            "-Ccodegen-units=1",
        ]
        .map(str::to_owned);
        assert_eq!(options_for(Some("groundwork-cases"), &options).len(), 5);
        for other in [Some("serde_json"), None] {
            assert_eq!(
                options_for(other, &options),
                ["--crate-name", "any", "-Ccodegen-units=1"],
                "{other:?}"
            );
        }
    }
}
