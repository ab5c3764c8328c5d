//! Typed text brought to few characters: ASCII digits, one space, one apostrophe, one minus.

use super::style::{NumberStyle, is_direction_mark};

/// Zeros of scripts whose digits follow each other, and are read in every style.
const ZEROS: [u32; 5] = [0x0030, 0x0660, 0x06f0, 0x0966, 0xff10];

/// First of the full-width forms of ASCII, and the distance to what they stand for.
const FULL_WIDTH: std::ops::RangeInclusive<u32> = 0xff01..=0xff5e;
const FULL_WIDTH_OFFSET: u32 = 0xfee0;

/// `text` with every digit, space, apostrophe, minus, dash, ellipsis and percent sign in the one
/// form the parser reads. Everything else stays; marks nobody sees are dropped.
pub(super) fn normalized(text: &str, style: &NumberStyle) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| !is_invisible(c)) {
        match c {
            '…' | '⋯' => plain.push_str(".."),
            c => plain.push(normalized_char(c, style)),
        }
    }
    plain
}

/// One character in the form the parser reads.
pub(super) fn normalized_char(c: char, style: &NumberStyle) -> char {
    if let Some(digit) = digit_value(c, style) {
        return char::from_digit(digit, 10).unwrap_or(c);
    }
    match c {
        c if c.is_whitespace() => ' ',
        '’' | '‘' | 'ʼ' | '′' | '＇' => '\'',
        '\u{2212}' | '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{2012}'..='\u{2015}' => '–',
        '٪' => '%',
        '،' => ',',
        c if FULL_WIDTH.contains(&u32::from(c)) => {
            char::from_u32(u32::from(c) - FULL_WIDTH_OFFSET).unwrap_or(c)
        }
        c => c,
    }
}

fn digit_value(c: char, style: &NumberStyle) -> Option<u32> {
    let own = style.digits.iter().position(|&digit| digit == c);
    let known = || {
        let code = u32::from(c);
        ZEROS.iter().filter_map(|zero| code.checked_sub(*zero)).find(|&digit| digit < 10)
    };
    own.and_then(|digit| u32::try_from(digit).ok()).or_else(known)
}

fn is_invisible(c: char) -> bool {
    is_direction_mark(c)
        || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}
