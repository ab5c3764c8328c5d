//! What cases side by side are called, and what a variant is.

use groundwork_cases::library::{Library, name_of};

use crate::browser::local_store::LocalStore;

/// What the name of a case is called among what was entered.
pub(super) const NAME_OF_CASE: &str = "Name of the case";

/// Names of cases, with numbers where several have one. The numbers follow what the cases are stored
/// under, so that one of them keeps its own wherever it stands.
pub(super) fn told_apart(cases: &[(&str, String)]) -> Vec<String> {
    let mut order: Vec<usize> = (0..cases.len()).collect();
    order.sort_by_key(|at| cases.get(*at).map(|(key, _)| *key));
    let mut names: Vec<String> = cases.iter().map(|_| String::new()).collect();
    for at in order {
        let Some((_, name)) = cases.get(at) else { continue };
        let mut apart = name.clone();
        let mut number = 2;
        while names.contains(&apart) {
            apart = format!("{name} ({number})");
            number += 1;
        }
        names[at] = apart;
    }
    names
}

/// Titles of the stored cases.
pub(super) fn titles() -> Vec<String> {
    let library = LocalStore::open().map(Library::new);
    library.and_then(|library| library.titles()).unwrap_or_default()
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
        let names = |cases: &[(&'static str, &str)]| {
            told_apart(
                &cases.iter().map(|(key, name)| (*key, (*name).to_owned())).collect::<Vec<_>>(),
            )
        };
        assert_eq!(names(&[("a", "Auth"), ("b", "Billing")]), ["Auth", "Billing"]);
        assert_eq!(names(&[("a", "Auth"), ("b", "Auth")]), ["Auth", "Auth (2)"]);
        assert_eq!(names(&[("b", "Auth"), ("a", "Auth")]), ["Auth (2)", "Auth"]);
        let three = names(&[("c", "Auth"), ("a", "Auth"), ("b", "Auth (2)")]);
        assert_eq!(three, ["Auth (3)", "Auth", "Auth (2)"]);
    }
}
