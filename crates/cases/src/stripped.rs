//! A case file without anything a person wrote into it but its numbers.

use groundwork_model::{
    input::{CostInput, Input},
    plan::PlanInput,
};

use crate::{
    case_file::{CaseFile, single_inputs},
    line::TAG_KEYS,
    plan::{CATEGORY_KEYS, HORIZON_KEYS, inputs_of_initiative, inputs_of_quarter},
    reading::inputs_of,
    schema::{Field, Number, Range, latest::Text},
    slot::{self, plan as slots},
    source::KNOWN_KINDS,
    text::check_currency,
    text_field::right,
};

impl CaseFile {
    /// The same case without its title, labels, notes, the ids somebody chose, and everything this
    /// version does not know or cannot use. Its figures are the same.
    #[must_use]
    pub fn without_names_and_notes(&self) -> Self {
        let mut file = Self::default();
        file.document.currency =
            known(&self.document.currency, |text| check_currency(text).is_ok());
        file.set_start(self.start());
        file.set_paid_from(self.paid_from());
        for input in single_inputs() {
            self.copy_number(input, &mut file);
        }
        self.copy_costs(&mut file);
        self.copy_benefits(&mut file);
        self.copy_correlations(&mut file);
        self.copy_plan(&mut file);
        file.drop_empty_sections();
        file
    }

    fn copy_costs(&self, file: &mut Self) {
        for line in 0..slot::cost_positions(&self.document.costs).count() {
            if let (Some(from), Some(copy)) =
                (slot::cost(&self.document.costs, line), file.add_cost())
                && let Some(to) = slot::cost_mut(&mut file.document.costs, copy)
            {
                to.tag = known(&from.tag, |tag| TAG_KEYS.contains(&tag));
            }
            for input in CostInput::ALL {
                self.copy_number(Input::Cost(line, input), file);
            }
        }
    }

    fn copy_benefits(&self, file: &mut Self) {
        for line in 0..slot::benefit_positions(&self.document.benefits).count() {
            let from = slot::benefit(&self.document.benefits, line);
            let Some((from, kind)) = from.and_then(|from| Some((from, slot::kind(from)?))) else {
                continue;
            };
            if let Some(copy) = file.add_benefit(kind)
                && let Some(to) = slot::benefit_mut(&mut file.document.benefits, copy)
            {
                to.tag = known(&from.tag, |tag| TAG_KEYS.contains(&tag));
            }
            for input in inputs_of(kind) {
                self.copy_number(Input::Benefit(line, input), file);
            }
        }
    }

    fn copy_correlations(&self, file: &mut Self) {
        for (_, correlation) in self.usable_correlations() {
            let [a, b] = correlation.inputs();
            file.set_correlation(a, b, Some(correlation.rank()));
        }
    }

    fn copy_plan(&self, file: &mut Self) {
        if self.are_strategies_chosen() {
            file.choose_no_strategies();
            for (line, strategy) in self.strategies().into_iter().enumerate() {
                file.add_strategy(strategy.kind);
                for input in strategy.kind.inputs() {
                    self.copy_number(Input::Plan(PlanInput::Strategy(line, *input)), file);
                }
            }
        }
        for quarter in 0..self.quarters() {
            file.add_quarter_without_split();
            for input in inputs_of_quarter(quarter) {
                self.copy_number(Input::Plan(input), file);
            }
        }
        for line in 0..self.initiatives().len() {
            let from = slots::initiative(slots::initiatives(&self.document), line);
            file.add_initiative();
            if let (Some(from), Some(to)) = (from, file.initiative_mut(line)) {
                to.category = known(&from.category, |category| CATEGORY_KEYS.contains(&category));
                to.horizon = known(&from.horizon, |horizon| HORIZON_KEYS.contains(&horizon));
            }
            for input in inputs_of_initiative(line) {
                self.copy_number(Input::Plan(input), file);
            }
        }
    }

    /// Copies a number, and how it came about where that is one of the known words.
    fn copy_number(&self, input: Input, file: &mut Self) {
        if let Some(number) = self.number(input).and_then(without_names)
            && let Some(place) = slot::number_mut(&mut file.document, input)
        {
            *place = Some(number);
        }
        let kind = self.source(input).kind;
        if KNOWN_KINDS.contains(&kind) {
            file.set_source_kind(input, kind);
        }
    }
}

/// The number itself, where it is one.
fn without_names(number: &Number) -> Option<Number> {
    match number {
        Number::Exact(_) => Some(number.clone()),
        Number::Range(Range { low, likely, high, .. }) => Some(Number::Range(Range {
            low: *low,
            likely: *likely,
            high: *high,
            other: serde_json::Map::new(),
        })),
        Number::Wrong(_) => None,
    }
}

/// A text that is one of those this version knows.
fn known(text: &Text, is_known: impl Fn(&str) -> bool) -> Text {
    text.right().filter(|text| is_known(text)).map_or(Field::Absent, |text| right(text))
}
