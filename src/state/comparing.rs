//! The case on screen beside one of the reader's own: what differs, in words.

use std::fmt::Write as _;

use groundwork_cases::{
    case_file::CaseFile,
    difference::{Difference, LineKind, LineName, Said, What, differences},
    draft::Draft,
    library::{Library, Opened},
    text_field::USUAL_CURRENCY,
};
use groundwork_model::{
    benefit::BenefitKind,
    estimate::Estimate,
    evaluation::{Evaluation, evaluate},
    input::Input,
    investment::PaidFrom,
    plan::StrategyKind,
};
use groundwork_report::{
    document::{Paragraph, Writer, labels},
    narrative::differences::{ResultDifference, difference_in_words, result_differences},
    wording::{NumberStyle, month_name},
};
use leptos::prelude::*;

use super::{
    entry::{capitalized, editable},
    hint::in_words,
    shown::Shown,
    workspace::Workspace,
};
use crate::browser::{document, local_store::LocalStore, number_style::number_style};

/// What a case without a name is called.
pub const UNNAMED: &str = "Unnamed case";

/// One of the reader's own cases.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnCase {
    /// Its id.
    pub id: String,
    /// What it holds.
    pub draft: Draft,
}

/// Something entered differently, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryDifference {
    /// What it is.
    pub what: String,
    /// What one's own case says.
    pub mine: String,
    /// What the other case says.
    pub theirs: String,
}

/// Everything that differs between two cases, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What was entered differently.
    pub entries: Vec<EntryDifference>,
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
            Ok(Opened::Draft { id, draft, .. }) => Some(OwnCase { id, draft: *draft }),
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
                let (found, styles) = if is_screen_mine {
                    (differences(draft.file(), other.file()), [style, &style_of_other])
                } else {
                    (differences(other.file(), draft.file()), [&style_of_other, style])
                };
                found.into_iter().map(|difference| in_reading(difference, styles)).collect()
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
        for EntryDifference { what, mine, theirs } in &self.entries {
            let _ = writeln!(text, "- {what}: {mine}; {theirs}");
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

/// A difference as a person reads it; styles are those of one's own case and of the other.
fn in_reading(difference: Difference, [mine, theirs]: [&NumberStyle; 2]) -> EntryDifference {
    let Difference { path, line, what, mine: of_mine, theirs: of_theirs } = difference;
    EntryDifference {
        what: named(&what, &path, line.as_ref()),
        mine: said(of_mine, &what, mine),
        theirs: said(of_theirs, &what, theirs),
    }
}

/// "Efficiency after", "Night calls: incidents a year now".
fn named(what: &What, path: &str, line: Option<&LineName>) -> String {
    let words = match what {
        What::Title => "name of the case".to_owned(),
        What::Currency => "currency".to_owned(),
        What::Start => "first month of the case".to_owned(),
        What::Number(input) => input.spec().label.to_owned(),
        What::PaidFrom => "what the investment is paid from".to_owned(),
        What::Line => match line.map(|line| line.kind) {
            Some(LineKind::Benefit(_)) => "the benefit",
            Some(LineKind::Strategy(_)) => "the strategy",
            Some(LineKind::Quarter(_)) => "the quarter",
            Some(LineKind::Initiative) => "the initiative",
            _ => "the cost",
        }
        .to_owned(),
        What::Kind if is_strategy(line) => "what it does".to_owned(),
        What::Kind => "what it counts".to_owned(),
        What::Label => "name of the line".to_owned(),
        What::Tag => "counts as".to_owned(),
        What::Category => "taken from".to_owned(),
        What::Horizon => "when it is meant to matter".to_owned(),
        What::Strategies => "strategies to compare".to_owned(),
        What::Correlation(a, b) => {
            format!("{} goes together with {}", a.spec().label, b.spec().label)
        }
        What::Origin(input) => format!("how it came about: {}", input.spec().label),
        What::Note(input) => format!("note on {}", input.spec().label),
        What::Other => format!("not used by this page: {path}"),
    };
    match line {
        Some(line) => format!("{}: {words}", name_of_line(line)),
        None => capitalized(&words),
    }
}

fn is_strategy(line: Option<&LineName>) -> bool {
    line.is_some_and(|line| matches!(line.kind, LineKind::Strategy(_)))
}

fn name_of_line(line: &LineName) -> String {
    match line.kind {
        _ if !line.label.is_empty() => line.label.clone(),
        LineKind::Cost => labels::UNNAMED_COST.to_owned(),
        LineKind::Benefit(kind) => kind_name(kind),
        LineKind::Strategy(kind) => capitalized(strategy_name(kind)),
        LineKind::Quarter(position) => format!("Quarter {}", position + 1),
        LineKind::Initiative => "Unnamed initiative".to_owned(),
    }
}

fn strategy_name(kind: StrategyKind) -> &'static str {
    match kind {
        StrategyKind::Accept => "pay nothing",
        StrategyKind::FixedShare => "a fixed share",
        StrategyKind::PayWhenItPays => "pay when it pays",
        StrategyKind::QualityGates => "quality gates",
        StrategyKind::Focused => "the work of this case",
        StrategyKind::BigBang => "a rewrite",
    }
}

fn said(said: Said, what: &What, style: &NumberStyle) -> String {
    let input: Option<Input> = match what {
        What::Number(input) => Some(*input),
        _ => None,
    };
    let number = |estimate: Estimate| match input {
        Some(input) if estimate.is_range() => editable(estimate, input, style),
        Some(input) => in_words(estimate.likely(), input, style),
        None => String::new(),
    };
    match said {
        Said::Nothing if *what == What::Strategies => "those always offered".to_owned(),
        Said::There if *what == What::Strategies => "chosen".to_owned(),
        Said::Nothing if *what == What::Line => "not there".to_owned(),
        Said::Nothing if input.is_some() => "not entered".to_owned(),
        Said::Nothing if *what == What::Currency => format!("{USUAL_CURRENCY} (not entered)"),
        Said::Nothing => "none".to_owned(),
        Said::Default(value) => {
            let default = input.map(|input| in_words(value, input, style)).unwrap_or_default();
            format!("{default} (not entered)")
        }
        Said::Suggested(estimate) => format!("{} (suggested)", number(estimate)),
        Said::Entered(estimate) => number(estimate),
        Said::Text(text) => text,
        Said::Month(month) => month_name(month),
        Said::PaidFrom(PaidFrom::Capacity) => "capacity".to_owned(),
        Said::PaidFrom(PaidFrom::Money) => "money".to_owned(),
        Said::Kind(kind) => kind_name(kind),
        Said::Tag(tag) => labels::tag(tag).to_owned(),
        Said::Strategy(kind) => strategy_name(kind).to_owned(),
        Said::Category(category) => category.key().to_owned(),
        Said::Horizon(horizon) => horizon.key().to_owned(),
        Said::Rank(rank) => format!("rank correlation {rank}"),
        Said::There => "there".to_owned(),
        Said::Unusable => "something that cannot be used".to_owned(),
    }
}

fn kind_name(kind: BenefitKind) -> String {
    labels::benefit_kind(kind).to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

    use groundwork_cases::text_field::TextField;
    use groundwork_model::input::BenefitInput;

    use super::*;

    fn read(mine: &CaseFile, theirs: &CaseFile) -> Vec<[String; 3]> {
        let style = NumberStyle::default();
        differences(mine, theirs)
            .into_iter()
            .map(|difference| in_reading(difference, [&style; 2]))
            .map(|EntryDifference { what, mine, theirs }| [what, mine, theirs])
            .collect()
    }

    fn seed() -> CaseFile {
        CaseFile::decode(include_str!("../../tests/cases/seed.json")).unwrap()
    }

    #[test]
    fn differences_are_read_as_fields_are() {
        let mine = seed();
        let mut theirs = mine.clone();
        let range = Estimate::range(0.8, 0.85, 0.95).unwrap();
        theirs.set_number(Input::EfficiencyAfter, Some(range)).unwrap();
        theirs.set_number(Input::HorizonMonths, Some(Estimate::exact(36.0).unwrap())).unwrap();
        theirs.set_paid_from(Some(PaidFrom::Money));
        let line = theirs.add_benefit(BenefitKind::Incidents).unwrap();
        theirs.set_text(TextField::BenefitLabel(line), "Night calls").unwrap();
        let cost = Input::Benefit(line, BenefitInput::CostEach);
        theirs.set_number(cost, Some(Estimate::exact(8e3).unwrap())).unwrap();
        let expected = [
            ["Horizon", "24 months (not entered)", "36 months"],
            ["Efficiency after", "90%", "80% .. 85% .. 95%"],
            ["What the investment is paid from", "capacity", "money"],
            ["Night calls: the benefit", "not there", "there"],
            ["Night calls: cost of an incident", "not entered", "$8k"],
        ];
        assert_eq!(read(&mine, &theirs), expected);
    }

    #[test]
    fn the_same_case_is_one_that_nothing_differs_from() {
        let own = |id: &str, draft: Draft| OwnCase { id: id.to_owned(), draft };
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
            OwnCase { id: id.to_owned(), draft: Draft::new(file) }
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
