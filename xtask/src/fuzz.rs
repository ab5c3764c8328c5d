//! `cargo xtask fuzz`: links and files that nobody thought of.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::{process::say, setup::Setup};

/// What is fuzzed, in `fuzz/fuzz_targets`, the longest input tried, and the words that help.
const TARGETS: [(&str, u32, &str); 3] =
    [("link", 4096, "link.dict"), ("link_inside", 8192, "case.dict"), ("file", 16384, "case.dict")];
/// Minutes for each target unless told otherwise.
const MINUTES: u32 = 5;

/// Reads the number of minutes for each target.
pub(crate) fn minutes(arguments: &[String]) -> Result<u32> {
    match arguments {
        [] => Ok(MINUTES),
        [minutes] => {
            let minutes: u32 = minutes.parse().unwrap_or_default();
            if minutes == 0 {
                bail!("`fuzz` takes the minutes for each target, a whole number from 1");
            }
            Ok(minutes)
        }
        _ => bail!("`fuzz` takes one number, the minutes for each target"),
    }
}

/// Runs every target for a time; what is found is kept in the build folder and named.
pub(crate) fn run(setup: &Setup, minutes: u32) -> Result<()> {
    let folder = setup.project().root().join("fuzz");
    let found = setup.build_folder()?.join("fuzz");
    let seconds = minutes.saturating_mul(60);
    for (target, longest, words) in TARGETS {
        say(format!("\nFuzzing `{target}` for {minutes} min, and building it first."));
        // The corpus of the checkout is only read: what is new goes first, into the build folder.
        let corpus = found.join("corpus").join(target);
        let artifacts = found.join("artifacts").join(target);
        for folder in [&corpus, &artifacts] {
            fs::create_dir_all(folder)
                .with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        setup
            .cargo_fuzz()?
            .args(["fuzz", "run", target, "--sanitizer", "none", "--fuzz-dir"])
            .arg(&folder)
            .arg(corpus)
            .arg(folder.join("corpus").join(target))
            .arg("--")
            .args([format!("-max_total_time={seconds}"), format!("-max_len={longest}")])
            .arg(format!("-dict={}", folder.join("dictionaries").join(words).display()))
            .arg(format!("-artifact_prefix={}/", artifacts.display()))
            .args(["-timeout=25", "-rss_limit_mb=2048", "-print_final_stats=1"])
            .run()
            .with_context(|| {
                format!("`{target}` failed; an input that shows it is in {}", artifacts.display())
            })?;
    }
    say("\nNothing was found.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_a_whole_number_from_one() {
        let minutes = |words: &[&str]| {
            minutes(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()).ok()
        };
        assert_eq!((minutes(&[]), minutes(&["30"])), (Some(5), Some(30)));
        assert_eq!((minutes(&["0"]), minutes(&["long"]), minutes(&["1", "2"])), (None, None, None));
    }
}
