//! What persons typed stays text in every format, whatever it is.

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    case::{BenefitLine, CostLine},
    evaluation::{Evaluation, evaluate},
    input::{BenefitInput, CostInput, Input},
};
use groundwork_report::{
    document::{Block, FigureSpan, KeyFigure, Paragraph, Span, Statement},
    formats::{
        BriefFormat,
        html::{page, rich_text},
        markdown::markdown,
        text::{LINE_WIDTH, text},
        written,
    },
    narrative::brief::{Brief, Section},
};

use crate::{
    brief_of,
    cases::{enter, kept, seed_with},
};

const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "](javascript:alert(1)) [x](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "`code` ```\nfence\n``` **bold** _it_ ~~gone~~ <b>",
    "a | b | c\n| --- | --- |\n| 1 | 2 |",
    "# heading\n\n- item\n\n> quote\n\n1. one\n===",
    "https://evil.example www.evil.example &lt;b&gt; &#60;b&#62;",
    "left \u{202e}thgir\u{202c} \u{2066}isolated\u{2069} \u{0}\u{7}end",
    "</style></head><body></html><!--",
];

/// A case whose every name is `name`.
fn named(name: &str) -> Evaluation {
    let mut builder = seed_with(&[]);
    let (label, tag) = (name.to_owned(), Tag::Capacity);
    builder.add_cost(CostLine { id: "c1".into(), label: label.clone(), tag });
    let kind = BenefitKind::Incidents;
    builder.add_benefit(BenefitLine { id: "b1".into(), label, kind, tag });
    enter(
        &mut builder,
        &[
            (Input::Cost(0, CostInput::Once), 5e3),
            (Input::Benefit(0, BenefitInput::PerYearNow), 12.0),
            (Input::Benefit(0, BenefitInput::PerYearAfter), 3.0),
            (Input::Benefit(0, BenefitInput::CostEach), 8e3),
        ],
    );
    evaluate(&builder.build().unwrap())
}

/// The brief of a case with a name of as many words, so that as much is said.
fn harmless(name: &str) -> Brief {
    let name = vec!["word"; name.split_whitespace().count()].join(" ");
    brief_of(&named(&name), &name)
}

/// Names of the elements of some HTML, in order.
fn elements(html: &str) -> Vec<&str> {
    let end = |tag: &str| tag.find([' ', '>']).unwrap_or(tag.len());
    html.split('<').skip(1).map(|tag| &tag[..end(tag)]).collect()
}

#[test]
fn names_bring_no_element_into_html() {
    for name in HOSTILE {
        let (brief, harmless) = (brief_of(&named(name), name), harmless(name));
        assert_eq!(elements(&page(&brief, None)), elements(&page(&harmless, None)), "{name}");
        assert_eq!(elements(&rich_text(&brief)), elements(&rich_text(&harmless)), "{name}");
    }
}

#[test]
fn names_bring_no_markup_into_markdown() {
    let kinds = |text: &str| {
        let kind = |line: &str| line.chars().take_while(|char| " #-|".contains(*char)).collect();
        text.lines().map(kind).collect::<Vec<String>>()
    };
    for name in HOSTILE {
        let text = markdown(&brief_of(&named(name), name));
        assert_eq!(kinds(&text), kinds(&markdown(&harmless(name))), "{text}");
        // Without what is escaped, nothing is left that means anything.
        let mut plain = String::new();
        let mut chars = text.chars();
        while let Some(char) = chars.next() {
            if char == '\\' {
                chars.next();
            } else {
                plain.push(char);
            }
        }
        let is_in_table = |line: &&str| line.starts_with('|');
        for line in plain.lines().filter(|line| !is_in_table(line)) {
            assert!(!line.contains(['`', '*', '_', '[', ']', '<', '>', '~', '&', '|']), "{line}");
            assert!(!line.contains("://") && !line.contains("www."), "{line}");
        }
    }
}

#[test]
fn names_turn_no_direction_and_break_no_line() {
    for name in HOSTILE {
        let brief = brief_of(&named(name), name);
        for format in BriefFormat::ALL {
            let text = written(&brief, format);
            let turns =
                |char: char| matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            assert!(!text.contains(turns), "{name}");
            assert!(!text.contains(|char: char| char.is_control() && char != '\n'), "{name}");
        }
    }
}

#[test]
fn a_long_name_wraps_and_is_not_cut() {
    let long = "debt ".repeat(400);
    let brief = brief_of(&named("A name"), &long);
    let plain = text(&brief);
    let count = |text: &str| text.matches("debt").count();
    assert_eq!(count(&plain), 400 + count(&text(&brief_of(&named("A name"), "A name"))));
    assert!(plain.lines().all(|line| line.chars().count() <= LINE_WIDTH), "{plain}");
    let one_word = "x".repeat(2_000);
    for format in BriefFormat::ALL {
        let long = written(&brief_of(&named(&one_word), &one_word), format);
        assert!(long.matches(&one_word).count() >= 3, "{format:?}");
    }
}

/// Blocks no brief has yet are written too, so that none is lost when one does.
#[test]
fn every_block_is_written_in_every_format() {
    let figure = |text: &str| {
        let id = groundwork_model::figure::FigureId::Input(Input::Amount);
        FigureSpan { id, case: 0, text: text.to_owned(), is_key: true, reason: None }
    };
    let words = |text: &str| Paragraph(vec![Span::Plain(text.to_owned())]);
    let statement = Statement {
        what: words("A <year>"),
        detail: Some(words("of work")),
        figure: figure("+$60k"),
        unit: "net",
    };
    let key = KeyFigure { label: words("Of it cash"), figure: figure("$7k"), unit: "a week" };
    let blocks = vec![
        Block::KeyFigures(vec![key]),
        Block::Statements(vec![statement]),
        Block::Notes(vec![words("+ 1 to be minded"), words("1. and this")]),
    ];
    let sections = vec![Section { heading: "Any", blocks, chart: None }];
    let brief = Brief { title: "Every block".to_owned(), sections };
    let plain = text(&brief);
    assert!(plain.contains("- Of it cash: $7k a week\n"), "{plain}");
    assert!(plain.contains("- A <year>: +$60k net (of work)\n"), "{plain}");
    let marked = markdown(&brief);
    assert!(marked.contains("- A \\<year\\>: +$60k net (of work)\n"), "{marked}");
    assert!(marked.contains("- \\+ 1 to be minded\n- 1\\. and this\n"), "{marked}");
    let rich = rich_text(&brief);
    assert!(
        rich.contains("<li>A &lt;year&gt;: <strong>+$60k</strong> net (of work)</li>"),
        "{rich}"
    );
}

#[test]
fn rich_text_needs_nothing_but_inline_styles() {
    for named in kept() {
        let html = rich_text(&brief_of(&named.evaluation, named.title));
        for word in ["<script", "<style", "<svg", "class=", "url(", "http"] {
            assert!(!html.contains(word), "{word} in {html}");
        }
    }
}

#[test]
fn the_page_asks_for_nothing() {
    let brief = brief_of(&kept()[0].evaluation, "A name");
    let html = page(&brief, Some("<svg role=\"img\"><title>Net</title></svg>"));
    assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'"), "{html}");
    assert!(html.contains("<figure>\n<svg role=\"img\"><title>Net</title></svg>\n</figure>"));
    for word in ["<script", "<link", "src=", "url(", "http://", "https://", " style="] {
        assert!(!html.contains(word), "{word} in {html}");
    }
}

#[test]
fn formats_have_names() {
    for format in BriefFormat::ALL {
        assert_eq!(BriefFormat::of_name(format.name()), Some(format));
    }
    assert_eq!(BriefFormat::of_name("docx"), None);
}
