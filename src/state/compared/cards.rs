//! What is said about each of the cases on its own, side by side.

use groundwork_report::{
    document::{KeyFigure, Paragraph},
    narrative::{headline::headline, side_by_side::card},
};
use leptos::prelude::*;

use super::{Chosen, Compared, is_own};
use crate::state::{comparing::OwnCase, keeper::Showing, points::moment_of, workspace::Workspace};

/// One of the cases, in a few words and figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// What it is called; no two alike.
    pub name: String,
    /// Whether it is on screen, or when it was saved.
    pub about: String,
    /// What was chosen; `None` for the case on screen.
    pub chosen: Option<Chosen>,
    /// What it means; `None` while it is not complete.
    pub headline: Option<Paragraph>,
    /// Its figures; none while it is not complete.
    pub facts: Vec<KeyFigure>,
}

/// A case that can be held against the one on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// When it was saved, where another one is called the same.
    pub about: Option<String>,
    /// Whether it is held against it.
    pub is_chosen: bool,
}

impl Compared {
    /// A card for each of the cases, the one on screen first.
    pub fn cards(self, workspace: Workspace) -> Vec<Card> {
        let others = self.others.get();
        let cards = self.with_sides(workspace, |_, sides, _| {
            let mut cards = Vec::new();
            for (side, case) in sides.iter().zip(0_u8..) {
                let other = usize::from(case).checked_sub(1).and_then(|at| others.get(at));
                let about = other.map_or("On screen", |other| other.about.as_str());
                cards.push(Card {
                    name: side.name.clone(),
                    about: about.to_owned(),
                    chosen: other.map(|other| other.chosen.clone()),
                    headline: side.writer.map(|writer| headline(writer).of_case(case)),
                    facts: side.writer.map(|writer| card(writer, case)).unwrap_or_default(),
                });
            }
            cards
        });
        cards.unwrap_or_default()
    }

    /// The reader's other cases, the one saved last first.
    pub fn choices(self, workspace: Workspace) -> Vec<Choice> {
        self.changed.track();
        let open: Showing = workspace.keeper.showing.get();
        let chosen = self.chosen.get();
        let cases = workspace.own_cases();
        let names: Vec<String> = cases.iter().map(OwnCase::name).collect();
        let choice = |own: OwnCase| {
            let name = own.name();
            let is_one_of_several = names.iter().filter(|other| **other == name).count() > 1;
            Choice {
                about: is_one_of_several.then(|| ["saved ", &moment_of(own.saved_at)].concat()),
                is_chosen: chosen.contains(&Chosen::Case(own.id.clone())),
                name,
                id: own.id,
            }
        };
        cases.into_iter().filter(|own| !is_own(&open, &own.id)).map(choice).collect()
    }
}
