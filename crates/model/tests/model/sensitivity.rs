//! One input at a time, and two.

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    case::BenefitLine,
    estimate::Estimate,
    evaluation::evaluate,
    figure::{Bound, FigureId},
    input::{BenefitInput, Input},
    sensitivity::{
        Basis, GridError, MOST_STEPS, Tornado, TornadoInput, grid, npv_at_end, rests_on, tornado,
    },
};

use crate::support::{case, close, four, ranges, seed, with};

const NOW: (Input, [f64; 3]) = (Input::EfficiencyNow, [0.65, 0.70, 0.75]);
const AFTER: (Input, [f64; 3]) = (Input::EfficiencyAfter, [0.80, 0.90, 0.95]);
const AMOUNT: (Input, [f64; 3]) = (Input::Amount, [150e3, 200e3, 300e3]);
const COST: (Input, [f64; 3]) = (Input::AnnualCost, [1.9e6, 2e6, 2.1e6]);

fn npv_with(numbers: &[(Input, f64)]) -> f64 {
    evaluate(&case(with(seed(), numbers))).returns.npv
}

fn inputs(tornado: &Tornado) -> Vec<TornadoInput> {
    tornado.bars.iter().map(|bar| bar.input).collect()
}

#[test]
fn estimates_are_moved_one_at_a_time_to_either_end() {
    let estimated = case(ranges(seed(), &[NOW, AFTER, AMOUNT]));
    let tornado = tornado(&estimated);
    assert_eq!(tornado.basis, Basis::Estimates);
    close(tornado.npv, npv_with(&[]));
    let [after, now, amount] = tornado.bars.as_slice() else { panic!("three bars") };
    assert_eq!(after.input, TornadoInput::Input(Input::EfficiencyAfter));
    assert_eq!((after.at_low.value, after.at_high.value), (0.80, 0.95));
    close(after.at_low.npv, npv_with(&[(Input::EfficiencyAfter, 0.80)]));
    close(after.at_high.npv, npv_with(&[(Input::EfficiencyAfter, 0.95)]));
    assert_eq!(now.input, TornadoInput::Input(Input::EfficiencyNow));
    close(now.at_low.npv, npv_with(&[(Input::EfficiencyNow, 0.65)]));
    assert!(now.at_low.npv > now.at_high.npv);
    assert_eq!(amount.input, TornadoInput::Input(Input::Amount));
    close(amount.at_high.npv, npv_with(&[(Input::Amount, 300e3)]));
    for bar in &tornado.bars {
        for bound in Bound::ALL {
            assert_eq!(npv_at_end(&estimated, bar.input, bound), bar.end(bound).npv);
            let figure = FigureId::Tornado(bar.input, bound);
            assert_eq!(evaluate(&estimated).figure(figure), Some(bar.end(bound).npv));
        }
    }
}

#[test]
fn an_overrun_that_is_estimated_has_a_bar_of_its_own() {
    let slipping = case(ranges(seed(), &[(Input::Slip, [0.0, 0.2, 0.5])]));
    let tornado = tornado(&slipping);
    let [slip] = tornado.bars.as_slice() else { panic!("one bar") };
    close(slip.at_low.npv, tornado.npv);
    close(slip.at_high.npv, npv_with(&[(Input::InvestmentMonths, 5.0), (Input::Amount, 300e3)]));
}

#[test]
fn without_estimates_four_numbers_are_moved_by_a_tenth() {
    let tornado = tornado(&case(seed()));
    assert_eq!(tornado.basis, Basis::TenPercent);
    assert_eq!(
        inputs(&tornado),
        [
            TornadoInput::Capacity,
            TornadoInput::Gain,
            TornadoInput::Input(Input::Amount),
            TornadoInput::EfficiencyNow,
        ]
    );
    let bar = |input| tornado.bars.iter().find(|bar| bar.input == input).unwrap();
    let capacity = bar(TornadoInput::Capacity);
    assert_eq!((capacity.at_low.value, capacity.at_high.value), (1.8e6, 2.2e6));
    close(capacity.at_low.npv, npv_with(&[(Input::AnnualCost, 1.8e6)]));
    let gain = bar(TornadoInput::Gain);
    close(gain.at_low.value, 0.18);
    close(gain.at_high.npv, npv_with(&[(Input::EfficiencyAfter, 0.92)]));
    let amount = bar(TornadoInput::Input(Input::Amount));
    close(amount.at_high.npv, npv_with(&[(Input::Amount, 220e3)]));
    // With the points held and no decline, today's level itself moves nothing.
    let now = bar(TornadoInput::EfficiencyNow);
    close(now.at_low.value, 0.63);
    close(now.at_high.value, 0.77);
    assert!(now.width() < 1e-6);
}

#[test]
fn a_tenth_stays_within_the_bounds_of_its_input() {
    let near_the_top = tornado(&case(four(2e6, 0.90, 0.99, 0.0)));
    let bar = |input| near_the_top.bars.iter().find(|bar| bar.input == input).unwrap();
    close(bar(TornadoInput::Gain).at_high.value, 0.099);
    // Today's efficiency can rise until the level reached is all of it.
    close(bar(TornadoInput::EfficiencyNow).at_high.value, 0.91);
    let amount = bar(TornadoInput::Input(Input::Amount));
    assert_eq!((amount.at_low.value, amount.at_high.value), (0.0, 0.0));
    let dearest = tornado(&case(four(1e12, 0.5, 1.0, 0.0)));
    let bar = |input| dearest.bars.iter().find(|bar| bar.input == input).unwrap();
    assert_eq!(bar(TornadoInput::Capacity).at_high.value, 1e12);
    close(bar(TornadoInput::Gain).at_high.value, 0.5);
}

#[test]
fn equally_wide_bars_keep_the_order_of_the_file() {
    // Without anything spent the value is proportional to capacity and to the gain alike.
    let tornado = tornado(&case(four(2e6, 0.7, 0.9, 0.0)));
    assert!((tornado.bars[0].width() - tornado.bars[1].width()).abs() < 1e-6);
    let nothing = self::tornado(&case(four(2e6, 0.7, 0.7, 0.0)));
    assert_eq!(
        inputs(&nothing),
        [
            TornadoInput::Capacity,
            TornadoInput::EfficiencyNow,
            TornadoInput::Gain,
            TornadoInput::Input(Input::Amount),
        ]
    );
}

#[test]
fn what_it_rests_on_is_said_only_where_everything_compared_is_estimated() {
    let all = [COST, NOW, AFTER, AMOUNT];
    let rests = rests_on(&case(ranges(seed(), &all))).unwrap();
    assert_eq!(rests, [Input::EfficiencyAfter, Input::EfficiencyNow]);
    for left_out in 0..all.len() {
        let mut some = all.to_vec();
        some.remove(left_out);
        assert_eq!(rests_on(&case(ranges(seed(), &some))), None);
    }
    // A line somebody entered as one figure is compared too.
    let mut builder = ranges(seed(), &all);
    let at = builder.add_benefit(BenefitLine {
        id: "b".to_owned(),
        label: String::new(),
        kind: BenefitKind::Other,
        tag: Tag::Cash,
    });
    let per_year = Input::Benefit(at, BenefitInput::PerYear);
    builder.enter(per_year, Estimate::exact(9e5).unwrap()).unwrap();
    assert_eq!(rests_on(&case(builder.clone())), None);
    builder.enter(per_year, Estimate::range(0.0, 9e5, 2e6).unwrap()).unwrap();
    assert_eq!(rests_on(&case(builder)), Some(vec![per_year]));
}

#[test]
fn a_grid_holds_the_value_of_every_pair() {
    let estimated = case(ranges(seed(), &[AFTER]));
    let grid = grid(&estimated, Input::EfficiencyAfter, Input::Amount, 5).unwrap();
    assert_eq!(grid.rows.values.len(), 5);
    assert_eq!((grid.rows.values[0], grid.rows.values[4]), (0.80, 0.95));
    assert_eq!(grid.rows.values[grid.rows.today], 0.90);
    assert_eq!(grid.columns.values, [100e3, 150e3, 200e3, 250e3, 300e3]);
    assert_eq!(grid.columns.today, 2);
    for (row, values) in grid.rows.values.iter().zip(&grid.npv) {
        for (column, npv) in grid.columns.values.iter().zip(values) {
            let numbers = [(Input::EfficiencyAfter, *row), (Input::Amount, *column)];
            close(*npv, npv_with(&numbers));
        }
    }
}

#[test]
fn whole_numbers_of_a_grid_stay_whole_and_every_value_is_within_bounds() {
    let seed = case(seed());
    for rows in seed.inputs() {
        let columns = if rows == Input::Amount { Input::EfficiencyAfter } else { Input::Amount };
        for steps in [0, 2, 5, 9, 1_000] {
            match grid(&seed, rows, columns, steps) {
                Err(error) => {
                    assert!(matches!(error, GridError::MovesNothing { .. }));
                    assert!(matches!(rows, Input::Seed | Input::FailureProbability));
                }
                Ok(grid) => {
                    let axis = &grid.rows;
                    let bounds = rows.spec().bounds;
                    assert!(axis.values.iter().all(|value| bounds.contains(*value)), "{axis:?}");
                    assert!(axis.values.is_sorted_by(|a, b| a < b), "{axis:?}");
                    assert!((2..=MOST_STEPS).contains(&axis.values.len()), "{axis:?}");
                    assert_eq!(Some(axis.values[axis.today]), seed.likely(rows), "{axis:?}");
                    let npv = grid.npv[axis.today][grid.columns.today];
                    close(npv, evaluate(&seed).returns.npv);
                }
            }
        }
    }
    let months = grid(&seed, Input::InvestmentMonths, Input::HorizonMonths, 5).unwrap();
    assert_eq!(months.rows.values, [1.0, 2.0, 3.0, 4.0, 5.0]);
    assert_eq!(months.columns.values, [12.0, 18.0, 24.0, 30.0, 36.0]);
}

#[test]
fn a_grid_of_what_is_not_there_says_so() {
    let seed = case(seed());
    let is = |rows, columns| grid(&seed, rows, columns, 5).unwrap_err().to_string();
    assert_eq!(is(Input::Amount, Input::Amount), "rows and columns are both the investment");
    assert_eq!(is(Input::Salary, Input::Amount), "salary of an engineer is not part of this case");
    assert!(is(Input::Amount, Input::Seed).starts_with("no net present value depends on"));
}
