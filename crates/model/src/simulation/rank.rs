//! How much each drawn input has to do with the outcome.

use super::{Sensitivity, draws::Column};

/// Places of values among all, from lowest to highest; equal values share the mean of their places.
struct Ranks {
    /// Of each value, less the mean of all places.
    centered: Vec<f64>,
    /// Sum of their squares.
    squares: f64,
}

impl Ranks {
    /// Of values that rise.
    #[expect(clippy::cast_precision_loss, reason = "a count of draws is exact")]
    fn of_rising(count: usize, value: impl Fn(usize) -> f64) -> Self {
        let mean = count.saturating_sub(1) as f64 / 2.0;
        let mut centered = vec![0.0; count];
        let mut squares = 0.0;
        let mut first = 0;
        while first < count {
            let is_same = |at: usize| value(at).total_cmp(&value(first)).is_eq();
            let mut next = first + 1;
            while next < count && is_same(next) {
                next += 1;
            }
            let place = (first + next - 1) as f64 / 2.0 - mean;
            centered[first..next].fill(place);
            squares += place * place * (next - first) as f64;
            first = next;
        }
        Self { centered, squares }
    }
}

/// Rank correlation of each input with `outcomes`, and its share of all of them squared.
///
/// # Source
///
/// Spearman, "The Proof and Measurement of Association between Two Things", The American Journal of
/// Psychology 15 (1904). Shares of squared rank correlations: Vose, *Risk Analysis: A Quantitative
/// Guide*, "Tornado charts".
pub(crate) fn sensitivities(columns: &[Column], outcomes: &[f64]) -> Vec<Sensitivity> {
    let order = rising_order(outcomes);
    let ranks = Ranks::of_rising(order.len(), |at| outcomes[order[at] as usize]);
    let correlations: Vec<f64> =
        columns.iter().map(|column| rank_correlation(column, &order, &ranks)).collect();
    let squares: f64 = correlations.iter().map(|correlation| correlation * correlation).sum();
    let of_input = |(column, correlation): (&Column, f64)| Sensitivity {
        input: column.input,
        rank_correlation: correlation,
        share: if squares > 0.0 { correlation * correlation / squares } else { 0.0 },
    };
    columns.iter().zip(correlations).map(of_input).collect()
}

fn rank_correlation(column: &Column, order: &[u32], outcome: &Ranks) -> f64 {
    let of_input = Ranks::of_rising(column.rising.len(), |at| column.rising[at]);
    let both = of_input.squares * outcome.squares;
    if both <= 0.0 {
        return 0.0;
    }
    let pairs = order.iter().zip(&outcome.centered);
    let product = |(draw, outcome): (&u32, &f64)| {
        of_input.centered[column.ranks[*draw as usize] as usize] * outcome
    };
    let together: f64 = pairs.map(product).sum();
    (together / libm::sqrt(both)).clamp(-1.0, 1.0) + 0.0
}

/// Positions of `values` from the lowest to the highest.
#[expect(clippy::cast_possible_truncation, reason = "draws are counted in 32 bits")]
fn rising_order(values: &[f64]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..values.len() as u32).collect();
    order.sort_unstable_by(|a, b| {
        values[*a as usize].total_cmp(&values[*b as usize]).then(a.cmp(b))
    });
    order
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "exact values are meant")]
mod tests {
    use super::*;
    use crate::input::Input;

    fn column(ranks: &[u32], rising: &[f64]) -> Column {
        Column { input: Input::Amount, ranks: ranks.to_vec(), rising: rising.to_vec() }
    }

    #[test]
    fn equal_values_share_the_mean_of_their_places() {
        let ranks = Ranks::of_rising(5, |at| [1.0, 2.0, 2.0, 2.0, 7.0][at]);
        assert_eq!(ranks.centered, [-2.0, 0.0, 0.0, 0.0, 2.0]);
        assert_eq!(ranks.squares, 8.0);
    }

    #[test]
    fn the_sign_says_whether_they_rise_together() {
        let rising = [1.0, 2.0, 3.0, 4.0];
        let columns = [column(&[0, 1, 2, 3], &rising), column(&[3, 2, 1, 0], &rising)];
        let found = sensitivities(&columns, &[10.0, 20.0, 30.0, 40.0]);
        assert_eq!(found[0].rank_correlation, 1.0);
        assert_eq!(found[1].rank_correlation, -1.0);
        assert_eq!((found[0].share, found[1].share), (0.5, 0.5));
    }

    /// 1 - 6 (1 + 1)/(4 x 15) of two neighbors that are swapped.
    #[test]
    fn it_is_the_formula_of_the_differences_without_ties() {
        let columns = [column(&[1, 0, 2, 3], &[1.0, 2.0, 3.0, 4.0])];
        let found = sensitivities(&columns, &[10.0, 20.0, 30.0, 40.0]);
        assert!((found[0].rank_correlation - 0.8).abs() < 1e-15);
    }

    #[test]
    fn what_never_changes_has_to_do_with_nothing() {
        let columns = [column(&[0, 1, 2], &[1.0, 2.0, 3.0])];
        let found = sensitivities(&columns, &[5.0, 5.0, 5.0]);
        assert_eq!((found[0].rank_correlation, found[0].share), (0.0, 0.0));
    }
}
