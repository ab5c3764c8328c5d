//! From what was typed about a week to an efficiency, with the sentence for what went wrong.

use groundwork_model::estimating::{TimeLost, TimeLostError};
use groundwork_report::{
    narrative::time_lost::{
        Measure, estimate_note, estimate_sentence, estimated_efficiency, time_lost_problem,
    },
    wording::{Kind, NumberStyle, Typed, parse},
};

/// A way to estimate how much time is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Hours a week, per person.
    Hours,
    /// Of ten working days.
    Days,
    /// How much longer changes take in some area.
    Slowdown,
}

/// A question of a way.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Unique within the page.
    pub id: &'static str,
    /// What is asked.
    pub label: &'static str,
    /// What may be typed.
    pub hint: &'static str,
    /// Unit after the field.
    pub unit: &'static str,
    /// What kind of figure answers it.
    pub kind: Kind,
    /// Whether an estimate can do without it.
    pub is_optional: bool,
}

/// What follows from the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimated {
    /// The efficiency, in whole percent.
    pub efficiency: f64,
    /// What it comes to, as a sentence.
    pub sentence: String,
    /// How it came about, for the source of the number.
    pub note: String,
}

const ASKED: Question =
    Question { id: "", label: "", hint: "", unit: "", kind: Kind::Number, is_optional: false };

const HOURS: [Question; 3] = [
    Question {
        id: "estimate-hours-worked",
        label: "Hours worked a week, per person",
        hint: "Such as 40",
        unit: "hours",
        ..ASKED
    },
    Question {
        id: "estimate-hours-lost",
        label: "Hours of them lost to workarounds",
        hint: "Waiting for slow builds, mending by hand, finding out what old code does",
        unit: "hours",
        ..ASKED
    },
    Question {
        id: "estimate-hours-other",
        label: "Hours of that loss that are not debt",
        hint: "Meetings, waiting for others: left out, because the work does not give them back",
        unit: "hours",
        is_optional: true,
        ..ASKED
    },
];

const DAYS: [Question; 2] = [
    Question {
        id: "estimate-days-lost",
        label: "Of ten working days, how many go to working around what you have?",
        hint: "From 0 to 10",
        unit: "days",
        ..ASKED
    },
    Question {
        id: "estimate-days-other",
        label: "Days of that loss that are not debt",
        hint: "Meetings, waiting for others: left out, because the work does not give them back",
        unit: "days",
        is_optional: true,
        ..ASKED
    },
];

const SLOWDOWN: [Question; 3] = [
    Question {
        id: "estimate-slowdown",
        label: "Changes in this area take so many times as long",
        hint: "1.5 if a change of two days takes three; 1 if nothing slows it down",
        unit: "times",
        ..ASKED
    },
    Question {
        id: "estimate-touching",
        label: "Share of the work that touches it",
        hint: "Of all working time, such as 60%",
        kind: Kind::Share,
        ..ASKED
    },
    Question {
        id: "estimate-slowdown-other",
        label: "Share of working time lost there that is not debt",
        hint: "Meetings, waiting for others: left out, because the work does not give them back",
        kind: Kind::Share,
        is_optional: true,
        ..ASKED
    },
];

impl Way {
    /// Every way, the easiest first.
    pub const ALL: [Self; 3] = [Self::Hours, Self::Days, Self::Slowdown];

    /// What it asks for, as the label of a choice.
    pub fn label(self) -> &'static str {
        match self {
            Self::Hours => "hours a week",
            Self::Days => "days of ten",
            Self::Slowdown => "how much longer changes take",
        }
    }

    /// Its questions in order.
    pub fn questions(self) -> &'static [Question] {
        match self {
            Self::Hours => &HOURS,
            Self::Days => &DAYS,
            Self::Slowdown => &SLOWDOWN,
        }
    }

    /// What follows from the answers, in the order of the questions; none while one is missing.
    ///
    /// # Errors
    ///
    /// A sentence where the answers cannot stand together.
    pub fn estimate(
        self,
        answers: &[Option<f64>],
        style: &NumberStyle,
    ) -> Result<Option<Estimated>, String> {
        let answer = |at: usize| answers.get(at).copied().flatten();
        let Some((time, measure)) = self.time_lost(answer) else { return Ok(None) };
        let time = time.map_err(|error| time_lost_problem(error, style))?;
        Ok(Some(Estimated {
            efficiency: estimated_efficiency(&time),
            sentence: estimate_sentence(&time, measure, style),
            note: estimate_note(&time, measure, style),
        }))
    }

    fn time_lost(
        self,
        answer: impl Fn(usize) -> Option<f64>,
    ) -> Option<(Result<TimeLost, TimeLostError>, Measure)> {
        const DAYS_ASKED: f64 = 10.0;
        let or_none = |at| answer(at).unwrap_or(0.0);
        Some(match self {
            Self::Hours => (TimeLost::new(answer(0)?, answer(1)?, or_none(2)), Measure::HoursAWeek),
            Self::Days => (TimeLost::new(DAYS_ASKED, answer(0)?, or_none(1)), Measure::Days),
            Self::Slowdown => {
                let (factor, touching) = (answer(0)?, answer(1)?);
                let time = TimeLost::from_slowdown(factor, touching, or_none(2));
                (time, Measure::Slowdown { factor, touching })
            }
        })
    }
}

/// Reads the answer to a question; none where nothing was typed.
///
/// # Errors
///
/// A sentence for the person who typed.
pub fn read_answer(
    question: &Question,
    text: &str,
    style: &NumberStyle,
) -> Result<Option<f64>, String> {
    const UNITS: [&str; 8] = ["hours", "hour", "h", "days", "day", "times", "x", "×"];
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let text = UNITS.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text);
    match parse(text, question.kind, style).map_err(|error| format!("{error}."))?.value {
        Typed::One(value) => Ok(Some(value)),
        Typed::Range { .. } => Err("Type one figure here; the field itself takes a range.".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn efficiency(way: Way, texts: &[&str]) -> Result<Option<f64>, String> {
        let style = NumberStyle::default();
        let answers: Result<Vec<_>, _> = (way.questions().iter().zip(texts))
            .map(|(question, text)| read_answer(question, text, &style))
            .collect();
        Ok(way.estimate(&answers?, &style)?.map(|estimated| estimated.efficiency))
    }

    #[test]
    fn every_way_leads_to_an_efficiency_in_whole_percent() {
        for (way, texts, expected) in [
            (Way::Hours, ["40", "9", ""], Some(0.78)),
            (Way::Hours, ["40 hours", "12 h", "4"], Some(0.8)),
            (Way::Days, ["3", "1", ""], Some(0.8)),
            (Way::Slowdown, ["1.5x", "60%", ""], Some(0.8)),
            (Way::Slowdown, ["1.5 times", "60", "5%"], Some(0.85)),
            (Way::Hours, ["40", "", "4"], None),
        ] {
            assert_eq!(efficiency(way, &texts), Ok(expected), "{way:?} {texts:?}");
        }
    }

    #[test]
    fn answers_that_cannot_be_used_get_a_sentence() {
        let problem = |way, texts| efficiency(way, texts).unwrap_err();
        assert!(problem(Way::Hours, &["40", "many", ""]).starts_with("“many” is not a number;"));
        assert!(problem(Way::Hours, &["40", "8 to 9", ""]).contains("one figure"));
        assert!(problem(Way::Days, &["11", "", ""]).contains("No more can be lost"));
        assert!(problem(Way::Slowdown, &["0.5", "60%", ""]).contains("type 1 or more"));
    }
}
