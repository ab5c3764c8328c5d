//! What a file holds that this version does not use, so that a reader can be told.

use groundwork_model::{
    input::{BenefitInput, Input},
    plan::PlanInput,
};

use crate::{
    by_path::ByPath,
    case_file::{CaseFile, single_inputs},
    line::ids,
    plan::{MAX_QUARTERS, inputs_of_initiative, inputs_of_quarter, strategy_inputs},
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
        self.parts_of_plan(&mut unused);
        self.numbers(&mut unused);
        unused.fields("", &document.other);
        unused.0
    }

    fn parts_of_plan(&self, unused: &mut Unused) {
        let Some(plan) = self.document.plan.right() else { return };
        unused.fields("plan.", &plan.other);
        unused.section("plan.split", &plan.split, |split| &split.other);
        for (item, id) in slot::items(&plan.strategies).iter().zip(ids(&plan.strategies)) {
            unused.section(&format!("plan.strategies.{id}"), item, |line| &line.other);
        }
        for (position, item) in slot::items(&plan.quarters).iter().enumerate().take(MAX_QUARTERS) {
            let path = format!("plan.quarters.{position}");
            unused.section(&path, item, |quarter| &quarter.other);
            if let Some(quarter) = item.right() {
                unused.section(&format!("{path}.split"), &quarter.split, |split| &split.other);
            }
        }
        for (item, id) in slot::items(&plan.initiatives).iter().zip(ids(&plan.initiatives)) {
            unused.section(&format!("plan.initiatives.{id}"), item, |line| &line.other);
        }
    }

    fn numbers(&self, unused: &mut Unused) {
        for input in single_inputs() {
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
        for (line, strategy) in self.strategies().into_iter().enumerate() {
            for input in strategy_inputs() {
                let is_used = strategy.kind.inputs().contains(&input);
                self.number_of_plan(PlanInput::Strategy(line, input), is_used, unused);
            }
        }
        let quarters = (0..self.quarters()).flat_map(inputs_of_quarter);
        let initiatives = (0..self.initiatives().len()).flat_map(inputs_of_initiative);
        for input in quarters.chain(initiatives) {
            self.number_of_plan(input, true, unused);
        }
    }

    fn number_of_plan(&self, input: PlanInput, is_used: bool, unused: &mut Unused) {
        let number = self.number(Input::Plan(input));
        if number.is_some() && !is_used {
            unused.0.push(self.plan_path(input));
        } else if number.is_some() {
            unused.number(&self.plan_path(input), number);
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
