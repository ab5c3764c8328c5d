#![no_main]

use groundwork_fuzz::{alike, properties, values};

libfuzzer_sys::fuzz_target!(|data: &[u8]| alike::each_time(properties::file, data));

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    values::mutate(data, size, max_size, seed)
});

libfuzzer_sys::fuzz_crossover!(|first: &[u8], second: &[u8], out: &mut [u8], seed: u32| {
    values::cross(first, second, out, seed)
});
