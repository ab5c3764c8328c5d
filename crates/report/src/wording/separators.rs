//! Digits and separators read as a number, by the style first and by what is evident second.

use super::{
    normalize::normalized_char,
    parse::Kind,
    style::{Grouping, NumberStyle},
};

/// A number without sign and unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// ASCII digits with at most one point, so that `f64` reads it to the last bit.
    pub(super) mantissa: String,
    /// The power of ten typed with it.
    pub(super) exponent: i32,
    /// The mantissa if its separator were meant the other way.
    pub(super) other: Option<String>,
    /// Whether it was read against the style, so that a person should look again.
    pub(super) is_doubtful: bool,
}

/// What a separator is in a style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// The style's own decimal separator.
    Decimal,
    /// The style's own group separator.
    Group,
    /// Neither; a point is taken for a decimal one, a comma for a group.
    Foreign,
}

/// Reads digits, separators and a power of ten; none when they are no number.
///
/// `has_unit` says that a letter such as `k` follows, which makes decimals likely.
pub(super) fn figure(
    text: &str,
    kind: Kind,
    has_unit: bool,
    style: &NumberStyle,
) -> Option<Figure> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, power)) => (mantissa, Some(power_of_ten(power)?)),
        None => (text, None),
    };
    let has_unit = has_unit || exponent.is_some();
    let mut figure = Pieces::of(mantissa.trim(), style)?.read(kind, has_unit, style)?;
    figure.exponent = exponent.unwrap_or(0);
    Some(figure)
}

/// Reads a power of ten; absurd ones become large enough to be refused as too large or too small.
fn power_of_ten(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse().unwrap_or(9_999).min(9_999);
    Some(if text.starts_with('-') { -size } else { size })
}

/// Runs of digits and the separators between them; there is one more run than separators.
struct Pieces<'a> {
    runs: Vec<&'a str>,
    separators: Vec<char>,
}

impl<'a> Pieces<'a> {
    fn of(text: &'a str, style: &NumberStyle) -> Option<Self> {
        let is_separator = |c: char| is_known(c) || role(c, style) != Role::Foreign;
        let separators: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
        if !separators.iter().all(|&c| is_separator(c)) {
            return None;
        }
        let runs = text.split(|c: char| !c.is_ascii_digit()).collect();
        Some(Self { runs, separators })
    }

    /// Chooses between the two ways a separator can be meant.
    fn read(&self, kind: Kind, has_unit: bool, style: &NumberStyle) -> Option<Figure> {
        let Some(&last) = self.separators.last() else {
            let digits = self.runs[0];
            return (!digits.is_empty()).then(|| certain(digits.to_owned()));
        };
        if let Some(edited) = self.as_edited_groups(kind, style) {
            return Some(edited);
        }
        match (self.as_decimal(style), self.as_groups()) {
            (None, None) => None,
            (None, Some(grouped)) => {
                let is_doubtful = self.is_by_lakhs() && style.grouping != Grouping::Lakhs;
                Some(Figure { is_doubtful, ..certain(grouped) })
            }
            (Some(decimal), None) => {
                // "1,5" where commas group: evidently 1.5, but worth a look. "0,5" is only that.
                let is_against_style = role(last, style) == Role::Group
                    && self.separators.len() == 1
                    && !matches!(self.runs[0], "" | "0");
                Some(Figure {
                    mantissa: decimal,
                    exponent: 0,
                    other: None,
                    is_doubtful: is_against_style,
                })
            }
            (Some(decimal), Some(grouped)) => {
                Some(undecided(decimal, grouped, last, kind, has_unit, style))
            }
        }
    }

    /// The number if somebody added digits to one that was grouped: `2,0000`, `2,0000,000`.
    fn as_edited_groups(&self, kind: Kind, style: &NumberStyle) -> Option<Figure> {
        let is_own = self.separators.iter().all(|c| role(*c, style) == Role::Group);
        let (first, grouped) = self.runs.split_first()?;
        let has_added = self.runs.iter().any(|run| run.len() > 3);
        // Shares are never grouped, and no grouped number begins with 0.
        let may_group = kind != Kind::Share && !first.is_empty() && !first.starts_with('0');
        let is_edited =
            may_group && is_own && has_added && grouped.iter().all(|run| run.len() >= 3);
        is_edited.then(|| Figure { is_doubtful: true, ..certain(self.runs.concat()) })
    }

    /// The number if every separator groups digits.
    fn as_groups(&self) -> Option<String> {
        let is_uniform = self.separators.iter().all(|c| *c == self.separators[0]);
        // Nobody puts spaces between lakhs: 80 90 100 are three figures.
        let may_group = match self.separators.first() {
            Some(' ') => !self.is_by_lakhs(),
            first => first != Some(&'٫'),
        };
        (is_uniform && may_group && are_groups(&self.runs)).then(|| self.runs.concat())
    }

    /// Whether a group of two digits stands between others: 12,34,567.
    fn is_by_lakhs(&self) -> bool {
        self.runs.len() > 2 && self.runs[1].len() == 2
    }

    /// The number if the last separator begins the decimals.
    fn as_decimal(&self, style: &NumberStyle) -> Option<String> {
        let (&last, earlier) = self.separators.split_last()?;
        let (fraction, whole) = self.runs.split_last()?;
        let may_begin = matches!(last, '.' | ',' | '٫') || role(last, style) == Role::Decimal;
        let is_uniform = earlier.iter().all(|c| *c == earlier[0] && *c != last);
        let has_digits = !fraction.is_empty() || !whole[0].is_empty();
        let is_whole = whole.len() == 1 || are_groups(whole);
        (may_begin && is_uniform && has_digits && is_whole)
            .then(|| format!("0{}.{fraction}0", whole.concat()))
    }
}

fn certain(mantissa: String) -> Figure {
    Figure { mantissa, exponent: 0, other: None, is_doubtful: false }
}

/// One separator before exactly three digits: decimals or thousands, by style and kind.
fn undecided(
    decimal: String,
    grouped: String,
    separator: char,
    kind: Kind,
    has_unit: bool,
    style: &NumberStyle,
) -> Figure {
    let role = role(separator, style);
    let is_decimal = match role {
        Role::Decimal => true,
        Role::Group => false,
        Role::Foreign => separator == '.',
    };
    let has_decimals = decimal.split_once('.').is_some_and(|(_, f)| f.bytes().any(|b| b != b'0'));
    // Months have no decimals: 1.500 can only be meant as 1,500.
    let is_decimal = is_decimal && !(kind == Kind::Whole && has_decimals);
    let is_evident = match role {
        Role::Decimal => is_decimal && (has_unit || kind == Kind::Share),
        Role::Group => !has_unit || !matches!(separator, '.' | ','),
        Role::Foreign => !matches!(separator, '.' | ','),
    };
    let (mantissa, other) = if is_decimal { (decimal, grouped) } else { (grouped, decimal) };
    let other = (!is_evident).then_some(other);
    Figure { mantissa, exponent: 0, is_doubtful: other.is_some(), other }
}

/// Whether runs of digits are groups as written somewhere: by thousands, or 12,34,567.
fn are_groups(runs: &[&str]) -> bool {
    let [first, middle @ .., last] = runs else {
        return false;
    };
    let sized = |size: usize| middle.iter().all(|run| run.len() == size);
    let by_thousands = (1..=3).contains(&first.len()) && sized(3);
    let by_lakhs = (1..=2).contains(&first.len()) && sized(2);
    last.len() == 3 && !first.starts_with('0') && (by_thousands || by_lakhs)
}

fn is_known(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | ' ' | '_' | '٫' | '٬')
}

fn role(c: char, style: &NumberStyle) -> Role {
    if c == normalized_char(style.decimal, style) {
        return Role::Decimal;
    }
    if c == normalized_char(style.group, style) { Role::Group } else { Role::Foreign }
}
