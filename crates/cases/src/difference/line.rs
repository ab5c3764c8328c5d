//! Lines of two files, matched by their ids.

use groundwork_model::{
    input::{BenefitInput, CostInput, Input},
    plan::PlanInput,
};

use super::{LineKind, LineName, What};
use crate::{
    case_file::CaseFile,
    plan::{inputs_of_initiative, inputs_of_quarter, strategy_inputs},
};

/// A line by its positions in both files; in one of them it may be missing.
pub(super) struct LinePair {
    list: &'static str,
    id: String,
    pub(super) positions: [Option<usize>; 2],
    pub(super) name: LineName,
}

/// Id and name of a line.
type Line = (String, LineName);

impl LinePair {
    /// Lines of costs and benefits.
    pub(super) fn all(mine: &CaseFile, theirs: &CaseFile) -> Vec<Self> {
        let costs = |file: &CaseFile| -> Vec<Line> {
            let lines = file.costs().into_iter();
            lines.map(|line| named(line.id, line.label, LineKind::Cost)).collect()
        };
        let benefits = |file: &CaseFile| -> Vec<Line> {
            let lines = file.benefits().into_iter();
            lines.map(|line| named(line.id, line.label, LineKind::Benefit(line.kind))).collect()
        };
        let mut all = Self::of("costs", costs(mine), costs(theirs));
        all.extend(Self::of("benefits", benefits(mine), benefits(theirs)));
        all
    }

    /// Strategies, quarters and initiatives.
    pub(super) fn of_plan(mine: &CaseFile, theirs: &CaseFile) -> Vec<Self> {
        let strategies = |file: &CaseFile| -> Vec<Line> {
            let lines = file.strategies().into_iter();
            let kind = LineKind::Strategy;
            lines.map(|line| named(line.id, String::new(), kind(line.kind))).collect()
        };
        let quarters = |file: &CaseFile| -> Vec<Line> {
            let quarters = 0..file.quarters();
            quarters.map(|at| named(at.to_string(), String::new(), LineKind::Quarter(at))).collect()
        };
        let initiatives = |file: &CaseFile| -> Vec<Line> {
            let lines = file.initiatives().into_iter();
            lines.map(|line| named(line.id, line.title, LineKind::Initiative)).collect()
        };
        let mut all = Self::of("plan.strategies", strategies(mine), strategies(theirs));
        all.extend(Self::of("plan.quarters", quarters(mine), quarters(theirs)));
        all.extend(Self::of("plan.initiatives", initiatives(mine), initiatives(theirs)));
        all
    }

    fn of(list: &'static str, mine: Vec<Line>, theirs: Vec<Line>) -> Vec<Self> {
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
    pub(super) fn path(&self, name: &str) -> String {
        let point = if name.is_empty() { "" } else { "." };
        format!("{}.{}{point}{name}", self.list, self.id)
    }

    /// Path of a number of the line.
    pub(super) fn path_of_number(&self, input: Input) -> String {
        let name = input.spec().path;
        match self.name.kind {
            LineKind::Quarter(_) => self.path(&format!("split.{name}")),
            _ => self.path(name),
        }
    }

    /// What such a line has beside its numbers, by its name in the file.
    pub(super) fn parts(&self) -> &'static [(What, &'static str)] {
        match self.name.kind {
            LineKind::Cost => &[(What::Label, "label"), (What::Tag, "tag")],
            LineKind::Benefit(_) => {
                &[(What::Kind, "kind"), (What::Label, "label"), (What::Tag, "tag")]
            }
            LineKind::Strategy(_) => &[(What::Kind, "kind")],
            LineKind::Quarter(_) => &[],
            LineKind::Initiative => {
                &[(What::Label, "title"), (What::Category, "category"), (What::Horizon, "horizon")]
            }
        }
    }

    /// Every number of such a line, where it stands in each file.
    pub(super) fn inputs(&self) -> Vec<[Option<Input>; 2]> {
        let of_line = |line: usize| -> Vec<Input> {
            match self.name.kind {
                LineKind::Cost => CostInput::ALL.map(|input| Input::Cost(line, input)).to_vec(),
                LineKind::Benefit(_) => {
                    BenefitInput::ALL.map(|input| Input::Benefit(line, input)).to_vec()
                }
                LineKind::Strategy(_) => strategy_inputs()
                    .map(|input| Input::Plan(PlanInput::Strategy(line, input)))
                    .collect(),
                LineKind::Quarter(_) => inputs_of_quarter(line).map(Input::Plan).to_vec(),
                LineKind::Initiative => inputs_of_initiative(line).map(Input::Plan).to_vec(),
            }
        };
        let [mine, theirs] = self.positions.map(|line| line.map(of_line).unwrap_or_default());
        let count = mine.len().max(theirs.len());
        (0..count).map(|at| [mine.get(at).copied(), theirs.get(at).copied()]).collect()
    }

    pub(super) fn is_in_both(&self) -> bool {
        self.positions.iter().all(Option::is_some)
    }
}

fn named(id: String, label: String, kind: LineKind) -> Line {
    (id, LineName { label, kind })
}
