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

/// Whether `c` can stand in a word: every letter of every script, and beyond ASCII also what is
/// neither a letter nor a sign that stands beside figures.
///
/// The exact answer of `char::is_alphabetic` takes a table larger than all units together.
pub(super) fn is_letter(c: char) -> bool {
    let is_sign = |c| {
        matches!(c, '×' | '÷' | '٪'..='٭' | '\u{2000}'..='\u{206f}' | '₠'..='\u{20cf}')
            || matches!(c, '←'..='\u{249b}' | '\u{3000}'..='\u{3004}' | '\u{ffe0}'..='\u{ffff}')
    };
    c.is_ascii_alphabetic() || matches!(c, 'ª' | 'µ' | 'º') || (c >= 'À' && !is_sign(c))
}

/// The word at the end, without the point of an abbreviation, and what stands before it.
pub(super) fn trailing_word(text: &str) -> (&str, &str) {
    let without_point = text.strip_suffix('.').unwrap_or(text);
    let rest = without_point.trim_end_matches(is_letter);
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

#[cfg(test)]
mod tests {
    use super::is_letter;
    use crate::wording::{NumberStyle, currencies::SIGNS};

    #[test]
    fn every_letter_is_one() {
        for c in ('\0'..char::MAX).filter(|c| c.is_alphabetic()) {
            assert!(is_letter(c), "{c} U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn no_sign_beside_a_figure_is_a_letter() {
        let mut signs: String = SIGNS.iter().map(|(sign, _)| *sign).collect();
        for tag in ["en-US", "de-DE", "de-CH", "fr-FR", "ar-EG", "ja-JP"] {
            let style = NumberStyle::for_locale(tag, "USD");
            signs.extend([style.decimal, style.group]);
            signs += &style.percent.text;
        }
        signs.push_str("()+-–−%‰·•…'’ \u{a0}\u{202f}");
        for c in signs.chars() {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c} U+{:04X}", u32::from(c));
        }
    }
}
