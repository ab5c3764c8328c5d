//! The page and a picture that leaves it look alike.

use groundwork_report::charts::{Role, Theme, kinds_for, svg};

use crate::{
    cases::{drawn, seed_with},
    seed,
    uncertain::{self, FEW, RANGES, estimated},
};

const CHART: &str = include_str!("../../../../style/chart.css");
const TOKENS: &str = include_str!("../../../../style/tokens.css");

const TEXTS: [Role; 8] = [
    Role::Tick,
    Role::Note,
    Role::Milestone,
    Role::End,
    Role::EndLoss,
    Role::EndPlain,
    Role::Name,
    Role::NameFirst,
];

/// The declarations that hold for a role.
fn rules(role: Role) -> String {
    let names =
        |selector: &str| selector.split([',', '\n', ' ']).any(|name| name == selector_of(role));
    let blocks = CHART.split('}').filter_map(|block| block.split_once('{'));
    blocks.filter(|(selector, _)| names(selector)).map(|(_, rules)| rules).collect()
}

fn selector_of(role: Role) -> String {
    format!(".{}", role.class())
}

#[test]
fn every_role_is_styled() {
    for role in Role::ALL {
        assert!(rules(role).contains("var(--"), "{}", role.class());
    }
}

#[test]
fn texts_are_set_in_the_size_and_weight_they_are_measured_in() {
    for role in TEXTS {
        let rules = rules(role);
        assert!(rules.contains(&format!("font-size: {}px;", role.font_size())), "{role:?}");
        assert_eq!(rules.contains("font-weight: 600;"), role.is_bold(), "{role:?}");
    }
}

#[test]
fn a_picture_has_the_colors_of_the_page() {
    let ranges = uncertain::with_draws(estimated(seed::seed_with(&[]), &RANGES), FEW);
    for evaluation in [seed_with(&[]), ranges] {
        for kind in kinds_for(&evaluation) {
            for theme in [Theme::Light, Theme::Dark] {
                let picture = svg(&drawn(&evaluation, kind, 860.0), theme);
                let colors = picture.match_indices("=\"#").map(|(at, _)| &picture[at + 2..at + 9]);
                for color in colors {
                    assert!(TOKENS.contains(color), "{color}");
                }
            }
        }
    }
}
