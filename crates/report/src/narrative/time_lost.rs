//! What an estimate of lost time comes to, said beside the field it helps with.

use groundwork_model::estimating::{TimeLost, TimeLostError};

use crate::wording::NumberStyle;

/// How every note on an estimated number begins.
pub const ESTIMATE_NOTE: &str = "Estimated:";

/// What the time of an estimate is counted in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// Hours of a week.
    HoursAWeek,
    /// Working days.
    Days,
    /// Shares of working time, lost because changes take longer.
    Slowdown {
        /// How many times as long as they should, 1 or more.
        factor: f64,
        /// Share of working time that goes to such changes.
        touching: f64,
    },
}

/// The efficiency an estimate is rounded to and entered as: whole percent, at least one.
pub fn estimated_efficiency(time: &TimeLost) -> f64 {
    NumberStyle::whole_percent(time.efficiency()).max(0.01)
}

/// "That is an efficiency of 78%: of 40 hours a week, 9 are lost to working around what is there."
pub fn estimate_sentence(time: &TimeLost, measure: Measure, style: &NumberStyle) -> String {
    let efficiency = style.percent(estimated_efficiency(time));
    format!("That is an efficiency of {efficiency}: {}.", estimate_reason(time, measure, style))
}

/// How the estimate came about, for the source of the number: "Estimated: of 40 hours a week, 9 are
/// lost to working around what is there."
pub fn estimate_note(time: &TimeLost, measure: Measure, style: &NumberStyle) -> String {
    format!("{ESTIMATE_NOTE} {}.", estimate_reason(time, measure, style))
}

fn estimate_reason(time: &TimeLost, measure: Measure, style: &NumberStyle) -> String {
    let written = |value: f64| match measure {
        Measure::Slowdown { .. } => style.percent(value),
        Measure::HoursAWeek | Measure::Days => style.number(value, 1),
    };
    let [worked, lost, other, counted] =
        [time.worked(), time.lost(), time.other(), time.counted()].map(written);
    let whole = match measure {
        Measure::HoursAWeek => format!("of {worked} hours a week, "),
        Measure::Days => format!("of {worked} working days, "),
        Measure::Slowdown { factor, touching } => format!(
            "changes there take {} times as long and are {} of the work, so of all working time, ",
            style.number(factor, 2),
            style.percent(touching),
        ),
    };
    let go = match measure {
        Measure::Slowdown { .. } => "goes",
        _ if lost == style.number(1.0, 0) => "goes",
        Measure::HoursAWeek | Measure::Days => "go",
    };
    let reason = if time.other() > 0.0 {
        format!(
            "{lost} {go} to other things than the work itself, {counted} without the {other} that debt \
             is not to blame for"
        )
    } else {
        format!("{lost} {go} to working around what is there")
    };
    whole + &reason
}

/// Why no efficiency follows, as a sentence.
pub fn time_lost_problem(error: TimeLostError, style: &NumberStyle) -> String {
    let number = |value| style.number(value, 2);
    match error {
        TimeLostError::NothingWorked { .. } => "The time worked must be above 0.".to_owned(),
        TimeLostError::Negative { time } => format!("A time cannot be {}.", number(time)),
        TimeLostError::MoreThanWorked { .. } => {
            "No more can be lost than there is working time.".to_owned()
        }
        TimeLostError::MoreThanLost { .. } => {
            "What is not debt is a part of the loss and cannot be more than all of it.".to_owned()
        }
        TimeLostError::NoSlowdown { factor } => format!(
            "Changes that take {} times as long are not slower; type 1 or more.",
            number(factor)
        ),
        _ => "That leaves nothing of the working time; an efficiency is at least 1%.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

    use super::*;

    fn said(time: TimeLost, measure: Measure) -> String {
        estimate_sentence(&time, measure, &NumberStyle::default())
    }

    #[test]
    fn the_sentence_says_what_was_counted() {
        assert_eq!(
            said(TimeLost::new(40.0, 9.0, 0.0).unwrap(), Measure::HoursAWeek),
            "That is an efficiency of 78%: of 40 hours a week, 9 go to working around what is there."
        );
        assert_eq!(
            said(TimeLost::new(10.0, 3.0, 1.0).unwrap(), Measure::Days),
            "That is an efficiency of 80%: of 10 working days, 3 go to other things than the work \
             itself, 2 without the 1 that debt is not to blame for."
        );
        assert_eq!(
            said(
                TimeLost::from_slowdown(1.5, 0.6, 0.0).unwrap(),
                Measure::Slowdown { factor: 1.5, touching: 0.6 }
            ),
            "That is an efficiency of 80%: changes there take 1.5 times as long and are 60% of the \
             work, so of all working time, 20% goes to working around what is there."
        );
    }

    #[test]
    fn the_note_says_how_it_came_about() {
        let time = TimeLost::new(40.0, 9.0, 0.0).unwrap();
        assert_eq!(
            estimate_note(&time, Measure::HoursAWeek, &NumberStyle::default()),
            "Estimated: of 40 hours a week, 9 go to working around what is there."
        );
        assert!((estimated_efficiency(&time) - 0.78).abs() < 1e-12);
    }

    #[test]
    fn times_that_cannot_be_are_explained() {
        let problem = |time: Result<TimeLost, TimeLostError>| {
            time_lost_problem(time.unwrap_err(), &NumberStyle::default())
        };
        assert_eq!(
            problem(TimeLost::new(40.0, 41.0, 0.0)),
            "No more can be lost than there is working time."
        );
        assert_eq!(
            problem(TimeLost::from_slowdown(0.5, 1.0, 0.0)),
            "Changes that take 0.5 times as long are not slower; type 1 or more."
        );
    }
}
