//! Decimal text as the nearest binary number.
//!
//! Read by the decoder that case files need anyway: the standard library's reader is as exact, but
//! a second one would bring ten kilobytes of powers of five into the page.

use serde_json::Number;

/// The binary number nearest to `digits × 10^power`, halves to the even one: 0 when it is too small
/// to be told from that, infinite when it is too large.
///
/// `digits` are ASCII digits with at most one point between two of them; no digits mean 0.
pub(super) fn nearest(digits: &str, power: i32) -> f64 {
    // JSON has no zeros in front, but one before a point.
    let significant = digits.trim_start_matches('0');
    let zero = if significant.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "0" };
    let number = format!("{zero}{significant}e{power}").parse::<Number>();
    number.ok().and_then(|number| number.as_f64()).unwrap_or(f64::INFINITY)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(digits: &str, power: i32) {
        let expected: f64 = format!("{digits}e{power}").parse().expect("a number");
        let read = nearest(digits, power);
        assert_eq!(read.to_bits(), expected.to_bits(), "{digits}e{power} is read as {read:e}");
    }

    #[test]
    fn zeros_and_points_may_stand_anywhere() {
        for digits in ["0", "000", "0.0", "00.50", "007", "0120.250", "1.0", "100"] {
            for power in [-3, 0, 2] {
                check(digits, power);
            }
        }
        assert_eq!(nearest("", 0).to_bits(), 0);
    }

    #[test]
    fn the_nearest_number_is_found_where_it_is_close() {
        check("9007199254740993", 0);
        check("9007199254740993.000000000000000000000000000000000000001", 0);
        check("0.500000000000000166533453693773481063544750213623046875", 0);
        check("2.2250738585072011", -308);
        check("17976931348623158", 292);
        check("6.929001713869936", 236);
    }

    #[test]
    fn what_has_no_number_is_zero_or_infinite() {
        for (digits, power) in [("1", 309), ("1", 99_999), ("1.7976931348623159", 308)] {
            assert!(nearest(digits, power).is_infinite(), "{digits}e{power}");
        }
        for (digits, power) in [("1", -400), ("2", -324), ("0", 99_999), ("1", -99_999)] {
            assert_eq!(nearest(digits, power).to_bits(), 0, "{digits}e{power}");
        }
        check("3", -324);
        check(&"9".repeat(400), 0);
        check(&format!("0.{}1", "0".repeat(400)), 390);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn every_text_is_read_as_the_standard_library_reads_it(
            digits in "[0-9]{1,30}(\\.[0-9]{1,30})?",
            power in -400..400_i32,
        ) {
            check(&digits, power);
        }

        #[test]
        fn every_number_is_read_back(bits in any::<u64>()) {
            let value = f64::from_bits(bits).abs();
            prop_assume!(value.is_finite());
            let text = format!("{value:e}");
            let (digits, power) = text.split_once('e').expect("a power");
            prop_assert_eq!(nearest(digits, power.parse().expect("whole")).to_bits(), value.to_bits());
        }
    }
}
