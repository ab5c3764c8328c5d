//! The choice of what a line is made of: cash, hours or a risk.

use std::sync::Arc;

use groundwork_model::benefit::Tag;
use leptos::prelude::*;

use super::{choice::choice, flag};

/// Gives the tag that holds.
pub type ChosenTag = Arc<dyn Fn() -> Tag + Send + Sync>;

/// A choice between the tags; `take` takes the one somebody chose.
pub fn tag_choice(id: String, chosen: &ChosenTag, take: Box<dyn Fn(Tag)>) -> AnyView {
    let options = Tag::ALL.into_iter().map(|tag| {
        let chosen = Arc::clone(chosen);
        (tag.key(), words(tag), flag(move || chosen() == tag))
    });
    let take = move |key: String| {
        if let Some(tag) = Tag::ALL.into_iter().find(|tag| tag.key() == key) {
            take(tag);
        }
    };
    choice(id, "Counts as", options.collect(), Box::new(take))
}

/// A tag as it is offered.
fn words(tag: Tag) -> &'static str {
    match tag {
        Tag::Cash => "Cash",
        Tag::Capacity => "Capacity: hours paid anyway",
        Tag::Risk => "Risk: an expected loss",
    }
}
