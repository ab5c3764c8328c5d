//! The plan while somebody works on it: splits of capacity, strategies to compare, initiatives.

use groundwork_cases::{case_file::CaseFile, draft::Draft, plan::SplitAt};
use groundwork_model::{
    estimate::Estimate,
    input::Input,
    plan::{Horizon, InitiativeInput, InitiativeLine, PlanInput, StrategyKind, StrategyLine},
    split::{Category, Split, SplitError},
};
use groundwork_report::{document::plan_names::quarter, wording::Kind};
use leptos::prelude::*;

use super::{
    entry::{Message, read},
    lines::Row,
    workspace::Workspace,
};

/// Quarters that can be chosen for an initiative: three years, or as far as anything is placed.
const QUARTERS_OFFERED: usize = 12;

impl Workspace {
    /// The split that holds: the quarter's own, else that of the last quarter before it that has
    /// one, else today's, else the usual one.
    pub fn split(&self, at: SplitAt) -> Split {
        self.draft.with(|draft| {
            let file = draft.file();
            match at {
                SplitAt::Today => file.split(SplitAt::Today).unwrap_or_default(),
                SplitAt::Quarter(quarter) => file.split_in_force(quarter),
            }
        })
    }

    /// Whether somebody entered the split of a time.
    pub fn is_split_entered(&self, at: SplitAt) -> bool {
        self.draft.with(|draft| draft.file().split(at).is_some())
    }

    /// Number of quarters that have a split of their own.
    pub fn quarters(&self) -> usize {
        self.draft.with(|draft| draft.file().quarters())
    }

    /// Gives a category another share; the others give way.
    ///
    /// # Errors
    ///
    /// A sentence where the share cannot be.
    pub fn set_share(&self, at: SplitAt, category: Category, share: f64) -> Result<(), String> {
        self.set_share_from(untrack(|| self.split(at)), at, category, share)
    }

    /// The same from a split as it was before: a slider that comes back brings all of it back.
    ///
    /// # Errors
    ///
    /// A sentence where the share cannot be.
    pub fn set_share_from(
        &self,
        before: Split,
        at: SplitAt,
        category: Category,
        share: f64,
    ) -> Result<(), String> {
        let split = before.with(category, share);
        let split = split.map_err(|error| match error {
            SplitError::OnlyDebt => "Debt cannot take all of the capacity.".to_owned(),
            SplitError::OutOfBounds { .. } | SplitError::NotWhole { .. } => {
                "A share is 0% to 100%.".to_owned()
            }
        })?;
        self.change(&at.path(), Box::new(move |draft| draft.set_split(at, Some(split))));
        Ok(())
    }

    /// Takes what was typed as the share of a category and says what is to be said about it.
    pub fn type_share(&self, at: SplitAt, category: Category, text: &str) -> Message {
        let input = at.input(category);
        let is_kept = self.draft.with_untracked(|draft| {
            draft.text(&draft.file().path(input)).is_some_and(|kept| kept == text)
        });
        if !is_kept && text == untrack(|| self.share_text(at, category)) {
            return Message::Nothing;
        }
        let read = self.style.with_untracked(|style| read(text, input, style));
        let taken = read.and_then(|entry| self.set_share(at, category, entry.estimate.likely()));
        match taken {
            Ok(()) => Message::Nothing,
            // An empty field falls back to the share that holds.
            Err(_) if text.trim().is_empty() => Message::Nothing,
            Err(problem) if is_kept => Message::Problem(problem),
            Err(problem) => {
                let refused = Err::<Estimate, _>(problem.clone());
                let keep = |draft: &mut Draft| drop(draft.type_number(input, text, refused));
                self.change(&at.path(), Box::new(keep));
                Message::Problem(problem)
            }
        }
    }

    /// What the field of a share shows when nobody is typing.
    pub fn share_text(&self, at: SplitAt, category: Category) -> String {
        let input = at.input(category);
        let typed =
            self.draft.with(|draft| draft.text(&draft.file().path(input)).map(str::to_owned));
        typed.unwrap_or_else(|| {
            let share = self.split(at).share(category);
            self.style.with(|style| style.editable(share, Kind::Share))
        })
    }

    /// Enters the split that stands in as somebody's own.
    pub fn keep_split(&self) {
        let split = untrack(|| self.split(SplitAt::Today));
        self.change(
            &SplitAt::Today.path(),
            Box::new(move |draft| draft.set_split(SplitAt::Today, Some(split))),
        );
    }

    /// Gives the next quarter a split of its own, the one in force before it.
    pub fn add_quarter(&self) {
        self.change("plan.quarters.add", Box::new(|draft| _ = draft.file_mut().add_quarter()));
        self.leave_field();
    }

    /// Takes the own split of the last quarter away.
    pub fn remove_last_quarter(&self) {
        self.change("plan.quarters.remove", Box::new(Draft::remove_last_quarter));
        self.leave_field();
    }

    /// What a quarter is called: its months, or its number.
    pub fn name_of_quarter(&self, position: usize) -> String {
        let number = number(position);
        self.write(|writer| quarter(writer, number)).unwrap_or_else(|| format!("quarter {number}"))
    }

    /// Positions of the quarters an initiative can be placed in.
    pub fn quarters_offered(&self) -> usize {
        let furthest = self.draft.with(|draft| {
            let file = draft.file();
            let quarters = (0..file.initiatives().len()).filter_map(|at| quarter_of(file, at));
            quarters.max().unwrap_or(0)
        });
        furthest.max(self.quarters()).max(QUARTERS_OFFERED)
    }

    /// Number of the quarter the initiative at a position is placed in, the first is 1.
    pub fn quarter_of(&self, initiative: usize) -> Option<usize> {
        self.draft.with(|draft| quarter_of(draft.file(), initiative))
    }

    /// The strategies that are compared beside carrying on as today.
    pub fn strategies(&self) -> Vec<StrategyLine> {
        self.draft.with(|draft| draft.file().strategies())
    }

    /// The strategies as rows of a list.
    pub fn strategy_rows(&self) -> Vec<Row> {
        rows(self.strategies().into_iter().map(|line| line.id))
    }

    /// Adds a strategy to compare.
    pub fn add_strategy(&self, kind: StrategyKind) {
        let group = format!("plan.strategies.add.{}", untrack(|| self.strategies().len()));
        self.change(&group, Box::new(move |draft| _ = draft.file_mut().add_strategy(kind)));
    }

    /// Takes a strategy out of the comparison.
    pub fn remove_strategy(&self, row: &Row) {
        let position = row.position;
        let group = format!("plan.strategies.{}.remove", row.id);
        self.change(&group, Box::new(move |draft| draft.remove_strategy(position)));
    }

    /// The initiatives of the roadmap.
    pub fn initiatives(&self) -> Vec<InitiativeLine> {
        self.draft.with(|draft| draft.file().initiatives())
    }

    /// The initiatives as rows of a list.
    pub fn initiative_rows(&self) -> Vec<Row> {
        rows(self.initiatives().into_iter().map(|line| line.id))
    }

    /// Adds an initiative.
    pub fn add_initiative(&self) -> Option<Row> {
        let group = format!("plan.initiatives.add.{}", untrack(|| self.initiatives().len()));
        self.change(&group, Box::new(|draft| _ = draft.file_mut().add_initiative()));
        untrack(|| self.initiative_rows()).pop()
    }

    /// Removes an initiative, with everything that was typed into it.
    pub fn remove_initiative(&self, row: &Row) {
        let position = row.position;
        let group = format!("plan.initiatives.{}.remove", row.id);
        self.change(&group, Box::new(move |draft| draft.remove_initiative(position)));
    }

    /// Says what an initiative's capacity is taken from.
    pub fn set_category(&self, row: &Row, category: Category) {
        let position = row.position;
        let group = format!("plan.initiatives.{}.category", row.id);
        self.change(
            &group,
            Box::new(move |draft| draft.file_mut().set_initiative_category(position, category)),
        );
    }

    /// Says how soon an initiative is meant to matter.
    pub fn set_horizon(&self, row: &Row, horizon: Horizon) {
        let position = row.position;
        let group = format!("plan.initiatives.{}.horizon", row.id);
        self.change(
            &group,
            Box::new(move |draft| draft.file_mut().set_initiative_horizon(position, horizon)),
        );
    }

    /// Places an initiative in the quarter with this number, the first is 1, or in none where the
    /// text is empty.
    pub fn place(&self, row: &Row, quarter: &str) {
        let input = Input::Plan(PlanInput::Initiative(row.position, InitiativeInput::Quarter));
        drop(self.type_number(input, quarter, None));
        self.leave_field();
    }
}

fn quarter_of(file: &CaseFile, initiative: usize) -> Option<usize> {
    let input = Input::Plan(PlanInput::Initiative(initiative, InitiativeInput::Quarter));
    file.estimate(input).map(|quarter| whole(quarter.likely()))
}

fn rows(ids: impl Iterator<Item = String>) -> Vec<Row> {
    ids.enumerate().map(|(position, id)| Row { id, position }).collect()
}

/// Number of the quarter at a position, the first is 1.
fn number(position: usize) -> u32 {
    u32::try_from(position + 1).unwrap_or(u32::MAX)
}

/// Bounds keep quarters within 1 to 40, so nothing is cut off here.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(number: f64) -> usize {
    number as usize
}
