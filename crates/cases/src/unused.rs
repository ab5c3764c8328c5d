//! What a file holds that this version does not use, so that a reader can be told.

use groundwork_model::input::{BenefitInput, Input};

use crate::{
    by_path::ByPath,
    case_file::CaseFile,
    line::ids,
    reading::inputs_of,
    schema::{Field, Number, Other},
    slot,
    text::shown,
};

impl CaseFile {
    /// Paths of everything in the file that this version does not use: fields it does not know,
    /// and numbers that the kind of their benefit has no place for. They are kept and written back
    /// as they were. Safe to show.
    pub fn unused(&self) -> Vec<String> {
        let mut unused = Unused(Vec::new());
        let document = &self.document;
        unused.section("capacity", &document.capacity, |capacity| &capacity.other);
        unused.section("efficiency", &document.efficiency, |efficiency| &efficiency.other);
        unused.section("investment", &document.investment, |investment| &investment.other);
        for (item, id) in slot::items(&document.costs).iter().zip(ids(&document.costs)) {
            unused.section(&format!("costs.{id}"), item, |line| &line.other);
        }
        for (item, id) in slot::items(&document.benefits).iter().zip(ids(&document.benefits)) {
            unused.section(&format!("benefits.{id}"), item, |line| &line.other);
        }
        for (path, source) in document.sources.right().into_iter().flat_map(ByPath::iter) {
            unused.section(&format!("sources.{}", shown(path)), source, |source| &source.other);
        }
        unused.section("uncertainty", &document.uncertainty, |uncertainty| &uncertainty.other);
        let correlations =
            document.uncertainty.right().map(|uncertainty| &uncertainty.correlations);
        let correlations = correlations.map_or(&[][..], slot::items).iter().enumerate();
        for (position, correlation) in correlations {
            let path = format!("uncertainty.correlations[{position}]");
            unused.section(&path, correlation, |correlation| &correlation.other);
        }
        self.numbers(&mut unused);
        unused.fields("", &document.other);
        unused.0
    }

    fn numbers(&self, unused: &mut Unused) {
        for input in Input::SINGLE {
            unused.number(input.spec().path, self.number(input));
        }
        for (line, cost) in self.costs().into_iter().enumerate() {
            for input in groundwork_model::input::CostInput::ALL {
                let path = format!("costs.{}.{}", cost.id, input.spec().path);
                unused.number(&path, self.number(Input::Cost(line, input)));
            }
        }
        for (line, benefit) in self.benefits().into_iter().enumerate() {
            for input in BenefitInput::ALL {
                let path = format!("benefits.{}.{}", benefit.id, input.spec().path);
                let number = self.number(Input::Benefit(line, input));
                if number.is_some() && !inputs_of(benefit.kind).any(|used| used == input) {
                    unused.0.push(path);
                } else {
                    unused.number(&path, number);
                }
            }
        }
    }
}

struct Unused(Vec<String>);

impl Unused {
    fn section<T>(&mut self, path: &str, section: &Field<T>, other: impl Fn(&T) -> &Other) {
        if let Some(section) = section.right() {
            self.fields(&format!("{path}."), other(section));
        }
    }

    fn number(&mut self, path: &str, number: Option<&Number>) {
        if let Some(Number::Range(range)) = number {
            self.fields(&format!("{path}."), &range.other);
        }
    }

    fn fields(&mut self, prefix: &str, fields: &Other) {
        self.0.extend(fields.keys().map(|name| format!("{prefix}{}", shown(name))));
    }
}
