//! A range in three boxes: what stands in each of them, and the text they make together.

use groundwork_model::input::Input;
use groundwork_report::wording::{NumberStyle, Typed, parse};

use super::entry::{kind_of, read};

/// What stands between the three numbers of a range.
const BETWEEN: &str = " .. ";

/// The same without its spaces.
const DOTS: &str = "..";

/// Stands in the place of a number that is missing.
const MISSING: &str = "?";

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
    if let Some(pieces) = pieces(text) {
        return pieces.map(str::to_owned);
    }
    // Figures that fall, or that are out of bounds, still stand where they were meant to.
    if let Ok(Typed::Range { low, likely, high }) =
        parse(text, kind_of(input), style).map(|reading| reading.value)
    {
        return [low, likely, high].map(|value| style.editable(value, kind_of(input)));
    }
    [String::new(), text.trim().to_owned(), String::new()]
}

/// The text of the field when `typed` stands in one of the boxes and `before` stood in the field.
///
/// One figure stands there alone. A range of which an end is missing keeps its place with a question
/// mark, so that what stands in the other boxes is not lost.
pub fn with_part(
    before: &str,
    part: RangePart,
    typed: &str,
    input: Input,
    style: &NumberStyle,
) -> String {
    let mut parts = parts(before, input, style);
    // Two dots would be taken for the end of the box.
    parts[part as usize] = typed.trim().replace("..", "…");
    let [low, likely, high] = parts;
    if low.is_empty() && high.is_empty() {
        return likely;
    }
    if likely.is_empty() && !low.is_empty() && !high.is_empty() {
        let ends = format!("{low} to {high}");
        if read(&ends, input, style).is_ok() {
            return ends;
        }
    }
    let or_missing = |part: String| if part.is_empty() { MISSING.to_owned() } else { part };
    [low, likely, high].map(or_missing).join(BETWEEN)
}

/// What to say about the text of one box, which is one figure or nothing.
pub fn box_problem(typed: &str, input: Input, style: &NumberStyle) -> Option<String> {
    if typed.trim().is_empty() {
        return None;
    }
    match read(typed, input, style) {
        Ok(entry) if entry.estimate.is_range() => {
            Some("One figure goes into each of the three.".to_owned())
        }
        Ok(_) => None,
        Err(problem) => Some(problem),
    }
}

/// What to do about a range of which an end is missing; none where the text is something else.
pub fn missing_end(text: &str) -> Option<&'static str> {
    match pieces(text)? {
        ["", _, ""] => None,
        ["", ..] => Some(
            "The lowest value is missing: type it, or empty the highest too to keep one figure.",
        ),
        [.., ""] => Some(
            "The highest value is missing: type it, or empty the lowest too to keep one figure.",
        ),
        _ => None,
    }
}

/// The three pieces of a text as the boxes write it, and as people begin to type it; empty where one
/// is missing.
fn pieces(text: &str) -> Option<[&str; 3]> {
    let mut pieces =
        text.split(DOTS).map(str::trim).map(|piece| if piece == MISSING { "" } else { piece });
    match (pieces.next(), pieces.next(), pieces.next(), pieces.next()) {
        (Some(low), Some(likely), Some(high), None) => Some([low, likely, high]),
        (Some(low), Some(high), None, None) => Some([low, "", high]),
        _ => None,
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
        check("95 to 80", "95%", "87.5%", "80%");
        check("80 to", "", "80 to", "");
        check("? .. 90% .. 95%", "", "90%", "95%");
    }

    fn text_after(before: &str, typed: &[(RangePart, &str)]) -> String {
        typed.iter().fold(before.to_owned(), |text, (part, typed)| {
            with_part(&text, *part, typed, Input::EfficiencyAfter, &NumberStyle::default())
        })
    }

    #[test]
    fn an_emptied_end_keeps_the_others_and_says_what_to_do() {
        use RangePart::{High, Likely, Low};

        let text = text_after("80..90..95", &[(Low, "")]);
        assert_eq!(text, "? .. 90% .. 95%");
        check(&text, "", "90%", "95%");
        let said = read(&text, Input::EfficiencyAfter, &NumberStyle::default()).unwrap_err();
        assert_eq!(
            said,
            "The lowest value is missing: type it, or empty the highest too to keep one figure."
        );
        let text = text_after("80..90..95", &[(High, "")]);
        let said = read(&text, Input::EfficiencyAfter, &NumberStyle::default()).unwrap_err();
        assert!(said.starts_with("The highest value is missing"), "{said}");

        assert_eq!(text_after("80..90..95", &[(Low, ""), (Low, "85")]), "85 .. 90% .. 95%");
        assert_eq!(text_after("80..90..95", &[(Low, ""), (High, "")]), "90%");
        assert_eq!(text_after("80..90..95", &[(Low, ""), (High, ""), (Likely, "")]), "");
        assert_eq!(text_after("80..90..95", &[(Low, ""), (Likely, ""), (High, "")]), "");
        assert_eq!(text_after("80..90..95", &[(Likely, "")]), "80% to 95%");
    }

    #[test]
    fn nothing_typed_into_a_box_moves_into_another() {
        use RangePart::{High, Likely, Low};

        let text = text_after("80..90..95", &[(Low, "70..75")]);
        check(&text, "70…75", "90%", "95%");
        let text = text_after("abc", &[(Low, "70"), (High, "x")]);
        check(&text, "70", "abc", "x");
        let text = text_after(&text, &[(Likely, "")]);
        check(&text, "70", "", "x");
        check(&text_after(&text, &[(High, "99")]), "70%", "84.5%", "99%");
    }

    #[test]
    fn a_box_speaks_of_its_own_figure_only() {
        let said = |typed| box_problem(typed, Input::EfficiencyAfter, &NumberStyle::default());
        assert_eq!(said(""), None);
        assert_eq!(said("80"), None);
        assert_eq!(said("80 to 90").as_deref(), Some("One figure goes into each of the three."));
        assert!(said("eighty").unwrap().contains("is not a number"));
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
