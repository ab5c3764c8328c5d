//! `cargo xtask test`: all checks, one stage after the other.

mod count;
mod hosting;
mod playwright;
mod stage;
mod work_tree;

use std::{process::ExitCode, time::Instant};

use anyhow::{Result, bail};

pub(crate) use self::count::Count;
use self::{stage::Stage, work_tree::Snapshot};
use crate::{
    process::{explain, say},
    setup::Setup,
};

/// What became of one stage.
struct Outcome {
    stage: Stage,
    count: Count,
    seconds: f64,
}

impl Outcome {
    /// Whether dist/ is current.
    fn has_built(&self) -> bool {
        self.stage.builds() && self.count.is_success()
    }
}

/// Runs the stages named in `arguments`, or all; fails unless everything passed.
pub(crate) fn run(setup: &Setup, arguments: &[String]) -> Result<ExitCode> {
    if arguments.iter().any(|argument| argument == "--list") {
        for stage in Stage::ALL {
            say(format!("{:10} {}", stage.name(), stage.about()));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let stages = choose(arguments)?;
    let before = Snapshot::take(setup.project());
    let mut outcomes: Vec<Outcome> = Vec::new();
    for stage in stages {
        say(format!("\n==> {}: {}", stage.name(), stage.about()));
        let start = Instant::now();
        let blocked_by = outcomes.iter().find(|outcome| {
            stage.depends_on() == Some(outcome.stage) && !outcome.count.is_success()
        });
        let result = match blocked_by {
            Some(outcome) => {
                Err(anyhow::anyhow!("not run, because {} failed", outcome.stage.name()))
            }
            None => stage.run(setup, &before, outcomes.iter().any(Outcome::has_built)),
        };
        let count = result.unwrap_or_else(|error| {
            eprintln!("\n{} failed: {}", stage.name(), explain(&error));
            Count { passed: 0, failed: 1 }
        });
        outcomes.push(Outcome { stage, count, seconds: start.elapsed().as_secs_f64() });
    }
    Ok(summarize(&outcomes))
}

fn choose(names: &[String]) -> Result<Vec<Stage>> {
    if names.is_empty() {
        return Ok(Stage::ALL.to_vec());
    }
    for name in names {
        if !Stage::ALL.iter().any(|stage| stage.name() == name) {
            let known: Vec<_> = Stage::ALL.iter().map(|stage| stage.name()).collect();
            bail!("there is no stage `{name}`; the stages are {}", known.join(", "));
        }
    }
    // In their own order, whatever order they were named in: some stand on others.
    let is_named = |stage: &Stage| names.iter().any(|name| stage.name() == name);
    Ok(Stage::ALL.into_iter().filter(is_named).collect())
}

fn summarize(outcomes: &[Outcome]) -> ExitCode {
    let total = outcomes.iter().fold(Count::default(), |total, outcome| total + outcome.count);
    let seconds: f64 = outcomes.iter().map(|outcome| outcome.seconds).sum();
    say(format!(
        "\n{:10}  {:6}  {:>6}  {:>6}  {:>7}",
        "stage", "result", "passed", "failed", "seconds"
    ));
    for Outcome { stage, count, seconds } in outcomes {
        let result = if count.is_success() { "ok" } else { "FAILED" };
        let Count { passed, failed } = count;
        say(format!("{:10}  {result:6}  {passed:>6}  {failed:>6}  {seconds:>7.1}", stage.name()));
    }
    say(format!(
        "{:10}  {:6}  {:>6}  {:>6}  {seconds:>7.1}",
        "all", "", total.passed, total.failed
    ));
    say(format!("\n{} passed, {} failed", total.passed, total.failed));
    if total.is_success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_run_in_their_own_order_whatever_order_they_are_named_in() {
        let names = ["native".to_owned(), "format".to_owned()];
        assert_eq!(choose(&names).unwrap(), [Stage::Format, Stage::Native]);
    }

    #[test]
    fn unknown_stages_are_refused_with_the_known_ones() {
        let error = choose(&["nativ".to_owned()]).unwrap_err().to_string();
        assert!(error.contains("`nativ`") && error.contains("native"), "{error}");
    }
}
