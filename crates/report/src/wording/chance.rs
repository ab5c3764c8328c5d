//! Chances as whole percent, never read as certain where they are not.

use super::style::NumberStyle;

/// Below the first and above the second, a chance is told by its limit.
const LIMITS: (f64, f64) = (0.01, 0.99);

impl NumberStyle {
    /// A chance in percent without decimals; what is not certain never reads as 0% or 100%.
    ///
    /// ```
    /// use groundwork_report::wording::NumberStyle;
    ///
    /// let style = NumberStyle::default();
    /// assert_eq!(style.chance(0.414), "41%");
    /// assert_eq!(style.chance(0.0004), "under 1%");
    /// assert_eq!(style.chance(0.9996), "over 99%");
    /// ```
    pub fn chance(&self, chance: f64) -> String {
        if chance > 0.0 && chance < LIMITS.0 {
            return ["under ", &self.percent(LIMITS.0)].concat();
        }
        if chance > LIMITS.1 && chance < 1.0 {
            return ["over ", &self.percent(LIMITS.1)].concat();
        }
        self.percent(Self::whole_percent(chance))
    }
}
