//! Case files that survive releases, what was typed into them, and where they are kept.
//!
//! A [`CaseFile`](case_file::CaseFile) holds whatever was entered so far and becomes a
//! [`Case`](groundwork_model::case::Case) when it is right and complete. A
//! [`Draft`](draft::Draft) holds a file and the texts that cannot stand in it yet. A
//! [`Library`](library::Library) keeps drafts in a [`KeyValueStore`](store::KeyValueStore). A file
//! leaves and comes back in a [`link`], or with others in a file; see [`transfer`].
//!
//! Nothing here knows a browser or the time of day; only the schema is serialized. What is wrong,
//! unknown or newer is kept and reported, never dropped or guessed at.

mod by_path;
mod correlations;
mod line;
mod schema;
mod slot;
mod stripped;
mod unused;

pub mod case_file;
pub mod difference;
pub mod draft;
pub mod envelope;
pub mod example;
pub mod history;
pub mod library;
pub mod line_state;
pub mod link;
pub mod memory_store;
pub mod plan;
pub mod problem;
pub mod reading;
pub mod source;
pub mod store;
pub mod text;
pub mod text_field;
pub mod transfer;
pub mod versions;

pub use schema::{DecodeError, MAX_BYTES, MAX_DEPTH, Number, Range};
