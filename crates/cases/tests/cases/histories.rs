//! What can be undone, and that undoing loses nothing.

use groundwork_cases::{
    case_file::CaseFile,
    draft::Draft,
    history::{History, MAX_STEPS},
    text_field::TextField,
};
use groundwork_model::input::Input;
use proptest::{collection::vec, prelude::*};

use crate::support::{SEED, exact, file, january};

/// A draft on screen with its history.
struct Desk {
    draft: Draft,
    history: History,
}

impl Desk {
    fn new() -> Self {
        Self { draft: Draft::new(CaseFile::new(january())), history: History::default() }
    }

    fn change(&mut self, group: &str, change: impl FnOnce(&mut Draft)) {
        let before = self.draft.clone();
        change(&mut self.draft);
        self.history.record(group, &before, &self.draft);
    }

    fn title(&mut self, title: &str) {
        self.change("title", |draft| draft.type_text(TextField::Title, title).unwrap());
    }

    fn investment(&mut self, amount: f64) {
        self.change("investment.amount", |draft| {
            drop(draft.type_number::<()>(Input::Amount, "typed", Ok(exact(amount))));
        });
    }

    fn undo(&mut self) -> Option<String> {
        let step = self.history.undo(&self.draft)?;
        self.draft = step.draft;
        Some(step.group)
    }

    fn redo(&mut self) -> Option<String> {
        let step = self.history.redo(&self.draft)?;
        self.draft = step.draft;
        Some(step.group)
    }
}

#[test]
fn changes_of_one_group_that_follow_each_other_are_one_step() {
    let mut desk = Desk::new();
    let beginning = desk.draft.clone();
    for title in ["A", "Au", "Auth"] {
        desk.title(title);
    }
    assert_eq!(desk.undo().as_deref(), Some("title"));
    assert_eq!(desk.draft, beginning);
    assert!(!desk.history.can_undo());
    assert_eq!(desk.redo().as_deref(), Some("title"));
    assert_eq!(desk.draft.file().title(), "Auth");
}

#[test]
fn another_group_in_between_begins_a_new_step() {
    let mut desk = Desk::new();
    desk.title("A");
    desk.investment(1.0);
    desk.title("B");
    let undone: Vec<String> = std::iter::from_fn(|| desk.undo()).collect();
    assert_eq!(undone, ["title", "investment.amount", "title"]);
}

#[test]
fn a_second_visit_to_a_field_is_a_step_of_its_own() {
    let mut desk = Desk::new();
    desk.title("A");
    desk.history.end_group();
    desk.title("B");
    desk.undo();
    assert_eq!(desk.draft.file().title(), "A");
}

#[test]
fn typing_after_an_undo_is_a_step_of_its_own_and_clears_what_could_be_redone() {
    let mut desk = Desk::new();
    desk.title("A");
    desk.history.end_group();
    desk.title("B");
    desk.undo();
    desk.title("C");
    assert!(!desk.history.can_redo());
    desk.undo();
    assert_eq!(desk.draft.file().title(), "A");
}

#[test]
fn a_change_that_changes_nothing_is_no_step() {
    let mut desk = Desk::new();
    desk.change("title", |_| ());
    assert!(!desk.history.can_undo());

    desk.title("A");
    desk.undo();
    desk.change("title", |_| ());
    assert!(desk.history.can_redo(), "nothing happened that would make redoing wrong");
}

#[test]
fn a_step_that_came_back_to_where_it_began_is_none() {
    let mut desk = Desk::new();
    desk.investment(1.0);
    desk.title("A");
    desk.title("");
    assert_eq!(desk.undo().as_deref(), Some("investment.amount"));
    assert!(!desk.history.can_undo());
}

#[test]
fn a_whole_other_draft_is_a_step_like_any_other() {
    let mut desk = Desk::new();
    desk.title("Mine");
    desk.change("example", |draft| *draft = Draft::new(file(SEED)));
    desk.undo();
    assert_eq!(desk.draft.file().title(), "Mine");
}

#[test]
fn text_that_cannot_be_used_is_undone_and_redone_with_the_rest() {
    let mut desk = Desk::new();
    desk.change("efficiency.now", |draft| {
        drop(draft.type_number(Input::EfficiencyNow, "eight", Err(())));
    });
    desk.undo();
    assert_eq!(desk.draft.text("efficiency.now"), None);
    desk.redo();
    assert_eq!(desk.draft.text("efficiency.now"), Some("eight"));
}

#[test]
fn the_oldest_of_too_many_steps_is_forgotten() {
    let mut desk = Desk::new();
    for number in 0..MAX_STEPS + 5 {
        desk.title(&number.to_string());
        desk.history.end_group();
    }
    let undone = std::iter::from_fn(|| desk.undo()).count();
    assert_eq!(undone, MAX_STEPS);
    assert_eq!(desk.draft.file().title(), "4");
}

/// What a person may do.
#[derive(Clone, Debug)]
enum Act {
    Title(u8),
    Amount(u8),
    Leave,
    Undo,
    Redo,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        (0..4_u8).prop_map(Act::Title),
        (0..4_u8).prop_map(Act::Amount),
        Just(Act::Leave),
        Just(Act::Undo),
        Just(Act::Redo),
    ];
    vec(act, 0..60)
}

fn after(acts: &[Act]) -> Desk {
    let mut desk = Desk::new();
    for act in acts {
        match act {
            Act::Title(0) => desk.title(""),
            Act::Title(number) => desk.title(&number.to_string()),
            Act::Amount(number) => desk.investment(f64::from(*number)),
            Act::Leave => desk.history.end_group(),
            Act::Undo => drop(desk.undo()),
            Act::Redo => drop(desk.redo()),
        }
    }
    desk
}

proptest! {
    #[test]
    fn undo_then_redo_changes_nothing(acts in acts()) {
        let mut desk = after(&acts);
        let (draft, could_undo) = (desk.draft.clone(), desk.history.can_undo());
        prop_assert_eq!(desk.undo().is_some(), could_undo);
        if could_undo {
            prop_assert_ne!(&desk.draft, &draft, "a step that changes nothing");
            desk.redo();
        }
        prop_assert_eq!(desk.draft, draft);
    }

    #[test]
    fn undoing_everything_leads_to_the_beginning_and_redoing_everything_back(acts in acts()) {
        let mut desk = after(&acts);
        while desk.redo().is_some() {}
        let end = desk.draft.clone();
        while desk.undo().is_some() {}
        prop_assert_eq!(&desk.draft, &Desk::new().draft);
        while desk.redo().is_some() {}
        prop_assert_eq!(desk.draft, end);
    }
}
