//! Parts of two files that this version does not know or cannot read, compared as they stand there.

use groundwork_model::{
    correlation::Correlation,
    input::{BenefitInput, CostInput},
    plan::PlanInput,
};
use serde_json::{Map, Value};

use super::{Difference, Said, What};
use crate::{
    by_path::ByPath,
    case_file::{CaseFile, single_inputs},
    line::ids,
    plan::{MAX_QUARTERS, SplitAt, inputs_of_initiative, inputs_of_quarter, strategy_inputs},
    schema::latest::Document,
    slot::plan as slots,
    text::shown,
};

/// Names of what is compared in the lines of a list apart from their numbers.
fn words_of(list: &str) -> &'static [&'static str] {
    match list {
        "plan.strategies" => &["id", "kind"],
        "plan.initiatives" => &["id", "title", "category", "horizon"],
        _ => &["id", "kind", "label", "tag"],
    }
}

/// The parts that differ, in the order of their paths.
pub(super) fn differences(mine: &CaseFile, theirs: &CaseFile) -> Vec<Difference> {
    let [mine, theirs] = [mine, theirs].map(Leftover::of);
    let paths = mine.iter().chain(theirs.iter().filter(|(path, _)| mine.get(path).is_none()));
    let mut found = ByPath::default();
    for (path, _) in paths {
        let sides = [mine.get(path), theirs.get(path)];
        if sides[0] != sides[1] {
            found.insert(path.clone(), sides.map(said));
        }
    }
    let found = found.iter().map(|(path, [mine, theirs])| Difference {
        path: shown(path),
        line: None,
        what: What::Other,
        mine: mine.clone(),
        theirs: theirs.clone(),
    });
    found.collect()
}

fn said(value: Option<&Value>) -> Said {
    value.map_or(Said::Nothing, |_| Said::Unusable)
}

/// What stands in a file at paths nothing else is said about.
struct Leftover {
    /// List and path of every line that can be used.
    lines: Vec<(&'static str, String)>,
    found: ByPath<Value>,
}

impl Leftover {
    fn of(file: &CaseFile) -> ByPath<Value> {
        let mut leftover = Self { lines: lines(file), found: ByPath::default() };
        let document = &file.document;
        let Value::Object(fields) = file.to_json() else { return leftover.found };
        for (name, value) in fields {
            match (name.as_str(), value) {
                ("format" | "version", _) => (),
                ("costs", Value::Array(items)) => {
                    leftover.list("costs", items, &ids(&document.costs));
                }
                ("benefits", Value::Array(items)) => {
                    leftover.list("benefits", items, &ids(&document.benefits));
                }
                ("sources", Value::Object(sources)) => {
                    for (path, source) in sources {
                        leftover.walk(format!("sources.{path}"), source);
                    }
                }
                ("plan", Value::Object(parts)) => leftover.plan(document, parts),
                ("uncertainty", Value::Object(mut parts)) => {
                    let usable = file.usable_correlations();
                    if let Some(Value::Array(pairs)) = parts.get_mut("correlations") {
                        leftover.correlations(std::mem::take(pairs), &usable);
                        parts.shift_remove("correlations");
                    }
                    leftover.fields("uncertainty", parts);
                }
                (_, value) => leftover.walk(name, value),
            }
        }
        leftover.found
    }

    fn plan(&mut self, document: &Document, parts: Map<String, Value>) {
        for (name, value) in parts {
            match (name.as_str(), value) {
                ("strategies", Value::Array(items)) => {
                    self.list("plan.strategies", items, &ids(slots::strategies(document)));
                }
                ("initiatives", Value::Array(items)) => {
                    self.list("plan.initiatives", items, &ids(slots::initiatives(document)));
                }
                ("quarters", Value::Array(items)) => {
                    let positions: Vec<String> =
                        (0..items.len().min(MAX_QUARTERS)).map(|at| at.to_string()).collect();
                    self.list("plan.quarters", items, &positions);
                }
                (_, value) => self.walk(format!("plan.{name}"), value),
            }
        }
    }

    /// Of a pair that can be used only what is not known here is left.
    fn correlations(&mut self, pairs: Vec<Value>, usable: &[(usize, Correlation)]) {
        for (position, pair) in pairs.into_iter().enumerate() {
            let path = format!("uncertainty.correlations[{position}]");
            match pair {
                Value::Object(mut pair) if usable.iter().any(|(at, _)| *at == position) => {
                    pair.retain(|name, _| !["a", "b", "rank"].contains(&name.as_str()));
                    self.fields(&path, pair);
                }
                pair => self.found.insert(path, pair),
            }
        }
    }

    fn list(&mut self, list: &str, items: Vec<Value>, ids: &[String]) {
        for (position, item) in items.into_iter().enumerate() {
            match ids.get(position) {
                Some(id) => self.walk(format!("{list}.{id}"), item),
                None => self.found.insert(format!("{list}[{position}]"), item),
            }
        }
    }

    /// Notes the value, or what is in it, unless it is known.
    fn walk(&mut self, path: String, value: Value) {
        match value {
            Value::Object(fields) => self.fields(&path, fields),
            _ if self.is_known(&path) => (),
            value => self.found.insert(path, value),
        }
    }

    fn fields(&mut self, path: &str, fields: Map<String, Value>) {
        let is_number = self.is_number(path);
        for (name, value) in fields {
            if !(is_number && ["low", "likely", "high"].contains(&name.as_str())) {
                self.walk(format!("{path}.{name}"), value);
            }
        }
    }

    fn is_known(&self, path: &str) -> bool {
        if ["title", "currency", "start", "investment.paid_from"].contains(&path)
            || self.is_number(path)
        {
            return true;
        }
        let Some((before, name)) = path.rsplit_once('.') else { return false };
        match before.strip_prefix("sources.") {
            Some(number) => ["kind", "note"].contains(&name) && self.is_number(number),
            None => self.list_of(before).is_some_and(|list| words_of(list).contains(&name)),
        }
    }

    /// Whether a number of the case stands at the path.
    fn is_number(&self, path: &str) -> bool {
        if single_inputs().any(|input| input.spec().path == path) {
            return true;
        }
        let Some((before, name)) = path.rsplit_once('.') else { return false };
        let is_of = |input: PlanInput| input.spec().path == name;
        match self.list_of(before) {
            Some("costs") => CostInput::ALL.iter().any(|input| input.spec().path == name),
            Some("benefits") => BenefitInput::ALL.iter().any(|input| input.spec().path == name),
            Some("plan.strategies") => strategy_inputs().any(|input| input.spec().path == name),
            Some("plan.quarters") => inputs_of_quarter(0).into_iter().any(is_of),
            Some(_) => inputs_of_initiative(0).into_iter().any(is_of),
            None => false,
        }
    }

    /// The list of the line at the path, where such a line can be used.
    fn list_of(&self, path: &str) -> Option<&'static str> {
        self.lines.iter().find(|(_, line)| line == path).map(|(list, _)| *list)
    }
}

/// List and path of every line that can be used; of a quarter that of its split.
fn lines(file: &CaseFile) -> Vec<(&'static str, String)> {
    let of = |list: &'static str, ids: Vec<String>| {
        ids.into_iter().map(move |id| (list, format!("{list}.{id}")))
    };
    let quarters = (0..file.quarters()).map(|at| ("plan.quarters", SplitAt::Quarter(at).path()));
    of("costs", file.costs().into_iter().map(|line| line.id).collect())
        .chain(of("benefits", file.benefits().into_iter().map(|line| line.id).collect()))
        .chain(of("plan.strategies", file.strategies().into_iter().map(|line| line.id).collect()))
        .chain(quarters)
        .chain(of("plan.initiatives", file.initiatives().into_iter().map(|line| line.id).collect()))
        .collect()
}
