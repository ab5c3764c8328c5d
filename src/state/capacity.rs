//! Engineering capacity in its two forms: a yearly amount, or a team that costs one.
//!
//! A case file holds one of them. The other is set aside: what was typed into it waits as text, so
//! that nothing is lost, and an amount counts until the team beside it is complete.

use groundwork_cases::{case_file::CaseFile, draft::Draft};
use groundwork_model::{bounds::Bounds, capacity::cost_of_team, estimate::Estimate, input::Input};
use groundwork_report::wording::NumberStyle;
use leptos::prelude::*;

use super::{entry, workspace::Workspace};

/// The numbers of a team.
pub const TEAM: [Input; 3] = [Input::Engineers, Input::Salary, Input::LoadedMultiplier];

impl Workspace {
    /// Whether the case counts a team rather than a yearly amount.
    pub fn is_team(&self) -> bool {
        self.draft.with(|draft| is_team(draft.file()))
    }

    /// Whether something of a team waits beside the amount that counts.
    pub fn is_team_begun(&self) -> bool {
        self.draft.with_untracked(|draft| {
            TEAM.into_iter().any(|input| draft.text(&draft.file().path(input)).is_some())
        })
    }

    /// Puts a team that was set aside in place of the yearly amount, where it is complete; otherwise
    /// the amount stays until it is.
    pub fn give_capacity_as_team(&self) {
        if untrack(|| !self.is_team() && self.cost_of_team().is_some()) {
            self.change_form(|draft, style| settle(draft, Input::Engineers, "", style));
        }
    }

    /// Puts the yearly cost of the team in its place, and sets the team aside.
    pub fn give_capacity_as_amount(&self) {
        if self.draft.with_untracked(|draft| is_team(draft.file())) {
            self.change_form(set_team_aside);
        }
    }

    /// What the team costs a year, as text, whether it counts or was set aside.
    pub fn cost_of_team(&self) -> Option<String> {
        self.draft.with(|draft| {
            self.style.with(|style| {
                let cost = yearly_cost(TEAM.map(|input| readable(draft, input, style)))?;
                Some(style.exact_money(cost.likely()))
            })
        })
    }

    /// The yearly amount as text, whether it counts or was set aside.
    pub fn capacity_amount(&self) -> Option<String> {
        self.draft.with(|draft| {
            self.style.with(|style| {
                let amount = readable(draft, Input::AnnualCost, style)?;
                Some(style.exact_money(amount.likely()))
            })
        })
    }

    fn change_form(&self, change: fn(&mut Draft, &NumberStyle)) {
        let style = self.style.get_untracked();
        self.change("capacity.form", Box::new(|draft| change(draft, &style)));
    }
}

/// Whether a text of this input waits while the other form of capacity counts.
pub(super) fn is_set_aside(file: &CaseFile, input: Input) -> bool {
    match input {
        Input::AnnualCost => is_team(file),
        _ if TEAM.contains(&input) => file.estimate(Input::AnnualCost).is_some(),
        _ => false,
    }
}

/// What the form of capacity that was begun cannot do without.
pub(super) fn needed(file: &CaseFile) -> &'static [Input] {
    if is_team(file) { &[Input::Engineers, Input::Salary] } else { &[Input::AnnualCost] }
}

/// Decides which form counts after `text` was typed into the field of `typed`: the team once it is
/// complete, until then the amount, where there is one.
pub(super) fn settle(draft: &mut Draft, typed: Input, text: &str, style: &NumberStyle) {
    if !TEAM.contains(&typed) {
        return;
    }
    let team = TEAM.map(|input| readable(draft, input, style));
    if yearly_cost(team).is_some() {
        if let Some(amount) = draft.file().estimate(Input::AnnualCost) {
            let text = entry::editable(amount, Input::AnnualCost, style);
            draft.set_aside(Input::AnnualCost, &text);
        }
        for (input, estimate) in TEAM.into_iter().zip(team) {
            if draft.file().estimate(input).is_none() {
                enter(draft, input, estimate);
            }
        }
    } else if let Some(amount) = readable(draft, Input::AnnualCost, style) {
        for input in TEAM {
            if let Some(estimate) = draft.file().estimate(input) {
                // Text that is being typed stays as it is.
                let written = entry::editable(estimate, input, style);
                draft.set_aside(input, if input == typed { text } else { &written });
            }
        }
        if draft.file().estimate(Input::AnnualCost).is_none() {
            enter(draft, Input::AnnualCost, Some(amount));
        }
    }
}

fn set_team_aside(draft: &mut Draft, style: &NumberStyle) {
    let cost = yearly_cost(TEAM.map(|input| draft.file().estimate(input)));
    for input in TEAM {
        if let Some(estimate) = draft.file().estimate(input) {
            draft.set_aside(input, &entry::editable(estimate, input, style));
        }
    }
    enter(draft, Input::AnnualCost, cost.or_else(|| readable(draft, Input::AnnualCost, style)));
}

/// Writes a number that was read before; where there is none, everything stays.
fn enter(draft: &mut Draft, input: Input, estimate: Option<Estimate>) {
    if let Some(estimate) = estimate {
        // Any text will do: it is kept only where the number cannot stand there.
        drop(draft.type_number(input, "0", Ok::<_, ()>(estimate)));
    }
}

/// The number in the file, or the one its text stands for.
fn readable(draft: &Draft, input: Input, style: &NumberStyle) -> Option<Estimate> {
    let file = draft.file();
    file.estimate(input).or_else(|| {
        let text = draft.text(&file.path(input))?;
        Some(entry::read(text, input, style).ok()?.estimate)
    })
}

/// Yearly cost of engineers, their salary and the multiplier, lowest with lowest and highest with
/// highest; `None` where a number is missing or the team costs more than any capacity may.
fn yearly_cost([engineers, salary, multiplier]: [Option<Estimate>; 3]) -> Option<Estimate> {
    let usual =
        Input::LoadedMultiplier.spec().default.and_then(|usual| Estimate::exact(usual).ok());
    let (engineers, salary, multiplier) = (engineers?, salary?, multiplier.or(usual)?);
    let cost = |of: fn(&Estimate) -> f64| {
        Bounds::CAPACITY.check(cost_of_team(of(&engineers), of(&salary), of(&multiplier))).ok()
    };
    let (low, likely, high) =
        (cost(Estimate::low)?, cost(Estimate::likely)?, cost(Estimate::high)?);
    Estimate::range(low, likely, high).ok()
}

fn is_team(file: &CaseFile) -> bool {
    TEAM.into_iter().any(|input| file.estimate(input).is_some())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

    use super::*;

    fn type_text(draft: &mut Draft, input: Input, text: &str) {
        let style = NumberStyle::default();
        let read = entry::read(text, input, &style).map(|entry| entry.estimate);
        drop(draft.type_number(input, text, read));
        settle(draft, input, text, &style);
    }

    fn likely(draft: &Draft, input: Input) -> Option<String> {
        draft.file().estimate(input).map(|estimate| estimate.likely().to_string())
    }

    #[test]
    fn an_amount_counts_until_the_team_is_complete() {
        let mut draft = Draft::default();
        type_text(&mut draft, Input::AnnualCost, "$2M");
        type_text(&mut draft, Input::Engineers, "10");
        type_text(&mut draft, Input::LoadedMultiplier, "1.5");
        assert_eq!(likely(&draft, Input::AnnualCost).unwrap(), "2000000");
        assert_eq!(draft.text("capacity.engineers"), Some("10"));
        assert_eq!(likely(&draft, Input::Engineers), None);

        type_text(&mut draft, Input::Salary, "$100k");
        assert_eq!(likely(&draft, Input::AnnualCost), None);
        assert_eq!(draft.text("capacity.annual_cost"), Some("$2,000,000"));
        let team = TEAM.map(|input| likely(&draft, input).unwrap());
        assert_eq!(team, ["10", "100000", "1.5"]);
        assert_eq!(draft.texts().count(), 1);
    }

    #[test]
    fn an_amount_comes_back_when_the_team_loses_a_number() {
        let mut draft = Draft::default();
        type_text(&mut draft, Input::AnnualCost, "$2M");
        type_text(&mut draft, Input::Engineers, "10");
        type_text(&mut draft, Input::Salary, "1");
        type_text(&mut draft, Input::Salary, "");
        assert_eq!(likely(&draft, Input::AnnualCost).unwrap(), "2000000");
        assert_eq!(draft.text("capacity.engineers"), Some("10"));
    }

    #[test]
    fn a_team_becomes_its_yearly_cost_lowest_with_lowest() {
        let style = NumberStyle::default();
        let mut draft = Draft::default();
        type_text(&mut draft, Input::Engineers, "9..10..12");
        type_text(&mut draft, Input::Salary, "$100k");
        set_team_aside(&mut draft, &style);
        let cost = draft.file().estimate(Input::AnnualCost).unwrap();
        assert_eq!(
            cost.values().map(f64::round).map(|cost| cost.to_string()),
            ["1260000", "1400000", "1680000"]
        );
        assert_eq!(draft.texts().count(), 2);
        assert!(
            draft.texts().all(|(path, _)| {
                is_set_aside(draft.file(), draft.file().input_at(path).unwrap())
            })
        );
    }
}
