//! One figure with its signs and units: `($1.2M)`, `−200 k€`, `85%`.

use super::{
    currencies::{self, End},
    normalize::normalized,
    parse::Kind,
    parse_error::ParseError,
    separators::{self, Figure},
    style::NumberStyle,
};

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
const PERCENT_WORDS: [&str; 3] = ["percent", "per cent", "pct"];

/// One figure as typed.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// As typed, for messages.
    text: String,
    figure: Figure,
    negative: bool,
    /// Whether it is in percent.
    pub(super) percent: bool,
    /// The power of ten of its unit, such as 3 for `k`.
    pub(super) scale: Option<i32>,
}

impl Part {
    /// The number it stands for; percent as a fraction.
    pub(super) fn value(&self) -> Result<f64, ParseError> {
        self.number(self.scale.unwrap_or(0) - if self.percent { 2 } else { 0 })
    }

    /// The number before its unit.
    pub(super) fn unscaled(&self) -> Result<f64, ParseError> {
        self.number(0)
    }

    /// The same text with its separator meant the other way, where that is possible.
    pub(super) fn read_otherwise(&self) -> Option<Self> {
        let mantissa = self.figure.other.clone()?;
        let figure = Figure { mantissa, other: None, ..self.figure.clone() };
        Some(Self { figure, ..self.clone() })
    }

    /// Whether a person should see how the separators were read.
    pub(super) fn is_doubtful(&self) -> bool {
        self.figure.is_doubtful
    }

    /// Reads the decimal text at once, so that no digit is lost to multiplying.
    fn number(&self, power: i32) -> Result<f64, ParseError> {
        let mantissa = &self.figure.mantissa;
        let text = format!("{mantissa}e{}", self.figure.exponent + power);
        let size: f64 = text.parse().unwrap_or(f64::INFINITY);
        if size.is_infinite() {
            return Err(ParseError::too_large(&self.text));
        }
        if size <= 0.0 {
            let is_zero = mantissa.bytes().all(|byte| matches!(byte, b'0' | b'.'));
            return if is_zero { Ok(0.0) } else { Err(ParseError::too_small(&self.text)) };
        }
        Ok(if self.negative { -size } else { size })
    }
}

/// What stands around the digits.
#[derive(Debug, Default)]
struct Marks {
    minus: u8,
    plus: u8,
    opened: u8,
    closed: u8,
    percent: u8,
    currency: u8,
    scale: Option<i32>,
}

impl Marks {
    /// Whether the marks can stand together: one sign, one unit, brackets in pairs.
    fn fit_together(&self) -> bool {
        self.opened == self.closed
            && self.minus + self.plus + self.opened <= 1
            && self.percent <= 1
            && self.currency <= 2
    }
}

/// Reads figures of one kind in one style.
pub(super) struct Reader<'a> {
    /// What the field asks for.
    pub(super) kind: Kind,
    /// How the person writes numbers.
    pub(super) style: &'a NumberStyle,
    own_sign: String,
    own_percent: String,
}

impl<'a> Reader<'a> {
    /// Prepares to read figures of that kind.
    pub(super) fn new(kind: Kind, style: &'a NumberStyle) -> Self {
        let own_sign = normalized(&style.currency.sign.text, style).trim().to_owned();
        let own_percent = normalized(&style.percent.text, style).trim().to_owned();
        Self { kind, style, own_sign, own_percent }
    }

    /// Reads one figure; `plain` is normalized, `text` is what messages call it.
    pub(super) fn part(&self, plain: &str, text: &str) -> Result<Part, ParseError> {
        let mut marks = Marks::default();
        let mut rest = plain.trim();
        loop {
            let length = rest.len();
            rest = self.strip_front(rest, &mut marks)?.trim();
            rest = self.strip_back(rest, &mut marks)?.trim();
            if rest.len() == length {
                break;
            }
        }
        if !marks.fit_together() {
            return Err(ParseError::not_a_number(text, self.kind, self.style));
        }
        let figure = separators::figure(rest, self.kind, marks.scale.is_some(), self.style)
            .ok_or_else(|| self.unreadable(text, rest))?;
        Ok(Part {
            text: text.to_owned(),
            figure,
            negative: marks.minus + marks.opened > 0,
            percent: marks.percent > 0,
            scale: marks.scale,
        })
    }

    /// The value, unless the kind asks for a whole number and it is none.
    pub(super) fn checked(&self, value: f64, part: &Part) -> Result<f64, ParseError> {
        if self.kind == Kind::Whole && value.fract().abs() > 0.0 {
            return Err(ParseError::not_whole(&part.text, value, self.style));
        }
        Ok(value)
    }

    /// Why what is left after the marks is no number.
    fn unreadable(&self, text: &str, rest: &str) -> ParseError {
        if rest.chars().any(char::is_alphabetic) || !rest.bytes().any(|b| b.is_ascii_digit()) {
            return ParseError::not_a_number(text, self.kind, self.style);
        }
        ParseError::separators(text, self.style)
    }

    /// Takes one mark from the beginning.
    fn strip_front<'t>(&self, text: &'t str, marks: &mut Marks) -> Result<&'t str, ParseError> {
        if let Some(rest) = strip_sign(text, End::Front, marks) {
            return Ok(rest);
        }
        if let Some(length) = self.percent_at(text, End::Front) {
            return self.take_percent(&text[..length], &text[length..], marks);
        }
        match currencies::find(text, End::Front, &self.own_sign, self.style) {
            Some(found) => {
                let (sign, rest) = text.split_at(found.length);
                if sign.ends_with(char::is_alphabetic) && rest.starts_with(char::is_alphabetic) {
                    return Ok(text);
                }
                // "Rs.200": abbreviations carry a point that begins no decimals; codes do not.
                let is_code = sign.len() == 3;
                let point = if is_code || !sign.ends_with(char::is_alphabetic) { "" } else { "." };
                let rest = rest.strip_prefix(point).unwrap_or(rest);
                self.take_currency(sign, rest, found.is_own, marks)
            }
            None => Ok(text),
        }
    }

    /// Takes one mark from the end.
    fn strip_back<'t>(&self, text: &'t str, marks: &mut Marks) -> Result<&'t str, ParseError> {
        if let Some(rest) = strip_sign(text, End::Back, marks) {
            return Ok(rest);
        }
        if let Some(length) = self.percent_at(text, End::Back) {
            let (rest, sign) = text.split_at(text.len() - length);
            return self.take_percent(sign, rest, marks);
        }
        let currency = |text| {
            currencies::find(text, End::Back, &self.own_sign, self.style).map(|found| (text, found))
        };
        let abbreviated = || text.strip_suffix('.').filter(|t| t.ends_with(char::is_alphabetic));
        if let Some((text, found)) = currency(text).or_else(|| currency(abbreviated()?)) {
            let (rest, sign) = text.split_at(text.len() - found.length);
            let (_, word) = trailing_word(rest);
            let is_inside_word = sign.starts_with(char::is_alphabetic)
                && !word.is_empty()
                && scale_of(word).is_none();
            if !is_inside_word {
                return self.take_currency(sign, rest, found.is_own, marks);
            }
        }
        self.take_unit(text, marks)
    }

    /// Takes the word at the end as a power of ten.
    fn take_unit<'t>(&self, text: &'t str, marks: &mut Marks) -> Result<&'t str, ParseError> {
        let (rest, word) = trailing_word(text);
        if word.is_empty() {
            return Ok(text);
        }
        if !rest.bytes().any(|byte| byte.is_ascii_digit()) {
            return Err(ParseError::not_a_number(text, self.kind, self.style));
        }
        let Some(scale) = scale_of(word) else {
            return Err(ParseError::unknown_unit(word, self.kind, self.style));
        };
        if matches!(self.kind, Kind::Share | Kind::Whole) {
            return Err(ParseError::unit_does_not_fit(word, self.kind, self.style));
        }
        if marks.scale.replace(scale).is_some() {
            return Err(ParseError::not_a_number(text, self.kind, self.style));
        }
        Ok(rest)
    }

    fn take_percent<'t>(
        &self,
        sign: &str,
        rest: &'t str,
        marks: &mut Marks,
    ) -> Result<&'t str, ParseError> {
        if self.kind != Kind::Share {
            return Err(ParseError::unit_does_not_fit(sign, self.kind, self.style));
        }
        marks.percent = marks.percent.saturating_add(1);
        Ok(rest)
    }

    fn take_currency<'t>(
        &self,
        sign: &str,
        rest: &'t str,
        is_own: bool,
        marks: &mut Marks,
    ) -> Result<&'t str, ParseError> {
        if self.kind != Kind::Money {
            return Err(ParseError::unit_does_not_fit(sign, self.kind, self.style));
        }
        if !is_own {
            return Err(ParseError::other_currency(sign, self.style));
        }
        marks.currency = marks.currency.saturating_add(1);
        Ok(rest)
    }

    /// Bytes a percent sign or word takes at that end.
    fn percent_at(&self, text: &str, end: End) -> Option<usize> {
        let lower = text.to_ascii_lowercase();
        let signs = [self.own_percent.as_str(), "%"];
        let mut all = signs.into_iter().chain(PERCENT_WORDS).filter(|sign| !sign.is_empty());
        let found = match end {
            End::Front => all.find(|sign| lower.starts_with(sign)),
            End::Back => all.find(|sign| lower.ends_with(sign)),
        };
        found.map(str::len)
    }
}

/// Takes a minus, plus or bracket from that end.
fn strip_sign<'t>(text: &'t str, end: End, marks: &mut Marks) -> Option<&'t str> {
    let c = match end {
        End::Front => text.chars().next()?,
        End::Back => text.chars().next_back()?,
    };
    let count = match (c, end) {
        ('-' | '–', _) => &mut marks.minus,
        ('+', End::Front) => &mut marks.plus,
        ('(', End::Front) => &mut marks.opened,
        (')', End::Back) => &mut marks.closed,
        _ => return None,
    };
    *count = count.saturating_add(1);
    match end {
        End::Front => text.strip_prefix(c),
        End::Back => text.strip_suffix(c),
    }
}

/// The word at the end, without the point of an abbreviation, and what stands before it.
fn trailing_word(text: &str) -> (&str, &str) {
    let without_point = text.strip_suffix('.').unwrap_or(text);
    let rest = without_point.trim_end_matches(char::is_alphabetic);
    if rest.len() == without_point.len() {
        return (text, "");
    }
    (rest, &without_point[rest.len()..])
}

/// The power of ten a word stands for.
fn scale_of(word: &str) -> Option<i32> {
    let lower = word.to_ascii_lowercase();
    let (power, _) = SCALES.iter().find(|(_, words)| words.contains(&lower.as_str()))?;
    Some(*power)
}
