//! What a draft says about one line, to tell whether that has changed.

use crate::{
    by_path::ByPath,
    draft::Draft,
    line,
    schema::{
        Field,
        latest::{BenefitLine, CostLine, Source},
    },
    slot,
};

/// Everything a draft holds about one cost or benefit line: the line itself, where its numbers come
/// from, and what was typed into it and could not be used. Equal states have equal fields.
#[derive(Clone, Debug, PartialEq)]
pub struct LineState {
    cost: Option<CostLine>,
    benefit: Option<BenefitLine>,
    sources: Vec<(String, Field<Source>)>,
    texts: Vec<(String, String)>,
}

impl Draft {
    /// What is said about the cost line at a position.
    pub fn cost_state(&self, line: usize) -> LineState {
        let costs = &self.file().document.costs;
        let id = || line::id(costs, slot::cost_positions(costs).nth(line)?);
        let (sources, texts) = self.below("costs", &id);
        LineState { cost: slot::cost(costs, line).cloned(), benefit: None, sources, texts }
    }

    /// What is said about the benefit line at a position.
    pub fn benefit_state(&self, line: usize) -> LineState {
        let benefits = &self.file().document.benefits;
        let id = || line::id(benefits, slot::benefit_positions(benefits).nth(line)?);
        let (sources, texts) = self.below("benefits", &id);
        LineState { cost: None, benefit: slot::benefit(benefits, line).cloned(), sources, texts }
    }

    /// The sources and texts of a line; most cases have none, and then its id is not asked for.
    fn below(&self, list: &str, id: &dyn Fn() -> Option<String>) -> Below {
        let none = ByPath::default();
        let sources = self.file().document.sources.right().unwrap_or(&none);
        if sources.is_empty() && self.texts().next().is_none() {
            return Below::default();
        }
        let own = format!("{list}.{}.", id().unwrap_or_default());
        let of_sources = format!("sources.{own}");
        let sources = sources.iter().filter(|(path, _)| path.starts_with(&own)).cloned();
        let is_own = |path: &str| path.starts_with(&own) || path.starts_with(&of_sources);
        let texts = self.texts().filter(|(path, _)| is_own(path));
        let texts = texts.map(|(path, text)| (path.to_owned(), text.to_owned()));
        (sources.collect(), texts.collect())
    }
}

type Below = (Vec<(String, Field<Source>)>, Vec<(String, String)>);

#[cfg(test)]
mod tests {
    use groundwork_model::{
        benefit::BenefitKind,
        estimate::Estimate,
        input::{BenefitInput, Input},
    };

    use crate::{case_file::CaseFile, text_field::TextField};

    use super::*;

    #[test]
    fn only_the_line_that_is_typed_into_has_another_state() {
        let mut draft = Draft::new(CaseFile::default());
        for _ in 0..3 {
            draft.file_mut().add_benefit(BenefitKind::Incidents);
        }
        let cost_each = Input::Benefit(1, BenefitInput::CostEach);
        let states = |draft: &Draft| [0, 1, 2].map(|line| draft.benefit_state(line));
        let mut before = states(&draft);
        let mut check = |draft: &Draft, what: &str| {
            let after = states(draft);
            assert_eq!([&after[0], &after[2]], [&before[0], &before[2]], "{what}");
            assert_ne!(after[1], before[1], "{what}");
            before = after;
        };

        let eight = Estimate::exact(8.0).unwrap();
        draft.type_number(cost_each, "8", Ok::<_, String>(eight)).unwrap();
        check(&draft, "a number");
        assert!(draft.type_number(cost_each, "many", Err("no number")).is_err());
        check(&draft, "a text that cannot be used");
        draft.type_text(TextField::Note(cost_each), "The log").unwrap();
        check(&draft, "a note");
        draft.type_text(TextField::BenefitLabel(1), "Outages").unwrap();
        check(&draft, "a name");
    }
}
