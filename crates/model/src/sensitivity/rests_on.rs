//! What a case rests on.

use super::{Bar, TornadoInput, tornado};
use crate::{case::Case, input::Input};

/// Part of all that moves the net present value which the named inputs make up.
const MOST_OF_IT: f64 = 0.8;

/// The inputs the case rests on, the most important first: the fewest whose squared widths in the
/// [tornado] make up four fifths of all. `None` where nothing moves it, and where an input that is to
/// be compared has no estimate, because the others would then be named for want of a range.
///
/// Compared are capacity, the two efficiencies and the investment, which every case has, and the
/// numbers of cost and benefit lines that were entered.
pub fn rests_on(case: &Case) -> Option<Vec<Input>> {
    if case.inputs().any(|input| is_compared(case, input) && !is_estimated(case, input)) {
        return None;
    }
    let bars = tornado(case).bars;
    let square = |bar: &Bar| bar.width() * bar.width();
    let all: f64 = bars.iter().map(square).sum();
    let mut named = Vec::new();
    let mut so_far = 0.0;
    for bar in &bars {
        if so_far >= MOST_OF_IT * all {
            break;
        }
        so_far += square(bar);
        if let TornadoInput::Input(input) = bar.input {
            named.push(input);
        }
    }
    (!named.is_empty()).then_some(named)
}

fn is_compared(case: &Case, input: Input) -> bool {
    match input {
        Input::AnnualCost | Input::Engineers | Input::Salary => true,
        Input::Cost(..) | Input::Benefit(..) => {
            input.spec().takes_estimate && case.entered(input).is_some()
        }
        input => input.is_required(),
    }
}

fn is_estimated(case: &Case, input: Input) -> bool {
    case.entered(input).is_some_and(|estimate| estimate.is_range())
}
