//! The normal distribution, as scores for ranks.

use crate::units::Share;

/// The value below which `share` of a standard normal distribution lies, to about seven digits;
/// `share` lies between 0 and 1, neither of them included.
///
/// # Source
///
/// Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics
/// 37 (1988), the shorter of its two sets of coefficients.
pub(crate) fn quantile(share: Share) -> f64 {
    let from_middle = share - 0.5;
    if from_middle.abs() <= 0.425 {
        let r = 0.180_625 - from_middle * from_middle;
        let above = [3.387_132_717_9, 50.434_271_938, 159.291_132_02, 59.109_374_72];
        let below = [1.0, 17.895_169_469, 78.757_757_664, 67.187_563_6];
        return from_middle * polynomial(above, r) / polynomial(below, r);
    }
    let tail = share.min(1.0 - share);
    let r = libm::sqrt(-libm::log(tail));
    let distance = if r <= 5.0 {
        let r = r - 1.6;
        let above = [1.423_437_277_7, 2.756_815_39, 1.306_728_481_6, 0.170_238_211_03];
        let below = [1.0, 0.737_001_642_5, 0.120_211_329_75, 0.0];
        polynomial(above, r) / polynomial(below, r)
    } else {
        let r = r - 5.0;
        let above = [6.657_905_115, 3.081_226_386, 0.428_682_943_37, 0.017_337_203_997];
        let below = [1.0, 0.241_978_942_25, 0.012_258_202_635, 0.0];
        polynomial(above, r) / polynomial(below, r)
    };
    if from_middle < 0.0 { -distance } else { distance }
}

/// `c0 + c1 r + c2 r^2 + c3 r^3`.
fn polynomial(coefficients: [f64; 4], r: f64) -> f64 {
    coefficients.into_iter().rev().fold(0.0, |value, coefficient| value * r + coefficient)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_below_a_quantile_is_the_share_asked_for() {
        let mut share = 1e-9;
        while share < 1.0 {
            let found = 0.5 * libm::erfc(-quantile(share) / core::f64::consts::SQRT_2);
            assert!((found / share - 1.0).abs() < 1e-5, "{found} is not {share}");
            let mirrored = quantile(share) + quantile(1.0 - share);
            assert!(share < 1e-6 || mirrored.abs() < 1e-6, "{mirrored} at {share}");
            share *= 1.01;
        }
    }
}
