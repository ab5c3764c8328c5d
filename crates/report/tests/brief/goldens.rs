//! Briefs as files somebody can open and read.

use expect_test::expect_file;
use groundwork_report::{
    charts::{Theme, chart, svg},
    document::Writer,
    formats::{html::page, markdown::markdown, text::text},
    wording::NumberStyle,
};

use crate::{
    brief_of,
    cases::{Named, kept, kept_as_text},
};

/// Width at which the chart of a page is drawn.
const CHART_WIDTH: f64 = 640.0;

fn check(file: &str, extension: &str, written: &str) {
    let path = format!("../../../../tests/golden/briefs/{file}.{extension}");
    expect_file![path].assert_eq(written);
}

#[test]
fn briefs_of_cases_of_every_kind() {
    for Named { file, title, evaluation } in kept() {
        let brief = brief_of(&evaluation, title);
        let style = NumberStyle::default();
        let writer = Writer { evaluation: &evaluation, style: &style };
        let kind = brief.sections.iter().find_map(|section| section.chart);
        let picture = kind.map(|kind| svg(&chart(writer, kind, CHART_WIDTH), Theme::Light));
        check(file, "md", &markdown(&brief));
        check(file, "html", &page(&brief, picture.as_deref()));
        check(file, "txt", &text(&brief));
    }
}

#[test]
fn briefs_of_cases_at_the_edge() {
    for Named { file, title, evaluation } in kept_as_text() {
        check(file, "txt", &text(&brief_of(&evaluation, title)));
    }
}
