//! An address as a QR code, for a phone that is pointed at the screen.

use std::fmt::Write as _;

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// Version of the largest code that phones read well off a screen: 89 modules a side, which hold some
/// 700 characters.
const LARGEST: u8 = 18;
/// Light modules around the code, without which it is not found.
const QUIET_ZONE: i32 = 4;

/// The QR code of an address, dark on light in every theme; `None` where it would be too fine to be
/// read.
pub fn qr_code(address: &str) -> Option<AnyView> {
    let code = code(address)?;
    let side = code.size() + 2 * QUIET_ZONE;
    Some(
        view! {
            <svg
                class="qr-code"
                viewBox=format!("0 0 {side} {side}")
                role="img"
                aria-label="QR code of the link"
                shape-rendering="crispEdges"
            >
                <path class="qr-code__paper" d=format!("M0 0h{side}v{side}H0z") />
                <path class="qr-code__ink" d=dark_modules(&code) />
            </svg>
        }
        .into_any(),
    )
}

/// The smallest code there is, with as much correction as fits into it.
fn code(address: &str) -> Option<QrCode> {
    let segments = QrSegment::make_segments(address);
    let (least, largest) = (QrCodeEcc::Low, Version::new(LARGEST));
    QrCode::encode_segments_advanced(&segments, least, Version::MIN, largest, None, true).ok()
}

/// Outlines of the dark modules, a rectangle for each run of them in a row.
fn dark_modules(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let width = i32::try_from(run).unwrap_or_default();
            if width > 0 {
                let (left, top) = (x + QUIET_ZONE, y + QUIET_ZONE);
                // Writing into a string does not fail.
                let _ = write!(path, "M{left} {top}h{width}v1h-{width}z");
            }
            x += width.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_up_to_some_700_characters_have_a_code() {
        let address = |length: usize| "x".repeat(length);
        assert!(code(&address(700)).is_some_and(|code| code.size() <= 89));
        assert!(code(&address(750)).is_none());
    }

    #[test]
    fn every_dark_module_is_drawn_once() {
        let Some(code) = code("https://example.org/#case=1.x.00000000") else {
            unreachable!("a short address has a code")
        };
        let modules = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = modules.filter(|(x, y)| code.get_module(*x, *y)).count();
        let path = dark_modules(&code);
        let drawn: usize = path
            .split('h')
            .skip(1)
            .filter_map(|part| part.split_once('v')?.0.parse::<usize>().ok())
            .sum();
        assert_eq!(drawn, dark);
    }
}
