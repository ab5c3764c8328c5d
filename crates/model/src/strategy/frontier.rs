//! What can be reached quarter by quarter: pairs of lost share and delivery none of which makes another
//! needless.
//!
//! Less lost can later be worth at least what it brings in the next month, and at most what it brings if
//! every later month goes to features and the difference grows by interest. So beside a pair that is
//! better in both, three kinds are needless: one that leads in delivery by less than the least its lost
//! share costs, one that trails in delivery by more than the most its lost share is worth, and one that
//! is the same but for rounding. Should more pairs be left than [`MOST_PAIRS`], neighbors are joined,
//! and what that can cost at most is kept: it adds up over the quarters to the proven bound.

use crate::{
    strategy::{BestShares, setting::Setting},
    units::{Money, Share},
};

/// Pairs kept after a quarter.
pub(crate) const MOST_PAIRS: u16 = 600;

/// Differences below this share of what all capacity costs are rounding.
const ROUNDING: f64 = 1e-13;

/// A share of debt work.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    pub(crate) share: Share,
    /// What features would deliver in a month if nothing were lost.
    pub(crate) value: Money,
    /// What a month adds to the lost share, interest aside.
    pub(crate) growth: Share,
}

/// What is played: the case, and what can be chosen in each quarter, smallest share first.
pub(crate) struct Play<'a> {
    pub(crate) setting: &'a Setting<'a>,
    pub(crate) choices: Vec<Choice>,
}

/// Something that can be reached by the end of a quarter.
#[derive(Clone, Copy, Debug)]
struct Pair {
    lost: Share,
    delivered: Money,
    /// Position among the pairs of the quarter before.
    before: usize,
    /// Position of the choice of this quarter.
    choice: usize,
}

/// What can be reached after each quarter so far, each in ascending order of what is lost.
pub(crate) struct Frontier<'a> {
    play: Play<'a>,
    quarters: Vec<Vec<Pair>>,
    most_pairs: u16,
    bound: Money,
}

impl<'a> Frontier<'a> {
    /// Month 1 has not begun. About `most_pairs` are kept after each quarter.
    pub(crate) fn new(play: Play<'a>, most_pairs: u16) -> Self {
        let start = Pair { lost: play.setting.lost_today(), delivered: 0.0, before: 0, choice: 0 };
        Self { play, quarters: vec![vec![start]], most_pairs, bound: 0.0 }
    }

    /// Plays a quarter of `months` months that follows `months_before`.
    pub(crate) fn advance(&mut self, months: u32, months_before: u32) {
        let months_left = self.play.setting.months - months_before - months;
        let worth = Worth::of(&self.play, months_left);
        let mut reached: Vec<Pair> = Vec::new();
        // The heads of one list for each choice; each list ascends as the quarter before it does.
        let mut heads: Vec<Pair> =
            (0..self.play.choices.len()).map(|choice| self.played(0, choice, months)).collect();
        while let Some(first) = least_lost(&heads) {
            let next = heads[first];
            if self.pairs().len() <= next.before + 1 {
                heads[first].lost = f64::INFINITY;
            } else {
                heads[first] = self.played(next.before + 1, next.choice, months);
            }
            self.add(&mut reached, next, &worth);
        }
        drop_trailing(&mut reached, &worth);
        self.bound += thin(&mut reached, self.most_pairs);
        self.quarters.push(reached);
    }

    /// The path that delivers most.
    pub(crate) fn best(&self) -> Option<BestShares> {
        let (pairs, before) = self.quarters.split_last()?;
        let best = pairs.iter().reduce(|a, b| if b.delivered > a.delivered { b } else { a })?;
        let share = |choice: &usize| self.play.choices[*choice].share;
        let shares = path_to(best, before).iter().map(share).collect();
        Some(BestShares { shares, delivered: best.delivered, bound: self.bound })
    }

    fn pairs(&self) -> &[Pair] {
        self.quarters.last().map_or(&[], Vec::as_slice)
    }

    fn played(&self, before: usize, choice: usize, months: u32) -> Pair {
        let Play { setting, choices } = &self.play;
        let Choice { value, growth, .. } = choices[choice];
        let Pair { mut lost, mut delivered, .. } = self.pairs()[before];
        for _ in 0..months {
            delivered += value * (1.0 - lost);
            lost = setting.next_lost(lost, growth, setting.basis.best_efficiency);
        }
        Pair { lost, delivered, before, choice }
    }

    /// Adds a pair with at least as much lost as those before it, unless one of them makes it needless.
    fn add(&self, reached: &mut Vec<Pair>, next: Pair, worth: &Worth) {
        let Some(last) = reached.last_mut() else {
            reached.push(next);
            return;
        };
        // Each pair kept leads the one before it, so the last one is the hardest to lead.
        let lead = (next.delivered - last.delivered) - worth.least * (next.lost - last.lost);
        let cost_of_taking_next =
            (last.delivered - next.delivered) + worth.most * (next.lost - last.lost);
        if lead > worth.rounding {
            reached.push(next);
        } else if cost_of_taking_next <= worth.rounding
            && path_to(&next, &self.quarters) < path_to(last, &self.quarters)
        {
            *last = next;
        }
    }
}

/// What a lost share is worth over the months left: between what the next month delivers of it, where
/// least goes to features, and what all months deliver of it, where most does and the difference grows.
struct Worth {
    least: Money,
    most: Money,
    rounding: Money,
}

impl Worth {
    fn of(play: &Play, months_left: u32) -> Self {
        let value = |choice: Option<&Choice>| choice.map_or(0.0, |choice| choice.value);
        let mut most = 0.0;
        let mut grown = 1.0;
        for _ in 0..months_left {
            most += value(play.choices.first()) * grown;
            grown *= play.setting.growth_of_difference();
        }
        let least = if months_left > 0 { value(play.choices.last()) } else { 0.0 };
        let all_capacity = play.setting.monthly_cost() * f64::from(play.setting.months);
        Self { least, most, rounding: ROUNDING * all_capacity }
    }
}

/// Drops pairs that trail a later one in delivery by more than the most their smaller lost share is
/// worth.
fn drop_trailing(pairs: &mut Vec<Pair>, worth: &Worth) {
    let mut most = f64::NEG_INFINITY;
    pairs.reverse();
    pairs.retain(|pair| {
        let value = pair.delivered - worth.most * pair.lost;
        let is_kept = value > most + worth.rounding;
        most = most.max(value);
        is_kept
    });
    pairs.reverse();
}

/// Joins neighbors until about `most` are left, and gives what that can cost at most.
fn thin(pairs: &mut Vec<Pair>, most: u16) -> Money {
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else { return 0.0 };
    if pairs.len() <= usize::from(most) {
        return 0.0;
    }
    let step = (last.delivered - first.delivered) / f64::from(most);
    let mut kept = *first;
    let mut cost = 0.0_f64;
    pairs.retain(|pair| {
        let lead = pair.delivered - kept.delivered;
        // The pair kept has less lost, so only what it trails in delivery can be missed.
        let is_joined = 0.0 < lead && lead < step;
        if is_joined {
            cost = cost.max(lead);
        } else {
            kept = *pair;
        }
        !is_joined
    });
    cost
}

/// Position of the head with the least lost, among equals the one that delivers most; `None` where all
/// lists are used up.
fn least_lost(heads: &[Pair]) -> Option<usize> {
    let mut least: Option<usize> = None;
    for (position, head) in heads.iter().enumerate() {
        let is_less = least.is_none_or(|at| {
            let order = head.lost.total_cmp(&heads[at].lost);
            order.then(heads[at].delivered.total_cmp(&head.delivered)).is_lt()
        });
        if head.lost < f64::INFINITY && is_less {
            least = Some(position);
        }
    }
    least
}

/// Choices of every quarter up to `pair`, which follows the quarters `before`.
fn path_to(pair: &Pair, before: &[Vec<Pair>]) -> Vec<usize> {
    let mut path = vec![pair.choice];
    let mut at = pair.before;
    // The first entry is where everything begins: nothing was chosen there.
    for quarter in before.iter().skip(1).rev() {
        path.push(quarter[at].choice);
        at = quarter[at].before;
    }
    path.reverse();
    path
}
