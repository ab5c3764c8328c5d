//! What the address of `embed.html` asks for: a part of a case, and the link that holds the case.
//!
//! `#headline&case=1.…`, `#chart&case=1.…` for the first chart, `#chart=efficiency&case=1.…` for
//! another by its [key](ChartKind::key).

use groundwork_cases::{
    case_file::CaseFile,
    link::{LinkError, from_link, to_link},
};
use groundwork_model::simulation::is_uncertain;
use groundwork_report::charts::ChartKind;

use super::links::address_beside;

/// A part of a case that can stand in somebody else's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The sentence that leads, what it means, and the key figures.
    Headline,
    /// One chart.
    Chart(ChartKind),
}

impl Part {
    /// Every part, the one most people want first.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Headline].into_iter().chain(ChartKind::ALL.into_iter().map(Self::Chart))
    }

    /// What it is called among the others.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headline => "Headline and key figures",
            Self::Chart(kind) => kind.title(),
        }
    }

    /// How high it is where it is about 640 pixels wide, in pixels; what is said of ranges takes more.
    const fn height(self, has_ranges: bool) -> u32 {
        match (self, has_ranges) {
            (Self::Headline, false) => 420,
            (Self::Headline, true) => 660,
            (Self::Chart(_), _) => 620,
        }
    }

    /// What stands for it in an address.
    fn key(self) -> String {
        match self {
            Self::Headline => HEADLINE.to_owned(),
            Self::Chart(kind) => [CHART, "=", kind.key()].concat(),
        }
    }

    fn of_key(key: &str) -> Option<Self> {
        if key == CHART {
            return Some(Self::Chart(ChartKind::CumulativeNet));
        }
        Self::all().find(|part| part.key() == key)
    }
}

const HEADLINE: &str = "headline";
const CHART: &str = "chart";

/// What an address asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Embedded {
    /// Which part.
    pub part: Part,
    /// Of which case.
    pub file: CaseFile,
}

/// Why an address asks for nothing that can be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum EmbedProblem {
    /// It names no part there is.
    NoPart,
    /// Its link gives no case.
    Link(LinkError),
}

impl Embedded {
    /// Reads the fragment of an address, without its `#`.
    ///
    /// # Errors
    ///
    /// [`EmbedProblem`] when it names no part or holds no case.
    pub fn read(fragment: &str) -> Result<Self, EmbedProblem> {
        // Some wikis encode what stands between the two.
        let (key, link) = fragment
            .split_once('&')
            .or_else(|| fragment.split_once("%26"))
            .ok_or(EmbedProblem::NoPart)?;
        let part = Part::of_key(&key.replace("%3D", "=")).ok_or(EmbedProblem::NoPart)?;
        from_link(link).map(|file| Self { part, file }).map_err(EmbedProblem::Link)
    }

    /// The address that asks for it.
    pub fn address(&self) -> String {
        let link = to_link(&self.file);
        [address_beside("embed.html").as_str(), "#", &self.part.key(), "&", &link].concat()
    }

    /// What a wiki page takes to show it.
    pub fn code(&self) -> String {
        let address = self.address().replace('&', "&amp;");
        let case = self.file.readable().case;
        let height = self.part.height(case.is_some_and(|case| is_uncertain(&case)));
        let name = self.part.name();
        format!(
            "<iframe src=\"{address}\" title=\"{name}\" width=\"100%\" height=\"{height}\" \
             loading=\"lazy\"></iframe>"
        )
    }
}

#[cfg(test)]
mod tests {
    use groundwork_cases::example::Example;
    use groundwork_model::calendar::YearMonth;

    use super::*;

    fn start() -> YearMonth {
        YearMonth::new(2026, 1).unwrap()
    }

    #[test]
    fn every_part_is_read_from_its_own_address() {
        let file = Example::TwoMillion.file(start());
        let link = to_link(&file);
        for part in Part::all() {
            let read = Embedded::read(&[&part.key(), "&", &link].concat());
            assert_eq!(read, Ok(Embedded { part, file: file.clone() }));
        }
        let encoded = ["chart%3Defficiency%26", &link].concat();
        assert!(Embedded::read(&encoded).is_ok());
    }

    #[test]
    fn what_asks_for_nothing_says_so() {
        let link = to_link(&Example::TwoMillion.file(start()));
        for fragment in ["", "headline", &link, &["pie&", &link].concat()] {
            assert_eq!(Embedded::read(fragment), Err(EmbedProblem::NoPart), "{fragment}");
        }
        let cut = ["headline&", &link[..link.len() / 2]].concat();
        assert!(matches!(Embedded::read(&cut), Err(EmbedProblem::Link(_))));
    }
}
