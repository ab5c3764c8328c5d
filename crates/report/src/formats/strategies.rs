//! Strategies side by side as JSON: what the JavaScript API gives and the golden files hold.

use groundwork_model::{
    evaluation::Evaluation,
    split::Category,
    strategy::{Basis, BestPath, Comparison, Line, LineKind, NotStanding, Outcome, Unavailable},
};
use serde_json::{Map, Value, json};

/// What the strategies of an evaluation come to; `null` where they were not compared.
///
/// `lines` holds, in the order of the comparison, `kind` with what each line comes to, or `kind` with
/// `unavailable`. Beside it stand `months`, `basis`, `standing_still` and `best_path`, which are those
/// of all lines.
pub fn strategies(evaluation: &Evaluation) -> Value {
    let Some(comparison) = evaluation.comparison.as_deref() else {
        return Value::Null;
    };
    let Comparison { months, basis, lines, best_path, .. } = comparison;
    let lines: Vec<Value> = lines.iter().map(|each| line(evaluation, each)).collect();
    json!({
        "months": months,
        "basis": basis_of(basis),
        "lines": lines,
        "standing_still": standing_still(comparison),
        "best_path": best_path.as_ref().map(path),
    })
}

fn line(evaluation: &Evaluation, line: &Line) -> Value {
    let mut entries = Map::new();
    let mut put = |key: &str, value: Value| {
        entries.insert(key.to_owned(), value);
    };
    put("kind", json!(kind(evaluation, line.kind)));
    if let LineKind::Strategy(at) = line.kind {
        let id = evaluation.case.strategies().get(at).map(|strategy| strategy.id.as_str());
        put("id", json!(id));
    }
    match &line.outcome {
        Ok(Outcome {
            delivered,
            ahead: _,
            efficiency,
            debt_share: _,
            feature_share: _,
            ending_efficiency,
            bought_outside,
            difference_from_today,
            crosses_today_at,
            never_below,
        }) => {
            put("delivered", json!(delivered));
            put("efficiency", json!(efficiency));
            put("ending_efficiency", json!(ending_efficiency));
            put("bought_outside", json!(bought_outside));
            put("difference_from_today", json!(difference_from_today));
            put("crosses_today_at", json!(crosses_today_at));
            put("never_below", json!(never_below));
        }
        Err(Unavailable::NoPoints) => put("unavailable", json!("no_points_per_capacity_year")),
        Err(Unavailable::NotEntered(inputs)) => {
            let paths: Vec<&str> = inputs.iter().map(|input| input.spec().path).collect();
            put("unavailable", json!("not_entered"));
            put("missing", json!(paths));
        }
    }
    if let Some(share) = line.cut {
        put("cut_from", json!(share));
    }
    Value::Object(entries)
}

/// Name of a line in results.
fn kind(evaluation: &Evaluation, line: LineKind) -> &'static str {
    match line {
        LineKind::AsToday => "as_today",
        LineKind::AsPlanned => "as_planned",
        LineKind::Strategy(at) => {
            evaluation.case.strategies().get(at).map_or("unknown", |strategy| strategy.kind.key())
        }
    }
}

fn basis_of(basis: &Basis) -> Value {
    let share = |of: &Category| (of.key().to_owned(), json!(basis.split.share(*of)));
    let split: Map<String, Value> = Category::ALL.iter().map(share).collect();
    json!({
        "split": split,
        "split_entered": basis.is_split_entered,
        "points_per_capacity_year": basis.points_per_capacity_year,
        "points_of_this_work": basis.points_of_this_work,
        "points_entered": basis.are_points_entered,
        "best_efficiency": basis.best_efficiency,
        "best_entered": basis.is_best_entered,
        "accrual_without_debt_work": basis.accrual_without_debt_work,
        "accrual_entered": basis.is_accrual_entered,
    })
}

fn standing_still(comparison: &Comparison) -> Value {
    match comparison.standing_still {
        Ok(share) => json!({ "share": share }),
        Err(why) => json!({ "share": null, "unavailable": match why {
            NotStanding::NoAccrualEntered => "no_accrual_entered",
            NotStanding::NoPoints => "no_points_per_capacity_year",
            NotStanding::HasInterest => "has_interest",
        } }),
    }
}

fn path(path: &BestPath) -> Value {
    json!({
        "shares": path.shares,
        "delivered": path.delivered,
        "difference_from_today": path.outcome.difference_from_today,
        "bound": path.bound,
    })
}
