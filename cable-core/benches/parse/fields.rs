//! Forty fields of a telegram, read through the public API into one number.

use cable_core::CableRef;

/// Adds one value to the sum.
struct Sum(u64);

impl Sum {
    fn bytes(&mut self, value: &str) {
        // Length, head and tail show that the right place was read; hashing every byte would measure the hash.
        let bytes = value.as_bytes();
        let short = || {
            let word = |word, byte: &u8| word << 8 | u64::from(*byte);
            bytes.iter().fold(0, word)
        };
        let word =
            |part: Option<&[u8; 8]>| part.map_or_else(short, |part| u64::from_be_bytes(*part));
        self.number(bytes.len() as u64);
        self.number(word(bytes.first_chunk()));
        self.number(word(bytes.last_chunk()));
    }

    fn number(&mut self, value: u64) {
        self.0 = self.0.rotate_left(5) ^ value.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn option(&mut self, value: Option<&str>) {
        self.bytes(value.unwrap_or(""));
    }
}

/// Reads the fields. The list, by the keys of the contract:
///
/// 1 format, 2 reference_id, 3 header.form, 4 .transmission_id, 5 .routing, 6 .originating_station,
/// 7 .station_serial_number, 8 .filing_time, 9 .security_warning, 10 .precedence, 11 .date_time_group, 12 .originator.name,
/// 13 .action names, 14 .action precedences, 15 .action message numbers, 16 .info names, 17 .info precedences,
/// 18 banner.level, 19 .post, 20 .serial, 21 .section, 22 classification.level, 23 captions, 24 pass_lines, 25 notes,
/// 26 executive_order.order, 27 .declassification.kind, 28 .date, 29 tags codes, 30 tags kinds, 31 subject.text,
/// 32 references labels, 33 references targets, 34 classified_by names, 35 reasons, 36 paragraph numbers,
/// 37 paragraph marks, 38 headings, 39 breaks, 40 signature.
pub(crate) fn checksum(cable: CableRef<'_>) -> u64 {
    let mut sum = Sum(0);
    sum.number(cable.format() as u64);
    sum.option(cable.reference_id());
    if let Some(header) = cable.header() {
        sum.number(header.form as u64);
        sum.option(header.transmission_id);
        for routing in &header.routing {
            routing
                .routing_indicators
                .iter()
                .for_each(|indicator| sum.bytes(indicator));
        }
        sum.option(header.originating_station);
        sum.number(u64::from(header.station_serial_number.unwrap_or(0)));
        sum.number(
            header
                .filing_time
                .map_or(0, |time| u64::from(time.day_of_year)),
        );
        sum.option(header.security_warning.map(|warning| warning.letters));
        sum.number(
            header
                .precedence
                .map_or(0, |precedence| precedence.action as u64),
        );
        sum.number(
            header
                .date_time_group
                .map_or(0, |instant| instant.as_second() as u64),
        );
        sum.option(header.originator.map(|originator| originator.name));
        for addressee in &header.action {
            sum.bytes(addressee.name);
            sum.number(
                addressee
                    .precedence
                    .map_or(0, |precedence| precedence as u64),
            );
            sum.option(addressee.message_number);
        }
        for addressee in &header.info {
            sum.bytes(addressee.name);
            sum.number(
                addressee
                    .precedence
                    .map_or(0, |precedence| precedence as u64),
            );
        }
    }
    if let Some(banner) = cable.banner() {
        sum.number(banner.level as u64);
        sum.option(banner.post);
        sum.number(u64::from(banner.serial.unwrap_or(0)));
        sum.number(
            banner
                .section
                .map_or(0, |section| u64::from(section.number)),
        );
    }
    sum.number(cable.classification().map_or(0, |mark| mark.level as u64));
    cable.captions().for_each(|caption| sum.bytes(caption));
    cable.pass_lines().for_each(|line| sum.bytes(line.text));
    cable.notes().for_each(|note| sum.bytes(note));
    if let Some(order) = cable.executive_order() {
        sum.option(order.order);
        if let Some(instruction) = order.declassification {
            sum.number(instruction.kind as u64);
            sum.number(instruction.date.map_or(0, |date| date.day_of_year() as u64));
        }
    }
    for tag in cable.tags() {
        sum.bytes(tag.code);
        sum.number(tag.kind as u64);
    }
    sum.option(cable.subject().map(|subject| subject.text));
    for reference in cable.references() {
        sum.option(reference.label);
        sum.option(reference.target);
    }
    if let Some(block) = cable.classified_by() {
        block
            .classifiers
            .iter()
            .for_each(|person| sum.option(person.name));
        block.reasons.iter().for_each(|reason| sum.bytes(reason));
    }
    for paragraph in cable.paragraphs() {
        sum.number(u64::from(paragraph.number().unwrap_or(0)));
        sum.number(paragraph.mark().map_or(0, |mark| mark.level as u64));
    }
    cable.headings().for_each(|heading| sum.bytes(heading.text));
    for found in cable.breaks() {
        sum.number(u64::from(found.section.unwrap_or(0)));
    }
    cable.signature().for_each(|name| sum.bytes(name));
    sum.0
}

/// Reads every value that is made on first use.
pub(crate) fn lazy(cable: CableRef<'_>) -> u64 {
    let mut sum = Sum(0);
    for paragraph in cable.paragraphs() {
        sum.bytes(paragraph.text());
        sum.number(paragraph.items().len() as u64);
    }
    sum.option(cable.summary());
    sum.option(cable.comment());
    cable
        .citations()
        .for_each(|citation| sum.bytes(citation.label));
    cable
        .attachments()
        .for_each(|attachment| sum.option(attachment.title));
    cable
        .redactions()
        .for_each(|redaction| sum.bytes(redaction.text));
    sum.0
}
