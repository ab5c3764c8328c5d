//! What was simulated, in words: chances and what is said of draws.

use groundwork_model::figure::FigureId;

use super::{FigureSpan, Prose, Writer};

impl Writer<'_> {
    /// A chance as a share of the draws: "41%", "under 1%", "every draw", "no draw".
    pub fn chance(&self, id: FigureId) -> FigureSpan {
        let text = match self.value(id).unwrap_or_default() {
            chance if chance >= 1.0 => "every draw".to_owned(),
            chance if chance <= 0.0 => "no draw".to_owned(),
            chance => self.style.chance(chance),
        };
        self.written(id, text)
    }

    /// "8 of 10", the draws between the tenth and the ninetieth percentile.
    pub(crate) fn most_draws(&self) -> String {
        [&self.style.number(8.0, 0), " of ", &self.style.number(10.0, 0)].concat()
    }
}

impl Prose<'_> {
    /// "in 41% of draws", "in every draw", "in no draw"; `of` follows a share.
    pub(crate) fn in_draws(self, id: FigureId, of: &'static str) -> Self {
        let figure = self.writer.chance(id);
        let is_share = self.writer.value(id).is_some_and(|chance| chance > 0.0 && chance < 1.0);
        self.text("in ").key_span(figure).text(if is_share { of } else { "" })
    }
}
