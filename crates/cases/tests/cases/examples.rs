//! The examples are what they say they are.

use groundwork_cases::{case_file::CaseFile, example::Example, text_field::TextField};
use groundwork_model::{
    evaluation::{Evaluation, evaluate},
    input::Input,
    split::Category,
    strategy::roadmap,
};

use crate::support::january;

#[track_caller]
fn evaluation(file: &CaseFile) -> Evaluation {
    evaluate(&file.to_case().unwrap())
}

#[test]
fn every_example_pays_back_but_the_rewrite() {
    let pays_back = |example: Example| {
        let returns = evaluation(&example.file(january())).returns;
        returns.payback_months.is_some() && returns.npv > 0.0
    };
    assert_eq!(Example::ALL.map(pays_back), [true, true, false, true, true]);
    let rewrite = evaluation(&Example::Rewrite.file(january())).returns;
    assert!(rewrite.payback_months.is_none() && rewrite.npv < 0.0);
}

#[test]
fn examples_are_whole_files_with_a_title_and_nothing_that_cannot_be_used() {
    for example in Example::ALL {
        let file = example.file(january());
        assert_eq!(CaseFile::decode(&file.encode_pretty()).as_ref(), Ok(&file));
        assert_eq!((file.title(), file.start()), (example.title(), Some(january())));
        assert_eq!(file.unused(), [""; 0]);
        assert!(example.what().ends_with('.'));
    }
}

#[test]
fn no_quarter_of_an_example_is_overbooked() {
    for example in Example::ALL {
        let quarters = roadmap(&example.file(january()).to_case().unwrap()).quarters;
        for (quarter, of) in quarters.iter().flat_map(|q| Category::ALL.map(|of| (q, of))) {
            assert!(quarter.left(of) >= 0.0, "{}: {}", example.title(), quarter.number);
        }
    }
}

#[test]
fn notes_of_an_example_say_that_they_are_invented() {
    let file = Example::AuthService.file(january());
    let notes: Vec<&str> = file.sources().map(|(_, source)| source.note).collect();
    assert_eq!(notes.len(), 6);
    assert!(notes.iter().all(|note| note.starts_with("Example figure: ")));
    assert_eq!(file.text_path(TextField::Note(Input::Amount)), "sources.investment.amount.note");
}
