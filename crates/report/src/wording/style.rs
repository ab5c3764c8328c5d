//! How a locale writes numbers, money and percent.

/// How one person's locale writes numbers: separators, digits, percent sign and currency.
///
/// Formatter and parser read the same style. On the page it is filled once from the browser's
/// `Intl` ([`NumberStyle::from_intl`]); elsewhere it comes from a table
/// ([`NumberStyle::for_locale`]). The default is American English in US dollars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberStyle {
    /// Between whole units and decimals: the `.` of `1,234.5`.
    pub decimal: char,
    /// Between groups of digits: the `,` of `1,234.5`.
    pub group: char,
    /// Where the group separators stand.
    pub grouping: Grouping,
    /// Digits needed before the first separator: 1 groups from 1,000 on; 2, as in Spanish, leaves
    /// 1000 alone and groups from 10 000 on.
    pub minimum_grouping: u8,
    /// The digits of zero to nine.
    pub digits: [char; 10],
    /// The percent sign and its place.
    pub percent: Sign,
    /// The currency amounts are in.
    pub currency: Currency,
}

/// Where group separators stand in a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Every three digits: 1,234,567.
    Thousands,
    /// Three digits, then every two, as in India: 12,34,567.
    Lakhs,
    /// No separators: 1234567.
    Off,
}

/// A currency and how amounts in it are marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Currency {
    /// ISO 4217 code, three capital letters: `USD`.
    pub code: String,
    /// The sign amounts carry, as this locale writes it.
    pub sign: Sign,
    /// Decimals of the smallest coin: 2 for cents, 0 for the yen.
    pub minor_digits: u8,
}

/// A sign that stands before or after a number, such as `$` or `%`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The sign itself, never empty.
    pub text: String,
    /// On which side of the number it stands.
    pub placement: Placement,
    /// What stands between sign and number: nothing or a space that does not break.
    pub gap: String,
}

/// A side of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// `$5`
    Before,
    /// `5 €`
    After,
}

impl Sign {
    /// Creates a sign; invisible marks of writing direction, which ICU adds, are dropped.
    pub fn new(text: &str, placement: Placement, gap: &str) -> Self {
        Self { text: without_direction_marks(text), placement, gap: without_direction_marks(gap) }
    }

    /// Puts the sign at its side of `number`.
    pub(super) fn attached_to(&self, number: &str) -> String {
        match self.placement {
            Placement::Before => format!("{}{}{number}", self.text, self.gap),
            Placement::After => format!("{number}{}{}", self.gap, self.text),
        }
    }
}

impl Default for NumberStyle {
    fn default() -> Self {
        Self::for_locale("en-US", "USD")
    }
}

/// `text` without the invisible marks that steer the direction of writing.
pub(super) fn without_direction_marks(text: &str) -> String {
    text.chars().filter(|&c| !is_direction_mark(c)).collect()
}

/// Whether `c` only steers the direction of writing and shows nothing itself.
pub(super) fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
