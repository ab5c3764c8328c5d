//! What an import came to, in sentences.

use groundwork_cases::{
    DecodeError,
    library::SaveError,
    problem::CaseProblem,
    store::StoreError,
    text::shown,
    transfer::{ImportError, Imported, ImportedCase, LostCase, MAX_IMPORT_BYTES},
};

use super::title;

/// Most sentences of one sort; how many there are beyond is said.
const MOST: usize = 10;
/// Fields that are no number, by their path, as the page calls them.
const LABELS: [(&str, &str); 4] = [
    ("title", "Name of the case"),
    ("start", "The month the case begins in"),
    ("currency", "Currency"),
    ("investment.paid_from", "What the investment is paid from"),
];

/// What an import came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many cases were imported.
    pub lead: String,
    /// What else is to be said, a sentence each.
    pub details: Vec<String>,
}

/// Why an import ended before its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Somebody wanted it.
    Cancelled,
    /// Nothing more fits.
    Full,
    /// There is no storage.
    Denied,
    /// Anything else.
    Failed(String),
}

/// What has happened so far.
#[derive(Debug, Default)]
pub(super) struct Tally {
    kept: usize,
    /// Title of the case that was kept first.
    first: String,
    stop: Option<Stop>,
    /// Titles of cases that were read and not kept.
    not_kept: Vec<String>,
    /// About files.
    files: Vec<String>,
    /// About cases that could not be read.
    lost: Vec<String>,
    /// About parts of cases that cannot be used.
    problems: Vec<String>,
    /// Cases with parts that are not known here.
    with_unused: usize,
}

impl Tally {
    /// A file is larger than any that is read.
    pub(super) fn too_large(&mut self, file: &str, bytes: usize) {
        let (size, most) = (megabytes(bytes), megabytes(MAX_IMPORT_BYTES));
        let file = shown_name(file);
        self.files.push(format!(
            "{file} was not imported: it has {size} MB, and a file of cases has at most {most} MB."
        ));
    }

    /// A file could not be read at all.
    pub(super) fn unreadable(&mut self, file: &str) {
        let file = shown_name(file);
        self.files.push(format!("{file} could not be read, as a folder or a file that is gone."));
    }

    /// A file gave no case.
    pub(super) fn not_imported(&mut self, file: &str, error: &ImportError) {
        if let ImportError::TooLarge { bytes } = error {
            return self.too_large(file, *bytes);
        }
        let file = shown_name(file);
        self.files.push(match error {
            ImportError::NotAFile { seems } => format!("{file} is not a file of cases: {seems}."),
            ImportError::Newer { .. } => format!(
                "{file} was written by a newer version of this page. It can be imported once this \
                 page is as new."
            ),
            error => format!("{file} was not imported: {error}."),
        });
    }

    /// A file was not looked at any more.
    pub(super) fn not_looked_at(&mut self, file: &str) {
        self.files.push(format!("{} was not looked at.", shown_name(file)));
    }

    /// A file gave cases.
    pub(super) fn read(&mut self, file: &str, imported: &Imported) {
        let file = shown_name(file);
        let is_cut = |damage: &DecodeError| !matches!(damage, DecodeError::NumberTooLarge { .. });
        // A number that is too large is named with the case it stands in.
        if imported.damage.as_ref().is_some_and(is_cut) {
            let whole = "what is whole in it was read.";
            self.files.push(format!("{file} is cut off or damaged; {whole}"));
        }
        for LostCase { position, title, reason } in &imported.lost {
            let title = title.as_ref().map(|title| format!(", “{title}”,")).unwrap_or_default();
            let lost = format!("Case {position} of {file}{title} could not be read: {reason}.");
            self.lost.push(lost);
        }
    }

    /// A case of a file was kept.
    pub(super) fn kept(&mut self, file: &str, case: &ImportedCase) {
        let name = shown_name(title(&case.draft));
        if self.kept == 0 {
            self.first.clone_from(&name);
        }
        self.kept += 1;
        self.with_unused += usize::from(!case.unused.is_empty());
        let problems = case.problems.0.iter();
        let file = shown_name(file);
        self.problems.extend(
            problems.map(|problem| format!("{name} in {file}: {}.", clause(case, problem))),
        );
    }

    /// A case was read and not kept.
    pub(super) fn not_kept(&mut self, title: &str) {
        self.not_kept.push(shown_name(title));
    }

    /// The import ended before its end.
    pub(super) fn stopped(&mut self, stop: Stop) {
        self.stop.get_or_insert(stop);
    }

    /// Whether nothing more is to be looked at.
    pub(super) fn is_stopped(&self) -> bool {
        self.stop.is_some()
    }

    /// What it all came to.
    pub(super) fn report(&self) -> Report {
        let lead = match self.kept {
            0 => "No case was imported.".to_owned(),
            1 => format!("1 case was imported: {}.", self.first),
            kept => format!("{kept} cases were imported."),
        };
        let mut details = Vec::new();
        if let Some(stop) = &self.stop {
            details.push(stop.sentence());
        }
        if let Some((last, rest)) = self.not_kept.split_last() {
            let others = self.not_kept.len().saturating_sub(MOST);
            details.push(match (others, rest) {
                (0, []) => format!("Not imported: {last}."),
                (0, rest) => format!("Not imported: {} and {last}.", rest.join(", ")),
                (others, _) => {
                    format!("Not imported: {} and {others} more.", self.not_kept[..MOST].join(", "))
                }
            });
        }
        for sentences in [&self.files, &self.lost, &self.problems] {
            details.extend(sentences.iter().take(MOST).cloned());
            let others = sentences.len().saturating_sub(MOST);
            if others > 0 {
                details.push(format!("And {others} more."));
            }
        }
        match self.with_unused {
            0 => (),
            1 => details.push(
                "Parts that this version of the page does not know are kept as they are."
                    .to_owned(),
            ),
            cases => details.push(format!(
                "Parts of {cases} cases that this version of the page does not know are kept as \
                 they are."
            )),
        }
        Report { lead, details }
    }
}

impl Stop {
    fn sentence(&self) -> String {
        match self {
            Self::Cancelled => "You stopped the import; what was imported by then stays.".to_owned(),
            Self::Full => {
                "The storage of this browser is full; what was imported by then stays. Delete cases \
                 to make room, then import the file again."
                    .to_owned()
            }
            Self::Denied => {
                "This browser gives the page no storage, so nothing can be kept among your cases."
                    .to_owned()
            }
            Self::Failed(reason) => {
                format!("The import ended before its end: {reason}. What was imported by then stays.")
            }
        }
    }
}

impl From<SaveError> for Stop {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Store(StoreError::QuotaExceeded) => Self::Full,
            SaveError::Store(StoreError::Unavailable) => Self::Denied,
            error => Self::Failed(error.to_string()),
        }
    }
}

/// A name or title of anybody's within a sentence.
pub(super) fn shown_name(name: &str) -> String {
    ["“", &shown(name), "”"].concat()
}

/// "Efficiency now is 1.7; it must be 0.01 to 1"
fn clause(case: &ImportedCase, problem: &CaseProblem) -> String {
    let clause = problem.to_string();
    let label = label(case, &problem.path);
    match (label, clause.strip_prefix(&problem.path)) {
        (Some(label), Some(rest)) => [&label, rest].concat(),
        _ => clause,
    }
}

/// What the page calls the field at a path of a case file.
fn label(case: &ImportedCase, path: &str) -> Option<String> {
    let path = path.strip_prefix("drafts.").unwrap_or(path);
    let own = LABELS.iter().find(|(own, _)| *own == path).map(|(_, label)| *label);
    let label = own.or_else(|| Some(case.draft.file().input_at(path)?.spec().label))?;
    let (first, rest) = label.split_at_checked(1)?;
    Some([&first.to_ascii_uppercase(), rest].concat())
}

/// Megabytes as people count them, rounded up so that what is too large also reads so.
fn megabytes(bytes: usize) -> usize {
    bytes.div_ceil(1024 * 1024)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

    use groundwork_cases::transfer::import;

    use super::*;

    /// What a file comes to whose cases are all kept.
    fn report_of(name: &str, text: &str) -> Report {
        let mut tally = Tally::default();
        match import(text) {
            Ok(imported) => {
                tally.read(name, &imported);
                imported.cases.iter().for_each(|case| tally.kept(name, case));
            }
            Err(error) => tally.not_imported(name, &error),
        }
        tally.report()
    }

    #[test]
    fn a_case_that_is_right_needs_one_sentence() {
        let text = r#"{"format":"groundwork-case","version":1,"title":"Auth"}"#;
        let lead = "1 case was imported: “Auth”.".to_owned();
        assert_eq!(report_of("a.json", text), Report { lead, details: Vec::new() });
    }

    #[test]
    fn a_part_that_cannot_be_used_is_named_as_its_field_is() {
        let text = r#"{"format":"groundwork-case","version":1,"title":"Auth","currency":"dollars",
            "efficiency":{"now":1.7},"benefits":[{"id":"b1","kind":"incidents","cost_each":-1}]}"#;
        let details = report_of("a.json", text).details;
        assert_eq!(details[1], "“Auth” in “a.json”: Efficiency now is 1.7; it must be 0.01 to 1.");
        assert!(
            details[0].starts_with("“Auth” in “a.json”: Currency is \"dollars\"; "),
            "{details:?}"
        );
        assert!(!details[2].contains("b1"), "{details:?}");
        assert_eq!(details.len(), 3);
    }

    #[test]
    fn a_number_too_large_to_be_used_is_said_to_be_that() {
        let case = r#"{"format":"groundwork-case","version":1,"efficiency":{"now":1e999}}"#;
        assert_eq!(
            report_of("a.json", case).details,
            [
                "“a.json” was not imported: a number that ends at line 1, column 65 is too large to be used."
            ]
        );
        let entry =
            format!(r#"{{"envelope":1,"saved_at":0,"revision":1,"case":{case},"drafts":{{}}}}"#);
        let right = entry.replace("1e999", "0.7");
        let several = format!(
            "{{\"format\":\"groundwork-cases\",\"version\":1,\"cases\":[\n{right},\n{entry}\n]}}"
        );
        let details = report_of("a.json", &several).details;
        assert!(details[0].starts_with("Case 2 of “a.json” could not be read: "), "{details:?}");
        assert!(details[0].ends_with("is too large to be used."), "{details:?}");
        assert_eq!(details.len(), 1);
    }

    #[test]
    fn what_is_left_out_is_counted_where_it_is_too_much_to_name() {
        let mut tally = Tally::default();
        assert_eq!(tally.report().lead, "No case was imported.");
        tally.stopped(Stop::Full);
        tally.stopped(Stop::Cancelled);
        tally.not_kept("A");
        assert_eq!(tally.report().details[1], "Not imported: “A”.");
        tally.not_kept("B");
        tally.not_kept("C");
        let details = tally.report().details;
        assert!(details[0].starts_with("The storage of this browser is full"), "{details:?}");
        assert_eq!(details[1], "Not imported: “A”, “B” and “C”.");
        (0..20).for_each(|each| tally.not_kept(&each.to_string()));
        assert!(tally.report().details[1].ends_with("“6” and 13 more."), "{:?}", tally.report());
        (0..12).for_each(|each| tally.not_looked_at(&format!("{each}.json")));
        let details = tally.report().details;
        assert_eq!(details.len(), 2 + 10 + 1);
        assert_eq!(details.last().unwrap(), "And 2 more.");
    }

    #[test]
    fn sizes_are_told_in_megabytes() {
        let mut tally = Tally::default();
        tally.too_large("a\u{202e}.json", MAX_IMPORT_BYTES + 1);
        assert_eq!(
            tally.report().details,
            [
                "“a\\u{202e}.json” was not imported: it has 17 MB, and a file of cases has at most 16 MB."
            ]
        );
    }
}
