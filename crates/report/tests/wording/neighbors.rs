//! Figures near each other do not contradict by rounding.

use groundwork_report::wording::{Compared, NumberStyle, PartsAndTotal};
use proptest::{collection::vec, prelude::*};

fn money(amounts: &[f64]) -> Vec<String> {
    NumberStyle::default().short_money_group(amounts)
}

fn money_parts(parts: &[f64]) -> PartsAndTotal {
    NumberStyle::default().short_money_parts(parts, parts.iter().sum())
}

fn pair(compared: &Compared) -> (&str, &str) {
    (&compared.value, &compared.limit)
}

#[test]
fn amounts_that_differ_read_differently() {
    assert_eq!(money(&[2_000_000.0, 600_000.0]), ["$2.0M", "$600k"]);
    assert_eq!(money(&[2_000_000.0, 2_040_000.0, 339_400.0]), ["$2.00M", "$2.04M", "$339k"]);
    assert_eq!(money(&[999_600.0, 1_000_000.0]), ["$999.6k", "$1.00M"]);
    assert_eq!(money(&[200_000.4, 200_000.0]), ["$200.0004k", "$200.0000k"]);
    assert_eq!(money(&[0.001, 0.0]), ["$0.001", "$0"]);
    assert_eq!(money(&[-200_400.0, -200_000.0]), ["−$200.4k", "−$200.0k"]);
    assert_eq!(money(&[339.4, 339.0]), ["$339.40", "$339.00"]);
    assert_eq!(money(&[]), Vec::<String>::new());
}

#[test]
fn equal_amounts_read_equal_despite_binary_dust() {
    assert_eq!(money(&[0.3, 0.1 + 0.2]), ["$0.30", "$0.30"]);
    assert_eq!(money(&[600_000.0, 2_000_000.0 * (1.0 - 0.7)]), ["$600k", "$600k"]);
}

#[test]
fn parts_add_up_to_the_total_as_it_reads() {
    let shown = money_parts(&[600_000.0, 1_400_000.0]);
    assert_eq!((shown.parts.join(" + "), shown.total.as_str()), ("$600k + $1.4M".into(), "$2.0M"));
    let shown = money_parts(&[1_440_000.0, 1_440_000.0]);
    assert_eq!(
        (shown.parts.join(" + "), shown.total.as_str()),
        ("$1.44M + $1.44M".into(), "$2.88M")
    );
    let shown = money_parts(&[200_400.0, 200_400.0, 200_400.0]);
    assert_eq!(shown.parts[0], "$200.4k");
    assert_eq!(shown.total, "$601.2k");
    let shown = money_parts(&[360_000.0, -200_000.0]);
    assert_eq!((shown.parts.join(" "), shown.total.as_str()), ("$360k −$200k".into(), "$160k"));
}

#[test]
fn parts_take_one_more_digit_at_most() {
    let third = 250_000.0 / 3.0;
    let shown = money_parts(&[third, third, third]);
    assert_eq!(
        (shown.parts.join(" "), shown.total.as_str()),
        ("$83.3k $83.3k $83.3k".into(), "$250k")
    );
    assert!(shown.adds_up);
    let shown = money_parts(&[third, third]);
    assert!(!shown.adds_up);
    // One digit more does not help either: $338.7k and $132.7k are not $471.5k.
    assert!(!money_parts(&[338_733.72, 132_737.72]).adds_up);
    assert_eq!((shown.parts.join(" "), shown.total.as_str()), ("$83k $83k".into(), "$167k"));
    let shown = money_parts(&[third, third + 0.01, -500_000.0 / 3.0]);
    assert_eq!(
        (shown.parts.join(" "), shown.total.as_str()),
        ("$83.3k $83.3k −$167k".into(), "$0.01")
    );
}

#[test]
fn parts_of_something_else_are_only_told_apart() {
    let shown = NumberStyle::default().short_money_parts(&[1_000.0, 2_000.0], 9_000.0);
    assert_eq!((shown.parts.join(" "), shown.total.as_str()), ("$1.0k $2.0k".into(), "$9.0k"));
}

#[test]
fn shares_add_up_too() {
    let shown = NumberStyle::default().percent_parts(&[0.345, 0.455, 0.2], 1.0);
    assert_eq!(shown.parts, ["34.5%", "45.5%", "20%"]);
    assert_eq!(shown.total, "100%");
    let shown = NumberStyle::default().percent_parts(&[0.5, 0.3, 0.15, 0.05], 1.0);
    assert_eq!(shown.parts, ["50%", "30%", "15%", "5%"]);
}

#[test]
fn above_a_limit_never_reads_as_the_limit() {
    let style = NumberStyle::default();
    assert_eq!(pair(&style.percent_against(0.851, 0.85)), ("85.1%", "85%"));
    assert_eq!(pair(&style.percent_against(0.849_6, 0.85)), ("84.96%", "85%"));
    assert_eq!(pair(&style.percent_against(0.9, 0.85)), ("90%", "85%"));
    assert_eq!(pair(&style.percent_against(0.85, 0.85)), ("85%", "85%"));
    assert_eq!(pair(&style.percent_against(0.957, 0.955)), ("95.7%", "95.5%"));
    assert_eq!(pair(&style.percent_against(0.000_4, 0.0)), ("0.04%", "0%"));
    assert_eq!(pair(&style.short_money_against(200_400.0, 200_000.0)), ("$200.4k", "$200k"));
    assert_eq!(pair(&style.short_money_against(-1.0, 0.0)), ("−$1", "$0"));
}

/// Values close enough to each other to collide when rounded.
fn crowded() -> impl Strategy<Value = Vec<f64>> {
    let near = (1.0..1e9_f64).prop_flat_map(|base| vec(base * 0.999..base * 1.001, 2..6));
    prop_oneof![near, vec(-1e4..1e4_f64, 0..6), vec(any::<f64>(), 0..4)]
}

proptest! {
    #[test]
    fn two_different_values_never_read_alike(values in crowded()) {
        let style = NumberStyle::default();
        let (money, shares) = (style.short_money_group(&values), style.percent_group(&values));
        for (a, first) in values.iter().enumerate() {
            for (b, second) in values.iter().enumerate() {
                let gap = (first - second).abs();
                if gap.is_finite() && gap > 1e-13 * first.abs() {
                    prop_assert_ne!(&money[a], &money[b]);
                    prop_assert_ne!(&shares[a], &shares[b]);
                }
            }
        }
    }

    #[test]
    fn order_against_a_limit_can_be_read(limit in 0.01..2.0_f64, gap in -1e-3..1e-3_f64) {
        let share = limit + gap;
        let shown = NumberStyle::default().percent_against(share, limit);
        let read = |text: &str| text.trim_end_matches('%').parse::<f64>().expect("a percent");
        let order = read(&shown.value).partial_cmp(&read(&shown.limit));
        prop_assert!(gap.abs() < 1e-12 || order == share.partial_cmp(&limit), "{shown:?}");
    }

    #[test]
    fn shares_of_a_whole_sum_to_it_as_shown(cuts in vec(0.01..1.0_f64, 2..6)) {
        let sum: f64 = cuts.iter().sum();
        let shares: Vec<f64> = cuts.iter().map(|cut| cut / sum).collect();
        let shown = NumberStyle::default().percent_parts(&shares, 1.0);
        let read = |text: &String| text.trim_end_matches('%').parse::<f64>().expect("a percent");
        let total: f64 = shown.parts.iter().map(read).sum();
        prop_assert!((total - 100.0).abs() < 0.501, "{shown:?}");
        prop_assert_eq!(shown.total, "100%");
    }
}
