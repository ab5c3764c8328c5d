//! What calls a figure a rough one: "~2M", "about 2M", "ca. 2M".

/// Signs in front of a rough figure.
const SIGNS: [char; 5] = ['~', '≈', '≃', '≅', '∼'];

/// Words in front of a rough figure, with or without the point of an abbreviation.
const WORDS: [&str; 7] = ["approximately", "approx", "roughly", "around", "about", "circa", "ca"];

/// The text behind such a sign or word; none where it begins with neither.
pub(super) fn strip_about(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix(SIGNS) {
        return Some(rest);
    }
    let behind = |word: &&str| {
        let (front, rest) = text.split_at_checked(word.len())?;
        let rest = rest.strip_prefix('.').unwrap_or(rest);
        // "CA$2" is a currency and "cars" another word.
        let is_word_end =
            rest.starts_with([' ', '~']) || rest.starts_with(|c: char| c.is_ascii_digit());
        (front.eq_ignore_ascii_case(word) && is_word_end).then_some(rest)
    };
    WORDS.iter().find_map(behind)
}
