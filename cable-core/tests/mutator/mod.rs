//! Damage done to telegrams, the same for the same seed: bytes and lines lost, swapped and doubled, and pieces of the
//! grammar put where they may not stand. The fuzz targets use it too.

/// xorshift64*, seeded by the number of the mutant, so that each can be made again alone.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn of(number: usize) -> Self {
        let mut random = Random((number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
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

/// Lines that mean something to a reader, in the wrong place as often as not.
const LINES: [&str; 60] = [
    "VZCZCXRO4173",
    "PP RUEHNV RUEHZB",
    "DE RUEHNV #0820/01 0851645",
    "ZNY CCCCC ZZH",
    "O P 251645Z MAR 08 ZDK",
    "FM AMEMBASSY NORDHAVEN",
    "TO RUEHC/SECSTATE WASHDC IMMEDIATE 0412",
    "INFO RUEHZB/AMEMBASSY ZELTBERG PRIORITY 0097",
    "XMT AMEMBASSY NORDHAVEN",
    "ACTION EUR-12",
    "INFO  OCT-01  ISO-00  /025 W",
    "------------------111602Z  004471 /44",
    "PAGE 02        ZELTBE  02231  01 OF 02  111430Z",
    "BT",
    "NNNN",
    "C O N F I D E N T I A L SECTION 01 OF 03 NORDHAVEN 000820",
    "UNCLAS NORDHAVEN 000820",
    "NORDHAVEN 00000820  002 OF 003",
    "NORDHAVEN 00000820  001.2 OF 003",
    "SIPDIS",
    "STATE FOR EUR/NB AND INR; USDOC PASS TO ITA",
    "E.O. 12958: DECL: 03/25/2018",
    "E.O. 11652: XGDS-2, DECLAS 12-31-96",
    "TAGS: PREL, PGOV, OVIP (MARTELL, JONAS), RS",
    "SUBJECT: (C) HERRING",
    "REF: A. 07 STATE 12345 B. NORDHAVEN 819 AND PREVIOUS (NOTAL)",
    "Classified By: DCM Peder Quarrel, reasons 1.4 (b) and (d).",
    "1. (C) Summary: It falls. End summary.",
    "2. (S/NF) See ref A and REFTEL.",
    "3. It rises:",
    "A. (U) an item",
    "-- another",
    "BEGIN TEXT:",
    "END TEXT.",
    "COMMENT",
    "-------",
    "RELEASED IN FULL",
    "[REDACTED] XXXXXXXXXXXX (b)(1)",
    "QUARREL",
    "Message Text",
    "Message Attributes",
    "*** Current Handling Restrictions *** EXDIS",
    "Document Number: 1976NORDHA04417",
    "Draft Date: 08 MAR 1976",
    "Handling Restrictions: EXDIS, NODIS",
    "Original Classification: CONFIDENTIAL",
    "Locator: TEXT ON MICROFILM, ON MICROFILM",
    "ERROR READING TEXT INDEX",
    "Declassified/Released US Department of State EO Systematic Review 22 May 2009",
    "MRN:                12 ZELTBERG 402",
    "Date/DTG:           Jul 30, 2012 / 300915Z JUL 12",
    "From:               AMEMBASSY ZELTBERG",
    "Action:             WASHDC, SECSTATE IMMEDIATE",
    "E.O.:               13526; DECL: 07/30/2037",
    "Captions:           NOFORN",
    "UNCLASSIFIED U.S. Department of State Case No. F-2016-11873 Doc No. C06201190 Date: 07/15/2019",
    "                                                          B1,1.4(B),B5,B7(C)",
    "Signature:          TEASDALE",
    "Drafted By:         PORT AURELIA/CON:Teasdale, Ann",
    "",
];

/// Pieces of wrappings and of bytes that are no text.
const PIECES: [&[u8]; 22] = [
    b"<pre>",
    b"</pre>",
    b"<code>",
    b"&#x000A;",
    b"&para;",
    b"&#xB6;",
    b"<a href='#par1'>",
    b"</td><td>",
    b"\",\"",
    b"\\\"",
    b"\"",
    b"|",
    b"\t",
    b"   ",
    b"\r",
    b"\0",
    b"\xff",
    b"\xc3",
    b"\xc2\xb6",
    b"\xe2\x96\x88",
    b"99999999999999999999",
    b"(",
];

fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').collect()
}

/// One to three kinds of damage.
pub(crate) fn damaged(telegram: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = telegram.to_vec();
    for _ in 0..=random.below(3) {
        bytes = damage(bytes, random);
    }
    bytes
}

fn damage(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    match random.below(7) {
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
        4 => {
            let at = random.below(bytes.len());
            let (front, back) = bytes.split_at(at);
            if random.below(4) == 0 { back } else { front }.to_vec()
        }
        5 => {
            let mut lines = lines(&bytes);
            let at = random.below(lines.len() + 1);
            lines.insert(at, b"\n");
            lines.insert(at, LINES[random.below(LINES.len())].as_bytes());
            lines.concat()
        }
        _ => {
            let at = random.below(bytes.len() + 1);
            let piece = match random.below(3) {
                0 => LINES[random.below(LINES.len())].as_bytes(),
                _ => PIECES[random.below(PIECES.len())],
            };
            bytes.splice(at..at, piece.iter().copied());
            bytes
        }
    }
}
