//! What is counted from draws, counted again from cases that are evaluated one by one.

use groundwork_model::{
    case::{Case, CaseBuilder},
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    figure::{FigureId, Percentile, SimulatedFigure as F},
    input::Input,
    simulation::{drawn_inputs, draws_of},
};

use crate::{
    support::seed_with,
    uncertain::{FEW, RANGES, estimated, with_draws},
};

fn builder() -> CaseBuilder {
    estimated(seed_with(&[(Input::HorizonMonths, 16.0)]), &RANGES)
}

/// Every draw as a case of its own.
fn draws(case: &Case) -> Vec<Evaluation> {
    let inputs = drawn_inputs(case);
    let values: Vec<Vec<f64>> =
        inputs.iter().map(|input| draws_of(case, *input, FEW).unwrap()).collect();
    let draw = |number: usize| {
        let mut builder = builder();
        for (input, values) in inputs.iter().zip(&values) {
            builder.enter(*input, Estimate::exact(values[number]).unwrap()).unwrap();
        }
        evaluate(&builder.build().unwrap())
    };
    (0..values[0].len()).map(draw).collect()
}

/// Between neighbors at `(n - 1) q`, as `model.md` has it; `None` where it touches what never comes.
fn percentile(values: impl Iterator<Item = Option<f64>>, percentile: Percentile) -> Option<f64> {
    let mut values: Vec<f64> = values.map(|value| value.unwrap_or(f64::INFINITY)).collect();
    values.sort_by(f64::total_cmp);
    let share = match percentile {
        Percentile::P10 => 0.1,
        Percentile::P50 => 0.5,
        Percentile::P90 => 0.9,
    };
    let place = (number_of(&values) - 1.0) * share;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let [below, above] = [place.floor(), place.ceil()].map(|place| values[place as usize]);
    let value = below + (above - below) * place.fract();
    value.is_finite().then_some(value)
}

/// Share of draws for which `holds` is true.
fn share(draws: &[Evaluation], holds: impl Fn(&Evaluation) -> bool) -> f64 {
    let held: Vec<_> = draws.iter().filter(|draw| holds(draw)).collect();
    number_of(&held) / number_of(draws)
}

fn number_of<T>(values: &[T]) -> f64 {
    f64::from(u32::try_from(values.len()).unwrap())
}

#[test]
fn what_is_counted_from_draws_is_what_its_words_say() {
    let evaluation = with_draws(builder(), FEW);
    let simulation = evaluation.simulation.clone().unwrap();
    let draws = draws(&evaluation.case);
    let likely = evaluation.returns.npv;
    let net = |draw: &Evaluation, month| draw.timeline.month(month).unwrap().cumulative_net;
    let mean =
        |value: fn(&Evaluation) -> f64| draws.iter().map(value).sum::<f64>() / number_of(&draws);
    for figure in F::all(&simulation) {
        let found = evaluation.figure(FigureId::Simulated(figure));
        let counted = match figure {
            F::Npv(p) => percentile(draws.iter().map(|draw| Some(draw.returns.npv)), p),
            F::TotalNet(p) => percentile(draws.iter().map(|draw| Some(draw.returns.total_net)), p),
            F::Payback(p) => percentile(draws.iter().map(|draw| draw.returns.payback_months), p),
            F::CumulativeNet(month, p) => {
                percentile(draws.iter().map(|draw| Some(net(draw, month))), p)
            }
            F::NpvMean => Some(mean(|draw| draw.returns.npv)),
            F::TotalNetMean => Some(mean(|draw| draw.returns.total_net)),
            F::ProbabilityNpvPositive => Some(share(&draws, |draw| draw.returns.npv > 0.0)),
            F::ProbabilityOfHeadline => Some(share(&draws, |draw| draw.returns.npv >= likely)),
            F::PaidBackBy(month) => {
                let by = |months: f64| months <= f64::from(month) + 1e-9;
                Some(share(&draws, |draw| draw.returns.payback_months.is_some_and(by)))
            }
            F::Distribution(bin) => {
                let low =
                    simulation.distribution.low + f64::from(bin) * simulation.distribution.width;
                let high = low + simulation.distribution.width;
                Some(share(&draws, |draw| (low..high).contains(&draw.returns.npv)))
            }
            F::Draws => Some(f64::from(FEW)),
            // Not there unless every draw is paid back, and tested with the model.
            F::PaybackMean | F::Sensitivity(_) => found,
        };
        let is_same = match (found, counted) {
            (Some(found), Some(counted)) => (found - counted).abs() <= 1e-9 * found.abs().max(1.0),
            (found, counted) => found.is_none() && counted.is_none(),
        };
        assert!(is_same, "{}: {found:?}, counted {counted:?}", figure.path());
    }
}
