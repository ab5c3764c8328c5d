#![no_main]

use groundwork_fuzz::{alike, properties};

libfuzzer_sys::fuzz_target!(|data: &[u8]| alike::each_time(properties::link, data));
