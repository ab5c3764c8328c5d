//! Files and drafts in a line.

use groundwork_cases::case_file::CaseFile;
use groundwork_model::{calendar::YearMonth, estimate::Estimate};

pub(crate) const SEED: &str = include_str!("../../../../tests/cases/seed.json");
pub(crate) const INCOMPLETE: &str = include_str!("../../../../tests/cases/incomplete.json");
pub(crate) const UNKNOWN_FIELDS: &str = include_str!("../../../../tests/cases/unknown_fields.json");
pub(crate) const NEWER: &str = include_str!("../../../../tests/cases/newer.json");
pub(crate) const PARTLY_WRONG: &str = include_str!("../../../../tests/cases/partly_wrong.json");
pub(crate) const EVERYTHING: &str = include_str!("../../../../tests/cases/everything.json");
pub(crate) const PLAN: &str = include_str!("../../../../tests/cases/plan.json");
pub(crate) const PLAN_WRONG: &str = include_str!("../../../../tests/cases/plan_wrong.json");

#[track_caller]
pub(crate) fn file(text: &str) -> CaseFile {
    CaseFile::decode(text).unwrap()
}

/// A case file with these fields after its header.
#[track_caller]
pub(crate) fn with_fields(fields: &str) -> CaseFile {
    file(&format!(r#"{{"format":"groundwork-case","version":1,{fields}}}"#))
}

pub(crate) fn january() -> YearMonth {
    "2026-01".parse().unwrap()
}

pub(crate) fn exact(value: f64) -> Estimate {
    Estimate::exact(value).unwrap()
}

/// Text of a case file as a value, so that neither order nor spaces count.
pub(crate) fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}
