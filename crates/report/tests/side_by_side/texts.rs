//! What is said about cases side by side.

use std::fmt::Write as _;

use expect_test::expect_file;
use groundwork_report::{
    document::{Block, Paragraph, Span, Writer},
    formats::{BriefFormat, written},
    narrative::{brief::Brief, side_by_side::card},
    wording::NumberStyle,
};

use crate::groups::{Group, groups};

#[test]
fn cases_side_by_side_of_every_kind() {
    let mut page = String::new();
    for group in groups() {
        page.push_str(&["<!-- ", group.name, " -->\n\n"].concat());
        page.push_str(&written(&group.written(), BriefFormat::Markdown));
        page.push('\n');
    }
    expect_file!["../../../../tests/golden/side_by_side/texts.md"].assert_eq(&page);
}

#[test]
fn three_cases_in_every_format() {
    let groups = groups();
    let three = groups.iter().find(|group| group.name == "Three cases").unwrap();
    let text = written(&three.written(), BriefFormat::Text);
    expect_file!["../../../../tests/golden/side_by_side/three.txt"].assert_eq(&text);
    let html = written(&three.written(), BriefFormat::Html);
    expect_file!["../../../../tests/golden/side_by_side/three.html"].assert_eq(&html);
}

#[test]
fn the_cards_of_a_good_a_free_and_a_losing_case() {
    let mut page = String::new();
    for side in groups().iter().find(|group| group.name == "A free one").unwrap().sides() {
        page.push_str(&[&side.name, ":\n"].concat());
        for fact in card(side.writer.unwrap(), 0) {
            writeln!(page, "- {}: {}", fact.label, fact.figure.text).unwrap();
        }
    }
    expect_file!["../../../../tests/golden/side_by_side/cards.txt"].assert_eq(&page);
}

/// Every paragraph of a document, the cells of its tables included.
fn paragraphs(brief: &Brief) -> Vec<Paragraph> {
    let mut found = Vec::new();
    for block in brief.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Paragraph(paragraph) => found.push(paragraph.clone()),
            Block::Listing(listing) => {
                found.extend(listing.rows.iter().flat_map(|row| row.cells.iter().cloned()));
            }
            other => panic!("{other:?}"),
        }
    }
    found
}

#[test]
fn every_figure_is_one_of_the_case_it_names() {
    for group in groups() {
        for paragraph in paragraphs(&group.written()) {
            for figure in paragraph.figures() {
                let (name, style, evaluation) = &group.sides[usize::from(figure.case)];
                let evaluation = evaluation.as_ref().unwrap();
                let writer = Writer { evaluation, style };
                let is_months = figure.text.contains("the end of") || figure.text == "none";
                let exact = [writer.exact(figure.id).text, writer.rounded(figure.id).text];
                let is_finer = figure.text.contains('.') && !exact.contains(&figure.text);
                assert!(
                    exact.contains(&figure.text) || is_months || is_finer,
                    "{}: {} of {name} is {}",
                    group.name,
                    figure.id.path(),
                    figure.text,
                );
            }
        }
    }
}

#[test]
fn no_digit_stands_in_a_text_span_about_several_cases() {
    for group in groups() {
        for span in paragraphs(&group.written()).into_iter().flat_map(|paragraph| paragraph.0) {
            let Span::Text(text) = span else { continue };
            assert!(!text.contains(char::is_numeric), "{}: {text}", group.name);
        }
    }
}

#[test]
fn no_winner_is_named_where_currencies_or_horizons_differ() {
    for name in ["Different currencies", "Different horizons"] {
        let all = groups();
        let group: &Group = all.iter().find(|group| group.name == name).unwrap();
        let text = written(&group.written(), BriefFormat::Text);
        assert!(!text.contains("worth more"), "{text}");
        assert!(text.replace('\n', " ").contains("cannot be held against each other"), "{text}");
    }
}

#[test]
fn a_name_is_text_in_every_format() {
    let mut group: Group = groups().swap_remove(0);
    group.sides[0].0 = "<b>*Auth*</b> | [x](y)";
    let markdown = written(&group.written(), BriefFormat::Markdown);
    assert!(markdown.contains(r"\<b\>\*Auth\*\</b\> \| \[x\](y)"), "{markdown}");
    let html = written(&group.written(), BriefFormat::Html);
    assert!(!html.contains("<b>*Auth"), "{html}");
}

#[test]
fn it_is_written_in_the_style_of_any_locale() {
    for tag in ["de-DE", "ar-EG", "en-IN"] {
        for mut group in groups() {
            for side in &mut group.sides {
                side.1 = NumberStyle::for_locale(tag, "USD");
            }
            assert!(!group.written().sections.is_empty());
        }
    }
}
