#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| groundwork_fuzz::properties::link(data));
