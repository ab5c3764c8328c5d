//! Not our numbers yet: what nobody entered, with the value that stands in.

use groundwork_model::{
    figure::FigureId,
    input::{CostInput, Input},
    plan::PlanInput,
    strategy::PlanFigure,
};

use super::{Room, Section, of_paragraph};
use crate::{
    document::{FigureSpan, Paragraph, Writer},
    narrative::plan::{self, Said},
};

pub(super) fn not_ours(writer: &Writer<'_>, room: Room) -> Section {
    let prose = writer.prose();
    let case = &writer.evaluation.case;
    let mut standing_in = standing_in(writer);
    let of_plan = if room > Room::TooLittle { of_plan(writer) } else { Vec::new() };
    let mut more = 0.0;
    if room >= Room::Little {
        standing_in.extend(of_plan);
    } else {
        more = f64::from(u32::try_from(of_plan.len()).unwrap_or(u32::MAX));
    }
    if standing_in.is_empty() && more <= 0.0 && case.is_paid_from_entered() {
        let all =
            Paragraph::of_text("Every number was entered for this case; no default stands in.");
        return of_paragraph("Not our numbers yet", all);
    }
    let mut prose = prose.text(match room {
        Room::Enough | Room::Little => {
            "These are defaults that nobody has confirmed, and the result moves with them: "
        }
        _ => "Defaults that nobody has confirmed: ",
    });
    let mut separator = "";
    if !case.is_paid_from_entered() {
        prose = prose.text("paid from capacity");
        separator = ", ";
    }
    for StandingIn { label, figure, lines } in standing_in {
        prose = prose
            .text(separator)
            .text(label)
            .text(" (")
            .span(figure)
            .when(lines > 1, |prose| {
                let lines = f64::from(u32::try_from(lines).unwrap_or(u32::MAX));
                prose.text(", ").plain(writer.style.counted(lines, "line", "lines"))
            })
            .text(")");
        separator = ", ";
    }
    let prose = prose.when(more > 0.0, |prose| {
        let counted = writer.style.counted(more, "number", "numbers");
        prose.text(separator).plain(counted).text(" of the plan")
    });
    of_paragraph("Not our numbers yet", prose.text(".").done())
}

/// Inputs of one name and one value that nobody entered.
struct StandingIn {
    label: &'static str,
    figure: FigureSpan,
    lines: usize,
}

fn standing_in(writer: &Writer<'_>) -> Vec<StandingIn> {
    let case = &writer.evaluation.case;
    let mut found: Vec<StandingIn> = Vec::new();
    for input in case.inputs() {
        if case.entered(input).is_some() || !counts(writer, input) {
            continue;
        }
        let label = input.spec().label;
        let figure = match input {
            Input::FirstMonth
            | Input::Cost(_, CostInput::Month | CostInput::FromMonth | CostInput::ToMonth) => {
                writer.month_of_input(input)
            }
            _ => writer.rounded(FigureId::Input(input)),
        };
        add(&mut found, label, figure);
    }
    found
}

/// The same of the plan, where the brief says what other strategies deliver.
fn of_plan(writer: &Writer<'_>) -> Vec<StandingIn> {
    if plan::alternatives(writer, Said::InShort).is_empty() {
        return Vec::new();
    }
    let case = &writer.evaluation.case;
    let derived = |figure| {
        let id = FigureId::Plan(figure);
        let value = writer.value(id)?;
        let is_points = figure == PlanFigure::PointsPerCapacityYear;
        let points = || writer.written(id, writer.style.points(value));
        Some(if is_points { points() } else { writer.rounded(id) })
    };
    let figure = |input| match input {
        PlanInput::PointsPerCapacityYear => derived(PlanFigure::PointsPerCapacityYear),
        PlanInput::BestEfficiency => derived(PlanFigure::BestEfficiency),
        PlanInput::Split(_) | PlanInput::Strategy(..) => {
            let input = Input::Plan(input);
            case.likely(input).map(|_| writer.rounded(FigureId::Input(input)))
        }
        PlanInput::Quarter(..) | PlanInput::Initiative(..) => None,
    };
    let mut found: Vec<StandingIn> = Vec::new();
    for input in case.plan_inputs() {
        let Input::Plan(of_plan) = input else { continue };
        if case.entered(input).is_none()
            && let Some(figure) = figure(of_plan)
        {
            add(&mut found, input.spec().label, figure);
        }
    }
    found
}

fn add(found: &mut Vec<StandingIn>, label: &'static str, figure: FigureSpan) {
    let same = |other: &&mut StandingIn| other.label == label && other.figure.text == figure.text;
    match found.iter_mut().find(same) {
        Some(other) => other.lines += 1,
        None => found.push(StandingIn { label, figure, lines: 1 }),
    }
}

/// Whether a figure of the brief depends on it as the case stands.
fn counts(writer: &Writer<'_>, input: Input) -> bool {
    let has = |other| writer.value(FigureId::Input(other)).is_some_and(|value| value.abs() > 0.0);
    match input {
        // Only random draws use these, and the seed changes which they are, not what they mean.
        Input::Slip | Input::FailureProbability => writer.evaluation.simulation.is_some(),
        Input::Seed => false,
        Input::DipMonthsAfter => has(Input::Dip),
        Input::Cost(line, CostInput::Month) => has(Input::Cost(line, CostInput::Once)),
        Input::Cost(line, CostInput::FromMonth | CostInput::ToMonth) => {
            has(Input::Cost(line, CostInput::PerYear))
        }
        Input::Cost(line, CostInput::Once) => !has(Input::Cost(line, CostInput::PerYear)),
        Input::Cost(line, CostInput::PerYear) => !has(Input::Cost(line, CostInput::Once)),
        _ => true,
    }
}

impl Writer<'_> {
    fn month_of_input(&self, input: Input) -> FigureSpan {
        let id = FigureId::Input(input);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let number = self.value(id).unwrap_or(1.0) as u32;
        self.month_written(id, number, true)
    }
}
