//! A share given as a fraction: "7/10", "7 of 10", "7 out of 10".

use super::decimal::Decimal;

/// What stands between the two figures, longest first.
const BETWEEN: [&str; 4] = [" out of ", " of ", " in ", "/"];

/// Digits of either figure beyond which it is no share people count.
const MOST_DIGITS: usize = 9;

/// Decimals of the percent that is kept: a third is 33.33%.
const PERCENT_DECIMALS: u8 = 2;

/// Percent a fraction stands for, as ASCII digits: "70" for `7/10`. None where it is no fraction of
/// two plain figures, or one of nothing.
pub(super) fn percent_of_fraction(text: &str) -> Option<String> {
    let (part, whole) = BETWEEN.iter().find_map(|between| text.split_once(between))?;
    let (part, whole) = (figure(part)?, figure(whole)?);
    if whole <= 0.0 {
        return None;
    }
    let percent = Decimal::seen(part * 100.0 / whole)?.rounded(i32::from(PERCENT_DECIMALS));
    let (digits, decimals) = percent.places(percent.decimals());
    Some(if decimals.is_empty() { digits } else { [digits, decimals].join(".") })
}

fn figure(text: &str) -> Option<f64> {
    let digits = text.trim();
    let is_plain = (1..=MOST_DIGITS).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    // Whole digits: reading them as `f64` would take tables of ten kilobytes, see `nearest`.
    is_plain.then(|| digits.parse::<u32>().ok().map(f64::from)).flatten()
}
