//! The figures are the same here as natively, to the bit.

use groundwork_cases::case_file::CaseFile;
use groundwork_model::evaluation::{Evaluation, evaluate};
use groundwork_report::{
    charts::{ChartKind, Theme, chart, svg},
    document::Writer,
    formats::{markdown::markdown, results::results, text::text},
    narrative::{brief::brief, headline::headline},
    wording::NumberStyle,
};
use wasm_bindgen_test::wasm_bindgen_test;

const SEED: &str = include_str!("../cases/seed.json");
const TITLE: &str = "Pay down auth-service debt";
const RESULTS: &str = include_str!("../golden/results/seed.json");
const HEADLINES: &str = include_str!("../golden/headlines.md");
const BRIEF: &str = include_str!("../golden/briefs/typical.md");
const BRIEF_TEXT: &str = include_str!("../golden/briefs/typical.txt");
const NET: &str = include_str!("../golden/charts/seed-net-860.svg");

fn seed() -> Evaluation {
    evaluate(&CaseFile::decode(SEED).unwrap().to_case().unwrap())
}

#[wasm_bindgen_test]
fn the_seed_case_gives_the_golden_results_to_the_bit() {
    let json = results(&seed(), &[], &NumberStyle::default());
    assert_eq!(serde_json::to_string_pretty(&json).unwrap() + "\n", RESULTS);
}

#[wasm_bindgen_test]
fn the_seed_case_gives_the_golden_headline() {
    let (evaluation, style) = (seed(), NumberStyle::default());
    let said = headline(Writer { evaluation: &evaluation, style: &style }).to_string();
    let golden = HEADLINES.split("## The two-million conversation\n\n").nth(1).unwrap();
    assert_eq!(Some(said.as_str()), golden.lines().next());
}

#[wasm_bindgen_test]
fn the_seed_case_gives_the_golden_picture() {
    let (evaluation, style) = (seed(), NumberStyle::default());
    let writer = Writer { evaluation: &evaluation, style: &style };
    assert_eq!(svg(&chart(writer, ChartKind::CumulativeNet, 860.0), Theme::Light), NET);
}

#[wasm_bindgen_test]
fn the_seed_case_gives_the_golden_brief() {
    let (evaluation, style) = (seed(), NumberStyle::default());
    let brief = brief(Writer { evaluation: &evaluation, style: &style }, TITLE);
    assert_eq!(markdown(&brief), BRIEF);
    assert_eq!(text(&brief), BRIEF_TEXT);
}

#[wasm_bindgen_test]
fn a_case_file_is_written_as_it_was_read() {
    let file = include_str!("../cases/everything.json");
    let read = CaseFile::decode(file).unwrap();
    assert_eq!(CaseFile::decode(&read.encode()).unwrap(), read);
    assert!(read.to_case().is_ok());
}
