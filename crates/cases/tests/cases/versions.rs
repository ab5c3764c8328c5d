//! One file or link of every version that was ever written, and what each is read as.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::PathBuf};

use expect_test::expect_file;
use groundwork_cases::{
    draft::Draft, envelope::Envelope, link::from_link, transfer::import, versions::Kept,
};
use groundwork_model::{
    evaluation::evaluate,
    figure::{FigureId, HeadlineFigure, ReturnFigure},
};

use crate::support::file;

/// What each is read to.
const FIGURES: [(&str, FigureId); 4] = [
    ("absorbed a year", FigureId::Headline(HeadlineFigure::AbsorbedPerYear)),
    ("gained a year", FigureId::Headline(HeadlineFigure::GainPerYear)),
    ("present value", FigureId::Return(ReturnFigure::Npv)),
    ("paid back after months", FigureId::Return(ReturnFigure::PaybackMonths)),
];

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/versions"))
}

fn name_of(kept: Kept, version: u64) -> String {
    let ending = if kept == Kept::Link { "txt" } else { "json" };
    format!("{}-{version}.{ending}", kept.name())
}

/// Every version that can be read, and the name of its fixture.
fn known() -> impl Iterator<Item = (Kept, String)> {
    Kept::ALL
        .into_iter()
        .flat_map(|kept| (1..=kept.latest()).map(move |version| (kept, name_of(kept, version))))
}

fn read(kept: Kept, text: &str) -> Vec<Draft> {
    match kept {
        Kept::CaseFile => vec![Draft::new(file(text))],
        Kept::Envelope => vec![Envelope::decode(text).unwrap().draft],
        Kept::SeveralCases => {
            import(text).unwrap().cases.into_iter().map(|case| case.draft).collect()
        }
        Kept::Link => vec![Draft::new(from_link(text.trim()).unwrap())],
    }
}

#[test]
fn every_version_has_a_fixture_and_every_fixture_a_version() {
    let known: BTreeSet<String> = known().map(|(_, name)| name).collect();
    let files = fs::read_dir(folder()).unwrap();
    let files: BTreeSet<String> =
        files.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(files, known, "a version that was written once stays readable for ever");
}

#[test]
fn every_fixture_says_its_own_version() {
    for (kept, name) in known() {
        let text = fs::read_to_string(folder().join(&name)).unwrap();
        let version = name.split(['-', '.']).nth(1).unwrap();
        let said = match kept {
            Kept::CaseFile | Kept::SeveralCases => format!("\"version\":{version},"),
            Kept::Envelope => format!("\"envelope\":{version},"),
            Kept::Link => format!("#case={version}."),
        };
        assert!(text.replace(' ', "").contains(&said), "{name} has {said}");
    }
}

#[test]
fn every_version_is_read_to_the_same_figures_for_ever() {
    let mut said = String::new();
    for (kept, name) in known() {
        let text = fs::read_to_string(folder().join(&name)).unwrap();
        for draft in read(kept, &text) {
            let typed: Vec<_> = draft.texts().collect();
            let evaluation = evaluate(&draft.to_case().unwrap());
            writeln!(said, "## {name}: {}\n", draft.file().title()).unwrap();
            for (words, figure) in FIGURES {
                writeln!(said, "- {words}: {:?}", evaluation.figure(figure)).unwrap();
            }
            writeln!(said, "- typed and not used: {typed:?}\n").unwrap();
        }
    }
    expect_file!["../../../../tests/golden/versions.md"].assert_eq(&said);
}
