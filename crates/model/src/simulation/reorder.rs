//! Draws that go together: the values stay, their order changes.

use super::{draws::Column, matrix, normal};
use crate::{bisection::boundary, correlation::Correlation, units::Share};

/// A share of the correlations this close to all of them is all of them.
const ALMOST_ALL: f64 = 1.0 - 1e-6;

/// Reorders the draws of the inputs that `correlations` name, to those rank correlations. Every input
/// keeps its values, and the first of the correlated ones its order.
///
/// Gives the share of the correlations that was kept: 1 where they can hold together, less where they
/// contradict each other and all were weakened alike until they could; `None` where no two drawn
/// inputs are correlated.
///
/// # Source
///
/// Iman and Conover, "A Distribution-Free Approach to Inducing Rank Correlation Among Input
/// Variables", Communications in Statistics 11 (1982), with the scores of van der Waerden. A rank
/// correlation `r` of normal scores is a correlation of `2 sin(pi r/6)` between them: Pearson, "On
/// Further Methods of Determining Correlation" (1907).
pub(crate) fn reorder(columns: &mut [Column], correlations: &[Correlation]) -> Option<Share> {
    let place = |input| columns.iter().position(|column: &Column| column.input == input);
    let pairs: Vec<(usize, usize, f64)> = correlations
        .iter()
        .filter_map(|correlation| {
            let [a, b] = correlation.inputs();
            Some((place(a)?, place(b)?, correlation.rank()))
        })
        .collect();
    let members: Vec<usize> =
        (0..columns.len()).filter(|at| pairs.iter().any(|(a, b, _)| a == at || b == at)).collect();
    let count = columns.get(*members.first()?)?.ranks.len();
    let size = members.len();
    let mut wanted = matrix::identity(size);
    for (a, b, rank) in pairs {
        let row = members.partition_point(|member| *member < a);
        let column = members.partition_point(|member| *member < b);
        let of_scores = 2.0 * libm::sin(core::f64::consts::PI * rank / 6.0);
        wanted[row][column] = of_scores;
        wanted[column][row] = of_scores;
    }
    let scores = scores(count);
    let ranks: Vec<&[u32]> = members.iter().map(|at| columns[*at].ranks.as_slice()).collect();
    let (found, _) = nearest_factor(&correlations_of(&ranks, &scores));
    let (wanted, kept) = nearest_factor(&wanted);
    let weights = matrix::divided(&wanted, &found);

    let reordered: Vec<Vec<u32>> = (1..size)
        .map(|row| {
            let score = |draw: usize| {
                let parts = weights[row][..=row].iter().zip(&ranks);
                parts.map(|(weight, ranks)| weight * scores[ranks[draw] as usize]).sum::<f64>()
            };
            ranks_of(&(0..count).map(score).collect::<Vec<f64>>())
        })
        .collect();
    for (member, ranks) in members[1..].iter().zip(reordered) {
        columns[*member].ranks = ranks;
    }
    Some(if kept > ALMOST_ALL { 1.0 } else { kept })
}

/// Normal scores of the ranks from lowest to highest.
#[expect(clippy::cast_precision_loss, reason = "a count of draws is exact")]
fn scores(count: usize) -> Vec<f64> {
    let parts = (count + 1) as f64;
    (1..=count).map(|rank| normal::quantile(rank as f64 / parts)).collect()
}

/// Correlations of scores that are given in these orders. Scores sum to nothing.
fn correlations_of(ranks: &[&[u32]], scores: &[f64]) -> Vec<Vec<f64>> {
    let of_pair = |a: &[u32], b: &[u32]| -> f64 {
        a.iter().zip(b).map(|(a, b)| scores[*a as usize] * scores[*b as usize]).sum()
    };
    let squares: f64 = scores.iter().map(|score| score * score).sum();
    let mut found = matrix::identity(ranks.len());
    for (row, a) in ranks.iter().enumerate() {
        for (column, b) in ranks.iter().enumerate().filter(|(column, _)| *column != row) {
            found[row][column] = if squares > 0.0 { of_pair(a, b) / squares } else { 0.0 };
        }
    }
    found
}

/// The triangular factor of the correlations, weakened alike until they can hold together, and the
/// share of them that was kept.
fn nearest_factor(correlations: &[Vec<f64>]) -> (Vec<Vec<f64>>, Share) {
    let factor = |kept: Share| matrix::cholesky(&weakened(correlations, kept));
    let kept =
        if factor(1.0).is_some() { 1.0 } else { boundary(0.0, 1.0, |kept| factor(kept).is_some()) };
    let factor = factor(kept).unwrap_or_else(|| matrix::identity(correlations.len()));
    (factor, kept)
}

fn weakened(correlations: &[Vec<f64>], kept: Share) -> Vec<Vec<f64>> {
    let mut weakened = correlations.to_vec();
    for (row, values) in weakened.iter_mut().enumerate() {
        for (column, value) in values.iter_mut().enumerate() {
            if row != column {
                *value *= kept;
            }
        }
    }
    weakened
}

/// Place of each value among all, from 0; equal values keep their order.
#[expect(clippy::cast_possible_truncation, reason = "draws are counted in 32 bits")]
fn ranks_of(values: &[f64]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..values.len() as u32).collect();
    order.sort_unstable_by(|a, b| {
        values[*a as usize].total_cmp(&values[*b as usize]).then(a.cmp(b))
    });
    let mut ranks = vec![0; values.len()];
    for (rank, draw) in order.iter().enumerate() {
        ranks[*draw as usize] = rank as u32;
    }
    ranks
}
