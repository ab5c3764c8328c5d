//! How much of the present value is cash, and what the three tags mean.

use groundwork_model::{
    benefit::Tag,
    figure::{FigureId, OutsideFigure, ReturnFigure, TagFigure},
    input::Input,
};

use crate::document::{Paragraph, Writer};

/// What the net present value is made of, and what cash, capacity and risk mean.
pub fn by_tag(writer: Writer<'_>) -> Paragraph {
    let writer = &writer;
    let [cash, capacity, risk] =
        [Tag::Cash, Tag::Capacity, Tag::Risk].map(|tag| FigureId::ByTag(tag, TagFigure::Net));
    let npv = FigureId::Return(ReturnFigure::Npv);
    let value = |id| writer.value(id).unwrap_or_default();
    let shown = writer.style.short_money_parts(&[cash, capacity, risk].map(value), value(npv));
    let mut texts = shown.parts.into_iter();
    let mut part = |id| writer.written(id, texts.next().unwrap_or_default());
    let (cash, capacity, risk) = (part(cash), part(capacity), part(risk));
    let bought = FigureId::Outside(OutsideFigure::BoughtOutside);
    writer
        .prose()
        .text("Over ")
        .input(Input::HorizonMonths)
        .text(" the net present value of ")
        .span(writer.written(npv, shown.total))
        .text(" is ")
        .key_span(cash)
        .text(" of cash, ")
        .key_span(capacity)
        .text(" of capacity and ")
        .key_span(risk)
        .text(" of risk. Cash enters or leaves the bank account; capacity is hours of people who ")
        .text("are paid anyway, and freed hours are capacity, not cash, until someone decides ")
        .text("what to do with them; risk is losses that become less likely.")
        .when(value(bought) > 0.0, |prose| {
            prose
                .text(" The work counts as capacity here, though ")
                .key(bought)
                .text(" of it must be bought outside and will be cash.")
        })
        .done()
}
