//! How far a fuzzer is, from what it says.

use std::{
    fmt,
    time::{Duration, Instant},
};

/// What has been reached, and since when nothing new.
#[derive(Debug)]
pub(super) struct Progress {
    started: Instant,
    /// When the corpus had been read, or the last new edge was reached after that.
    grew: Instant,
    inputs: u64,
    edges: u64,
}

impl Progress {
    /// Of a fuzzer that starts now.
    pub(super) fn new(now: Instant) -> Self {
        Self { started: now, grew: now, inputs: 0, edges: 0 }
    }

    /// Takes in a line of libFuzzer's at the moment it came; whether it was one about progress.
    pub(super) fn hear(&mut self, line: &str, now: Instant) -> bool {
        let Some((inputs, edges)) = reached(line) else { return false };
        self.inputs = inputs;
        // The corpus itself is nothing new, however long it is.
        if self.edges < edges || line.contains("INITED") {
            self.grew = now;
        }
        self.edges = edges;
        true
    }

    /// For how long nothing new has been reached.
    pub(super) fn quiet(&self, now: Instant) -> Duration {
        now.saturating_duration_since(self.grew)
    }
}

impl fmt::Display for Progress {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = |time: Duration| time.as_secs() / 60;
        let now = Instant::now();
        write!(
            to,
            "{} min, {} inputs, {} edges, none new for {} min",
            minutes(now.saturating_duration_since(self.started)),
            self.inputs,
            self.edges,
            minutes(self.quiet(now))
        )
    }
}

/// Inputs tried and edges reached, of `#8192 pulse  cov: 3717 ft: 3731 …`.
fn reached(line: &str) -> Option<(u64, u64)> {
    let mut words = line.split_whitespace();
    let inputs = words.next()?.strip_prefix('#')?.parse().ok()?;
    let edges = words.skip_while(|word| *word != "cov:").nth(1)?.parse().ok()?;
    Some((inputs, edges))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_begins_anew_with_every_new_edge_and_not_with_a_shorter_input() {
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let mut progress = Progress::new(start);
        assert!(!progress.hear("INFO: Seed: 1", at(1)));
        assert!(progress.hear("#981\tINITED cov: 3715 ft: 3728 corp: 408/74Kb exec/s: 0", at(10)));
        assert!(progress.hear("#2750\tREDUCE cov: 3715 ft: 3728 corp: 408/73Kb", at(20)));
        assert_eq!(progress.quiet(at(30)), Duration::from_secs(20));
        assert!(progress.hear("#7683\tNEW    cov: 3717 ft: 3731 corp: 410/72Kb", at(40)));
        assert!(progress.hear("#8192\tpulse  cov: 3717 ft: 3731 corp: 410/72Kb", at(50)));
        assert_eq!(progress.quiet(at(60)), Duration::from_secs(20));
        assert_eq!((progress.inputs, progress.edges), (8192, 3717));
    }

    #[test]
    fn other_lines_are_no_progress() {
        for line in ["", "#", "#12", "#x cov: 1", "# cov: 1", "==1== ERROR: libFuzzer: cov: 2"] {
            assert_eq!(reached(line), None, "{line:?}");
        }
    }
}
