//! How sure it is: what is said once there are estimates and draws from them.

pub(super) mod chances;
pub(super) mod drawn;
pub mod grid;
pub(super) mod lead;
mod rests_on;
pub(super) mod verdict;

use super::headline::{Verdict, verdict};
use crate::document::{Paragraph, Writer};

pub use rests_on::what_it_rests_on;

/// How sure the figures are, the middle of the draws first; nothing where there are no draws.
pub fn how_sure(writer: Writer<'_>) -> Vec<Paragraph> {
    let Some(simulation) = writer.evaluation.simulation.as_deref() else {
        return Vec::new();
    };
    let writer = &writer;
    if matches!(verdict(writer), Verdict::OutOfHorizon { .. }) {
        return vec![drawn::nothing_within_horizon(writer)];
    }
    let mut paragraphs = vec![lead::middle_and_range(writer), chances::chances(writer, simulation)];
    paragraphs.extend(chances::length_of_payback(writer, simulation));
    paragraphs.push(drawn::likely_is_no_average(writer));
    paragraphs.extend(drawn::slip_and_failure(writer));
    paragraphs.push(drawn::how_it_was_drawn(writer));
    paragraphs
}
