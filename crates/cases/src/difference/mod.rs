//! What two case files say differently, as data; the page chooses the words.

mod leftover;
mod line;
mod said;

use groundwork_model::{
    benefit::{BenefitKind, Tag},
    calendar::YearMonth,
    estimate::Estimate,
    input::Input,
    investment::PaidFrom,
    plan::{Horizon, PlanInput, StrategyKind},
    split::Category,
};

use crate::{
    case_file::{CaseFile, single_inputs},
    text_field::TextField,
};
use line::LinePair;

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
    /// What kind of line it is.
    pub kind: LineKind,
}

/// What kind of line something belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A line of costs.
    Cost,
    /// A line of benefits, with what it counts.
    Benefit(BenefitKind),
    /// A strategy to compare, with what it does.
    Strategy(StrategyKind),
    /// The quarter of the plan at this position, the first at 0.
    Quarter(usize),
    /// An initiative of the roadmap; its label is its title.
    Initiative,
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
    /// What a line of benefits counts, or what a strategy does.
    Kind,
    /// Name of a line.
    Label,
    /// What a line is made of.
    Tag,
    /// What the capacity of an initiative is taken from.
    Category,
    /// How soon an initiative is meant to matter.
    Horizon,
    /// Whether somebody chose the strategies to compare.
    Strategies,
    /// How the draws of two inputs go together.
    Correlation(Input, Input),
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
    /// What a strategy does.
    Strategy(StrategyKind),
    /// What the capacity of an initiative is taken from.
    Category(Category),
    /// How soon an initiative is meant to matter.
    Horizon(Horizon),
    /// A rank correlation, -1 to 1.
    Rank(f64),
    /// The line is there, or the strategies were chosen.
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
    let mut lines = LinePair::all(mine, theirs);
    let lines_of_plan = LinePair::of_plan(mine, theirs);
    comparison.head();
    comparison.numbers();
    for line in &lines {
        comparison.line(line);
    }
    let place_of_sources = comparison.found.len();
    comparison.number(None, [Some(Input::Seed); 2]);
    comparison.correlations();
    comparison.plan(&lines_of_plan);
    let before = comparison.found.len();
    lines.extend(lines_of_plan);
    comparison.sources(&lines);
    let sources = comparison.found.len() - before;
    comparison.found[place_of_sources..].rotate_right(sources);
    comparison.found.extend(leftover::differences(mine, theirs));
    comparison.found
}

struct Comparison<'a> {
    mine: &'a CaseFile,
    theirs: &'a CaseFile,
    found: Vec<Difference>,
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
        if line.is_in_both() {
            for (what, name) in line.parts() {
                let raw = |file: &CaseFile, side: usize| {
                    said::of_line(file, line.name.kind, line.positions[side]?, what)
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
        self.pair(path_of(line, input), line, What::Number(input), sides);
    }

    fn correlations(&mut self) {
        let [mine, theirs] = [self.mine, self.theirs].map(CaseFile::correlations);
        let rank = |pairs: &[(String, String, f64)], [a, b]: [&str; 2]| {
            let same = |pair: &&(String, String, f64)| {
                [pair.0.as_str(), pair.1.as_str()] == [a, b]
                    || [pair.1.as_str(), pair.0.as_str()] == [a, b]
            };
            pairs.iter().find(same).map(|pair| pair.2)
        };
        let is_new = |pair: &&(String, String, f64)| rank(&mine, [&pair.0, &pair.1]).is_none();
        for (a, b, _) in mine.iter().chain(theirs.iter().filter(is_new)) {
            let said = |pairs: &[(String, String, f64)]| {
                Some(rank(pairs, [a, b]).map_or_else(said::Raw::default, said::Raw::of_rank))
            };
            let input =
                |path: &str| self.mine.input_at(path).or_else(|| self.theirs.input_at(path));
            let (Some(input_a), Some(input_b)) = (input(a), input(b)) else { continue };
            // The same path whichever of the two stands first.
            let path = format!("uncertainty.correlations: {}, {}", a.min(b), a.max(b));
            let sides = [said(&mine), said(&theirs)];
            self.pair(path, None, What::Correlation(input_a, input_b), sides);
        }
    }

    fn plan(&mut self, lines: &[LinePair]) {
        for input in PlanInput::SINGLE {
            self.number(None, [Some(Input::Plan(input)); 2]);
        }
        self.compare("plan.strategies".to_owned(), None, What::Strategies, said::strategies);
        for line in lines {
            self.line(line);
        }
    }

    /// Notes and origins of all numbers.
    fn sources(&mut self, lines: &[LinePair]) {
        let single = single_inputs().map(|input| (None, [Some(input); 2]));
        let of_lines = lines
            .iter()
            .flat_map(|line| line.inputs().into_iter().map(move |inputs| (Some(line), inputs)));
        for (line, inputs) in single.chain(of_lines) {
            let Some(input) = inputs[0].or(inputs[1]) else { continue };
            let number = path_of(line, input);
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

/// Path of a number, in a line or without one.
fn path_of(line: Option<&LinePair>, input: Input) -> String {
    line.map_or_else(|| input.spec().path.to_owned(), |line| line.path_of_number(input))
}
