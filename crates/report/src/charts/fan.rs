//! What the draws say around the likely line of cumulative net.

use groundwork_model::{
    figure::{FigureId, Percentile, SimulatedFigure},
    simulation::Simulation,
};

use super::{
    picture::{Across, End, Label, Mark, Picture, Spot, Value},
    scene::Role,
};
use crate::document::{FigureSpan, Prose, Writer};

/// The series of the fan, the highest first, as readings name them.
const SERIES: [(&str, Percentile); 3] =
    [("P90", Percentile::P90), ("P50", Percentile::P50), ("P10", Percentile::P10)];

/// A percentile of the running total at the end of a month.
pub(super) fn net(month: u32, percentile: Percentile) -> FigureId {
    FigureId::Simulated(SimulatedFigure::CumulativeNet(month, percentile))
}

/// Adds the area in which 8 of 10 draws lie, and the line half of them stay below.
pub(super) fn add_fan(
    writer: Writer<'_>,
    simulation: &Simulation,
    picture: &mut Picture,
    is_wide: bool,
) {
    let (Across::Months(horizon), Some(last)) = (picture.across, simulation.cumulative_net.last())
    else {
        return;
    };
    let [high, middle, low] = SERIES.map(|(_, percentile)| {
        let ends = simulation.cumulative_net.iter().zip(1_u32..);
        let ends = ends.map(|(band, month)| (f64::from(month), percentile.of_band(band)));
        std::iter::once((0.0, 0.0)).chain(ends).collect::<Vec<Value>>()
    });
    let lowest = low.iter().map(|(_, value)| *value).fold(picture.range.0, f64::min);
    let highest = high.iter().map(|(_, value)| *value).fold(picture.range.1, f64::max);
    picture.range = (lowest, highest);

    // The likely line alone says where it is below zero; two washes over each other would not.
    picture.marks.retain(|mark| !matches!(mark, Mark::Area(..)));
    let spot = if is_wide {
        Spot::Within(middle_of_gap(writer, horizon, &high, &low))
    } else {
        Spot::EndBelow((f64::from(horizon), last.p10))
    };
    let edge = high.into_iter().chain(low.into_iter().rev()).collect();
    picture.marks.insert(0, Mark::Area(Role::Fan, edge));
    picture.marks.push(Mark::Line(Role::Median, middle));
    picture.labels.push(Label {
        role: Role::Note,
        wordings: vec![[&writer.most_draws(), " draws"].concat(), writer.most_draws()],
        figure: None,
        spot,
    });
    if is_wide {
        picture.ends.extend(SERIES.map(|(name, percentile)| {
            let figure = writer.rounded(net(horizon, percentile));
            End::of(
                Role::Note,
                percentile.of_band(last),
                [name, " ", &figure.text].concat(),
                &figure,
            )
        }));
        // A stable order: what is equal stays as it was named.
        picture.ends.sort_by(|one, other| other.value.total_cmp(&one.value));
    }
    for (moment, (band, month)) in
        picture.readings.iter_mut().skip(1).zip(simulation.cumulative_net.iter().zip(1..))
    {
        moment.values.extend(SERIES.map(|(name, percentile)| {
            (name.into(), percentile.of_band(band), writer.rounded(net(month, percentile)))
        }));
    }
}

/// Where the fan has room for its name: late, between the likely line and the farther edge.
fn middle_of_gap(writer: Writer<'_>, horizon: u32, high: &[Value], low: &[Value]) -> Value {
    let month = (horizon - horizon / 6).max(1);
    let place = usize::try_from(month).unwrap_or(0);
    let of = |points: &[Value]| points.get(place).map_or(0.0, |(_, value)| *value);
    let likely = writer.evaluation.timeline.month(month).map_or(0.0, |month| month.cumulative_net);
    let (above, below) = (of(high) - likely, likely - of(low));
    let farther = if above > below { of(high) } else { of(low) };
    (f64::from(month), f64::midpoint(likely, farther))
}

/// " In 8 of 10 draws it ends between $120k and $540k, in half of them above $370k."
pub(super) fn described<'a>(prose: Prose<'a>, writer: &Writer<'_>) -> Prose<'a> {
    let horizon = writer.evaluation.assumptions.horizon_months;
    let [high, middle, low]: [FigureSpan; 3] =
        SERIES.map(|(_, percentile)| writer.rounded(net(horizon, percentile)));
    prose
        .text(" In ")
        .plain(writer.most_draws())
        .text(" draws it ends between ")
        .span(low)
        .text(" and ")
        .span(high)
        .text(", in half of them above ")
        .span(middle)
        .text(".")
}
