//! Everything that is said about a plan, for tests that look at all of it.

use groundwork_model::evaluation::Evaluation;
use groundwork_report::{
    document::{Paragraph, Table, Writer},
    narrative::plan::{self, ByQuarter, Compared},
    wording::NumberStyle,
};

/// What is said under a heading.
pub(crate) struct Saying {
    pub(crate) heading: &'static str,
    pub(crate) sentences: Vec<Paragraph>,
}

pub(crate) fn sayings(evaluation: &Evaluation, style: &NumberStyle) -> Vec<Saying> {
    let writer = Writer { evaluation, style };
    let Compared { winners, crossings, missing, to_mind } = plan::compared(writer);
    let roadmap = plan::roadmap(writer);
    let of = |heading, sentences| Saying { heading, sentences };
    vec![
        of("What has delivered most", winners),
        of("When it catches up", crossings),
        of("What is missing", missing),
        of("What to mind", to_mind),
        of("Is 20% right?", plan::is_it_right(writer)),
        of("Best path", plan::best_path(writer).sentences),
        of("In steps or as a big rewrite", plan::portfolio_or_big_bang(writer)),
        of("What it rests on", plan::basis(writer)),
        of("Roadmap", roadmap.overbooked.into_iter().chain(roadmap.unplaced).collect()),
    ]
}

pub(crate) fn tables(evaluation: &Evaluation, style: &NumberStyle) -> Vec<Table> {
    let writer = Writer { evaluation, style };
    let by_quarter = ByQuarter::ALL.map(|shown| plan::table_by_quarter(writer, shown));
    let mut tables = vec![plan::table_at_12_24_36(writer)];
    tables.extend(by_quarter);
    tables.push(plan::best_path(writer).table);
    tables
}
