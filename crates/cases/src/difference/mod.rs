//! What two case files say differently, as data; the page chooses the words.

mod leftover;
mod said;

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    calendar::YearMonth,
    estimate::Estimate,
    input::{BenefitInput, CostInput, Input},
    investment::PaidFrom,
};

use crate::{case_file::CaseFile, text_field::TextField};

/// Something that two files say differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Where it stands in the files: `efficiency.now`, `costs.c1.label`, `costs.c1` for a line that
    /// is in one of them only.
    pub path: String,
    /// The line it belongs to, where it belongs to one.
    pub line: Option<LineName>,
    /// What it is.
    pub what: What,
    /// What one's own file says.
    pub mine: Said,
    /// What the other file says.
    pub theirs: Said,
}

/// What a line is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineName {
    /// Its label, that of one's own file before the other; empty where nobody named it.
    pub label: String,
    /// What it counts; none for a line of costs.
    pub kind: Option<BenefitKind>,
}

/// What can differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Name of the case.
    Title,
    /// Currency of every amount.
    Currency,
    /// First month.
    Start,
    /// A number. That of a line counts lines as one's own file does, or the only file that has it.
    Number(Input),
    /// Where the investment comes from.
    PaidFrom,
    /// Whether a line is there.
    Line,
    /// What a line of benefits counts.
    Kind,
    /// Name of a line.
    Label,
    /// What a line is made of.
    Tag,
    /// How a number came about, where the number is the same.
    Origin(Input),
    /// What is noted about the source of a number.
    Note(Input),
    /// A part this version does not know or cannot read.
    Other,
}

/// What a file says about something.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Nothing, and nothing counts instead.
    Nothing,
    /// Nothing, so this default counts.
    Default(f64),
    /// A number the page suggested.
    Suggested(Estimate),
    /// A number somebody entered.
    Entered(Estimate),
    /// A text that can be shown.
    Text(String),
    /// A month.
    Month(YearMonth),
    /// Where the investment comes from.
    PaidFrom(PaidFrom),
    /// What a line of benefits counts.
    Kind(BenefitKind),
    /// What a line is made of.
    Tag(Tag),
    /// The line is there.
    There,
    /// Something that cannot be used.
    Unusable,
}

/// Everything `mine` and `theirs` say differently, in the order of the file; what this version does
/// not know comes last. Lines are matched by their ids, and their order does not count.
///
/// An entered number differs from a default or suggestion of the same value: somebody stands for it.
pub fn differences(mine: &CaseFile, theirs: &CaseFile) -> Vec<Difference> {
    let mut comparison = Comparison { mine, theirs, found: Vec::new() };
    let lines = LinePair::all(mine, theirs);
    comparison.head();
    comparison.numbers();
    for line in &lines {
        comparison.line(line);
    }
    comparison.sources(&lines);
    comparison.number(None, [Some(Input::Seed); 2]);
    comparison.found.extend(leftover::differences(mine, theirs));
    comparison.found
}

struct Comparison<'a> {
    mine: &'a CaseFile,
    theirs: &'a CaseFile,
    found: Vec<Difference>,
}

/// A line by its positions in both files; in one of them it may be missing.
struct LinePair {
    list: &'static str,
    id: String,
    positions: [Option<usize>; 2],
    name: LineName,
}

impl LinePair {
    fn all(mine: &CaseFile, theirs: &CaseFile) -> Vec<Self> {
        let costs = |file: &CaseFile| -> Vec<(String, LineName)> {
            let lines = file.costs().into_iter();
            lines.map(|line| (line.id, LineName { label: line.label, kind: None })).collect()
        };
        let benefits = |file: &CaseFile| -> Vec<(String, LineName)> {
            let lines = file.benefits().into_iter();
            lines
                .map(|line| (line.id, LineName { label: line.label, kind: Some(line.kind) }))
                .collect()
        };
        let mut all = Self::of("costs", costs(mine), costs(theirs));
        all.extend(Self::of("benefits", benefits(mine), benefits(theirs)));
        all
    }

    fn of(
        list: &'static str,
        mine: Vec<(String, LineName)>,
        theirs: Vec<(String, LineName)>,
    ) -> Vec<Self> {
        let mut pairs: Vec<Self> = Vec::with_capacity(mine.len());
        for (position, (id, name)) in mine.into_iter().enumerate() {
            pairs.push(Self { list, id, positions: [Some(position), None], name });
        }
        for (position, (id, name)) in theirs.into_iter().enumerate() {
            if let Some(pair) = pairs.iter_mut().find(|pair| pair.id == id) {
                pair.positions[1] = Some(position);
                if pair.name.label.is_empty() {
                    pair.name.label = name.label;
                }
            } else {
                pairs.push(Self { list, id, positions: [None, Some(position)], name });
            }
        }
        pairs
    }

    /// Path of the line, or of something in it.
    fn path(&self, name: &str) -> String {
        let point = if name.is_empty() { "" } else { "." };
        format!("{}.{}{point}{name}", self.list, self.id)
    }

    /// Every number of such a line, where it stands in each file.
    fn inputs(&self) -> Vec<[Option<Input>; 2]> {
        let at = |input: &dyn Fn(usize) -> Input| self.positions.map(|line| line.map(input));
        if self.name.kind.is_some() {
            BenefitInput::ALL.iter().map(|input| at(&|line| Input::Benefit(line, *input))).collect()
        } else {
            CostInput::ALL.iter().map(|input| at(&|line| Input::Cost(line, *input))).collect()
        }
    }

    fn is_in_both(&self) -> bool {
        self.positions.iter().all(Option::is_some)
    }
}

impl Comparison<'_> {
    fn head(&mut self) {
        for (field, what) in [
            (TextField::Title, What::Title),
            (TextField::Currency, What::Currency),
            (TextField::Start, What::Start),
        ] {
            let path = self.mine.text_path(field);
            self.compare(path, None, what, |file| said::text(file, field));
        }
    }

    fn numbers(&mut self) {
        for input in Input::SINGLE.into_iter().filter(|input| *input != Input::Seed) {
            self.number(None, [Some(input); 2]);
            if input == Input::Amount {
                let path = "investment.paid_from".to_owned();
                self.compare(path, None, What::PaidFrom, said::paid_from);
            }
        }
    }

    fn line(&mut self, line: &LinePair) {
        if !line.is_in_both() {
            let said = |position: Option<usize>| position.map_or(Said::Nothing, |_| Said::There);
            let [mine, theirs] = line.positions.map(said);
            self.push(line.path(""), Some(line), What::Line, mine, theirs);
        }
        let parts: &[(What, &str)] = if line.name.kind.is_some() {
            &[(What::Kind, "kind"), (What::Label, "label"), (What::Tag, "tag")]
        } else {
            &[(What::Label, "label"), (What::Tag, "tag")]
        };
        if line.is_in_both() {
            for (what, name) in parts {
                let raw = |file: &CaseFile, side: usize| {
                    said::of_line(file, line.name.kind.is_some(), line.positions[side]?, what)
                };
                let sides = [raw(self.mine, 0), raw(self.theirs, 1)];
                self.pair(line.path(name), Some(line), what.clone(), sides);
            }
        }
        for inputs in line.inputs() {
            let is_there = |file: &CaseFile, input: Option<Input>| {
                input.is_some_and(|input| file.number(input).is_some())
            };
            // A line that is in one file only is said by what somebody entered there.
            if line.is_in_both()
                || is_there(self.mine, inputs[0])
                || is_there(self.theirs, inputs[1])
            {
                self.number(Some(line), inputs);
            }
        }
    }

    fn number(&mut self, line: Option<&LinePair>, inputs: [Option<Input>; 2]) {
        let [mine, theirs] = inputs;
        let Some(input) = mine.or(theirs) else { return };
        let sides = [
            mine.and_then(|input| said::number(self.mine, input)),
            theirs.and_then(|input| said::number(self.theirs, input)),
        ];
        let path =
            line.map_or_else(|| input.spec().path.to_owned(), |line| line.path(input.spec().path));
        self.pair(path, line, What::Number(input), sides);
    }

    /// Notes and origins of all numbers.
    fn sources(&mut self, lines: &[LinePair]) {
        let single = Input::SINGLE.map(|input| (None, [Some(input); 2]));
        let of_lines = lines
            .iter()
            .flat_map(|line| line.inputs().into_iter().map(move |inputs| (Some(line), inputs)));
        for (line, inputs) in single.into_iter().chain(of_lines) {
            let Some(input) = inputs[0].or(inputs[1]) else { continue };
            let number = line
                .map_or_else(|| input.spec().path.to_owned(), |line| line.path(input.spec().path));
            let is_same_number = self.found.iter().all(|difference| difference.path != number);
            let raw = |file: &CaseFile, side: usize| {
                // Sources may outlive their line; then nobody reads them.
                inputs[side].and_then(|_| said::source(file, &number))
            };
            let sides = [raw(self.mine, 0), raw(self.theirs, 1)];
            let [kinds, notes] = [0, 1].map(|part| {
                let of = |side: &Option<[said::Raw; 2]>| side.as_ref().map(|raw| raw[part].clone());
                [of(&sides[0]), of(&sides[1])]
            });
            if is_same_number {
                self.pair(format!("sources.{number}.kind"), line, What::Origin(input), kinds);
            }
            self.pair(format!("sources.{number}.note"), line, What::Note(input), notes);
        }
    }

    fn compare(
        &mut self,
        path: String,
        line: Option<&LinePair>,
        what: What,
        say: impl Fn(&CaseFile) -> said::Raw,
    ) {
        let sides = [Some(say(self.mine)), Some(say(self.theirs))];
        self.pair(path, line, what, sides);
    }

    /// Notes a difference between two sides, if there is one; a side that is `None` says nothing.
    fn pair(
        &mut self,
        path: String,
        line: Option<&LinePair>,
        what: What,
        sides: [Option<said::Raw>; 2],
    ) {
        let [mine, theirs] = sides.map(Option::unwrap_or_default);
        if mine != theirs {
            self.push(path, line, what, mine.said, theirs.said);
        }
    }

    fn push(
        &mut self,
        path: String,
        line: Option<&LinePair>,
        what: What,
        mine: Said,
        theirs: Said,
    ) {
        let line = line.map(|line| line.name.clone());
        self.found.push(Difference { path, line, what, mine, theirs });
    }
}
