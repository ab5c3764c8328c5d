//! Inputs whose draws go together: which may, which do, and how strongly.

use groundwork_model::input::Input;
use groundwork_report::wording::NumberStyle;
use leptos::prelude::*;

use super::workspace::Workspace;

/// Two inputs whose draws go together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The two inputs.
    pub inputs: [Input; 2],
    /// The rank correlation of their draws, -1 to 1.
    pub rank: f64,
}

/// How strongly two inputs go together, as it is offered to people.
pub const STRENGTHS: [(f64, &str); 6] = [
    (0.9, "high together, almost always"),
    (0.7, "high together, mostly"),
    (0.4, "high together, somewhat"),
    (-0.4, "high and low, somewhat"),
    (-0.7, "high and low, mostly"),
    (-0.9, "high and low, almost always"),
];

impl Workspace {
    /// Inputs of the case that are entered as a range, with their names, in the order of the file.
    pub fn ranged_inputs(&self) -> Vec<(Input, String)> {
        let ranged: Vec<Input> = self.draft.with(|draft| {
            let file = draft.file();
            let all = Input::all(file.costs().len(), file.benefits().len());
            let is_range =
                |input: &Input| file.estimate(*input).is_some_and(|estimate| estimate.is_range());
            all.into_iter().filter(is_range).collect()
        });
        ranged.into_iter().map(|input| (input, self.name_of_number(input))).collect()
    }

    /// The pairs of the case whose draws go together.
    pub fn going_together(&self) -> Vec<Pair> {
        self.draft.with(|draft| {
            let file = draft.file();
            let pair = |(a, b, rank): (String, String, f64)| {
                Some(Pair { inputs: [file.input_at(&a)?, file.input_at(&b)?], rank })
            };
            file.correlations().into_iter().filter_map(pair).collect()
        })
    }

    /// Lets the draws of two inputs go together, or not any more.
    pub fn set_going_together(&self, inputs: [Input; 2], rank: Option<f64>) {
        let [a, b] = inputs;
        let group = format!("correlation.{}.{}", self.path(a), self.path(b));
        self.change(
            &group,
            Box::new(move |draft| _ = draft.file_mut().set_correlation(a, b, rank)),
        );
    }
}

/// How strongly, in words where they are offered, else as the number that was given.
pub fn strength(rank: f64, style: &NumberStyle) -> String {
    let offered = STRENGTHS.iter().find(|(offered, _)| (offered - rank).abs() < 1e-9);
    offered.map_or_else(|| style.number(rank, 2), |(_, words)| (*words).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strength_nobody_offered_keeps_its_number() {
        let style = NumberStyle::default();
        assert_eq!(strength(0.7, &style), "high together, mostly");
        assert_eq!(strength(-0.25, &style), "−0.25");
    }
}
