//! One figure as typed, and the number it stands for.

use super::{nearest::nearest, parse_error::ParseError, separators::Figure};

/// One figure as typed.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// As typed, for messages.
    pub(super) text: String,
    /// Its digits.
    pub(super) figure: Figure,
    /// Whether it is below zero.
    pub(super) negative: bool,
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
        let size = nearest(mantissa, self.figure.exponent + power);
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
