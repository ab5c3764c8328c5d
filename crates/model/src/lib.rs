//! The model of Groundwork: what capacity, efficiency and debt mean in money and time.
//!
//! A [`Case`](case::Case) holds what was entered; [`evaluate`](evaluation::evaluate) turns it into an
//! [`Evaluation`](evaluation::Evaluation) with every figure; a [`FigureId`](figure::FigureId) names
//! each of them. Everything is a plain function of its inputs: nothing here knows a browser, a file
//! format or the time of day, and powers and logarithms come from `libm`, so a case gives the same
//! bits on every machine.
//!
//! Money is an `f64` in the currency of the case and is never rounded here. Efficiency, rates and
//! shares are fractions. Months count from 1; flows fall at the end of their month and are valued at
//! the start of month 1. Rates are nominal, before tax and yearly effective.

pub mod assumptions;
pub mod benefit;
mod bisection;
pub mod bounds;
pub mod calendar;
pub mod capacity;
pub mod case;
pub mod cash_flows;
pub mod correlation;
pub mod cost;
pub mod efficiency;
pub mod estimate;
pub mod estimating;
pub mod evaluation;
pub mod figure;
pub mod finance;
pub mod headline;
pub mod input;
pub mod investment;
pub mod note;
pub mod outside;
pub mod plan;
pub mod returns;
pub mod sensitivity;
pub mod simulation;
pub mod solve;
pub mod split;
pub mod strategy;
pub mod thresholds;
pub mod timeline;
pub mod units;
