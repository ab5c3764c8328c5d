//! A range in three boxes: what stands in each of them, and the text they make together.

use groundwork_model::input::Input;
use groundwork_report::wording::NumberStyle;

use super::entry::{kind_of, read};

/// What stands between the three numbers of a range.
const BETWEEN: &str = "..";

/// One of the three boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangePart {
    /// Practically never below.
    Low,
    /// What is most likely.
    Likely,
    /// Practically never above.
    High,
}

impl RangePart {
    /// Every box, from the lowest.
    pub const ALL: [Self; 3] = [Self::Low, Self::Likely, Self::High];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "Lowest",
            Self::Likely => "Most likely",
            Self::High => "Highest",
        }
    }
}

impl RangePart {
    /// What is meant by it.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Low => "Practically never below",
            Self::Likely => "What figures use",
            Self::High => "Practically never above",
        }
    }
}

/// What stands in each of the boxes when `text` stands in the field. Text that cannot be read keeps
/// its parts, so that a range that is being typed stays in its boxes.
pub fn parts(text: &str, input: Input, style: &NumberStyle) -> [String; 3] {
    if let Ok(entry) = read(text, input, style) {
        let written = |value| style.editable(value, kind_of(input));
        let [low, likely, high] = entry.estimate.values().map(written);
        return if entry.estimate.is_range() {
            [low, likely, high]
        } else {
            [String::new(), likely, String::new()]
        };
    }
    let mut pieces = text.split(BETWEEN).map(|piece| piece.trim().to_owned());
    match (pieces.next(), pieces.next(), pieces.next()) {
        (Some(low), Some(likely), Some(high)) => [low, likely, high],
        (Some(low), Some(high), None) => [low, String::new(), high],
        (likely, ..) => [String::new(), likely.unwrap_or_default(), String::new()],
    }
}

/// The text of the field when `typed` stands in one of the boxes and `before` stood in the field.
pub fn with_part(
    before: &str,
    part: RangePart,
    typed: &str,
    input: Input,
    style: &NumberStyle,
) -> String {
    let mut parts = parts(before, input, style);
    typed.trim().clone_into(&mut parts[part as usize]);
    let [low, likely, high] = parts;
    if low.is_empty() && high.is_empty() {
        likely
    } else {
        [low.as_str(), BETWEEN, &likely, BETWEEN, &high].concat()
    }
}

#[cfg(test)]
mod tests {
    use groundwork_model::estimate::Estimate;

    use super::*;

    #[track_caller]
    fn check(text: &str, low: &str, likely: &str, high: &str) {
        let parts = parts(text, Input::EfficiencyAfter, &NumberStyle::default());
        assert_eq!(parts, [low, likely, high]);
    }

    #[test]
    fn a_range_stands_in_three_boxes_and_one_figure_in_the_middle() {
        check("80..90..95", "80%", "90%", "95%");
        check("80 to 90", "80%", "85%", "90%");
        check("80....90", "80%", "85%", "90%");
        check("90%", "", "90%", "");
        check("", "", "", "");
    }

    #[test]
    fn what_cannot_be_read_yet_stays_in_its_box() {
        check("80..", "80", "", "");
        check("80..90..", "80", "90", "");
        check("ninety", "", "ninety", "");
        check("95..90..80", "95", "90", "80");
    }

    #[test]
    fn boxes_filled_one_by_one_make_a_range() {
        let style = NumberStyle::default();
        let mut text = "90%".to_owned();
        for (part, typed) in [(RangePart::Low, "80"), (RangePart::High, "95")] {
            text = with_part(&text, part, typed, Input::EfficiencyAfter, &style);
        }
        let range = read(&text, Input::EfficiencyAfter, &style).map(|entry| entry.estimate);
        assert_eq!(range, Ok(Estimate::range(0.8, 0.9, 0.95).unwrap()));
        for part in [RangePart::Low, RangePart::High] {
            text = with_part(&text, part, "", Input::EfficiencyAfter, &style);
        }
        assert_eq!(text, "90%");
    }
}
