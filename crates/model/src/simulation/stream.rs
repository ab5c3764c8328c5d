//! Random numbers: one stream for each input, which depends on nothing but the seed and its path.

use rand::{Rng, SeedableRng, rngs::Xoshiro256PlusPlus};

use crate::units::Share;

/// The random numbers of one input.
///
/// # Source
///
/// xoshiro256++ 1.0: Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM
/// Transactions on Mathematical Software 47 (2021).
pub(crate) struct Stream(Xoshiro256PlusPlus);

impl Stream {
    /// The stream of the input at `path`: the same one whatever other inputs there are.
    pub(crate) fn new(seed: u64, path: &str) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(hash(seed, path)))
    }

    /// The next number, evenly from 0 up to, not including, 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are exactly what a double holds")]
    pub(crate) fn share(&mut self) -> Share {
        const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;
        (self.0.next_u64() >> 11) as f64 * STEP
    }

    /// The whole numbers below `count` in random order, each order as likely as any other.
    ///
    /// # Source
    ///
    /// Durstenfeld, "Algorithm 235: Random permutation", Communications of the ACM 7 (1964).
    pub(crate) fn permutation(&mut self, count: u32) -> Vec<u32> {
        let mut order: Vec<u32> = (0..count).collect();
        for last in (1..order.len()).rev() {
            order.swap(last, self.below(last + 1));
        }
        order
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a share of a count of 32 bits is below that count"
    )]
    fn below(&mut self, count: usize) -> usize {
        (self.share() * count as f64) as usize
    }
}

/// # Source
///
/// FNV-1a with 64 bits: Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm", RFC 9923.
fn hash(seed: u64, path: &str) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let bytes = seed.to_le_bytes().into_iter().chain(path.bytes());
    bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first test vectors published with the hash, which has no seed there.
    #[test]
    fn the_hash_is_the_published_one() {
        let unseeded = |text: &str| {
            let bytes = text.bytes();
            bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
            })
        };
        assert_eq!(unseeded("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(unseeded("foobar"), 0x8594_4171_f739_67e8);
        assert_eq!(hash(0, ""), unseeded("\0\0\0\0\0\0\0\0"));
    }

    #[test]
    fn a_permutation_holds_every_number_once() {
        let mut order = Stream::new(1, "efficiency.now").permutation(1_000);
        assert_ne!(order, (0..1_000).collect::<Vec<u32>>());
        order.sort_unstable();
        assert_eq!(order, (0..1_000).collect::<Vec<u32>>());
    }

    #[test]
    fn seed_and_path_each_change_the_stream() {
        let first = |seed, path| Stream::new(seed, path).share().to_bits();
        assert_eq!(first(1, "a"), first(1, "a"));
        assert_ne!(first(1, "a"), first(2, "a"));
        assert_ne!(first(1, "a"), first(1, "b"));
    }
}
