//! Parts of two files that this version does not know or cannot read, compared as they stand there.

use groundwork_model::input::{BenefitInput, CostInput, Input};
use serde_json::{Map, Value};

use super::{Difference, Said, What};
use crate::{by_path::ByPath, case_file::CaseFile, line::ids, text::shown};

/// Names of what is compared in lines apart from their numbers.
const OF_LINES: [&str; 4] = ["id", "kind", "label", "tag"];

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
    costs: Vec<String>,
    benefits: Vec<String>,
    found: ByPath<Value>,
}

impl Leftover {
    fn of(file: &CaseFile) -> ByPath<Value> {
        let mut leftover = Self {
            costs: file.costs().into_iter().map(|line| line.id).collect(),
            benefits: file.benefits().into_iter().map(|line| line.id).collect(),
            found: ByPath::default(),
        };
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
                (_, value) => leftover.walk(name, value),
            }
        }
        leftover.found
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
            None => OF_LINES.contains(&name) && self.line(before).is_some(),
        }
    }

    /// Whether a number of the case stands at the path.
    fn is_number(&self, path: &str) -> bool {
        if Input::SINGLE.iter().any(|input| input.spec().path == path) {
            return true;
        }
        let Some((before, name)) = path.rsplit_once('.') else { return false };
        match self.line(before) {
            Some("costs") => CostInput::ALL.iter().any(|input| input.spec().path == name),
            Some(_) => BenefitInput::ALL.iter().any(|input| input.spec().path == name),
            None => false,
        }
    }

    /// The list of the line at the path, where such a line can be used.
    fn line(&self, path: &str) -> Option<&'static str> {
        let (list, id) = path.split_once('.')?;
        let (list, ids) = match list {
            "costs" => ("costs", &self.costs),
            "benefits" => ("benefits", &self.benefits),
            _ => return None,
        };
        ids.iter().any(|own| own == id).then_some(list)
    }
}
