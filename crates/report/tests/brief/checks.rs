//! What holds for every brief: digits are figures, figures are those of the evaluation, and it is
//! short.

use groundwork_model::{
    calendar::YearMonth,
    evaluation::{Evaluation, evaluate},
    figure::{FigureId, ReturnFigure},
    input::Input,
    units::Unit,
};
use groundwork_report::{
    document::{Block, FigureSpan, Paragraph, Span, Writer},
    formats::text::text,
    narrative::brief::{Brief, brief, brief_read_in},
    wording::{Kind, NumberStyle, Typed, month_name, month_word, parse},
};
use proptest::prelude::*;

use crate::{
    brief_of,
    cases::{any_case, kept, kept_as_text, seed_with},
};

/// Every paragraph of a brief, a table's cells as one each.
fn paragraphs(brief: &Brief) -> Vec<Paragraph> {
    let mut found = Vec::new();
    for block in brief.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Paragraph(paragraph) => found.push(paragraph.clone()),
            Block::Notes(sentences) => found.extend(sentences.iter().cloned()),
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                found.extend(cells.map(|cell| Paragraph(vec![Span::Figure(cell.clone())])));
            }
            Block::KeyFigures(_) | Block::Statements(_) | Block::Listing(_) => {
                panic!("no brief has these")
            }
        }
    }
    found
}

/// Every figure of a table.
fn cells(brief: &Brief) -> Vec<&FigureSpan> {
    let blocks = brief.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.flat_map(|table| &table.rows).flat_map(|row| &row.cells).collect()
}

/// Words with a letter or a digit in them: lines under headings are none.
pub(crate) fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// What no case may make a brief say.
fn assert_sound(evaluation: &Evaluation) {
    let brief = brief_of(evaluation, "");
    let text = text(&brief);
    assert!(words(&text) < 450, "{} words:\n{text}", words(&text));
    let style = NumberStyle::default();
    let writer = Writer { evaluation, style: &style };
    let late = self::text(&brief_read_in(writer, "", "2199-12".parse().ok()));
    assert!(words(&late) < 450, "{} words:\n{late}", words(&late));
    for word in text.split(|char: char| !char.is_alphanumeric()) {
        assert!(!["NaN", "inf"].contains(&word), "{text}");
    }
    for line in text.lines() {
        let is_of_table = line.matches('$').count() > 2
            || line.starts_with("Year ")
            || line.starts_with("Each year ");
        assert!(is_of_table || line.chars().count() <= 72, "{line}");
    }
    for section in &brief.sections {
        assert!(!section.blocks.is_empty(), "{}", section.heading);
        assert!(!section.heading.contains(char::is_numeric), "{}", section.heading);
    }
    for cell in cells(&brief) {
        let decimals = cell.text.split('.').nth(1).unwrap_or_default();
        let decimals = decimals.chars().filter(char::is_ascii_digit).count();
        assert!(decimals <= 2, "{}\n{text}", cell.text);
    }
    for paragraph in paragraphs(&brief) {
        assert!(!paragraph.0.is_empty(), "{text}");
        for figure in paragraph.figures() {
            assert_ne!(figure.text, "none", "{text}");
            assert_shows_its_figure(evaluation, figure, &text);
        }
        let said = paragraph.to_string();
        assert!(!said.contains("  ") && !said.contains(" ,") && !said.contains(".."), "{said}");
    }
}

/// The printed text, read back, is the figure as exactly as it is printed.
fn assert_shows_its_figure(evaluation: &Evaluation, figure: &FigureSpan, page: &str) {
    let value = evaluation.figure(figure.id);
    let value = value.unwrap_or_else(|| panic!("{} is missing:\n{page}", figure.id.path()));
    let shown = figure.text.as_str();
    let path = figure.id.path();
    if let Some(is_right) = shows_chance(shown, value) {
        assert!(is_right, "{path}: {shown} for {value}\n{page}");
        return;
    }
    if shown.starts_with(char::is_alphabetic) {
        let months = months_meant(evaluation, figure.id, value);
        let is_meant = months.iter().any(|month| names(evaluation, *month).contains(&figure.text));
        assert!(is_meant, "{path}: {shown} of {months:?}\n{page}");
        return;
    }
    if shown == ">100%" {
        assert!(value > 1.0, "{path}: {shown} for {value}");
        return;
    }
    let is_negative = shown.starts_with('\u{2212}');
    assert!(!is_negative || value < 0.0, "{path}: {shown} for {value}");
    let digits: String = shown.trim_start_matches(['+', '\u{2212}']).replace(['$', '%', ','], "");
    let number: String =
        digits.chars().take_while(|char| char.is_ascii_digit() || *char == '.').collect();
    let decimals = number.split('.').nth(1).map_or(0, str::len);
    let scale = match (digits[number.len()..].chars().next(), figure.id.unit()) {
        (Some('k'), _) => 1e3,
        (Some('M'), _) => 1e6,
        (Some('B'), _) => 1e9,
        (Some('T'), _) => 1e12,
        (_, Unit::Share | Unit::SharePerYear | Unit::SharePerMonth | Unit::Points) => 0.01,
        _ => 1.0,
    };
    let step = (0..decimals).fold(scale, |step, _| step / 10.0);
    let read = if shown.starts_with(['+', '$', '\u{2212}']) {
        match parse(shown.trim_start_matches('+'), Kind::Money, &NumberStyle::default()) {
            Ok(reading) => match reading.value {
                Typed::One(read) => read.abs(),
                Typed::Range { .. } => panic!("{shown} is read as a range"),
            },
            Err(error) => panic!("{shown}: {error}"),
        }
    } else {
        number.parse::<f64>().unwrap() * scale
    };
    let distance = (read - value.abs()).abs();
    assert!(distance <= step * 0.5 + 1e-9 * value.abs(), "{path}: {shown} for {value}");
}

/// Whether a chance in words is the figure; `None` where it is no chance in words.
fn shows_chance(shown: &str, value: f64) -> Option<bool> {
    match shown {
        "every draw" => Some(value >= 1.0),
        "no draw" => Some(value <= 0.0),
        "under 1%" => Some(value > 0.0 && value < 0.01),
        "over 99%" => Some(value > 0.99 && value < 1.0),
        _ => None,
    }
}

/// Months of the case that a figure may stand for in words.
fn months_meant(evaluation: &Evaluation, id: FigureId, value: f64) -> Vec<u32> {
    let assumptions = &evaluation.assumptions;
    let investment = assumptions.investment;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = (value - 1e-6).ceil() as u32;
    let lag = assumptions.benefits.iter().map(|line| line.lag_months).max().unwrap_or(0);
    match id {
        FigureId::Input(Input::FirstMonth) => {
            vec![investment.first_month, investment.first_month.saturating_sub(1)]
        }
        FigureId::Input(Input::InvestmentMonths) => {
            let end = investment.end();
            vec![end, end + lag + investment.months_of_arrival()]
        }
        FigureId::Input(Input::Cost(..)) => vec![whole],
        FigureId::Return(ReturnFigure::PaybackMonths) => vec![whole.max(1)],
        FigureId::Month(month, _) => vec![month],
        _ => Vec::new(),
    }
}

/// How a month of the case may be written.
fn names(evaluation: &Evaluation, month: u32) -> Vec<String> {
    let start = evaluation.case.start();
    let of_year = start.map(|start: YearMonth| start.case_month(month.max(1)));
    let full = of_year.map_or_else(|| format!("month {month}"), month_name);
    let mut names = vec![format!("the end of {full}"), full];
    names.extend(of_year.map(|month| month_word(month).to_owned()));
    names
}

#[test]
fn kept_briefs_show_the_figures_of_their_case() {
    for named in kept().iter().chain(&kept_as_text()) {
        assert_sound(&named.evaluation);
    }
}

#[test]
fn no_digit_stands_between_the_figures() {
    for style in ["en-US", "de-DE", "ar-EG"].map(|tag| NumberStyle::for_locale(tag, "USD")) {
        for named in kept().iter().chain(&kept_as_text()) {
            let writer = Writer { evaluation: &named.evaluation, style: &style };
            for paragraph in paragraphs(&brief(writer, named.title)) {
                for span in &paragraph.0 {
                    let Span::Text(text) = span else { continue };
                    assert!(!text.contains(char::is_numeric), "{}: {text}", named.file);
                }
            }
        }
    }
}

#[test]
fn a_decision_whose_month_is_past_says_so() {
    let said = |evaluation: &Evaluation, now: &str| {
        let style = NumberStyle::default();
        let writer = Writer { evaluation, style: &style };
        let brief = brief_read_in(writer, "", now.parse().ok());
        text(&brief).replace('\n', " ")
    };
    let april = &kept()[0].evaluation;
    let wanted = "the decision is wanted by the end of March 2026.";
    assert!(said(april, "2026-03").contains(wanted), "{}", said(april, "2026-03"));
    let past = "the decision was wanted by the end of March 2026, which is past.";
    assert!(said(april, "2026-04").contains(past), "{}", said(april, "2026-04"));
    let january = evaluate(&seed_with(&[(Input::FirstMonth, 1.0)]).build().unwrap());
    let past = "the decision was wanted before that month began, which is past.";
    assert!(said(&january, "2027-01").contains(past), "{}", said(&january, "2027-01"));
    let at_once = "to begin in January 2026, which is now, the decision is wanted at once.";
    assert!(said(&january, "2026-01").contains(at_once), "{}", said(&january, "2026-01"));
    assert_eq!(said(april, ""), text(&brief_of(april, "")).replace('\n', " "));
}

#[test]
fn a_case_nobody_named_has_a_title() {
    let evaluation = &kept()[0].evaluation;
    assert_eq!(brief_of(evaluation, " \n").title, "A case for paying down technical debt");
    assert_eq!(brief_of(evaluation, " Logins ").title, "Logins");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn the_brief_of_any_case_is_short_and_shows_its_figures(evaluation in any_case()) {
        assert_sound(&evaluation);
    }
}
