//! What a case rests on, where everything that is compared was estimated.

use groundwork_model::{
    figure::{Bound, FigureId},
    sensitivity::{TornadoInput, rests_on},
};

use crate::{
    document::{Paragraph, Writer},
    trace::moved_in_tornado,
};

/// The inputs the present value rests on, the most important first, with what becomes of it at both
/// ends of each; `None` where an input that should be compared has no estimate.
pub fn what_it_rests_on(writer: Writer<'_>) -> Option<Paragraph> {
    let inputs = rests_on(&writer.evaluation.case)?;
    let mut prose = writer.prose().text("It rests on ");
    let last = inputs.len().saturating_sub(1);
    for (position, input) in inputs.into_iter().enumerate() {
        let moved = TornadoInput::Input(input);
        let npv = Bound::ALL.map(|bound| FigureId::Tornado(moved, bound));
        let [low, high] = writer.amounts_apart(npv);
        prose = prose
            .text(match position {
                0 => "",
                _ if position == last => " and on ",
                _ => ", ",
            })
            .plain(moved_in_tornado(writer, moved))
            .text(" (")
            .key_span(low)
            .text(" at its lowest, ")
            .key_span(high)
            .text(" at its highest)");
    }
    Some(
        prose
            .text(": the net present value moves with them more than with all others together.")
            .done(),
    )
}
