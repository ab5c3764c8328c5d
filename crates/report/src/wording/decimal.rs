//! A number as the decimal digits a person sees, so that rounding is theirs and not binary's.

use super::nearest::nearest;

/// Digits that are kept of any computed value: a cent in the largest amount of a case has 14.
const PEOPLE_DIGITS: i32 = 14;

/// A finite decimal number: `digits × 10^exponent`, negative or not.
///
/// Invariant: no zeros at either end of `digits`; zero has no digits and is not negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    exponent: i32,
}

impl Decimal {
    /// The shortest decimal that stands for exactly `value`; none for infinities and NaN.
    pub(super) fn exact(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let text = value.abs().to_string();
        let decimals = text.split_once('.').map_or(0, |(_, fraction)| length(fraction.len()));
        let digits = text.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect();
        Some(Self::normalized(value < 0.0, digits, -decimals))
    }

    /// `value` to 14 significant digits, which removes the dust of binary arithmetic: a sum that
    /// came out as 0.28499999999999998 rounds like the 0.285 a person sees.
    pub(super) fn seen(value: f64) -> Option<Self> {
        let exact = Self::exact(value)?;
        let decimals = PEOPLE_DIGITS - exact.integer_digits();
        Some(exact.rounded(decimals))
    }

    fn normalized(negative: bool, mut digits: Vec<u8>, mut exponent: i32) -> Self {
        let leading = digits.iter().take_while(|&&digit| digit == 0).count();
        digits.drain(..leading);
        while digits.last() == Some(&0) {
            digits.pop();
            exponent += 1;
        }
        if digits.is_empty() {
            return Self { negative: false, digits, exponent: 0 };
        }
        Self { negative, digits, exponent }
    }

    pub(super) fn is_negative(&self) -> bool {
        self.negative
    }

    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Number of digits before the decimal point; 0 or less below one.
    pub(super) fn integer_digits(&self) -> i32 {
        length(self.digits.len()) + self.exponent
    }

    /// Decimals needed to write the number in full.
    pub(super) fn decimals(&self) -> usize {
        usize::try_from(-self.exponent).unwrap_or(0)
    }

    /// The number times ten to the power of `places`.
    pub(super) fn shifted(mut self, places: i32) -> Self {
        if !self.is_zero() {
            self.exponent += places;
        }
        self
    }

    /// The number to so many decimals, half away from zero; below zero decimals it rounds to tens.
    pub(super) fn rounded(self, decimals: i32) -> Self {
        let dropped = -decimals - self.exponent;
        if dropped <= 0 {
            return self;
        }
        let Self { negative, mut digits, exponent } = self;
        let kept = length(digits.len()) - dropped;
        let Ok(kept) = usize::try_from(kept) else {
            return Self::normalized(false, Vec::new(), 0);
        };
        let up = digits.get(kept).is_some_and(|&digit| digit >= 5);
        digits.truncate(kept);
        if up {
            increment(&mut digits);
        }
        Self::normalized(negative, digits, exponent + dropped)
    }

    /// ASCII digits before and after the point, with exactly `decimals` of the latter.
    ///
    /// The number has been rounded to that many before; digits beyond them are cut.
    pub(super) fn places(&self, decimals: usize) -> (String, String) {
        let mut text: String = self.digits.iter().map(|&digit| char::from(b'0' + digit)).collect();
        let trailing = usize::try_from(self.exponent).unwrap_or(0);
        text.extend(std::iter::repeat_n('0', trailing));
        let behind = self.decimals();
        if text.len() <= behind {
            text.insert_str(0, &"0".repeat(behind + 1 - text.len()));
        }
        let mut fraction = text.split_off(text.len() - behind);
        fraction.truncate(decimals);
        fraction.extend(std::iter::repeat_n('0', decimals - fraction.len()));
        (text, fraction)
    }

    /// The digits with one before the point, and the power of ten: `1.5` and `-9`.
    pub(super) fn scientific(&self) -> (Self, i32) {
        let power = self.integer_digits() - 1;
        (self.clone().shifted(-power), power)
    }

    /// The nearest binary number.
    pub(super) fn to_f64(&self) -> f64 {
        let digits: String = self.digits.iter().map(|&digit| char::from(b'0' + digit)).collect();
        let size = nearest(&digits, self.exponent);
        if self.negative { -size } else { size }
    }
}

/// Adds one at the last place.
fn increment(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < 9 {
            *digit += 1;
            return;
        }
        *digit = 0;
    }
    digits.insert(0, 1);
}

/// A length as a place; no number here comes near the limit.
fn length(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn rounded(value: f64, decimals: i32) -> String {
        let decimal = Decimal::seen(value).expect("finite").rounded(decimals);
        let (whole, fraction) = decimal.places(usize::try_from(decimals).unwrap_or(0));
        format!("{}{whole}.{fraction}", if decimal.is_negative() { "-" } else { "" })
    }

    #[test]
    fn halves_round_away_from_zero_as_people_see_them() {
        assert_eq!(rounded(1.25, 1), "1.3");
        assert_eq!(rounded(-1.25, 1), "-1.3");
        assert_eq!(rounded(1.005, 2), "1.01");
        assert_eq!(rounded(0.285, 2), "0.29");
        assert_eq!(rounded(1.0 - 0.715, 2), "0.29");
        assert_eq!(rounded(0.5, 0), "1.");
        assert_eq!(rounded(0.05, 0), "0.");
        assert_eq!(rounded(-0.4, 0), "0.");
        assert_eq!(rounded(999.96, 1), "1000.0");
        assert_eq!(rounded(1_550.0, -2), "1600.");
    }

    #[test]
    fn extremes_survive() {
        assert_eq!(rounded(5e-324, 2), "0.00");
        assert_eq!(rounded(f64::MAX, 0).len(), 310);
        assert!(Decimal::exact(f64::NAN).is_none());
        let smallest = Decimal::exact(5e-324).expect("finite").to_f64();
        assert_eq!(smallest.to_bits(), 5e-324_f64.to_bits());
    }
}
