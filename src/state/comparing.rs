//! The case on screen beside one of the reader's own: what differs, in words.

use std::fmt::Write as _;

use groundwork_cases::{
    case_file::CaseFile,
    difference::differences,
    draft::Draft,
    envelope::Timestamp,
    library::{Library, Opened},
};
use groundwork_model::evaluation::{Evaluation, evaluate};
use groundwork_report::{
    document::{Paragraph, Writer},
    narrative::{
        differences::{ResultDifference, difference_in_words, result_differences},
        side_by_side::Entry,
    },
};
use leptos::prelude::*;

use super::{differing::entries, shown::Shown, workspace::Workspace};
use crate::browser::{document, local_store::LocalStore, number_style::number_style};

/// What a case without a name is called.
pub const UNNAMED: &str = "Unnamed case";

/// One of the reader's own cases.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnCase {
    /// Its id.
    pub id: String,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// What it holds.
    pub draft: Draft,
}

/// Everything that differs between two cases, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What was entered differently.
    pub entries: Vec<Entry>,
    /// What that comes to; `None` where one of the cases is not complete.
    pub results: Option<(Paragraph, Vec<ResultDifference>)>,
}

impl OwnCase {
    /// Its name, or what stands for it.
    pub fn name(&self) -> String {
        let title = self.draft.file().title();
        if title.is_empty() { UNNAMED } else { title }.to_owned()
    }
}

impl Workspace {
    /// The reader's own cases that can be read, the one saved last first.
    pub fn own_cases(&self) -> Vec<OwnCase> {
        let Ok(library) = LocalStore::open().map(Library::new) else { return Vec::new() };
        let listed = library.list().unwrap_or_default().into_iter();
        let readable = listed.filter(|listed| listed.content.is_ok());
        let opened = readable.filter_map(|listed| match library.open(&listed.id) {
            Ok(Opened::Draft { id, draft, saved_at, .. }) => {
                Some(OwnCase { id, saved_at, draft: *draft })
            }
            _ => None,
        });
        opened.collect()
    }

    /// What differs between one of the reader's own cases and the case on screen, which is somebody
    /// else's.
    pub fn compared_with(&self, own: &OwnCase) -> Comparison {
        self.compare(&own.draft, false)
    }

    /// What differs between the case on screen and what another tab made of it.
    pub fn compared_with_other_tab(&self, theirs: &Draft) -> Comparison {
        self.compare(theirs, true)
    }

    fn compare(&self, other: &Draft, is_screen_mine: bool) -> Comparison {
        let style_of_other = number_style(&document::language(), other.file().currency());
        let entries = self.draft.with(|draft| {
            self.style.with(|style| {
                let (on_screen, other) = ((draft.file(), style), (other.file(), &style_of_other));
                entries(&if is_screen_mine { [on_screen, other] } else { [other, on_screen] })
            })
        });
        let evaluated: Option<Evaluation> = other.to_case().ok().map(|case| evaluate(&case));
        let results = self.shown.with(|shown| {
            let (of_other, Shown { evaluation, .. }) = (evaluated.as_ref()?, shown.as_ref()?);
            self.style.with(|style| {
                let of_other = Writer { evaluation: of_other, style: &style_of_other };
                let on_screen = Writer { evaluation, style };
                let [mine, theirs] =
                    if is_screen_mine { [on_screen, of_other] } else { [of_other, on_screen] };
                Some((difference_in_words(mine, theirs), result_differences(mine, theirs)))
            })
        });
        Comparison { entries, results }
    }
}

/// The own case a reader most likely means: one of the same name, else the one that differs least.
pub fn likeliest<'a>(own: &'a [OwnCase], theirs: &CaseFile) -> Option<&'a OwnCase> {
    let same_name = own.iter().find(|own| has_name_of(own, theirs));
    let count = |own: &&OwnCase| differences(own.draft.file(), theirs).len();
    same_name.or_else(|| own.iter().min_by_key(count))
}

/// Whether both have the same name.
pub fn has_name_of(own: &OwnCase, file: &CaseFile) -> bool {
    !file.title().is_empty() && own.draft.file().title() == file.title()
}

/// The own case that says the same as another; none that holds text which cannot be used.
pub fn same_as<'a>(own: &'a [OwnCase], theirs: &Draft) -> Option<&'a OwnCase> {
    let is_whole = |draft: &Draft| draft.texts().next().is_none();
    own.iter().filter(|own| is_whole(&own.draft) && is_whole(theirs)).find(|own| {
        own.draft.file() == theirs.file() || differences(own.draft.file(), theirs.file()).is_empty()
    })
}

impl Comparison {
    /// Whether nothing was entered differently.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// As text, for a mail.
    pub fn to_text(&self, name_of_mine: &str) -> String {
        let mut text = format!("What differs from my case “{name_of_mine}”\n");
        // Writing into a string does not fail, here and below.
        if let Some((sentence, _)) = &self.results {
            let _ = write!(text, "\n{sentence}\n");
        }
        let _ = write!(text, "\nEntered (mine; theirs):\n");
        for Entry { what, said } in &self.entries {
            let _ = writeln!(text, "- {what}: {}", said.join("; "));
        }
        if let Some((_, results)) = &self.results {
            let _ = write!(text, "\nResults (mine; theirs; change):\n");
            for ResultDifference { label, mine, theirs, change } in results {
                let _ = writeln!(text, "- {label}: {}; {}; {change}", mine.text, theirs.text);
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

    use groundwork_model::{estimate::Estimate, input::Input};

    use super::*;

    fn seed() -> CaseFile {
        CaseFile::decode(include_str!("../../tests/cases/seed.json")).unwrap()
    }

    #[test]
    fn the_same_case_is_one_that_nothing_differs_from() {
        let own =
            |id: &str, draft: Draft| OwnCase { id: id.to_owned(), saved_at: Timestamp(0), draft };
        let mut other = seed();
        other.set_number(Input::EfficiencyAfter, Some(Estimate::exact(0.8).unwrap())).unwrap();
        let mut typed = Draft::new(seed());
        let path = typed.file().path(Input::Amount);
        assert!(typed.type_number(Input::Amount, "many", Err(())).is_err());
        assert_eq!(typed.text(&path), Some("many"));
        let cases = [own("other", Draft::new(other)), own("typed", typed.clone())];
        assert!(same_as(&cases, &Draft::new(seed())).is_none());
        let cases =
            [cases, [own("same", Draft::new(seed())), own("again", Draft::new(seed()))]].concat();
        assert_eq!(same_as(&cases, &Draft::new(seed())).unwrap().id, "same");
        assert!(same_as(&cases, &typed).is_none());
    }

    #[test]
    fn the_case_of_the_same_name_is_meant_before_the_one_that_differs_least() {
        let own = |id: &str, title: &str, after: f64| {
            let mut file = seed();
            file.set_title(title).unwrap();
            file.set_number(Input::EfficiencyAfter, Some(Estimate::exact(after).unwrap())).unwrap();
            file.set_number(Input::Dip, Some(Estimate::exact(1.0 - after).unwrap())).unwrap();
            OwnCase { id: id.to_owned(), saved_at: Timestamp(0), draft: Draft::new(file) }
        };
        let mut theirs = seed();
        theirs.set_title("Named").unwrap();
        let named = [own("near", "Other", 0.9), own("named", "Named", 0.8)];
        assert_eq!(likeliest(&named, &theirs).unwrap().id, "named");
        let mut near = own("near", "Other", 0.9);
        near.draft.file_mut().set_number(Input::Dip, None).unwrap();
        let others = [own("far", "Far", 0.8), near];
        assert_eq!(likeliest(&others, &theirs).unwrap().id, "near");
        assert!(likeliest(&[], &theirs).is_none());
    }
}
