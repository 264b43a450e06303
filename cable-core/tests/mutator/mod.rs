//! Damage done to telegrams, the same for the same seed.

/// xorshift64*, seeded by the number of the mutant, so that each can be made again alone.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn of(number: usize) -> Self {
        let mut random = Random((number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        random.next();
        random
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').collect()
}

/// One to three kinds of damage.
pub(crate) fn damaged(telegram: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = telegram.to_vec();
    for _ in 0..=random.below(3) {
        bytes = match random.below(5) {
            0 => {
                let from = random.below(bytes.len());
                let to = (from + 1 + random.below(40)).min(bytes.len());
                bytes.drain(from..to);
                bytes
            }
            1 => {
                // Single bytes here and there.
                for _ in 0..=random.below(20) {
                    if !bytes.is_empty() {
                        bytes.remove(random.below(bytes.len()));
                    }
                }
                bytes
            }
            2 => {
                let mut lines = lines(&bytes);
                let (one, other) = (random.below(lines.len()), random.below(lines.len()));
                if !lines.is_empty() {
                    lines.swap(one, other);
                }
                lines.concat()
            }
            3 => {
                let mut lines = lines(&bytes);
                let (one, at) = (random.below(lines.len()), random.below(lines.len() + 1));
                if let Some(line) = lines.get(one).copied() {
                    lines.insert(at, line);
                }
                lines.concat()
            }
            _ => {
                let at = random.below(bytes.len());
                let (front, back) = bytes.split_at(at);
                if random.below(4) == 0 { back } else { front }.to_vec()
            }
        };
    }
    bytes
}
