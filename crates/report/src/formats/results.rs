//! An evaluation as JSON: what the JavaScript API gives and the golden files hold.

use groundwork_model::{
    benefit::Tag,
    evaluation::Evaluation,
    figure::{CalendarFigure, FigureId, HeadlineFigure, MonthFigure, ReturnFigure, TagFigure},
    solve::Solution,
    thresholds::Scope,
};
use serde_json::{Map, Value, json};

use crate::{
    document::{Writer, notes::note_text},
    wording::NumberStyle,
};

/// All figures of an evaluation, `null` where one does not exist, and the notes that say why.
///
/// `unused` are paths of the case file that were kept and not read; each is noted.
pub fn results(evaluation: &Evaluation, unused: &[String], style: &NumberStyle) -> Value {
    let number = |id| number(evaluation, id);
    let headline = object(HeadlineFigure::ALL, |f| (f.key(), number(FigureId::Headline(f))));
    let returns = object(ReturnFigure::ALL, |f| (f.key(), number(FigureId::Return(f))));
    let years = evaluation.calendar_years.iter().map(|sums| {
        let id = |figure| FigureId::CalendarYear(sums.year, figure);
        with("year", sums.year, object(CalendarFigure::ALL, |f| (f.key(), number(id(f)))))
    });
    let months = evaluation.timeline.months().iter().map(|month| {
        let id = |figure| FigureId::Month(month.month, figure);
        with("month", month.month, object(MonthFigure::ALL, |f| (f.key(), number(id(f)))))
    });
    let by_tag = object(&Tag::ALL, |tag| {
        let totals = object(TagFigure::ALL, |f| (f.key(), number(FigureId::ByTag(tag, f))));
        (tag.key(), Value::Object(totals))
    });
    let thresholds = object(&Scope::ALL, |scope| {
        let of_scope = object(scope.thresholds(), |threshold| {
            (threshold.key(), number(FigureId::Threshold(scope, threshold)))
        });
        (scope.key(), Value::Object(of_scope))
    });
    json!({
        "headline": headline,
        "calendar_years": years.collect::<Vec<_>>(),
        "timeline": months.collect::<Vec<_>>(),
        "returns": returns,
        "by_tag": by_tag,
        "thresholds": thresholds,
        "notes": notes(evaluation, unused, style),
    })
}

/// The answer of `solve` as JSON.
pub fn solution(solution: &Solution) -> Value {
    let further = solution.further.iter();
    let sides = further.clone().map(|crossing| crossing.is_met_above);
    json!({
        "value": solution.value,
        "today": solution.today,
        "met_today": solution.is_met_today,
        "met_above": solution.is_met_above,
        "further": further.map(|crossing| crossing.value).collect::<Vec<_>>(),
        "further_met_above": sides.collect::<Vec<_>>(),
    })
}

fn notes(evaluation: &Evaluation, paths: &[String], style: &NumberStyle) -> Vec<Value> {
    let writer = Writer { evaluation, style };
    let note = |note: &groundwork_model::note::Note| {
        json!({
            "figure": note.figure.map(FigureId::path),
            "code": note.reason.code(),
            "text": note_text(writer, note),
        })
    };
    let unused = |path: &String| {
        let text = format!("{path} is not known here; it is kept and changes no figure.");
        json!({ "figure": null, "code": "unused_field", "text": text })
    };
    evaluation.notes.iter().map(note).chain(paths.iter().map(unused)).collect()
}

fn number(evaluation: &Evaluation, id: FigureId) -> Value {
    evaluation.figure(id).map_or(Value::Null, |value| json!(value))
}

fn object<T: Copy>(items: &[T], entry: impl Fn(T) -> (&'static str, Value)) -> Map<String, Value> {
    let entry = |item: &T| {
        let (key, value) = entry(*item);
        (key.to_owned(), value)
    };
    items.iter().map(entry).collect()
}

fn with(key: &str, number: u32, rest: Map<String, Value>) -> Value {
    let mut entries = Map::from_iter([(key.to_owned(), json!(number))]);
    entries.extend(rest);
    Value::Object(entries)
}
