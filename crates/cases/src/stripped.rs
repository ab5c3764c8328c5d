//! A case file without anything a person wrote into it but its numbers.

use groundwork_model::input::{CostInput, Input};

use crate::{
    case_file::CaseFile,
    line::TAG_KEYS,
    reading::inputs_of,
    schema::{
        Field, Number, Range,
        latest::{self, Text},
    },
    slot,
    source::KNOWN_KINDS,
    text::{MAX_LIST_ENTRIES, check_currency},
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
        for input in Input::SINGLE {
            self.copy_number(input, &mut file);
        }
        self.copy_costs(&mut file);
        self.copy_benefits(&mut file);
        self.copy_correlations(&mut file);
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
        let Some(uncertainty) = self.document.uncertainty.right() else { return };
        let path = |name: &Text| {
            let input = self.input_at(name.right()?)?;
            Some(right(&file.path(input)))
        };
        let copied: Vec<Field<latest::Correlation>> = slot::items(&uncertainty.correlations)
            .iter()
            .take(MAX_LIST_ENTRIES)
            .filter_map(|correlation| {
                let from = correlation.right()?;
                let (a, b) = (path(&from.a)?, path(&from.b)?);
                let rank = Some(without_names(from.rank.as_ref()?)?);
                Some(Field::Right(latest::Correlation { a, b, rank, ..Default::default() }))
            })
            .collect();
        if !copied.is_empty()
            && let Some(to) = file.document.uncertainty.or_create()
        {
            to.correlations = Field::Right(copied);
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
