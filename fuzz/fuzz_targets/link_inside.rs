#![no_main]

use groundwork_fuzz::{properties, values};

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::link_inside(data));

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    values::mutate(data, size, max_size, seed)
});
