//! The beta distribution between 0 and 1.

/// A beta distribution; both parameters are 1 or more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beta {
    /// First parameter; the density begins as a power of it less one.
    pub(crate) alpha: f64,
    /// Second parameter, usually called beta; the density ends as a power of it less one.
    pub(crate) gamma: f64,
    /// Factor that makes the density integrate to 1.
    scale: f64,
}

/// More terms of the continued fraction than parameters up to 5 ever need.
const MOST_TERMS: u32 = 200;
const PRECISION: f64 = 1e-15;
/// Stands in for a zero in a denominator.
const TINY: f64 = 1e-300;

impl Beta {
    pub(crate) fn new(alpha: f64, gamma: f64) -> Self {
        let scale = libm::tgamma(alpha + gamma) / (libm::tgamma(alpha) * libm::tgamma(gamma));
        Self { alpha, gamma, scale }
    }

    /// Density at `x`, 0 to 1.
    pub(crate) fn density(&self, x: f64) -> f64 {
        self.scale * libm::pow(x, self.alpha - 1.0) * libm::pow(1.0 - x, self.gamma - 1.0)
    }

    /// Chance of a value up to `x`, 0 to 1: the regularized incomplete beta function.
    ///
    /// # Source
    ///
    /// Continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, with the
    /// symmetry 8.17.4 where that converges faster.
    pub(crate) fn share_up_to(&self, x: f64) -> f64 {
        if x <= 0.0 {
            return 0.0;
        }
        if x >= 1.0 {
            return 1.0;
        }
        let Self { alpha, gamma, scale } = *self;
        let front = scale * libm::pow(x, alpha) * libm::pow(1.0 - x, gamma);
        if x < (alpha + 1.0) / (alpha + gamma + 2.0) {
            front / alpha * continued_fraction(x, alpha, gamma)
        } else {
            1.0 - front / gamma * continued_fraction(1.0 - x, gamma, alpha)
        }
    }
}

/// `1/(1 + d1/(1 + d2/(1 + …)))` with the terms of 8.17.23.
///
/// # Source
///
/// Evaluated as by Lentz, "Generating Bessel Functions in Mie Scattering Calculations Using
/// Continued Fractions", Applied Optics 15 (1976), with Thompson's and Barnett's guard against zero.
fn continued_fraction(x: f64, alpha: f64, beta: f64) -> f64 {
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let (mut value, mut above, mut below) = (1.0_f64, 1.0_f64, 0.0_f64);
    for index in 0..MOST_TERMS {
        let m = f64::from(index / 2);
        let term = if index == 0 {
            1.0
        } else if index % 2 == 0 {
            m * (beta - m) * x / ((alpha + 2.0 * m - 1.0) * (alpha + 2.0 * m))
        } else {
            -(alpha + m) * (alpha + beta + m) * x / ((alpha + 2.0 * m) * (alpha + 2.0 * m + 1.0))
        };
        below = 1.0 / away_from_zero(1.0 + term * below);
        above = away_from_zero(1.0 + term / above);
        let factor = above * below;
        value *= factor;
        if (factor - 1.0).abs() < PRECISION {
            break;
        }
    }
    value - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whole parameters have closed formulas: with 2 and 4 it is `1 - (1-x)^5 - 5x(1-x)^4`.
    #[test]
    fn shares_are_those_of_closed_formulas() {
        for step in 0_u32..=100 {
            let x = f64::from(step) / 100.0;
            let y = 1.0 - x;
            let y4 = y * y * y * y;
            let found = Beta::new(2.0, 4.0).share_up_to(x);
            assert!((found - (1.0 - y4 * y - 5.0 * x * y4)).abs() < 1e-14, "{found} at {x}");
            let found = Beta::new(1.0, 5.0).share_up_to(x);
            assert!((found - (1.0 - y4 * y)).abs() < 1e-14, "{found} at {x}");
            let found = Beta::new(5.0, 1.0).share_up_to(y);
            assert!((found - y4 * y).abs() < 1e-14, "{found} at {y}");
        }
    }

    #[test]
    fn the_share_grows_with_its_density() {
        let beta = Beta::new(1.8, 4.2);
        for step in 1_u32..1_000 {
            let x = f64::from(step) / 1_000.0;
            let h = 1e-5;
            let slope = (beta.share_up_to(x + h) - beta.share_up_to(x - h)) / (2.0 * h);
            assert!((slope - beta.density(x)).abs() < 1e-5, "{slope} at {x}");
        }
    }
}
