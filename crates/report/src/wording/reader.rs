//! What stands around a figure taken off it: `($1.2M)`, `−200 k€`, `85%`.

use super::{
    about::strip_about,
    currencies::{self, End, Found},
    fraction::percent_of_fraction,
    normalize::normalized,
    parse::Kind,
    parse_error::ParseError,
    part::Part,
    separators::{self, Figure},
    style::NumberStyle,
    units::{PERCENT_WORDS, is_letter, scale_of, trailing_word},
};

/// What stands around the digits.
#[derive(Debug, Default)]
struct Marks {
    minus: u8,
    plus: u8,
    opened: u8,
    closed: u8,
    percent: u8,
    currency: u8,
    is_rough: bool,
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
        let mut figure =
            self.figure(rest, &mut marks).ok_or_else(|| self.unreadable(text, rest))?;
        figure.is_doubtful |= marks.is_rough;
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

    /// The digits left after the marks; a share may be a fraction such as 7/10.
    fn figure(&self, rest: &str, marks: &mut Marks) -> Option<Figure> {
        if self.kind == Kind::Share
            && marks.percent == 0
            && let Some(mantissa) = percent_of_fraction(rest)
        {
            marks.percent = 1;
            return Some(Figure { mantissa, exponent: 0, other: None, is_doubtful: true });
        }
        separators::figure(rest, self.kind, marks.scale.is_some(), self.style)
    }

    /// Why what is left after the marks is no number.
    fn unreadable(&self, text: &str, rest: &str) -> ParseError {
        if rest.contains('/')
            || rest.chars().any(is_letter)
            || !rest.bytes().any(|b| b.is_ascii_digit())
        {
            return ParseError::not_a_number(text, self.kind, self.style);
        }
        ParseError::separators(text, self.style)
    }

    /// Takes one mark from the beginning.
    fn strip_front<'t>(&self, text: &'t str, marks: &mut Marks) -> Result<&'t str, ParseError> {
        if let Some(rest) = strip_sign(text, End::Front, marks) {
            return Ok(rest);
        }
        if let Some(rest) = strip_about(text) {
            marks.is_rough = true;
            return Ok(rest);
        }
        if let Some(length) = self.percent_at(text, End::Front) {
            return self.take_percent(&text[..length], &text[length..], marks);
        }
        match currencies::find(text, End::Front, &self.own_sign, self.style) {
            Some(found) => {
                let (sign, rest) = text.split_at(found.length);
                if sign.ends_with(is_letter) && rest.starts_with(is_letter) {
                    return Ok(text);
                }
                // "Rs.200": abbreviations carry a point that begins no decimals; codes do not.
                let is_code = sign.len() == 3;
                let point = if is_code || !sign.ends_with(is_letter) { "" } else { "." };
                let rest = rest.strip_prefix(point).unwrap_or(rest);
                self.take_currency(sign, rest, &found, marks)
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
        let abbreviated = || text.strip_suffix('.').filter(|t| t.ends_with(is_letter));
        if let Some((text, found)) = currency(text).or_else(|| currency(abbreviated()?)) {
            let (rest, sign) = text.split_at(text.len() - found.length);
            let (_, word) = trailing_word(rest);
            let is_inside_word =
                sign.starts_with(is_letter) && !word.is_empty() && scale_of(word).is_none();
            if !is_inside_word {
                return self.take_currency(sign, rest, &found, marks);
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
            return Err(ParseError::other_kind(sign, Kind::Share, self.kind, self.style));
        }
        marks.percent = marks.percent.saturating_add(1);
        Ok(rest)
    }

    fn take_currency<'t>(
        &self,
        sign: &str,
        rest: &'t str,
        found: &Found,
        marks: &mut Marks,
    ) -> Result<&'t str, ParseError> {
        if self.kind != Kind::Money {
            return Err(ParseError::other_kind(sign, Kind::Money, self.kind, self.style));
        }
        if !found.is_own {
            return Err(ParseError::other_currency(sign, found.codes, self.style));
        }
        marks.currency = marks.currency.saturating_add(1);
        Ok(rest)
    }

    /// Whether a percent sign or word stands at either end.
    pub(super) fn is_in_percent(&self, text: &str) -> bool {
        self.percent_at(text, End::Front).or_else(|| self.percent_at(text, End::Back)).is_some()
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
