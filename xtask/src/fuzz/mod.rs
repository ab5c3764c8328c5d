//! `cargo xtask fuzz`: links and files that nobody thought of, until they reach nothing new.

mod progress;
mod watched;

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use self::progress::Progress;
pub(crate) use self::watched::compile_instead;
use crate::{
    process::{Program, say},
    setup::Setup,
};

/// What is fuzzed, in `fuzz/fuzz_targets`, the longest input tried, and the words that help.
const TARGETS: [(&str, u32, &str); 3] =
    [("link", 4096, "link.dict"), ("link_inside", 8192, "case.dict"), ("file", 16384, "case.dict")];
/// Minutes without a new path unless told otherwise.
const MINUTES: u32 = 5;
/// How often it is said how far it is.
const SAID: Duration = Duration::from_secs(60);

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// A target has been tried enough when that long nothing new was reached.
    minutes: u32,
    /// One target, or all.
    only: Option<&'static str>,
}

impl Options {
    /// Reads `[MINUTES] [TARGET]`.
    pub(crate) fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { minutes: MINUTES, only: None };
        for argument in arguments {
            match argument.parse() {
                Ok(0) => bail!("`fuzz` takes the minutes without a new path, from 1"),
                Ok(minutes) => options.minutes = minutes,
                Err(_) => match TARGETS.iter().find(|(target, ..)| target == argument) {
                    Some((target, ..)) => options.only = Some(target),
                    None => bail!(
                        "`fuzz` takes minutes and a target ({}), not `{argument}`",
                        TARGETS.map(|(target, ..)| target).join(", ")
                    ),
                },
            }
        }
        Ok(options)
    }
}

/// Runs the targets one after the other; what is found is kept in the build folder and named.
pub(crate) fn run(setup: &Setup, options: &Options) -> Result<()> {
    let quiet = Duration::from_secs(u64::from(options.minutes) * 60);
    let chosen = |target: &str| options.only.is_none_or(|only| only == target);
    let mut ends = Vec::new();
    for (target, longest, words) in TARGETS.into_iter().filter(|(target, ..)| chosen(target)) {
        say(format!("\nFuzzing `{target}` until {} min bring no new path.", options.minutes));
        let fuzz = setup.project().root().join("fuzz");
        let found = setup.build_folder()?.join("fuzz");
        let fuzzer = build(setup, &fuzz, &found.join("build"), target)?;
        // The corpus of the checkout is only read: what is new goes first, into the build folder.
        let corpus = found.join("corpus").join(target);
        let artifacts = found.join("artifacts").join(target);
        for folder in [&corpus, &artifacts] {
            fs::create_dir_all(folder)
                .with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        let fuzzer = Program::new(fuzzer)
            .arg(corpus)
            .arg(fuzz.join("corpus").join(target))
            .arg(format!("-max_len={longest}"))
            .arg(format!("-dict={}", fuzz.join("dictionaries").join(words).display()))
            .arg(format!("-artifact_prefix={}/", artifacts.display()))
            // A path is code that was not reached before, not code that runs more often.
            .arg("-use_counters=0")
            .args(["-timeout=25", "-rss_limit_mb=2048"]);
        let progress = until_quiet(fuzzer, quiet).with_context(|| {
            format!("`{target}` failed; an input that shows it is in {}", artifacts.display())
        })?;
        ends.push(format!("`{target}`: {progress}"));
    }
    say(format!("\nNothing was found.\n{}", ends.join("\n")));
    Ok(())
}

/// Builds a target in `folder` so that it watches the decoders, and says where it is.
fn build(setup: &Setup, fuzz: &Path, folder: &Path, target: &str) -> Result<PathBuf> {
    watched::compiled_by_this_program(setup.cargo_fuzz()?)?
        .args(["fuzz", "build", target, "--sanitizer", "none", "--fuzz-dir"])
        .arg(fuzz)
        .arg("--target-dir")
        .arg(folder)
        .run()?;
    // The folder between is named after the machine.
    fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path().join("release").join(target)))
        .find(|path| path.is_file())
        .with_context(|| format!("`{target}` is not in {}", folder.display()))
}

/// Runs a fuzzer until it has reached nothing new for as long as `quiet`.
///
/// # Errors
///
/// If it ends by itself: it has found something, or could not begin.
fn until_quiet(fuzzer: Program, quiet: Duration) -> Result<Progress> {
    let (running, errors) = fuzzer.start_and_hear()?;
    let (send, lines) = channel();
    thread::spawn(move || {
        // Inputs are shown as they are, so not every line is text.
        for line in BufReader::new(errors).split(b'\n').map_while(Result::ok) {
            if send.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                break;
            }
        }
    });
    let mut progress = Progress::new(Instant::now());
    let mut said = Instant::now();
    while progress.quiet(Instant::now()) < quiet {
        match lines.recv_timeout(Duration::from_secs(1)) {
            Ok(line) => {
                if !progress.hear(&line, Instant::now()) {
                    say(line);
                }
            }
            Err(RecvTimeoutError::Timeout) => (),
            Err(RecvTimeoutError::Disconnected) => {
                bail!("the fuzzer ended after {progress} ({})", running.wait()?);
            }
        }
        if SAID < said.elapsed() {
            said = Instant::now();
            say(progress.to_string());
        }
    }
    Ok(progress)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_a_whole_number_from_one_and_targets_have_names() {
        let read = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            Options::parse(&words).ok()
        };
        assert_eq!(read(&[]), Some(Options { minutes: 5, only: None }));
        assert_eq!(read(&["30"]), Some(Options { minutes: 30, only: None }));
        assert_eq!(read(&["30", "file"]), Some(Options { minutes: 30, only: Some("file") }));
        assert_eq!(read(&["link"]), Some(Options { minutes: 5, only: Some("link") }));
        assert_eq!((read(&["0"]), read(&["long"]), read(&["1.5"])), (None, None, None));
    }
}
