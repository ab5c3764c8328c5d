//! What cases side by side are called, and what a variant is.

use groundwork_cases::library::{Library, name_of};
use groundwork_report::narrative::side_by_side::Side;

use crate::browser::local_store::LocalStore;

/// What the name of a case is called among what was entered.
pub(super) const NAME_OF_CASE: &str = "Name of the case";

/// The name, with a number where another case has it already.
pub(super) fn told_apart(name: &str, others: &[Side<'_>]) -> String {
    let is_taken = |name: &str| others.iter().any(|other| other.name == name);
    let mut apart = name.to_owned();
    let mut number = 2;
    while is_taken(&apart) {
        apart = format!("{name} ({number})");
        number += 1;
    }
    apart
}

/// Titles of the stored cases.
pub(super) fn titles() -> Vec<String> {
    let library = LocalStore::open().map(Library::new);
    let listed = library.and_then(|library| library.list()).unwrap_or_default();
    listed.into_iter().filter_map(|listed| listed.content.ok()).map(|case| case.title).collect()
}

/// The first free one of “Title (variant)”, “Title (variant 2)” and so on.
pub(super) fn variant_title(title: &str, taken: &[String]) -> String {
    let base = title.rsplit_once(" (variant").map_or(title, |(before, _)| before);
    let mut number = 1;
    loop {
        let mark =
            if number == 1 { " (variant)".to_owned() } else { format!(" (variant {number})") };
        let variant = [name_of(base), &mark].concat();
        if !taken.contains(&variant) {
            return variant;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_are_counted() {
        let taken = ["Auth (variant)", "Auth (variant 2)"].map(str::to_owned);
        assert_eq!(variant_title("Billing", &taken), "Billing (variant)");
        assert_eq!(variant_title("Auth", &taken), "Auth (variant 3)");
        assert_eq!(variant_title("Auth (variant)", &taken), "Auth (variant 3)");
        assert_eq!(variant_title("", &taken), "Unnamed case (variant)");
    }

    #[test]
    fn names_that_are_alike_are_told_apart() {
        let side = |name: &str| Side { name: name.to_owned(), writer: None };
        assert_eq!(told_apart("Auth", &[side("Billing")]), "Auth");
        assert_eq!(told_apart("Auth", &[side("Auth")]), "Auth (2)");
        assert_eq!(told_apart("Auth", &[side("Auth"), side("Auth (2)")]), "Auth (3)");
    }
}
