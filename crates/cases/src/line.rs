//! Cost and benefit lines: their ids, and how they come and go.

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    case::{BenefitLine, CostLine},
    input::Input,
};

use crate::{
    case_file::CaseFile,
    schema::{
        Field,
        latest::{self, List, Text},
    },
    slot,
    text::{Lines, MAX_LIST_ENTRIES, check},
};

/// Names of the tags in the file.
pub(crate) const TAG_KEYS: &[&str] = &["cash", "capacity", "risk"];

/// A line of the file that is named by an id.
pub(crate) trait Identified {
    /// First letter of an id that nobody chose.
    const LETTER: char;
    /// The id as it stands in the file.
    fn id(&self) -> &Text;
    /// The same for changing.
    fn id_mut(&mut self) -> &mut Text;
}

impl Identified for latest::CostLine {
    const LETTER: char = 'c';

    fn id(&self) -> &Text {
        &self.id
    }

    fn id_mut(&mut self) -> &mut Text {
        &mut self.id
    }
}

impl Identified for latest::BenefitLine {
    const LETTER: char = 'b';

    fn id(&self) -> &Text {
        &self.id
    }

    fn id_mut(&mut self) -> &mut Text {
        &mut self.id
    }
}

impl Identified for latest::Strategy {
    const LETTER: char = 's';

    fn id(&self) -> &Text {
        &self.id
    }

    fn id_mut(&mut self) -> &mut Text {
        &mut self.id
    }
}

impl Identified for latest::Initiative {
    const LETTER: char = 'i';

    fn id(&self) -> &Text {
        &self.id
    }

    fn id_mut(&mut self) -> &mut Text {
        &mut self.id
    }
}

impl CaseFile {
    /// Cost lines that can be used, in the order of [`Input::Cost`](groundwork_model::input::Input).
    pub fn costs(&self) -> Vec<CostLine> {
        let costs = &self.document.costs;
        let lines = lines_with_ids(costs, slot::cost_positions(costs));
        lines
            .map(|(line, id)| CostLine {
                id,
                label: usable_text(&line.label, Lines::One).to_owned(),
                tag: tag(&line.tag).unwrap_or(Tag::Cash),
            })
            .collect()
    }

    /// Benefit lines that can be used, in the order of
    /// [`Input::Benefit`](groundwork_model::input::Input).
    pub fn benefits(&self) -> Vec<BenefitLine> {
        let benefits = &self.document.benefits;
        let lines = lines_with_ids(benefits, slot::benefit_positions(benefits));
        lines
            .filter_map(|(line, id)| {
                let kind = slot::kind(line)?;
                Some(BenefitLine {
                    id,
                    label: usable_text(&line.label, Lines::One).to_owned(),
                    kind,
                    tag: tag(&line.tag).unwrap_or(kind.usual_tag()),
                })
            })
            .collect()
    }

    /// The numbers the benefit line at a position cannot be evaluated without and does not have.
    pub fn missing_in_benefit(&self, line: usize) -> Vec<Input> {
        let Some(benefit) = slot::benefit(&self.document.benefits, line) else { return Vec::new() };
        let inputs = slot::kind(benefit).map(BenefitKind::inputs).unwrap_or_default();
        let inputs = inputs.iter().map(|input| Input::Benefit(line, *input));
        let is_missing =
            |input: &Input| input.spec().default.is_none() && self.estimate(*input).is_none();
        inputs.filter(is_missing).collect()
    }

    /// The file without the benefit lines that cannot be evaluated yet; `None` where all can.
    pub(crate) fn without_incomplete_benefits(&self) -> Option<Self> {
        let lines = 0..slot::benefit_positions(&self.document.benefits).count();
        let incomplete: Vec<usize> =
            lines.filter(|line| !self.missing_in_benefit(*line).is_empty()).collect();
        let mut file = (!incomplete.is_empty()).then(|| self.clone())?;
        // From the last one, so that the positions of those before stay the same.
        for line in incomplete.into_iter().rev() {
            if let Some(BenefitLine { id, .. }) = file.benefits().get(line) {
                file.forget_below(&format!("benefits.{id}."));
            }
            file.remove_benefit(line);
        }
        Some(file)
    }

    /// Adds an empty cost line and gives its position; `None` when there are
    /// [`MAX_LIST_ENTRIES`] already.
    pub fn add_cost(&mut self) -> Option<usize> {
        push(&mut self.document.costs, latest::CostLine::default())?;
        slot::cost_positions(&self.document.costs).count().checked_sub(1)
    }

    /// Adds a benefit line without numbers and gives its position; `None` when there are
    /// [`MAX_LIST_ENTRIES`] already.
    pub fn add_benefit(&mut self, kind: BenefitKind) -> Option<usize> {
        let kind = Field::Right(kind.key().to_owned());
        push(&mut self.document.benefits, latest::BenefitLine { kind, ..Default::default() })?;
        slot::benefit_positions(&self.document.benefits).count().checked_sub(1)
    }

    /// Removes the cost line at a position.
    pub(crate) fn remove_cost(&mut self, line: usize) {
        let position = slot::cost_positions(&self.document.costs).nth(line);
        if let Some(position) = position {
            remove(&mut self.document.costs, position);
        }
    }

    /// Removes the benefit line at a position.
    pub(crate) fn remove_benefit(&mut self, line: usize) {
        let position = slot::benefit_positions(&self.document.benefits).nth(line);
        if let Some(position) = position {
            remove(&mut self.document.benefits, position);
        }
    }

    /// Says what the cost line at a position is made of.
    pub fn set_cost_tag(&mut self, line: usize, tag: Tag) {
        if let Some(line) = slot::cost_mut(&mut self.document.costs, line) {
            line.tag = Field::Right(tag.key().to_owned());
        }
    }

    /// Says what the benefit line at a position is made of.
    pub fn set_benefit_tag(&mut self, line: usize, tag: Tag) {
        if let Some(line) = slot::benefit_mut(&mut self.document.benefits, line) {
            line.tag = Field::Right(tag.key().to_owned());
        }
    }

    /// Writes an id into every line that has none, so that its paths stay the same from now on.
    pub(crate) fn give_ids(&mut self) {
        give_ids_to(&mut self.document.costs);
        give_ids_to(&mut self.document.benefits);
        if let Some(plan) = self.document.plan.right_mut() {
            give_ids_to(&mut plan.strategies);
            give_ids_to(&mut plan.initiatives);
        }
    }

    /// Forgets where the numbers of a line come from and what they go together with.
    pub(crate) fn forget_below(&mut self, prefix: &str) {
        self.remove_sources_below(prefix);
        self.remove_correlations_below(prefix);
    }
}

/// An id for each of the items of a list that are read: its own, or where it has none that is text,
/// can be shown and is not taken by an item before, one made of its position that no other has.
pub(crate) fn ids<T: Identified>(list: &List<T>) -> Vec<String> {
    let own = |item: &Field<T>| match item.right() {
        Some(line) => usable_text(line.id(), Lines::One).to_owned(),
        None => String::new(),
    };
    let items = slot::items(list).iter().take(MAX_LIST_ENTRIES);
    completed(items.map(own).collect(), T::LETTER)
}

/// The ids of a list with another in the place of each that is empty or taken.
fn completed(mut ids: Vec<String>, letter: char) -> Vec<String> {
    for position in 1..ids.len() {
        let (before, rest) = ids.split_at_mut(position);
        if before.contains(&rest[0]) {
            rest[0].clear();
        }
    }
    for position in 0..ids.len() {
        if ids[position].is_empty() {
            let mut numbers = position + 1..;
            let made = numbers.find_map(|number| {
                let id = format!("{letter}{number}");
                (!ids.contains(&id)).then_some(id)
            });
            ids[position] = made.unwrap_or_default();
        }
    }
    ids
}

/// The id of one item of a list, as [`ids`] gives it. Every field of every line asks for it while
/// somebody types, so ids of other items are made only where this one has none of its own.
pub(crate) fn id<T: Identified>(list: &List<T>, position: usize) -> Option<String> {
    let own = |item: &Field<T>| -> Option<String> {
        let id = usable_text(item.right()?.id(), Lines::One);
        (!id.is_empty()).then(|| id.to_owned())
    };
    let is_same = |item: &Field<T>, id: &str| {
        item.right().is_some_and(|item| usable_text(item.id(), Lines::One) == id)
    };
    let items = slot::items(list).get(..MAX_LIST_ENTRIES).unwrap_or(slot::items(list));
    let free = own(items.get(position)?)
        .filter(|id| !items[..position].iter().any(|item| is_same(item, id)));
    free.or_else(|| ids(list).into_iter().nth(position))
}

/// Text of a field where it can be shown, else nothing.
pub(crate) fn usable_text(text: &Text, lines: Lines) -> &str {
    text.right().and_then(|text| check(text, lines).ok()).unwrap_or_default()
}

/// The tag a text names, if it names one.
fn tag(text: &Text) -> Option<Tag> {
    let key = text.right()?;
    Tag::ALL.into_iter().find(|tag| tag.key() == key)
}

pub(crate) fn lines_with_ids<T: Identified>(
    list: &List<T>,
    positions: impl Iterator<Item = usize>,
) -> impl Iterator<Item = (&T, String)> {
    let mut ids = ids(list);
    positions.filter_map(move |position| {
        let line = slot::items(list).get(position)?.right()?;
        Some((line, std::mem::take(ids.get_mut(position)?)))
    })
}

fn give_ids_to<T: Identified>(list: &mut List<T>) {
    let ids = ids(list);
    let Some(items) = list.right_mut() else { return };
    for (item, id) in items.iter_mut().zip(ids) {
        let Some(line) = item.right_mut() else { continue };
        if line.id().is_absent() || line.id().right().is_some_and(String::is_empty) {
            *line.id_mut() = Field::Right(id);
        }
    }
}

/// Adds a line with an id of its own; `None` where there is no room for it.
pub(crate) fn push<T: Identified>(list: &mut List<T>, line: T) -> Option<()> {
    if slot::items(list).len() >= MAX_LIST_ENTRIES {
        return None;
    }
    list.or_create()?.push(Field::Right(line));
    give_ids_to(list);
    Some(())
}

/// Removes an item, and the list with its last one.
pub(crate) fn remove<T>(list: &mut List<T>, position: usize) {
    if let Some(items) = list.right_mut() {
        items.remove(position);
        if items.is_empty() {
            *list = Field::Absent;
        }
    }
}
