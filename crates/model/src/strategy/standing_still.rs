//! Why there is no share of debt work at which efficiency stands still.

/// Why "is 20 % the right number?" has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotStanding {
    /// Nobody entered what efficiency loses a year: the answer would be today's share by definition.
    #[error("what efficiency loses a year is not entered")]
    NoAccrualEntered,
    /// Nobody knows what a year of debt work buys.
    #[error("what a year of debt work buys is not known")]
    NoPoints,
    /// Debt grows on itself, so the share that holds it depends on how much of it there is.
    #[error("debt grows on itself, so no one share holds it")]
    HasInterest,
}
