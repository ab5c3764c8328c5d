//! Is the usual share right? The share of debt work at which efficiency stands still.

use groundwork_model::{
    figure::FigureId,
    input::Input,
    plan::PlanInput,
    split::Category,
    strategy::{Comparison, NotStanding, PlanFigure},
    units::Share,
};

use super::{comparison, months};
use crate::{
    charts::stretches,
    document::{Paragraph, Prose, Writer, plan_names::quarter},
};

/// The share teams are usually told to spend on debt.
const USUAL: Share = 0.2;

/// Shares nobody would tell apart.
const SAME: Share = 1e-9;

/// The share of debt work that holds efficiency, where it comes from and what it means beside today's
/// share and the best path; or what to enter first, and why.
pub fn is_it_right(writer: Writer<'_>) -> Vec<Paragraph> {
    let writer = &writer;
    let Some(comparison) = comparison(writer) else {
        return Vec::new();
    };
    let mut sentences = match comparison.standing_still {
        Ok(share) => {
            let mut sentences = vec![
                stands_still(writer),
                comes_from(writer, comparison),
                against_the_usual(writer, share),
                against_today(writer, comparison, share),
            ];
            sentences.extend(moves_with_today(*writer));
            sentences
        }
        Err(why) => {
            // Growth on itself leaves no answer whatever else is entered.
            let has_interest = writer.evaluation.assumptions.efficiency.interest_rate > 0.0;
            vec![no_answer(writer, if has_interest { NotStanding::HasInterest } else { why })]
        }
    };
    sentences.extend(against_best_path(writer, comparison));
    sentences
}

fn plan(figure: PlanFigure) -> FigureId {
    FigureId::Plan(figure)
}

fn stands_still(writer: &Writer<'_>) -> Paragraph {
    let share = plan(PlanFigure::StandingStill);
    let prose = writer.prose().text("Efficiency stands still when ").key(share);
    prose
        .text(
            " of capacity goes to debt: with less it falls, with more it rises until there is \
             nothing left to gain.",
        )
        .done()
}

fn comes_from(writer: &Writer<'_>, comparison: &Comparison) -> Paragraph {
    let points = |figure| {
        let id = plan(figure);
        writer.written(id, writer.style.points(writer.value(id).unwrap_or_default()))
    };
    writer
        .prose()
        .text("That follows from two figures: without any debt work efficiency would lose ")
        .span(points(PlanFigure::AccrualWithoutDebtWork))
        .text(" a year, and a whole year of capacity spent on debt buys ")
        .span(points(PlanFigure::PointsPerCapacityYear))
        .text(". New debt comes with all other work, so there is less of it the more goes to debt.")
        .text(if comparison.basis.are_points_entered {
            ""
        } else {
            " What debt work buys is derived from this case and an upper bound; if it buys less, \
             the share is higher."
        })
        .done()
}

fn against_the_usual(writer: &Writer<'_>, share: Share) -> Paragraph {
    let shown = writer.style.percent_against(USUAL, share).value;
    let prose = writer.prose().text("The usual ").plain(shown);
    prose
        .text(if (share - USUAL).abs() <= SAME {
            " is exactly that share here."
        } else if USUAL > share {
            " is more than that: efficiency would rise, and features would wait longer than \
             holding it takes."
        } else {
            " is less than that: efficiency would still fall."
        })
        .done()
}

fn against_today(writer: &Writer<'_>, comparison: &Comparison, share: Share) -> Paragraph {
    let today = comparison.basis.split.share(Category::Debt);
    let [id, lost] =
        [Input::Plan(PlanInput::Split(Category::Debt)), Input::AccrualPerYear].map(FigureId::Input);
    let prose = writer.prose().text("Today ").key(id).text(" goes to debt");
    let prose =
        prose.text(if comparison.basis.is_split_entered { "" } else { ", which nobody entered" });
    if (share - today).abs() <= SAME {
        return prose.text(", so efficiency holds as it is.").done();
    }
    let value = writer.value(lost).unwrap_or_default();
    prose
        .text(", so efficiency loses ")
        .span(writer.written(lost, writer.style.points(value)))
        .text(" a year.")
        .done()
}

/// Why another share for debt today moves the answer; `None` where there is no answer or no decline.
pub fn moves_with_today(writer: Writer<'_>) -> Option<Paragraph> {
    let writer = &writer;
    comparison(writer)?.standing_still.ok()?;
    let [today, lost] =
        [Input::Plan(PlanInput::Split(Category::Debt)), Input::AccrualPerYear].map(FigureId::Input);
    let points = writer.value(lost)?;
    let prose = writer.prose().text("The decline of ");
    let prose = prose.span(writer.written(lost, writer.style.points(points)));
    let prose = prose.text(" a year is read at today's share for debt, ").figure(today);
    Some(
        prose
            .text(
                ". The same decline in spite of a larger share means that more debt comes in, so \
                 raising today's share alone raises the answer. If efficiency would then lose less, \
                 enter the smaller decline too.",
            )
            .done(),
    )
}

/// What delivers most is seldom what stands still.
fn against_best_path(writer: &Writer<'_>, comparison: &Comparison) -> Option<Paragraph> {
    let path = comparison.best_path.as_ref()?;
    if path.outcome.difference_from_today < 0.0 {
        return None;
    }
    let stretches = stretches(&path.shares);
    let (first, last) = (stretches.first()?, stretches.last()?);
    let share = |quarter| plan(PlanFigure::BestPathShare(quarter));
    let over = months(writer, comparison.months);
    let prose = writer.prose().text(
        "Standing still is no aim in itself. Of shares set by quarter, those that deliver most over ",
    );
    let prose = prose.plain(over).text(" spend ").key(share(first.0)).text(" on debt ");
    Some(if stretches.len() == 1 {
        prose.text("in every quarter.").done()
    } else {
        let from: Prose<'_> = prose.text("at first and ").key(share(last.0)).text(" from ");
        from.plain(quarter(*writer, last.0)).text(" on.").done()
    })
}

fn no_answer(writer: &Writer<'_>, why: NotStanding) -> Paragraph {
    match why {
        NotStanding::NoAccrualEntered => Paragraph::of_text(
            "Enter first what efficiency loses a year if nothing changes. A decline nobody entered \
             counts as none, and then the answer would be today's share by definition.",
        ),
        NotStanding::NoPoints => Paragraph::of_text(
            "It takes what a year of capacity spent on debt buys. Enter the points it buys, or let \
             the case raise efficiency at a cost they can be derived from.",
        ),
        NotStanding::HasInterest => writer
            .prose()
            .text("No fixed share is right here: debt grows on itself by ")
            .input(Input::InterestRate)
            .text(
                " a year, so what holds efficiency depends on how much has piled up, and rises \
                 while it waits. The strategies and the best path answer instead.",
            )
            .done(),
    }
}
