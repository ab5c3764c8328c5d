//! The views of the page, their place in the address, and going from one to another.

use leptos::prelude::*;

use super::workspace::Workspace;
use crate::browser::{document, fragment};

/// A view of the open case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Fields and what follows from them.
    #[default]
    Case,
    /// How capacity is divided, and what else could be done about debt.
    Plan,
    /// A text that is read away from the page.
    Brief,
    /// The case beside others, or beside what it was.
    Compare,
}

impl View {
    /// Every view, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Case, Self::Plan, Self::Brief, Self::Compare];

    /// The views that always have a tab; the last one has it while something is compared.
    pub const ALWAYS: [Self; 3] = [Self::Case, Self::Plan, Self::Brief];

    /// Id of the tab of the view that is shown.
    pub const TAB_OF_CURRENT: &str = "current-tab";

    /// What its tab is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Case => "Case",
            Self::Plan => "Plan",
            Self::Brief => "Brief",
            Self::Compare => "Compare",
        }
    }

    /// What stands in the address while it is shown.
    pub const fn address(self) -> &'static str {
        match self {
            Self::Case => "#/case",
            Self::Plan => "#/plan",
            Self::Brief => "#/brief",
            Self::Compare => "#/compare",
        }
    }

    /// The view that a fragment of the address names, without its `#`.
    pub fn of_fragment(fragment: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.address().trim_start_matches('#') == fragment)
    }
}

impl Workspace {
    /// Goes to a view, as a step the browser can take back.
    pub fn go_to_view(&self, view: View) {
        if self.view.get_untracked() != view {
            fragment::add_fragment(view.address());
            self.mark_step();
            self.show_view(view);
        }
    }

    /// Shows a view. A field that has the focus is left first, while there is somebody to take what
    /// was typed into it.
    pub fn show_view(&self, view: View) {
        if self.view.get_untracked() != view {
            document::leave_view();
            self.view.set(view);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::View;

    #[test]
    fn the_address_names_the_view() {
        for view in View::ALL {
            assert_eq!(View::of_fragment(&view.address()[1..]), Some(view));
        }
        assert_eq!(View::of_fragment("case=1.x.y"), None);
        assert_eq!(View::of_fragment(""), None);
    }
}
