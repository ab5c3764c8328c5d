//! Which cases and saved points are held against the case on screen, and what they come to.

mod cards;
mod names;

use std::sync::Arc;

use groundwork_cases::{
    case_file::CaseFile,
    draft::Draft,
    library::{Library, Point, name_of},
    text_field::TextField,
};
use groundwork_model::evaluation::{Evaluation, evaluate};
use groundwork_report::{
    charts::{Chart, Overlaid, overlaid},
    document::Writer,
    narrative::{
        brief::Brief,
        side_by_side::{Relation, Side, side_by_side},
    },
    wording::NumberStyle,
};
use leptos::prelude::*;

pub use self::cards::{Card, Choice};
use self::names::{NAME_OF_CASE, titles, told_apart, variant_title};
use super::{
    differing::entries, keeper::Showing, points::moment_of, switching::Destination, view::View,
    workspace::Workspace,
};
use crate::browser::{
    document, local_store::LocalStore, number_style::number_style, other_tabs::on_stored_elsewhere,
    session,
};

/// Said where a variant would stand beside nothing.
const NOT_KEPT: &str =
    "The case itself could not be kept, so there would be nothing to compare a variant with";

/// Most cases that are held against the one on screen.
pub const MOST_OTHERS: usize = 2;

/// What is held against the case on screen. It belongs to the tab and survives a reload.
#[derive(Clone, Copy)]
pub struct Compared {
    /// What the reader chose, at most [`MOST_OTHERS`]; some of it may be gone meanwhile.
    pub chosen: RwSignal<Vec<Chosen>>,
    /// What of it is there, as it is stored now.
    pub others: Memo<Vec<Other>>,
    /// Counts what happened to the stored cases.
    changed: RwSignal<u32>,
}

/// Something that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// One of the reader's cases, by its id.
    Case(String),
    /// A saved point of the case on screen, by its key.
    Point(String),
}

/// A case that is held against the one on screen.
#[derive(Clone, Debug)]
pub struct Other {
    /// What it is.
    pub chosen: Chosen,
    /// What it is called.
    pub name: String,
    /// When it was saved.
    pub about: String,
    /// What it holds.
    pub draft: Draft,
    /// How its numbers are written.
    pub style: NumberStyle,
    /// What it comes to; `None` while it is not complete.
    pub evaluation: Option<Arc<Evaluation>>,
}

/// The same draft has the same figures.
impl PartialEq for Other {
    fn eq(&self, other: &Self) -> bool {
        (&self.chosen, &self.name, &self.about, &self.draft)
            == (&other.chosen, &other.name, &other.about, &other.draft)
    }
}

impl Chosen {
    /// What it is stored under, or by.
    fn key(&self) -> &str {
        match self {
            Self::Case(key) | Self::Point(key) => key,
        }
    }

    /// As the tab remembers it.
    fn as_text(&self) -> String {
        match self {
            Self::Case(id) => ["case ", id].concat(),
            Self::Point(key) => ["point ", key].concat(),
        }
    }

    fn of_text(text: &str) -> Option<Self> {
        match text.split_once(' ')? {
            ("case", id) => Some(Self::Case(id.to_owned())),
            ("point", key) => Some(Self::Point(key.to_owned())),
            _ => None,
        }
    }
}

impl Compared {
    /// What this tab compared before a reload. Cases that another tab saves are followed.
    pub fn open(workspace: Workspace) -> Self {
        let kept = session::compared().unwrap_or_default();
        let kept = kept.lines().filter_map(Chosen::of_text).take(MOST_OTHERS).collect();
        let (chosen, changed) = (RwSignal::new(kept), RwSignal::new(0_u32));
        let others = Memo::new(move |_| {
            changed.track();
            let open = workspace.keeper.showing.get();
            chosen.with(|chosen: &Vec<Chosen>| read(chosen, &open))
        });
        let compared = Self { chosen, others, changed };
        on_stored_elsewhere(Box::new(move |_| compared.hear(workspace)));
        compared
    }

    /// Reads the stored cases anew, because another tab did something, and says which of them are gone.
    fn hear(self, workspace: Workspace) {
        let before = self.others.get_untracked();
        self.refresh();
        let left = self.others.get_untracked();
        let open = workspace.keeper.showing.get_untracked();
        let is_gone = |other: &&Other| {
            matches!(&other.chosen, Chosen::Case(id) if !is_own(&open, id))
                && left.iter().all(|left| left.chosen != other.chosen)
        };
        for Other { name, .. } in before.iter().filter(is_gone) {
            workspace.say(
                ["“", name, "” was deleted in another tab and is compared no longer"].concat(),
            );
        }
    }

    /// Follows what happens to the stored cases.
    pub fn track(self) {
        self.changed.track();
    }

    /// Reads the stored cases anew.
    pub fn refresh(self) {
        self.changed.update(|times| *times += 1);
    }

    /// Holds these against the case on screen, from now on.
    pub fn choose(self, chosen: Vec<Chosen>) {
        let lines: Vec<String> = chosen.iter().map(Chosen::as_text).collect();
        session::remember_compared(&lines.join("\n"));
        self.chosen.set(chosen);
        self.refresh();
    }

    /// Holds something against the case on screen no longer.
    pub fn remove(self, chosen: &Chosen) {
        let mut left = self.chosen.get_untracked();
        left.retain(|other| other != chosen);
        self.choose(left);
    }

    /// Compares with this alone, in the view for it.
    pub fn begin(self, workspace: Workspace, chosen: Chosen) {
        self.choose(vec![chosen]);
        workspace.go_to_view(View::Compare);
    }

    /// Opens another of the cases; the one on screen takes its place among the others.
    pub fn open_other(self, workspace: Workspace, id: &str) {
        let before = workspace.keeper.showing.get_untracked();
        workspace.go(Destination::Own(id.to_owned()));
        let is_there = workspace.keeper.showing.with_untracked(|now| is_own(now, id));
        if let (true, Showing::Own(before)) = (is_there, before) {
            let mut chosen = self.chosen.get_untracked();
            for other in chosen.iter_mut().filter(|other| **other == Chosen::Case(id.to_owned())) {
                *other = Chosen::Case(before.clone());
            }
            self.choose(chosen);
        }
    }

    /// Puts the case back to how it was at a point, as a step that can be undone.
    pub fn go_back_to(self, workspace: Workspace, key: &str) {
        let is_meant = |other: &&Other| other.chosen == Chosen::Point(key.to_owned());
        let then = self.others.with_untracked(|others| {
            others.iter().find(is_meant).map(|other| (other.name.clone(), other.draft.clone()))
        });
        if let Some((name, draft)) = then {
            workspace.change_all("the saved point", draft);
            workspace.say(["The case is as it was at “", &name, "”"].concat());
        }
    }

    /// Goes on in a variant of the case on screen, which is kept and stands beside it.
    pub fn begin_variant(self, workspace: Workspace) {
        let Showing::Own(before) = workspace.keeper.showing.get_untracked() else { return };
        if !workspace.keeper.may_leave(workspace.draft) {
            workspace.say(NOT_KEPT.to_owned());
            return;
        }
        let mut variant = workspace.draft.get_untracked();
        let title = variant_title(variant.file().title(), &titles());
        // A title that is too long stays as it is.
        drop(variant.type_text(TextField::Title, &title));
        workspace.go(Destination::Begun(Box::new(variant)));
        let has_stayed = workspace.keeper.showing.with_untracked(|now| is_own(now, &before));
        if !has_stayed {
            self.begin(workspace, Chosen::Case(before));
            workspace.say(["“", name_of(&title), "” was added and is open"].concat());
        }
    }

    /// What is said about the case on screen and the others; `None` where nothing is compared.
    pub fn written(self, workspace: Workspace) -> Option<Brief> {
        self.with_sides(workspace, |relation, sides, cases| {
            let mut entries = entries(cases);
            // The names of cases stand over the columns.
            if relation == Relation::Cases {
                entries.retain(|entry| entry.what != NAME_OF_CASE);
            }
            side_by_side(relation, sides, &entries)
        })
    }

    /// The running totals of all of them over each other, where they can be drawn.
    pub fn drawn(self, workspace: Workspace, width: f64) -> Option<Chart> {
        self.with_sides(workspace, |_, sides, _| {
            let numbered = (0_u8..).zip(sides);
            let cases: Vec<Overlaid<'_>> = numbered
                .filter_map(|(case, side)| {
                    Some(Overlaid { name: &side.name, case, writer: side.writer? })
                })
                .collect();
            overlaid(&cases, width)
        })
        .flatten()
    }

    /// What `write` says about one of the cases, the one on screen being 0.
    pub fn write<T>(
        self,
        workspace: Workspace,
        case: u8,
        write: impl FnOnce(Writer<'_>) -> T,
    ) -> Option<T> {
        let Some(position) = usize::from(case).checked_sub(1) else {
            return workspace.write(write);
        };
        self.others.with(|others| {
            let Other { evaluation, style, .. } = others.get(position)?;
            Some(write(Writer { evaluation: evaluation.as_deref()?, style }))
        })
    }

    /// The name of one of the cases as it stands over its card.
    pub fn name(self, workspace: Workspace, case: u8) -> Option<String> {
        self.with_sides(workspace, |_, sides, _| {
            sides.get(usize::from(case)).map(|side| side.name.clone())
        })
        .flatten()
    }

    fn with_sides<T>(
        self,
        workspace: Workspace,
        then: impl FnOnce(Relation<'_>, &[Side<'_>], &[(&CaseFile, &NumberStyle)]) -> T,
    ) -> Option<T> {
        let (draft, style) = (workspace.draft.get(), workspace.style.get());
        // Draws belong to the case on screen alone: the likely figures are held against each other.
        let open = workspace.shown.with(|shown| {
            let evaluation = Evaluation::clone(&shown.as_ref()?.evaluation);
            Some(Evaluation { simulation: None, ..evaluation })
        });
        self.others.with(|others| {
            let is_since = matches!(others.as_slice(), [Other { chosen: Chosen::Point(_), .. }]);
            let title = name_of(draft.file().title());
            let now = if is_since { "Now" } else { title };
            let writer = open.as_ref().map(|evaluation| Writer { evaluation, style: &style });
            let showing = workspace.keeper.showing.get();
            let mut keys = vec![(own_id(&showing).unwrap_or_default(), now.to_owned())];
            keys.extend(others.iter().map(|other| (other.chosen.key(), other.name.clone())));
            let mut names = told_apart(&keys).into_iter();
            let mut side = |writer| Side { name: names.next().unwrap_or_default(), writer };
            let mut sides = vec![side(writer)];
            let mut cases = vec![(draft.file(), &style)];
            for Other { draft, style, evaluation, .. } in others {
                let evaluation = evaluation.as_deref();
                sides.push(side(evaluation.map(|evaluation| Writer { evaluation, style })));
                cases.push((draft.file(), style));
            }
            let relation = if is_since { Relation::Since(title) } else { Relation::Cases };
            (!others.is_empty()).then(|| then(relation, &sides, &cases))
        })
    }
}

/// What was chosen and is there, without the case on screen itself and without points of another one.
fn read(chosen: &[Chosen], open: &Showing) -> Vec<Other> {
    let Ok(library) = LocalStore::open().map(Library::new) else { return Vec::new() };
    let locale = document::language();
    let read = |chosen: &Chosen| {
        let (name, saved_at, draft) = match chosen {
            Chosen::Case(id) if is_own(open, id) => return None,
            Chosen::Case(id) => {
                let (draft, saved_at) = library.look_at(id).ok()??;
                (name_of(draft.file().title()).to_owned(), saved_at, draft)
            }
            Chosen::Point(key) => {
                let Showing::Own(id) = open else { return None };
                let points = library.points(id).ok()?;
                let Point { name, saved_at, draft, .. } =
                    points.into_iter().find(|point| point.key == *key)?;
                (name, saved_at, draft)
            }
        };
        let moment = moment_of(saved_at);
        let (name, about) = match chosen {
            Chosen::Case(_) => (name, ["Saved ", &moment].concat()),
            Chosen::Point(_) if name.is_empty() => (moment, "Saved point".to_owned()),
            Chosen::Point(_) => (name, ["Saved point, ", &moment].concat()),
        };
        let style = number_style(&locale, draft.file().currency());
        let evaluation = draft.to_case().ok().map(|case| Arc::new(evaluate(&case)));
        Some(Other { chosen: chosen.clone(), name, about, draft, style, evaluation })
    };
    chosen.iter().filter_map(read).collect()
}

fn is_own(showing: &Showing, id: &str) -> bool {
    own_id(showing) == Some(id)
}

fn own_id(showing: &Showing) -> Option<&str> {
    match showing {
        Showing::Own(id) => Some(id),
        Showing::Preview => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_remembers_what_it_compares() {
        let chosen = [Chosen::Case("a b".to_owned()), Chosen::Point("groundwork:point:a:1".into())];
        for each in chosen {
            assert_eq!(Chosen::of_text(&each.as_text()), Some(each));
        }
        assert_eq!(Chosen::of_text("other a"), None);
        assert_eq!(Chosen::of_text(""), None);
    }
}
