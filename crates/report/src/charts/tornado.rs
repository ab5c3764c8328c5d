//! What moves the present value most: each input at both ends of its range, the others likely.

use groundwork_model::{
    figure::{Bound, FigureId, ReturnFigure},
    input::Input,
    sensitivity::{self, Basis, Tornado, TornadoInput},
};

use super::bars::{Bar, BarEnd, Bars};
use crate::{
    document::{FigureSpan, Paragraph, Row, Table, Writer},
    trace::{capitalized, moved_in_tornado},
};

/// Bars that are drawn; all of them are in the data.
const MOST_BARS: usize = 8;

/// The tornado of the case and what it says.
pub(super) fn tornado(writer: Writer<'_>) -> (Bars, Paragraph, Table) {
    let tornado = sensitivity::tornado(&writer.evaluation.case);
    let npv = writer.rounded(FigureId::Return(ReturnFigure::Npv));
    let more = tornado.bars.len().saturating_sub(MOST_BARS);
    let bars = Bars {
        middle: (tornado.npv, vec![["likely ", &npv.text].concat(), npv.text.clone()]),
        figure: npv.id,
        rows: tornado.bars.iter().take(MOST_BARS).map(|found| bar(writer, found)).collect(),
        below: (more > 0).then(|| {
            let more = f64::from(u32::try_from(more).unwrap_or(u32::MAX));
            ["and ", &writer.style.number(more, 0), " more in the data"].concat()
        }),
        is_outlined: tornado.basis == Basis::TenPercent,
    };
    (bars, description(writer, &tornado), data(writer, &tornado))
}

/// What the amounts count, and where the ends of the bars come from.
pub(super) fn unit(writer: Writer<'_>) -> String {
    let basis = sensitivity::tornado(&writer.evaluation.case).basis;
    let ends = match basis {
        Basis::Estimates => "lowest to highest of each estimate".to_owned(),
        Basis::TenPercent => ["each moved by ", &writer.style.percent(0.1), ", a rule"].concat(),
    };
    ["NPV, ", writer.style.currency.code.as_str(), "; ", &ends].concat()
}

fn bar(writer: Writer<'_>, bar: &sensitivity::Bar) -> Bar {
    let name = capitalized(&moved_in_tornado(writer, bar.input));
    let ends = Bound::ALL.map(|bound| BarEnd {
        written: value_at(writer, bar, bound),
        series: series(bound),
        value: bar.end(bound).npv,
        figure: writer.rounded(FigureId::Tornado(bar.input, bound)),
    });
    let [low, high] = &ends;
    let when = [&name, ", ", &low.written.text, " to ", &high.written.text].concat();
    Bar { name, when, ends }
}

const fn series(bound: Bound) -> &'static str {
    match bound {
        Bound::Low => "at the lowest",
        Bound::High => "at the highest",
    }
}

/// The value of the input at an end; asked, it explains what comes of it.
fn value_at(writer: Writer<'_>, bar: &sensitivity::Bar, bound: Bound) -> FigureSpan {
    let values = Bound::ALL.map(|bound| bar.end(bound).value);
    let text = match bar.input {
        TornadoInput::Input(input) => writer.values_apart(input.spec().bounds.unit, values),
        other => writer.values_apart(other.unit(), values),
    };
    let [low, high] = text;
    writer.written(
        FigureId::Tornado(bar.input, bound),
        match bound {
            Bound::Low => low,
            Bound::High => high,
        },
    )
}

fn description(writer: Writer<'_>, tornado: &Tornado) -> Paragraph {
    let prose = match tornado.basis {
        Basis::Estimates => writer.prose().text("Each estimate at its lowest and at its highest"),
        Basis::TenPercent => writer
            .prose()
            .text("Nothing is estimated yet, so each number is moved by the same ")
            .plain(writer.style.percent(0.1))
            .text(
                " down and up; that is a rule and says nothing of how sure each of them is. Each",
            ),
    };
    let adds_overrun = writer.value(FigureId::Input(Input::Slip)) > Some(0.0);
    let prose = prose
        .text(if adds_overrun {
            ", with the others likely and no overrun"
        } else {
            ", with the others likely"
        })
        .text(": what becomes of the net present value of ")
        .figure(FigureId::Return(ReturnFigure::Npv))
        .text(" over ")
        .input(Input::HorizonMonths)
        .text(".");
    let Some(widest) = tornado.bars.first().filter(|bar| bar.width() > 0.0) else {
        return prose.text(" None of them moves it.").done();
    };
    let [low, high] = Bound::ALL.map(|bound| {
        let value = value_at(writer, widest, bound).text;
        (value, writer.rounded(FigureId::Tornado(widest.input, bound)))
    });
    prose
        .text(" It moves most with ")
        .plain(moved_in_tornado(writer, widest.input))
        .text(": ")
        .span(low.1)
        .text(" at ")
        .plain(low.0)
        .text(", ")
        .span(high.1)
        .text(" at ")
        .plain(high.0)
        .text(".")
        .done()
}

/// Every bar, with the digits a table shows.
fn data(writer: Writer<'_>, tornado: &Tornado) -> Table {
    let row = |bar: &sensitivity::Bar| {
        let [low, high] = Bound::ALL.map(|bound| value_at(writer, bar, bound));
        let npv = Bound::ALL.map(|bound| writer.exact(FigureId::Tornado(bar.input, bound)));
        let [at_low, at_high] = npv;
        Row {
            heading: capitalized(&moved_in_tornado(writer, bar.input)),
            cells: vec![low, at_low, high, at_high],
        }
    };
    Table {
        title: super::ChartKind::Tornado.title(),
        columns: ["", "Lowest", "NPV at the lowest", "Highest", "NPV at the highest"]
            .map(Into::into)
            .to_vec(),
        rows: tornado.bars.iter().map(row).collect(),
    }
}
