//! Where scales are marked: round steps of values, and months where they begin.

use groundwork_model::calendar::YearMonth;

use super::{advance::text_width, scene::Role};
use crate::{document::Writer, wording::month_word};

/// A marked place on a scale.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    /// Where it is, in the unit of the scale.
    pub(super) at: f64,
    /// What stands there.
    pub(super) text: String,
}

/// Multiples of a round step (1, 2, 2.5 or 5 times a power of ten) between `low` and `high`, about
/// `wanted` of them.
///
/// Powers of ten are multiplied up, not taken from a logarithm, so the places are the same on every
/// machine. `low` is below `high`, both are finite.
pub(super) fn round_steps(low: f64, high: f64, wanted: f64) -> Vec<f64> {
    let smallest = (high - low) / wanted.max(1.0);
    let mut power = 0;
    while power < 300 && scaled(1.0, power + 1) <= smallest {
        power += 1;
    }
    while power > -12 && scaled(1.0, power) > smallest {
        power -= 1;
    }
    let mantissas = [1.0, 2.0, 2.5, 5.0, 10.0];
    let fits = |mantissa: &f64| scaled(*mantissa, power) >= smallest;
    let mantissa = mantissas.into_iter().find(fits).unwrap_or(10.0);

    let step = scaled(mantissa, power);
    let (first, last) = ((low / step).ceil(), (high / step).floor());
    let mut places = Vec::new();
    let mut count = first;
    while count <= last && places.len() < 100 {
        // Adding zero turns the `-0.0` of a range that ends at zero into `0.0`.
        places.push(scaled(count * mantissa, power) + 0.0);
        count += 1.0;
    }
    places
}

/// `mantissa × 10^power`; dividing for negative powers keeps 0.7 the nearest number to 0.7.
fn scaled(mantissa: f64, power: i32) -> f64 {
    let mut ten = 1.0;
    for _ in 0..power.abs() {
        ten *= 10.0;
    }
    if power < 0 { mantissa / ten } else { mantissa * ten }
}

/// Half the room a name below the plot takes.
pub(super) fn half_width(tick: &Tick) -> f64 {
    text_width(&tick.text, Role::Tick) / 2.0 + 3.0
}

/// Room in pixels that an amount below the plot takes at least.
const AMOUNT_WIDTH: f64 = 64.0;

/// Round amounts from left to right, as many as have room in so many pixels.
pub(super) fn amounts(writer: Writer<'_>, (low, high): (f64, f64), pixels: f64) -> Vec<Tick> {
    let per_amount = pixels / (high - low);
    let mut wanted = (pixels / AMOUNT_WIDTH).floor().max(1.0);
    // Between amounts that differ by little more than dust, multiples of a step lie anywhere.
    let is_within = |at: &f64| (-0.05..=pixels + 0.05).contains(&((at - low) * per_amount));
    loop {
        let tick = |at: f64| Tick { at, text: writer.style.scale_money(at) };
        let steps = round_steps(low, high, wanted).into_iter().filter(is_within);
        let ticks: Vec<Tick> = steps.map(tick).collect();
        if wanted <= 1.0 || have_room(&ticks, per_amount) {
            return ticks;
        }
        wanted -= 1.0;
    }
}

/// Months between two names, from which the shortest that leaves room is taken. Quarters and whole
/// parts of a year, so that every January is named.
const MONTH_STEPS: [u32; 8] = [1, 3, 6, 12, 24, 36, 60, 120];

/// Least gap between two names of months in pixels.
const MONTH_GAP: f64 = 11.0;

/// Names of months at the places where they begin, none after the horizon, as many as have room
/// where a month is `pixels` wide; by their numbers where there is no first month.
pub(super) fn months(
    writer: Writer<'_>,
    start: Option<YearMonth>,
    horizon: u32,
    pixels: f64,
) -> Vec<Tick> {
    let first_year = start.map_or(0, YearMonth::year);
    let named = |numbers: &[u32], step| named(writer, start, numbers, step);
    let attempts = MONTH_STEPS.into_iter().map(|step| {
        let is_named = |number: &u32| match start.map(|start| start.case_month(*number)) {
            // Counted from the January of the first year, so that long steps begin with it too.
            Some(month) => {
                let years = month.year() - first_year;
                (years * 12 + month.month() - 1).is_multiple_of(step)
            }
            None => (number - 1).is_multiple_of(step),
        };
        let regular: Vec<u32> = (1..=horizon).filter(is_named).collect();
        // The first month is named too where the next name leaves room for it.
        let with_first: Vec<u32> = match regular.first() {
            Some(1) => regular.clone(),
            _ => std::iter::once(1).chain(regular.iter().copied()).collect(),
        };
        [with_first, regular].map(|numbers| named(&numbers, step))
    });
    let fits = |names: &Vec<Tick>| !names.is_empty() && have_room(names, pixels);
    attempts.flatten().find(fits).unwrap_or_else(|| named(&[1], 1))
}

fn named(writer: Writer<'_>, start: Option<YearMonth>, numbers: &[u32], step: u32) -> Vec<Tick> {
    let name = |(position, number): (usize, &u32)| Tick {
        at: f64::from(number - 1),
        text: month_text(writer, start, *number, position == 0, step),
    };
    numbers.iter().enumerate().map(name).collect()
}

fn have_room(names: &[Tick], pixels: f64) -> bool {
    let width = |tick: &Tick| text_width(&tick.text, Role::Tick);
    let is_apart = |pair: &[Tick]| {
        let taken = f64::midpoint(width(&pair[0]), width(&pair[1])) + MONTH_GAP;
        (pair[1].at - pair[0].at) * pixels >= taken
    };
    names.windows(2).all(is_apart)
}

/// "Jan 26", "Apr"; the year stands with the first name and with every January.
fn month_text(
    writer: Writer<'_>,
    start: Option<YearMonth>,
    number: u32,
    is_first: bool,
    step: u32,
) -> String {
    let Some(month) = start.map(|start| start.case_month(number)) else {
        let number = writer.style.number(f64::from(number), 0);
        return if is_first { format!("month {number}") } else { number };
    };
    let name = month_word(month).get(..3).unwrap_or_default();
    if is_first || month.month() == 1 || step > 6 {
        format!("{name} {:02}", month.year() % 100)
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::round_steps;

    #[track_caller]
    fn check(low: f64, high: f64, wanted: f64, places: &[f64]) {
        assert_eq!(round_steps(low, high, wanted), places);
    }

    #[test]
    fn steps_are_one_two_two_and_a_half_or_five_times_a_power_of_ten() {
        check(-250e3, 440e3, 5.0, &[-200e3, 0.0, 200e3, 400e3]);
        check(0.0, 11.0, 5.0, &[0.0, 2.5, 5.0, 7.5, 10.0]);
        check(0.67, 0.93, 5.0, &[0.7, 0.8, 0.9]);
        check(0.0, 1e13, 4.0, &[0.0, 2.5e12, 5e12, 7.5e12, 1e13]);
        check(-0.4, 0.0, 4.0, &[-0.4, -0.3, -0.2, -0.1, 0.0]);
    }

    #[test]
    fn a_range_of_any_size_has_a_mark_and_not_too_many() {
        for size in [1e-9, 1e-3, 0.7, 1.0, 3.0, 1e6, 1e12, 1e20] {
            let places = round_steps(0.0, size, 5.0);
            assert!((2..=6).contains(&places.len()), "{size}: {places:?}");
        }
    }
}
