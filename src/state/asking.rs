//! Which figure somebody asked about.

use groundwork_model::figure::FigureId;
use leptos::prelude::*;

/// The figures that were asked about, each reached from the one before; the last one is explained. Each
/// stands with the place of its case among those held against each other, 0 for the one on screen.
#[derive(Clone, Copy, Default)]
pub struct Asking(RwSignal<Vec<(u8, FigureId)>>);

impl Asking {
    /// Asks about a figure of the case on screen.
    pub fn ask(self, figure: FigureId) {
        self.ask_of(0, figure);
    }

    /// Asks about a figure of one of the cases.
    pub fn ask_of(self, case: u8, figure: FigureId) {
        self.0.update(|asked| asked.push((case, figure)));
    }

    /// Goes back to the figure this one was reached from.
    pub fn go_back(self) {
        self.0.update(|asked| asked.truncate(asked.len().saturating_sub(1)));
    }

    /// Forgets what was asked.
    pub fn close(self) {
        if self.0.with_untracked(|asked| !asked.is_empty()) {
            self.0.set(Vec::new());
        }
    }

    /// The figure that is explained, after the place of its case.
    pub fn asked(self) -> Option<(u8, FigureId)> {
        self.0.with(|asked| asked.last().copied())
    }

    /// Whether there is a figure to go back to.
    pub fn is_nested(self) -> bool {
        self.0.with(|asked| asked.len() > 1)
    }
}
