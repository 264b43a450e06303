//! Every form of the line, with what is read and what is reported.

use super::*;
use crate::span::Span;
use DeclassificationKind as Kind;

fn folded(text: &str) -> Folded<'_> {
    let mut at = 0;
    let lines: Vec<Span> = text
        .split('\n')
        .map(|line| {
            let span = Span::at(at, at + line.len());
            at += line.len() + 1;
            span
        })
        .collect();
    Folded::new(text, &lines)
}

struct Read {
    order: ExecutiveOrder<Spanned>,
    end: usize,
    codes: Vec<&'static str>,
    text: String,
}

impl Read {
    fn value(&self) -> &crate::record::Declassification<Spanned> {
        self.order.declassification.as_ref().expect("always read")
    }

    fn get<'a>(&'a self, value: &'a Option<Spanned>) -> Option<&'a str> {
        value.as_ref().map(|value| value.get(&self.text))
    }

    fn codes_read(&self) -> Vec<&str> {
        self.value()
            .codes
            .iter()
            .map(|code| code.get(&self.text))
            .collect()
    }
}

fn on(text: &str, day: Option<Date>) -> Read {
    let context = Context {
        date: day,
        year: day.map(|day| day.year()),
        ..Context::default()
    };
    let mut sink: Vec<Diagnostic> = Vec::new();
    let folded = folded(text);
    let (order, end) = parse(&folded, &context, &mut sink);
    Read {
        order,
        end,
        codes: sink.iter().map(|found| found.code.as_str()).collect(),
        text: text.to_owned(),
    }
}

const IN_2008: Option<Date> = Some(date(2008, 3, 25));

#[test]
fn dates_of_2008() {
    for text in [
        "12958: DECL: 03/25/2018",
        "12958 DECL: 03/25/2018",
        "12958: DECL 03/25/2018",
        "12958:DECL:03/25/2018",
        "12958: decl: 3/25/18",
        "12958: 03/25/2018",
        "12958 DECL: 2018/03/25",
        "12958: DECL: 2018-03-25",
        "12958: DECLl: 03/25/2018",
        "12958: DELC: 03/25/2018",
        "12958: DEC: 03/25/2018",
        "12958: DECLASSIFY ON: 03/25/2018",
        "12958: DECL: 25 MARCH 2018",
        "12958: DECL: MARCH 25, 2018",
        "12958; DECL: 03/25/2018",
        ": 12958: DECL: 03/25/2018",
        "12958, AS AMENDED: DECL: 03/25/2018",
        "12958 (AS AMENDED) DECL: 03/25/2018",
        "12958: DECL: 03/25/\n2018",
        "12958: AS AMENDED; DECL: 03/25/2018",
        "12958: DECL:\n03/25/2018",
        "12958 AS AMENDED BY E.O. 13292: DECL: 03/25/2018",
        "12958: DECL: 03252018",
        "12958:\nDECL: 03/25/2018",
        "12958: DECL: 03/25/2018 SIPDIS",
        "12958: DECL: ON 03/25/2018.",
        "12958: DECL: 03/25/2018 (U)",
    ] {
        let read = on(text, IN_2008);
        assert_eq!(read.value().kind, Kind::Date, "{text}");
        assert_eq!(read.value().date, Some(date(2018, 3, 25)), "{text}");
        assert_eq!(read.get(&read.order.order), Some("12958"), "{text}");
        assert_eq!(read.value().event, None, "{text}");
        assert_eq!(read.codes, [] as [&str; 0], "{text}");
        assert_eq!(read.end, text.len(), "{text}");
    }
}

#[test]
fn values_that_are_no_date() {
    let cases: &[(&str, Kind)] = &[
        ("12958: N/A", Kind::NotApplicable),
        ("12958:N/A", Kind::NotApplicable),
        ("12958: n/a", Kind::NotApplicable),
        ("12958 NA", Kind::NotApplicable),
        ("12958: DECL: N/A", Kind::NotApplicable),
        ("12958: N.A.", Kind::NotApplicable),
        ("12958: N/A SIPDIS", Kind::NotApplicable),
        ("12958: DECL: MR", Kind::ManualReview),
        ("12958: DECL: MANUAL REVIEW", Kind::ManualReview),
        ("12958: DECL: XXXXXXXXXXXX", Kind::Unreadable),
        ("12958: DECL: ████████", Kind::Unreadable),
        ("12958: DECL: XX/XX/2018", Kind::Unreadable),
        ("12958: DECL: 999/9/9999", Kind::Unreadable),
        ("12958: DECL: 02/30/2018", Kind::Unreadable),
        ("12958: Unknown", Kind::Unknown),
        ("12958:", Kind::Unknown),
        ("12958: DECL:", Kind::Unknown),
        ("", Kind::Unknown),
        ("12958: SIPDIS", Kind::Unknown),
    ];
    for (text, kind) in cases {
        let read = on(text, IN_2008);
        assert_eq!(read.value().kind, *kind, "{text}");
        assert_eq!(read.value().date, None, "{text}");
        assert_eq!(read.value().event, None, "{text}");
    }
}

#[test]
fn events_are_kept_as_words() {
    for (text, event) in [
        (
            "12958: DECL: TEN YEARS AFTER SIGNING OF THE ACCORD",
            "TEN YEARS AFTER SIGNING OF THE ACCORD",
        ),
        (
            "12958: DECL: 10 YEARS AFTER THE ELECTION.",
            "10 YEARS AFTER THE ELECTION",
        ),
        (
            "12958: DECL: CLOSURE OF THE ZELTBERG\nCOMMISSION",
            "CLOSURE OF THE ZELTBERG COMMISSION",
        ),
        (
            "12958: DECL: UPON RETURN OF THE\nMINISTER",
            "UPON RETURN OF THE MINISTER",
        ),
        ("12356: DECL: JUNE 2015", "JUNE 2015"),
        ("12958: DECL:\nUPON SIGNING", "UPON SIGNING"),
    ] {
        let read = on(text, IN_2008);
        assert_eq!(read.value().kind, Kind::Event, "{text}");
        assert_eq!(read.get(&read.value().event), Some(event));
        assert_eq!(read.end, text.len(), "{text}");
    }
}

#[test]
fn the_field_ends_before_captions_and_pass_lines() {
    for text in [
        "12958: DECL: 03/25/2018\nSIPDIS",
        "12958: N/A\nSTATE FOR EUR",
        "12958: N / A\nZELTBERG ALSO FOR EUR",
        "12958: DECL: 03/25/2018\n\nDECL: 04/01/2019",
        "12958: DECL: CLOSURE OF COMMISSION\nSTATE PASS EXAMPLE",
    ] {
        let read = on(text, IN_2008);
        assert_eq!(Some(read.end), text.find('\n'), "{text}");
    }
}

#[test]
fn the_schedules_of_the_seventies() {
    let day = Some(date(1976, 9, 14));
    let read = on("11652: GDS", day);
    assert_eq!(read.value().kind, Kind::GeneralSchedule);
    assert_eq!(read.codes_read(), [] as [&str; 0]);
    let mut order = read.order.clone();
    derive_date(&mut order, &read.text, date(1976, 9, 14), Level::Secret);
    assert_eq!(
        order.declassification.and_then(|value| value.derived_date),
        Some(date(1984, 12, 31))
    );

    for text in [
        "11652: XGDS2",
        "11652: XGDS-2",
        "11652: XGDS 2",
        "11652: XGDS (2)",
    ] {
        let read = on(text, day);
        assert_eq!(read.value().kind, Kind::ExemptFromSchedule, "{text}");
        assert_eq!(
            read.value().derived_date,
            Some(date(2006, 12, 31)),
            "{text}"
        );
        assert_eq!(read.codes_read(), [&text[7..]], "{text}");
        assert_eq!(read.codes, [] as [&str; 0], "{text}");
    }
    let read = on("11652: XGDS1, DECLAS 12/31/96", day);
    assert_eq!(read.value().date, Some(date(1996, 12, 31)));
    assert_eq!(
        on("11652: XGDS5", day).codes,
        ["declassification-code-invalid"]
    );

    let read = on("11652: ADS, DECLAS 12-31-77", day);
    assert_eq!(read.value().kind, Kind::AdvancedSchedule);
    assert_eq!(read.value().date, Some(date(1977, 12, 31)));
    assert_eq!(read.codes, [] as [&str; 0]);
    let read = on("11652: ADS, DECLAS UPON END OF VISIT", day);
    assert_eq!(read.get(&read.value().event), Some("UPON END OF VISIT"));
    assert_eq!(
        on("11652: ADS", day).codes,
        ["declassification-code-invalid"]
    );
    assert_eq!(
        on("10501: GP-3", Some(date(1965, 1, 2))).value().kind,
        Kind::DowngradeGroup
    );
    assert_eq!(on("11652: GROUP 4", day).codes_read(), ["GROUP 4"]);
}

#[test]
fn the_schedules_of_12065() {
    let day = Some(date(1979, 8, 12));
    let read = on("12065: GDS 8/12/85 (MARTELL, JONAS L.) OR-P", day);
    assert_eq!(read.value().kind, Kind::GeneralSchedule);
    assert_eq!(read.value().date, Some(date(1985, 8, 12)));
    assert_eq!(
        read.get(&read.value().authority),
        Some("(MARTELL, JONAS L.) OR-P")
    );
    assert_eq!(read.value().derived_date, None);
    let read = on("12065: RDS-3 8/12/99 (MARTELL, JONAS L.) OR-M", day);
    assert_eq!(read.value().kind, Kind::ReviewDate);
    assert_eq!(read.codes_read(), ["RDS-3"]);
    assert_eq!(read.value().date, Some(date(1999, 8, 12)));
    assert_eq!(
        read.get(&read.value().authority),
        Some("(MARTELL, JONAS L.) OR-M")
    );
    let read = on("12065: GDS 8/12/85 (MARTELL, JONAS L.)", day);
    assert_eq!(
        read.get(&read.value().authority),
        Some("(MARTELL, JONAS L.)")
    );
    let read = on("12356: DECL: OADR", Some(date(1988, 8, 12)));
    assert_eq!(read.value().kind, Kind::OriginatingAgency);
    assert_eq!(read.codes_read(), [] as [&str; 0]);
}

#[test]
fn exemptions() {
    let day = Some(date(1999, 3, 1));
    let read = on("12958: DECL: X1, X5", day);
    assert_eq!(
        (read.value().kind, read.codes_read()),
        (Kind::Exempt, vec!["X1", "X5"])
    );
    assert_eq!(read.codes, [] as [&str; 0]);
    assert_eq!(on("12958: DECL: 1.6 X1", day).codes_read(), ["1.6 X1"]);
    for good in ["1.6 X1", "1.6X6", "X-8"] {
        let read = on(&format!("12958: DECL: {good}"), day);
        assert_eq!(read.codes, [] as [&str; 0], "{good}");
    }
    assert_eq!(
        on("12958: DECL: X12", day).codes,
        ["declassification-code-invalid"]
    );
    assert_eq!(
        on("12958: DECL: X9", day).codes,
        ["declassification-code-invalid"]
    );
    assert_eq!(
        on("12958: DECL: X1", IN_2008).codes,
        ["declassification-code-invalid"]
    );
    let late = Some(date(2012, 6, 8));
    let read = on("13526: DECL: 25X1, 06/08/2052", late);
    assert_eq!(
        (read.value().kind, read.codes_read()),
        (Kind::Exempt, vec!["25X1"])
    );
    assert_eq!(read.value().date, Some(date(2052, 6, 8)));
    assert_eq!(read.codes, [] as [&str; 0]);
    assert_eq!(on("13526: DECL: 50X1-HUM", late).codes_read(), ["50X1-HUM"]);
    assert_eq!(on("13526: DECL: 50X2-WMD", late).value().kind, Kind::Exempt);
}

#[test]
fn downgrading_and_declassified() {
    let read = on("12958: DNG: CO 12/31/2012", IN_2008);
    assert_eq!(read.value().kind, Kind::Unknown);
    assert_eq!(read.value().date, None);
    assert_eq!(
        read.value().downgrade,
        Some(crate::record::Downgrade::new(
            Level::Confidential,
            Some(date(2012, 12, 31))
        ))
    );
    let read = on("12958: DNG: CO 12/31/2012 DECL: 12/31/2017", IN_2008);
    assert_eq!(
        (read.value().kind, read.value().date),
        (Kind::Date, Some(date(2017, 12, 31)))
    );
    let old = Some(date(1971, 3, 9));
    for text in [
        "12958: AS AMENDED; DECLASSIFIED AUGUST 3, 2005",
        "12958, AS AMENDED; DECLASSIFIED AUGUST 3, 2005",
        "12958: DECL: DECLASSIFIED BY NARA 08/03/2005",
        "12958 DECLASSIFIED BY DEPT OF STATE ON 08/03/2005",
    ] {
        let read = on(text, old);
        assert_eq!(read.value().kind, Kind::Declassified, "{text}");
        assert_eq!(read.value().date, Some(date(2005, 8, 3)), "{text}");
        assert_eq!(read.codes, ["executive-order-not-in-force"], "{text}");
    }
}

#[test]
fn numbers_of_orders() {
    let read = on("19528: N/A", IN_2008);
    assert_eq!(
        (read.get(&read.order.order), read.order.order_corrected),
        (Some("19528"), Some("12958"))
    );
    assert_eq!(
        on("1295: N/A", IN_2008).order.order_corrected,
        Some("12958")
    );
    for printed in ["l2958", "12,958", "129581", "I2958"] {
        let read = on(&format!("{printed}: DECL: 03/25/2018"), IN_2008);
        assert_eq!(
            (read.get(&read.order.order), read.order.order_corrected),
            (Some(printed), Some("12958"))
        );
        assert_eq!(read.value().date, Some(date(2018, 3, 25)));
    }
    assert_eq!(on("XXXXX: DECL: 03/25/2018", IN_2008).order.order, None);
    assert_eq!(
        on("DECL: 03/25/2018", IN_2008).value().date,
        Some(date(2018, 3, 25))
    );
    assert_eq!(
        on("13526: N/A", IN_2008).codes,
        ["executive-order-not-in-force"]
    );
    assert_eq!(
        on("13526: N/A", Some(date(2010, 6, 27))).codes,
        [] as [&str; 0]
    );
    assert_eq!(
        on("12958: N/A", Some(date(2010, 6, 27))).codes,
        ["executive-order-not-in-force"]
    );
    assert_eq!(
        on("13224: N/A", IN_2008).codes,
        ["executive-order-not-in-force"]
    );
    assert_eq!(on("13224: N/A", None).codes, [] as [&str; 0]);
}

#[test]
fn periods() {
    assert_eq!(
        on("12958: DECL: 03/24/2008", IN_2008).codes,
        ["declassification-before-creation"]
    );
    assert_eq!(
        on("12958: DECL: 03/25/2033", IN_2008).codes,
        [] as [&str; 0]
    );
    assert_eq!(
        on("12958: DECL: 03/26/2033", IN_2008).codes,
        ["declassification-code-invalid"]
    );
    assert_eq!(
        on("12958: DECL: 6/3/03", IN_2008).codes,
        [
            "declassification-century-assumed",
            "declassification-before-creation"
        ]
    );
}

#[test]
fn only_not_applicable_goes_with_unclassified() {
    assert!(goes_with(Kind::NotApplicable, Level::Unclassified));
    assert!(!goes_with(Kind::Date, Level::Unclassified));
    assert!(!goes_with(Kind::NotApplicable, Level::Secret));
    assert!(goes_with(Kind::Exempt, Level::Secret));
}

#[test]
fn an_instruction_behind_reasons_or_the_section_it_cites() {
    for text in [
        "12958: REASON: 1.4(B) DECL: 05/12/2016",
        "12958: 1.6 DECL: 05/12/2016",
    ] {
        let read = on(text, None);
        assert_eq!(read.value().kind, DeclassificationKind::Date, "{text}");
        let day = read.value().date.map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some("2016-05-12"), "{text}");
    }
    assert_eq!(on("12958: 1.6: X1", None).codes_read(), ["X1"]);
}
