//! Pairs of inputs whose draws go together, as the file names them.

use groundwork_model::{correlation::Correlation, input::Input};

use crate::{
    case_file::CaseFile,
    schema::{
        Field, Number,
        latest::{self, List},
    },
    slot,
    text::MAX_LIST_ENTRIES,
    text_field::right,
};

impl CaseFile {
    /// Pairs of inputs that can be used, by their paths, with the rank correlation of their draws.
    pub fn correlations(&self) -> Vec<(String, String, f64)> {
        let pair = |(_, correlation): (usize, Correlation)| {
            let [a, b] = correlation.inputs().map(|input| self.path(input));
            (a, b, correlation.rank())
        };
        self.usable_correlations().into_iter().map(pair).collect()
    }

    /// Lets the draws of two inputs go together, or independently again. Gives whether that stands
    /// in the file now: two inputs that are drawn, a rank from -1 to 1 and no more than
    /// [`MAX_LIST_ENTRIES`] pairs.
    pub fn set_correlation(&mut self, a: Input, b: Input, rank: Option<f64>) -> bool {
        let paths = [a, b].map(|input| self.path(input));
        let is_right = |rank| {
            Correlation::new(a, b, rank).is_ok() && [a, b].iter().all(|at| self.has_place_for(*at))
        };
        if rank.is_some_and(|rank| !is_right(rank)) {
            return false;
        }
        let is_same = |correlation: &Correlation| is_pair(correlation, [a, b]);
        let usable = self.usable_correlations();
        let same = usable.iter().find(|(_, correlation)| is_same(correlation));
        let position = same.map(|(position, _)| *position);
        let list = match rank {
            Some(_) => self.document.uncertainty.or_create(),
            None => self.document.uncertainty.right_mut(),
        };
        let Some(list) = list.map(|uncertainty| &mut uncertainty.correlations) else { return true };
        let is_set = write(list, position, paths, rank);
        self.drop_empty_sections();
        is_set
    }

    /// The pairs that can be used, each once, with their positions in the list.
    pub(crate) fn usable_correlations(&self) -> Vec<(usize, Correlation)> {
        let mut usable: Vec<(usize, Correlation)> = Vec::new();
        let items = slot::items(self.correlation_list()).iter().enumerate();
        for (position, item) in items.take(MAX_LIST_ENTRIES) {
            let read = item.right().and_then(|item| self.correlation(item));
            if let Some(correlation) = read
                && !usable.iter().any(|(_, before)| is_pair(before, correlation.inputs()))
            {
                usable.push((position, correlation));
            }
        }
        usable
    }

    pub(crate) fn correlation_list(&self) -> &List<latest::Correlation> {
        let uncertainty = self.document.uncertainty.right();
        uncertainty.map_or(&Field::Absent, |uncertainty| &uncertainty.correlations)
    }

    /// Forgets the pairs that name a number of a line.
    pub(crate) fn remove_correlations_below(&mut self, prefix: &str) {
        let names = |item: &Field<latest::Correlation>| {
            item.right().is_some_and(|item| {
                let paths = [&item.a, &item.b].into_iter().filter_map(Field::right);
                paths.into_iter().any(|path| path.starts_with(prefix))
            })
        };
        let Some(uncertainty) = self.document.uncertainty.right_mut() else { return };
        let Some(items) = uncertainty.correlations.right_mut() else { return };
        let before = items.len();
        items.retain(|item| !names(item));
        if items.is_empty() && before > 0 {
            uncertainty.correlations = Field::Absent;
        }
        self.drop_empty_sections();
    }

    fn correlation(&self, item: &latest::Correlation) -> Option<Correlation> {
        let input = |name: &latest::Text| self.input_at(name.right()?);
        let Some(Number::Exact(rank)) = item.rank else { return None };
        Correlation::new(input(&item.a)?, input(&item.b)?, rank).ok()
    }
}

/// Whether a correlation is one of these two inputs, in either order.
pub(crate) fn is_pair(correlation: &Correlation, [a, b]: [Input; 2]) -> bool {
    correlation.inputs() == [a, b] || correlation.inputs() == [b, a]
}

/// Writes, adds or removes one pair; `false` where there is no room for it.
fn write(
    list: &mut List<latest::Correlation>,
    position: Option<usize>,
    [a, b]: [String; 2],
    rank: Option<f64>,
) -> bool {
    match (position, rank) {
        (None, None) => (),
        (Some(position), None) => crate::line::remove(list, position),
        (Some(position), Some(rank)) => {
            let items = list.right_mut().and_then(|items| items.get_mut(position)?.right_mut());
            if let Some(item) = items {
                item.rank = Some(Number::Exact(rank));
            }
        }
        (None, Some(rank)) => {
            if slot::items(list).len() >= MAX_LIST_ENTRIES {
                return false;
            }
            if let Some(items) = list.or_create() {
                let (a, b, rank) = (right(&a), right(&b), Some(Number::Exact(rank)));
                let pair = latest::Correlation { a, b, rank, ..Default::default() };
                items.push(Field::Right(pair));
            }
        }
    }
    true
}
