//! Plans of every kind in words, tables, pictures and JSON a reviewer can open.

use std::fmt::Write as _;

use expect_test::expect_file;
use groundwork_model::evaluation::Evaluation;
use groundwork_report::{
    charts::{ChartKind, Theme, chart, svg},
    document::{Block, FigureSpan, Table, Writer},
    formats::strategies::strategies,
    narrative::{
        brief::{Section, brief},
        plan::roadmap,
    },
    wording::NumberStyle,
};

use crate::{
    cases::kept,
    sayings::{sayings, tables},
};

#[test]
fn plans_in_words() {
    let mut page = String::from("# Plans in words\n");
    let style = NumberStyle::default();
    for (name, evaluation) in kept() {
        writeln!(page, "\n## {name}").unwrap();
        for saying in sayings(&evaluation, &style) {
            if !saying.sentences.is_empty() {
                writeln!(page, "\n### {}\n", saying.heading).unwrap();
            }
            for sentence in saying.sentences {
                writeln!(page, "- {sentence}").unwrap();
            }
        }
        for table in tables(&evaluation, &style) {
            write_table(&mut page, &table);
        }
        write_quarters(&mut page, &evaluation, &style);
        let brief = brief(Writer { evaluation: &evaluation, style: &style }, name);
        let is_of_plan = |section: &&Section| {
            ["Why not do it differently", "Not our numbers yet"].contains(&section.heading)
        };
        for section in brief.sections.iter().filter(is_of_plan) {
            for block in &section.blocks {
                let Block::Paragraph(paragraph) = block else { continue };
                writeln!(page, "\n### In the brief: {}\n\n{paragraph}", section.heading).unwrap();
            }
        }
    }
    expect_file!["../../../../tests/golden/plan.md"].assert_eq(&page);
}

fn write_table(page: &mut String, table: &Table) {
    writeln!(page, "\n### {}\n\n| {} |", table.title, table.columns.join(" | ")).unwrap();
    writeln!(page, "|{}", "---|".repeat(table.columns.len())).unwrap();
    for row in &table.rows {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        writeln!(page, "| {} | {} |", row.heading, cells.join(" | ")).unwrap();
    }
}

fn write_quarters(page: &mut String, evaluation: &Evaluation, style: &NumberStyle) {
    let said = |figures: &[FigureSpan; 4]| figures.clone().map(|figure| figure.text).join(" / ");
    writeln!(page, "\n### Quarters\n").unwrap();
    for quarter in roadmap(Writer { evaluation, style }).quarters {
        let [split, booked, left] = [&quarter.split, &quarter.booked, &quarter.left].map(said);
        let own = if quarter.is_entered { "" } else { " (as before)" };
        writeln!(page, "- {}: {split}{own}, booked {booked}, left {left}", quarter.name).unwrap();
    }
}

#[test]
fn plans_as_json() {
    for (name, evaluation) in kept() {
        if matches!(name, "everything" | "nothing_known") {
            let text = serde_json::to_string_pretty(&strategies(&evaluation)).unwrap() + "\n";
            let file = format!("../../../../tests/golden/results/strategies_{name}.json");
            expect_file![file].assert_eq(&text);
        }
    }
}

#[test]
fn plans_in_pictures() {
    let style = NumberStyle::default();
    for (name, evaluation) in kept() {
        for kind in ChartKind::PLAN {
            for (width, digits) in [(360.0, "360"), (860.0, "860")] {
                let writer = Writer { evaluation: &evaluation, style: &style };
                let picture = svg(&chart(writer, kind, width), Theme::Light);
                let key = kind.key();
                let file =
                    format!("../../../../tests/golden/charts/plan-{name}-{key}-{digits}.svg");
                if name != "nothing_known" && name != "little_room" {
                    expect_file![file].assert_eq(&picture);
                }
            }
        }
        if name == "everything" {
            let writer = Writer { evaluation: &evaluation, style: &style };
            for kind in [ChartKind::Compared, ChartKind::Split] {
                let picture = svg(&chart(writer, kind, 860.0), Theme::Dark);
                let file = format!(
                    "../../../../tests/golden/charts/plan-everything-{}-860-dark.svg",
                    kind.key()
                );
                expect_file![file].assert_eq(&picture);
            }
        }
    }
}
