//! Figures, dates and durations as people read and type them.
//!
//! One [`NumberStyle`] holds how a person's locale writes numbers. Everything that formats is a
//! method of it; [`parse`] reads typed text with the same style, so what a field shows is always
//! what it understands. Rounding happens here and nowhere else.
//!
//! ```
//! use groundwork_report::wording::{Kind, NumberStyle, Typed, parse};
//!
//! let style = NumberStyle::for_locale("en-US", "USD");
//! assert_eq!(style.short_money(2_000_000.0), "$2.0M");
//! assert_eq!(style.percent(0.7), "70%");
//! assert_eq!(parse("200k", Kind::Money, &style)?.value, Typed::One(200_000.0));
//! # Ok::<(), groundwork_report::wording::ParseError>(())
//! ```

mod about;
mod chance;
mod currencies;
mod currency_names;
mod dates;
mod decimal;
mod durations;
mod editable;
mod fraction;
mod intl;
mod limits;
mod listed;
mod locales;
mod money;
mod month_text;
mod nearest;
mod neighbors;
mod normalize;
mod numerals;
mod parse;
mod parse_error;
mod part;
mod range;
mod reader;
mod scale;
mod separators;
mod share;
mod steps;
mod style;
mod tolerance;
mod units;

pub use currency_names::{COMMON_CURRENCIES, CurrencyError, currency_code};
pub use dates::{month_name, month_short, month_word, period};
pub use durations::plural;
pub use intl::{IntlPart, IntlParts};
pub use limits::Side;
pub use month_text::{MonthError, parse_month};
pub use neighbors::{Compared, PartsAndTotal};
pub use parse::{Kind, MAX_TYPED_CHARS, Reading, Typed, parse};
pub use parse_error::ParseError;
pub use steps::{Step, stepped};
pub use style::{Currency, Grouping, NumberStyle, Placement, Sign};
