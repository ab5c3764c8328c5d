//! The finance functions against published cases, each with its source and its convention.

use groundwork_model::{
    cash_flows::{CashFlows, FirstFlow},
    finance::{
        IrrError, internal_rate_of_return, modified_internal_rate_of_return, net_present_value,
        payback_period, profitability_index,
    },
};

use crate::support::rounds_to;

fn now(amounts: &[f64]) -> CashFlows {
    CashFlows::new(amounts.to_vec(), FirstFlow::Now)
}

/// `numpy_financial.npv`, whose first flow falls now, and a spreadsheet's `NPV()`, whose first flow
/// falls after one period.
#[test]
fn net_present_value_by_either_convention() {
    let amounts = [-40_000.0, 5_000.0, 8_000.0, 12_000.0, 30_000.0];
    rounds_to(net_present_value(&now(&amounts), 0.08), "3065.222668");
    let later = CashFlows::new(amounts.to_vec(), FirstFlow::AfterOnePeriod);
    rounds_to(net_present_value(&later, 0.08), "2838.169137");
}

/// The examples in the documentation and the tests of `numpy_financial.irr`.
#[test]
fn internal_rates_of_return() {
    let cases: [(&[f64], &str); 4] = [
        (&[-250e3, 100e3, 150e3, 200e3, 250e3, 300e3], "0.5672303344"),
        (&[-100.0, 39.0, 59.0, 55.0, 20.0], "0.2809484212"),
        (&[-100.0, 0.0, 0.0, 74.0], "-0.0954958303"),
        (&[-40e3, 5e3, 8e3, 12e3, 30e3], "0.1058225984"),
    ];
    for (amounts, rate) in cases {
        rounds_to(internal_rate_of_return(&now(amounts)).ok(), rate);
    }
}

#[test]
fn rates_that_do_not_exist_say_why() {
    let cases: [(&[f64], IrrError); 5] = [
        (&[-1.0, -2.0, -3.0], IrrError::NoSignChange),
        (&[], IrrError::NoSignChange),
        // 10 % and 20 % both bring it to zero.
        (&[-100.0, 230.0, -132.0], IrrError::SeveralSignChanges { sign_changes: 2 }),
        (&[100.0, -110.0], IrrError::ReceivesBeforeItSpends),
        (&[-1.0, 100.0], IrrError::OutsideSearchedRange),
    ];
    for (amounts, error) in cases {
        assert_eq!(internal_rate_of_return(&now(amounts)), Err(error), "{amounts:?}");
    }
}

/// The examples in the documentation and the tests of `numpy_financial.mirr`.
#[test]
fn modified_internal_rates_of_return() {
    let cases: [(&[f64], f64, f64, &str); 2] = [
        (&[-120e3, 39e3, 30e3, 21e3, 37e3, 46e3], 0.10, 0.12, "0.1260941304"),
        (&[100.0, 200.0, -50.0, 300.0, -200.0], 0.05, 0.06, "0.3428"),
    ];
    for (amounts, finance, reinvestment, rate) in cases {
        let found = modified_internal_rate_of_return(&now(amounts), finance, reinvestment);
        rounds_to(found.ok(), rate);
    }
}

#[test]
fn payback_present_value_and_index_of_a_textbook_project() {
    let flows = now(&[-1_000.0, 500.0, 400.0, 300.0, 100.0]);
    rounds_to(payback_period(&flows), "2.3333");
    rounds_to(payback_period(&flows.discounted(0.10)), "2.9533");
    let npv = net_present_value(&flows, 0.10);
    rounds_to(npv, "78.8197527");
    rounds_to(profitability_index(npv, 1_000.0), "1.0788197527");
}

#[test]
fn payback_is_the_end_of_the_last_stretch_in_the_red() {
    assert_eq!(payback_period(&now(&[10.0, 20.0])), Some(0.0));
    assert_eq!(payback_period(&now(&[-10.0, 5.0])), None);
    // Back once after period 1, in the red again by a late cost, back for good in period 4.
    assert_eq!(payback_period(&now(&[-10.0, 20.0, -20.0, 5.0, 10.0])), Some(3.5));
    let later = CashFlows::new(vec![-10.0, 20.0], FirstFlow::AfterOnePeriod);
    assert_eq!(payback_period(&later), Some(1.5));
}

#[test]
fn a_total_that_is_only_rounding_counts_as_zero() {
    let tenth = now(&[-0.3, 0.1, 0.1, 0.1]);
    assert_ne!(tenth.total(), 0.0);
    assert_eq!(payback_period(&tenth), Some(3.0));
    assert_eq!(internal_rate_of_return(&tenth), Ok(0.0));
}
