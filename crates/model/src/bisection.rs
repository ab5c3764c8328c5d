//! Finding where an answer turns from yes to no.

/// Halvings after which two doubles of like size have no double between them; more are only needed
/// around zero, where the rest is far below anything a person reads.
const HALVINGS: u32 = 200;

/// The last value that `holds` on the way from `inside`, where it holds, to `outside`, where it
/// does not. Halves the interval, so the result is the same on every platform.
pub(crate) fn boundary(inside: f64, outside: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let (mut inside, mut outside) = (inside, outside);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(inside, outside);
        let is_done = middle.to_bits() == inside.to_bits() || middle.to_bits() == outside.to_bits();
        if is_done {
            break;
        }
        if holds(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    inside
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "exact values are meant")]
mod tests {
    use super::*;

    #[test]
    fn the_boundary_is_the_last_value_that_holds_from_either_side() {
        assert_eq!(boundary(0.0, 10.0, |value| value <= 2.5), 2.5);
        assert_eq!(boundary(10.0, 0.0, |value| value >= 2.5), 2.5);
        assert!(boundary(0.0, 1e12, |value| value * value < 2.0) < 2.0_f64.sqrt());
    }
}
