//! What must hold for every file.

use std::collections::BTreeMap;

use groundwork_cases::{
    case_file::CaseFile,
    difference::{Said, differences},
    draft::Draft,
    envelope::{Envelope, Revision, Timestamp},
    library::{Library, case_key},
    memory_store::MemoryStore,
    plan::SplitAt,
    problem::ProblemKind,
    store::KeyValueStore,
    text_field::TextField,
};
use groundwork_model::{
    benefit::BenefitKind,
    bounds::Bounds,
    estimate::Estimate,
    evaluation::evaluate,
    input::{BenefitInput, CostInput, Input},
    investment::PaidFrom,
    plan::{InitiativeInput, PlanInput, StrategyKind},
    split::{Category, Split},
};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::Value;

use crate::support::{EVERYTHING, PARTLY_WRONG, PLAN, PLAN_WRONG, SEED, UNKNOWN_FIELDS};

/// A value within bounds: the lowest, the highest, a small one or any.
fn within(bounds: Bounds) -> impl Strategy<Value = f64> {
    let any = prop_oneof![
        Just(bounds.min),
        Just(bounds.max),
        bounds.min..=bounds.max,
        bounds.min..=bounds.max.min(1_000.0),
    ];
    any.prop_map(move |value| {
        let value = if bounds.whole { value.round() } else { value };
        if bounds.contains(value) { value } else { bounds.max }
    })
}

/// An estimate the input takes: one figure, or a range where it takes one.
fn entry(input: Input) -> impl Strategy<Value = Estimate> {
    let spec = input.spec();
    (vec(within(spec.bounds), 3), any::<bool>()).prop_map(move |(mut values, is_range)| {
        values.sort_by(f64::total_cmp);
        let [low, likely, high] = values[..] else { unreachable!() };
        if is_range && spec.takes_estimate {
            Estimate::range(low, likely, high).unwrap()
        } else {
            Estimate::exact(likely).unwrap()
        }
    })
}

/// Every input of a file with two cost lines and a benefit line of every kind.
fn all_inputs() -> Vec<Input> {
    let costs = (0..2).flat_map(|line| CostInput::ALL.map(|input| Input::Cost(line, input)));
    let benefits = BenefitKind::ALL.into_iter().enumerate().flat_map(|(line, kind)| {
        let common = [BenefitInput::Confidence, BenefitInput::LagMonths];
        common
            .into_iter()
            .chain(kind.inputs().iter().copied())
            .map(move |input| Input::Benefit(line, input))
    });
    let strategies = StrategyKind::ALL.into_iter().enumerate().flat_map(|(line, kind)| {
        kind.inputs().iter().map(move |input| PlanInput::Strategy(line, *input))
    });
    let quarters =
        (0..2).flat_map(|line| Category::ALL.map(|category| PlanInput::Quarter(line, category)));
    let initiatives = (0..2).flat_map(|line| {
        [InitiativeInput::Quarter, InitiativeInput::Share]
            .map(|input| PlanInput::Initiative(line, input))
    });
    let plan = PlanInput::SINGLE.into_iter().chain(strategies).chain(quarters).chain(initiatives);
    let plan = plan.map(Input::Plan);
    Input::SINGLE.into_iter().chain(costs).chain(benefits).chain(plan).collect()
}

/// Some splits of today and of the quarters.
fn splits() -> impl Strategy<Value = Vec<(SplitAt, Option<Split>)>> {
    let at = select(vec![SplitAt::Today, SplitAt::Quarter(0), SplitAt::Quarter(1)]);
    let moved = (select(Category::ALL.to_vec()), 0.0..1.0_f64);
    let split = vec(moved, 0..4).prop_map(|moved| {
        moved
            .into_iter()
            .try_fold(Split::DEFAULT, |split, (category, share)| split.with(category, share))
            .ok()
    });
    vec((at, split), 0..4)
}

/// Some inputs, each with a number it takes.
pub(crate) fn entries() -> impl Strategy<Value = Vec<(Input, Estimate)>> {
    let one = select(all_inputs()).prop_flat_map(|input| (Just(input), entry(input)));
    vec(one, 0..60)
}

pub(crate) fn file_with(entries: &[(Input, Estimate)], title: &str) -> CaseFile {
    let mut file = CaseFile::new("2026-01".parse().unwrap());
    for _ in 0..2 {
        file.add_cost();
    }
    for kind in BenefitKind::ALL {
        file.add_benefit(kind);
    }
    for line in (0..file.strategies().len()).rev() {
        file = without_strategy(file, line);
    }
    for kind in StrategyKind::ALL {
        file.add_strategy(kind);
    }
    for _ in 0..2 {
        file.add_quarter();
        file.add_initiative();
    }
    file.set_paid_from(Some(PaidFrom::Money));
    // Not every text can be a title; what cannot is refused.
    let _ = file.set_title(title);
    let _ = file.set_text(TextField::Note(Input::Dip), title);
    let _ = file.set_text(TextField::InitiativeTitle(1), title);
    for (input, estimate) in entries {
        file.set_number(*input, Some(*estimate)).unwrap();
    }
    file
}

fn without_strategy(file: CaseFile, line: usize) -> CaseFile {
    let mut draft = Draft::new(file);
    draft.remove_strategy(line);
    draft.file().clone()
}

/// Any JSON, three levels deep.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let names = prop_oneof![
            select(vec!["low", "likely", "high", "id", "kind", "__proto__", "now"])
                .prop_map(str::to_owned),
            any::<String>(),
        ];
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((names, inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Every place in a JSON text, as pointers.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    let escape = |name: &str| name.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                pointers(value, &format!("{at}/{}", escape(name)), found);
            }
        }
        Value::Array(items) => {
            for (position, value) in items.iter().enumerate() {
                pointers(value, &format!("{at}/{position}"), found);
            }
        }
        _ => (),
    }
}

/// A good file in which one part was replaced by anything.
pub(crate) fn mangled() -> impl Strategy<Value = String> {
    let texts = select(vec![SEED, EVERYTHING, UNKNOWN_FIELDS, PARTLY_WRONG, PLAN, PLAN_WRONG]);
    (texts, any::<prop::sample::Index>(), any_json()).prop_map(|(text, index, replacement)| {
        let mut file: Value = serde_json::from_str(text).unwrap();
        let mut found = Vec::new();
        pointers(&file, "", &mut found);
        *file.pointer_mut(index.get(&found)).unwrap() = replacement;
        file.to_string()
    })
}

/// Whatever can be asked of a file.
fn ask_everything(file: &CaseFile) {
    let _ = (file.title(), file.currency(), file.start(), file.paid_from());
    let _ = file.readable().problems.to_string();
    for path in file.unused() {
        let _ = file.input_at(&path);
    }
    for input in all_inputs() {
        let _ = (file.number(input), file.is_entered(input), file.source(input));
    }
}

/// What two files say differently, by path, so that both directions can be compared.
fn told(mine: &CaseFile, theirs: &CaseFile) -> Vec<(String, Said, Said)> {
    let mut told: Vec<_> = differences(mine, theirs)
        .into_iter()
        .map(|difference| (difference.path, difference.mine, difference.theirs))
        .collect();
    told.sort_by(|one, other| one.0.cmp(&other.0));
    told
}

fn told_the_other_way(mine: &CaseFile, theirs: &CaseFile) -> Vec<(String, Said, Said)> {
    told(theirs, mine).into_iter().map(|(path, theirs, mine)| (path, mine, theirs)).collect()
}

proptest! {
    #[test]
    fn files_differ_where_they_are_not_the_same(
        entries in entries(),
        more in prop_oneof![Just(Vec::new()), entries()],
        title in prop_oneof![Just("Name".to_owned()), any::<String>()],
    ) {
        let mine = file_with(&entries, "Name");
        let theirs = file_with(&[entries, more].concat(), &title);
        let is_same = mine.encode() == theirs.encode();
        prop_assert_eq!(told(&mine, &theirs).is_empty(), is_same);
        prop_assert_eq!(told(&mine, &theirs), told_the_other_way(&mine, &theirs));
        prop_assert_eq!(told(&mine, &mine), []);
    }

    #[test]
    fn files_of_any_origin_differ_alike_both_ways(mine in mangled(), theirs in mangled()) {
        let (Ok(mine), Ok(theirs)) = (CaseFile::decode(&mine), CaseFile::decode(&theirs)) else {
            return Ok(());
        };
        prop_assert_eq!(told(&mine, &mine), []);
        prop_assert_eq!(told(&mine, &theirs), told_the_other_way(&mine, &theirs));
    }

    #[test]
    fn every_number_survives_writing_and_reading(entries in entries(), title in any::<String>()) {
        let file = file_with(&entries, &title);
        let read = CaseFile::decode(&file.encode()).unwrap();
        prop_assert_eq!(&read, &file);
        prop_assert_eq!(&CaseFile::decode(&file.encode_pretty()).unwrap(), &file);
        let last: BTreeMap<Input, Estimate> = entries.into_iter().collect();
        for (input, estimate) in last {
            prop_assert_eq!(read.estimate(input), Some(estimate));
            prop_assert!(read.is_entered(input));
            prop_assert_eq!(read.input_at(&read.path(input)), Some(input));
        }
    }

    #[test]
    fn what_is_entered_in_the_file_is_entered_in_the_case(mut entries in entries()) {
        let is_of_team = |input| {
            matches!(input, Input::Engineers | Input::Salary | Input::LoadedMultiplier)
        };
        entries.retain(|(input, _)| !is_of_team(*input));
        let mut file = file_with(&entries, "");
        let required = all_inputs().into_iter().filter(|input| {
            input.is_required() || *input == Input::AnnualCost
                || (matches!(input, Input::Benefit(..)) && input.spec().default.is_none())
        });
        for input in required.filter(|input| file.number(*input).is_none()).collect::<Vec<_>>() {
            file.set_number(input, Some(Estimate::exact(input.spec().bounds.max).unwrap())).unwrap();
        }
        let case = file.readable().case.unwrap();
        for input in case.inputs() {
            let wanted = file.estimate(input).filter(|_| file.is_entered(input));
            prop_assert_eq!(case.entered(input), wanted);
            prop_assert_eq!(case.path(input), file.path(input));
        }
        for input in case.plan_inputs() {
            let is_share = matches!(
                input,
                Input::Plan(PlanInput::Split(_) | PlanInput::Quarter(..))
            );
            // A split that is not whole is handed on as nothing.
            let wanted = file.estimate(input);
            prop_assert!(case.entered(input) == wanted || (is_share && case.entered(input).is_none()));
            prop_assert_eq!(case.path(input), file.path(input));
        }
        prop_assert_eq!(case.split(), file.split(SplitAt::Today));
    }

    #[test]
    fn splits_survive_writing_and_reading(splits in splits()) {
        let mut draft = Draft::new(file_with(&[], ""));
        let mut last = BTreeMap::new();
        for (at, split) in splits {
            draft.set_split(at, split);
            last.insert(at.path(), (at, split));
        }
        let read = CaseFile::decode(&draft.file().encode()).unwrap();
        prop_assert_eq!(&read, draft.file());
        for (at, split) in last.into_values() {
            prop_assert_eq!(read.split(at), split);
        }
        prop_assert!(read.readable().problems.0.iter().all(|problem| problem.kind == ProblemKind::Missing));
    }

    #[test]
    fn a_plan_of_any_origin_blocks_no_case(text in mangled()) {
        let Ok(file) = CaseFile::decode(&text) else { return Ok(()) };
        let mut without: Value = serde_json::from_str(&text).unwrap();
        if let Some(fields) = without.as_object_mut() {
            fields.shift_remove("plan");
        }
        let without = CaseFile::decode(&without.to_string()).unwrap();
        let [npv, npv_without] = [&file, &without]
            .map(|file| file.readable().case.map(|case| evaluate(&case).returns.npv));
        prop_assert_eq!(npv, npv_without);
    }

    #[test]
    fn decoding_any_bytes_never_panics(bytes in vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        let _ = CaseFile::decode(&text);
        let _ = Envelope::decode(&text);
    }

    #[test]
    fn a_cut_or_stained_file_never_panics(
        text in select(vec![SEED, EVERYTHING, UNKNOWN_FIELDS, PARTLY_WRONG, PLAN, PLAN_WRONG]),
        at in any::<prop::sample::Index>(),
        stain in any::<char>(),
        is_cut in any::<bool>(),
    ) {
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        if is_cut { chars.truncate(at) } else { chars[at] = stain }
        if let Ok(file) = CaseFile::decode(&chars.into_iter().collect::<String>()) {
            ask_everything(&file);
        }
    }

    #[test]
    fn a_part_replaced_by_anything_is_kept_and_loses_no_other(text in mangled()) {
        let Ok(file) = CaseFile::decode(&text) else { return Ok(()) };
        ask_everything(&file);
        let written = file.encode();
        prop_assert_eq!(&CaseFile::decode(&written).unwrap(), &file);
        // Whatever stood there still stands there: `null` may have become nothing, ids may have
        // been given, and numbers may be written in another way.
        let (before, after): (Value, Value) =
            (serde_json::from_str(&text).unwrap(), serde_json::from_str(&written).unwrap());
        prop_assert!(holds(&after, &before), "{} became {}", before, after);
    }

    #[test]
    fn drafts_survive_the_store(
        entries in entries(),
        texts in prop::collection::btree_map(any::<String>(), any::<String>(), 0..5),
        saved_at in 0..u64::MAX,
    ) {
        let draft = Draft::with_texts(file_with(&entries, "Any"), texts);
        let envelope = Envelope::new(draft, Timestamp(saved_at), Revision(1));
        prop_assert_eq!(Envelope::decode(&envelope.encode()).unwrap(), envelope);
    }

    #[test]
    fn stored_text_is_opened_or_still_there(text in any::<String>()) {
        let store = MemoryStore::new();
        store.write(&case_key("a"), &text).unwrap();
        let library = Library::new(&store);
        library.open("a").unwrap();
        let kept = library.quarantined().unwrap().into_iter().any(|kept| kept.text == text);
        prop_assert!(kept || store.read(&case_key("a")).unwrap().as_deref() == Some(&text));
    }
}

/// Whether `after` has everything that `before` has.
fn holds(after: &Value, before: &Value) -> bool {
    match (after, before) {
        (Value::Object(after), Value::Object(before)) => before.iter().all(|(name, before)| {
            let is_missing_id = name == "id" && (before.is_null() || before == "");
            is_missing_id
                || match after.get(name) {
                    Some(after) => holds(after, before),
                    None => before.is_null(),
                }
        }),
        (Value::Array(after), Value::Array(before)) => {
            after.len() == before.len()
                && after.iter().zip(before).all(|(after, before)| holds(after, before))
        }
        (Value::Number(after), Value::Number(before)) if before.is_f64() => {
            after.as_f64() == before.as_f64()
        }
        (after, before) => after == before,
    }
}
