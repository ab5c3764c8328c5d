//! No text, however odd, panics or gives a number that is none.

use groundwork_report::wording::{Kind, NumberStyle, ParseError, Typed, parse};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::samples::styles;

const KINDS: [Kind; 4] = [Kind::Money, Kind::Share, Kind::Number, Kind::Whole];

/// Pieces of valid figures, which put together badly come closest to breaking a parser.
const PIECES: [&str; 54] = [
    "1", "80", "234", "0", ".", ",", "..", "…", "-", "−", "–", "(", ")", "+", "%", "٪", "$", "€",
    "kr", "kr.", "Fr.", "USD", "eur", "ج.م.", "￥", "R$", "k", "M", "bn", "Mio.", "±", "+/-", "/",
    ";", "between ", " and ", "from ", "~", "e", "E5", "e-3", " ", "\u{a0}", "\u{202f}", "'", "’",
    "_", "٫", "٬", "١", "８", " to ", "\u{200f}", "ß",
];

fn is_sound(value: Typed) -> bool {
    match value {
        Typed::One(value) => value.is_finite(),
        Typed::Range { low, likely, high } => {
            low.is_finite()
                && likely.is_finite()
                && high.is_finite()
                && low.min(high) <= high.max(low)
        }
    }
}

fn check_all(text: &str, style: &NumberStyle) -> Result<(), TestCaseError> {
    for kind in KINDS {
        match parse(text, kind, style) {
            Ok(reading) => prop_assert!(is_sound(reading.value), "{text:?}: {reading:?}"),
            Err(error) => {
                let message = error.to_string();
                prop_assert!(message.chars().count() < 200, "{message}");
            }
        }
    }
    Ok(())
}

#[test]
fn very_long_text_is_refused_unread() {
    let style = NumberStyle::default();
    let long = "1,".repeat(1_000_000);
    assert_eq!(parse(&long, Kind::Money, &style), Err(ParseError::TooLong));
    let spaces = " ".repeat(1_000_000);
    assert!(matches!(parse(&spaces, Kind::Money, &style), Err(ParseError::Empty { .. })));
    let padded = format!("{spaces}5{spaces}");
    assert!(parse(&padded, Kind::Money, &style).is_ok());
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        for style in styles() {
            check_all(&text, &style)?;
        }
    }

    #[test]
    fn mangled_figures_are_read_or_refused(pieces in vec(select(&PIECES[..]), 1..12)) {
        let text = pieces.concat();
        for style in styles() {
            check_all(&text, &style)?;
        }
    }

    #[test]
    fn a_figure_with_one_wrong_character_is_read_or_refused(
        value in -1e9..1e9_f64, at in 0_usize..12, wrong in any::<char>()
    ) {
        for style in styles() {
            let text = style.editable_money(value);
            let mangled: String = text
                .chars()
                .enumerate()
                .map(|(place, c)| if place == at { wrong } else { c })
                .collect();
            check_all(&mangled, &style)?;
        }
    }

    #[test]
    fn odd_styles_do_not_panic_either(
        digits in any::<[char; 10]>(), decimal in any::<char>(), group in any::<char>(),
        sign in ".{0,3}", pieces in vec(select(&PIECES[..]), 1..8), value in any::<f64>()
    ) {
        let mut style = NumberStyle { digits, decimal, group, ..NumberStyle::default() };
        style.currency.sign.text.clone_from(&sign);
        style.percent.text = sign;
        check_all(&pieces.concat(), &style)?;
        check_all(&style.editable_money(value), &style)?;
    }
}
