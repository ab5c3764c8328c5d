//! Words and letters behind a figure: powers of ten and percent.

/// Words for powers of ten, in the forms people type; compared in lower case.
const SCALES: [(i32, &[&str]); 6] = [
    (3, &["k", "thousand", "thousands", "tsd"]),
    (5, &["lakh", "lakhs", "lac"]),
    (6, &["m", "mm", "mn", "mio", "mln", "million", "millions"]),
    (7, &["cr", "crore", "crores"]),
    (9, &["b", "bn", "bln", "mrd", "billion", "billions"]),
    (12, &["t", "tn", "trn", "trillion", "trillions"]),
];

/// Words for percent besides the sign.
pub(super) const PERCENT_WORDS: [&str; 3] = ["percent", "per cent", "pct"];

/// The word at the end, without the point of an abbreviation, and what stands before it.
pub(super) fn trailing_word(text: &str) -> (&str, &str) {
    let without_point = text.strip_suffix('.').unwrap_or(text);
    let rest = without_point.trim_end_matches(char::is_alphabetic);
    if rest.len() == without_point.len() {
        return (text, "");
    }
    (rest, &without_point[rest.len()..])
}

/// The power of ten a word stands for.
pub(super) fn scale_of(word: &str) -> Option<i32> {
    let lower = word.to_ascii_lowercase();
    let (power, _) = SCALES.iter().find(|(_, words)| words.contains(&lower.as_str()))?;
    Some(*power)
}
