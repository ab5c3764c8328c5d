//! How an evaluation leaves: so far as the JSON of the JavaScript API.

pub mod results;
