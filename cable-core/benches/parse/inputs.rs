//! Telegrams of several sizes and wrappings, made of invented ones.

/// A telegram of about `size` bytes: the top of an invented one and as many of its paragraphs as it takes.
pub(crate) fn telegram(size: usize) -> String {
    let mut text = String::from(
        "VZCZCXRO0733\nPP RUEHPA RUEHZB\nDE RUEHNV #0418/01 1301120\nZNY CCCCC ZZH\nP 101120Z MAY 07\n\
         FM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC PRIORITY 2207\nINFO RUEHXN/NORTHERN SEA COLLECTIVE PRIORITY\n\
         RUEHZB/AMEMBASSY ZELTBERG PRIORITY 0412\nRUEHPA/AMCONSUL PORT AURELIA PRIORITY 0118\n\
         RUCPDOC/DEPT OF COMMERCE WASHDC PRIORITY\nC O N F I D E N T I A L SECTION 01 OF 02 NORDHAVEN 000418 \n \n\
         SIPDIS \n \nSTATE FOR EUR/NB (MAYER), EEB/TRA, OES \nCOMMERCE FOR MAC (HOLM), OASIA \n \n\
         E.O. 12958: DECL: 05/10/2017 \nTAGS: EWWT EFIS ECON PGOV PREL EUN\nSUBJECT: HARBOR BOARD WANTS A LONGER QUAY \n\
         AND SHORTER QUEUES \n \nREF: A. NORDHAVEN 377 \n     B. 06 ZELTBERG 1904 \n \n\
         Classified By: Economic Counselor Ruth T. Strand for reasons 1.4 (b) and (d). \n \n\
         1. (C) SUMMARY:  The harbor board asked for twelve million crowns \nand was given four.  END SUMMARY. \n \n",
    );
    let mut number = 2;
    while text.len() < size {
        if number % 4 == 0 {
            text.push_str("A HEADING OF ITS OWN \n-------------------- \n \n");
        }
        let mark = ["C", "SBU", "C/NF", "U"][number % 4];
        text.push_str(&format!(
            "{number}.  ({mark}) The chairman of the board showed us the plans on the wall \nof his office: a quay of nine hundred meters, two cranes, and a \n\
             shed for fish that he means to let to the guild (ref A).  Ships \nnow wait three days for a berth, and some turn to Port Aurelia, \n\
             where the dues are lower.  He has asked the treasury for a loan \nat four percent; the minister, who comes from the coast, has said \n\
             neither yes nor no.  The engineers would begin in spring if the \nice allows it. \n \n"
        ));
        if number % 20 == 7 {
            text.push_str("NORDHAVEN 00000418  002 OF 002 \n \n \n");
        }
        number += 1;
        if number > 199 {
            break;
        }
    }
    text.push_str("HALVERSON\n");
    text
}

/// A telegram whose text goes on and on: its paragraphs come `times` times.
pub(crate) fn repeated(times: usize) -> String {
    let typical = telegram(10_000);
    let start = typical.find("2.  (").unwrap_or(0);
    let lines = typical[start..]
        .replace("  (", " (")
        .replace("HALVERSON\n", "");
    telegram(0).replace("HALVERSON\n", &lines.repeat(times)) + "HALVERSON\n"
}

/// The header of a telegram and nothing else.
pub(crate) fn header() -> String {
    let text = telegram(0);
    let end = text.find("C O N F").unwrap_or(text.len());
    text[..end].to_owned()
}

/// The two parts a wrapping keeps apart: header and text.
fn parts(telegram: &str) -> (&str, &str) {
    telegram.split_at(telegram.find("C O N F").unwrap_or(0))
}

/// A page of the viewer around a telegram: menus, the table, and every line end and mark of markup as an entity.
pub(crate) fn page(telegram: &str) -> String {
    let mut page = String::from(
        "<?xml version='1.0' encoding='utf-8' ?>\n<html lang='en'>\n<head>\n<title>Cable Viewer</title>\n</head>\n<body>\n\
         <div class='pane small'>\n<h3>Browse latest releases</h3>\n",
    );
    for day in 1..=28 {
        page.push_str(&format!(
            "<div class='sort'><a href='/reldate/2010-12-{day:02}_0.html' title='released'>2010/12/{day:02}</a></div>\n"
        ));
    }
    for tag in ["EWWT", "EFIS", "ECON", "PGOV", "PREL", "EUN"].repeat(40) {
        page.push_str(&format!(
            "<div class='pick'><a href='/tag/{tag}_0.html'>{tag}</a></div>\n"
        ));
    }
    page.push_str(
        "</div>\n<h3>Viewing cable 07NORDHAVEN418, HARBOR BOARD WANTS A LONGER QUAY</h3>\n<table class='cable'>\n<tr>\n\
         <th>Reference ID</th>\n<th>Created</th>\n<th>Released</th>\n<th>Classification</th>\n<th>Origin</th>\n</tr>\n<tr>\n\
         <td><a href='/cable/2007/05/07NORDHAVEN418.html'>07NORDHAVEN418</a></td>\n\
         <td><a href='/date/2007-05_0.html'>2007-05-10 11:20</a></td>\n\
         <td><a href='/reldate/2010-12-08_0.html'>2010-12-08 21:00</a></td>\n\
         <td><a href='/classification/2_0.html'>CONFIDENTIAL</a></td>\n\
         <td><a href='/origin/67_0.html'>Embassy Nordhaven</a></td>\n</tr>\n</table>\n",
    );
    let (header, text) = parts(telegram);
    for part in [header, text] {
        page.push_str("<code><pre>");
        for sign in part.chars() {
            match sign {
                '\n' => page.push_str("&#x000A;"),
                '&' => page.push_str("&amp;"),
                '\'' => page.push_str("&#x0027;"),
                '/' => page.push_str("&#x002F;"),
                other => page.push(other),
            }
        }
        page.push_str("</pre></code>\n");
    }
    page.push_str("</div>\n</body>\n</html>\n");
    page
}

/// A record of 1973-79 as the archives release it: printed pages with their top lines, about `size` bytes of text, and the
/// block of attributes.
pub(crate) fn record(size: usize) -> String {
    let mut record = String::from(
        "Message Text\n\n\nCONFIDENTIAL\n\nPAGE 01        NORDHA  04417  01 OF 02  081842Z\n\n43\nACTION EB-07\n\n\
         INFO  OCT-01  EUR-12  ISO-00  AGRE-00  COME-00  INT-05  OES-06  L-03  NSC-05  INR-07\n      NSAE-00  CIAE-00  /046 W\n\
         \u{20}                    ---------------------     061182\nP 081710Z MAR 76\nFM AMEMBASSY NORDHAVEN\n\
         TO SECSTATE WASHDC PRIORITY 3317\nINFO AMEMBASSY ZELTBERG\nAMCONSUL PORT AURELIA\nUSMISSION EC BRUSSELS UNN\n\n\
         C O N F I D E N T I A L SECTION 1 OF 2 NORDHAVEN 4417\n\nE.O. 11652: GDS\nTAGS: EWWT, EFIS, XG\n\
         SUBJECT: HARBOR BOARD WANTS A LONGER QUAY\n\nREF: (A) NORDHAVEN 4102 (B) STATE 51209\n\n\
         1. SUMMARY: HARBOR BOARD ASKED FOR TWELVE MILLION CROWNS\nAND WAS GIVEN FOUR. END SUMMARY.\n\n",
    );
    let mut number = 2;
    while record.len() < size && number < 199 {
        record.push_str(&format!(
            "{number}. CHAIRMAN SHOWED ECONCOUNS THE PLANS: A QUAY OF NINE HUNDRED\nMETERS, TWO CRANES, AND A SHED FOR FISH THAT HE MEANS TO LET TO\n\
             THE GUILD. SHIPS NOW WAIT THREE DAYS FOR A BERTH (REF A), AND\nSOME TURN TO PORT AURELIA, WHERE DUES ARE LOWER. TREASURY HAS\n\
             SAID NEITHER YES NOR NO.\n\n"
        ));
        if number % 5 == 0 {
            record.push_str(&format!(
                "CONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE {:02}        NORDHA  04417  01 OF 02  081842Z\n\n",
                number / 5 + 1
            ));
        }
        number += 1;
    }
    record.push_str(
        "HALVERSON\n\nCONFIDENTIAL\n\nNNNN\n\n\n*** Current Handling Restrictions *** n/a\n\
         *** Current Classification *** UNCLASSIFIED\n\n\nMessage Attributes\n\nAutomatic Decaptioning: X\n\
         Capture Date: 01 JAN 1994\nChannel Indicators: n/a\nCurrent Classification: UNCLASSIFIED\n\
         Concepts: PORTS, HARBOR DUES, LOANS\nControl Number: n/a\nCopy: SINGLE\nDraft Date: 08 MAR 1976\n\
         Decaption Date: 01 JAN 1960\nDecaption Note: \nDisposition Action: RELEASED\nDisposition Approved on Date: \n\
         Disposition Authority: elleste0\nDisposition Case Number: n/a\nDisposition Comment: 25 YEAR REVIEW\n\
         Disposition Date: 28 MAY 2004\nDisposition Event: \nDisposition History: n/a\nDisposition Reason: \n\
         Disposition Remarks: \nDocument Number: 1976NORDHA04417\nDocument Source: CORE\nDocument Unique ID: '00'\n\
         Drafter: n/a\nEnclosure: n/a\nExecutive Order: GS\nErrors: N/A\nFilm Number: D760091-0412\n\
         From: NORDHAVEN\nHandling Restrictions: n/a\nImage Path: \nISecure: '1'\n\
         Legacy Key: link1976/newtext/t19760342/aaaabxyz.tel\nLine Count: '118'\n\
         Locator: TEXT ON-LINE, ON MICROFILM\nOffice: ACTION EB\nOriginal Classification: CONFIDENTIAL\n\
         Original Handling Restrictions: n/a\nOriginal Previous Classification: n/a\n\
         Original Previous Handling Restrictions: n/a\nPage Count: '3'\nPrevious Channel Indicators: n/a\n\
         Previous Classification: CONFIDENTIAL\nPrevious Handling Restrictions: n/a\n\
         Reference: 76 NORDHAVEN 4102, 76 STATE 51209\nReview Action: RELEASED, APPROVED\nReview Authority: elleste0\n\
         Review Comment: n/a\nReview Content Flags: \nReview Date: 22 APR 2004\nReview Event: \n\
         Review History: RELEASED <22 APR 2004 by elleste0>; APPROVED <09 AUG 2004 by hoverlk>\nReview Markings: \n\n\
         \u{20}                Marit Ellestad\n                 Declassified/Released\n                 US Department of State\n\
         \u{20}                EO Systematic Review\n                 04 MAY 2006\n\nReview Media Identifier: \n\
         Review Release Date: n/a\nReview Release Event: n/a\nReview Transfer Date: \n\
         Secure: OPEN\nStatus: NATIVE\nSubject: HARBOR BOARD WANTS A LONGER QUAY\n\
         TAGS: EWWT, EFIS, XG\nTo: STATE\nType: TE\n\
         Markings: Marit Ellestad Declassified/Released US Department of State EO Systematic Review 04 MAY 2006\n",
    );
    record
}

/// A released message of 2009 and later: labels and values, about `size` bytes of text, a stamp on every page.
pub(crate) fn message(size: usize) -> String {
    let stamp = "UNCLASSIFIED U.S. Department of State Case No. F-2016-11873 Doc No. C06201190 Date: 07/15/2019\n";
    let mut message = format!(
        "{stamp}                                                          RELEASE IN PART\n\
         \u{20}                                                         B1,1.4(B),B6\n\nCONFIDENTIAL\n\n\
         MRN:                12 NORDHAVEN 418\nDate/DTG:           May 10, 2012 / 101120Z MAY 12\n\
         From:               AMEMBASSY NORDHAVEN\nAction:             WASHDC, SECSTATE PRIORITY\n\
         E.O.:               13526; DECL: 05/10/2022\nTAGS:               EWWT, EFIS, ECON, XG\n\
         Captions:           SIPDIS\nReference:          A) 12 NORDHAVEN 377\n                    B) 11 ZELTBERG 1904\n\
         Pass Line:          COMMERCE FOR MAC (HOLM)\nSubject:            (C) Harbor board wants a longer quay\n\n\
         Classified By: Ruth T. Strand, Economic Counselor, Embassy Nordhaven; REASON: 1.4 (B) and (D).\n\n\
         1. (C) SUMMARY: The harbor board asked for twelve million crowns and was given four. END SUMMARY.\n\n"
    );
    let mut number = 2;
    while message.len() < size && number < 199 {
        let mark = ["C", "SBU", "C/NF", "U"][number % 4];
        message.push_str(&format!(
            "{number}. ({mark}) The chairman showed us the plans on the wall of his office: a quay of nine hundred meters, two\n\
             cranes, and a shed for fish that he means to let to the guild (ref A). Ships now wait three days for a berth,\n\
             and some turn to Port Aurelia, where the dues are lower.                                             B6\n\n"
        ));
        if number % 8 == 0 {
            message.push_str(&format!("CONFIDENTIAL\n{stamp}\n{stamp}CONFIDENTIAL\n\n"));
        }
        number += 1;
    }
    message.push_str(
        "Signature:          HALVERSON\n\nDrafted By:         NORDHAVEN/ECON:Strand, Ruth T.\n\
         Cleared By:         POL:Okonjo, Peter\n                    AGR:Vance, Jo\nApproved By:        AMB:Halverson, Ann\n\
         Released By:        NORDHAVEN/ECON:Strand, Ruth T.\nInfo:               AMEMBASSY ZELTBERG PRIORITY;\n\
         \u{20}                   PORT AURELIA, AMCONSUL PRIORITY\nDissemination Rule: Archive Copy\n\nCONFIDENTIAL\n",
    );
    message + stamp
}

/// The shortest telegram that has a header, a top and a paragraph.
pub(crate) fn short() -> &'static str {
    "R 101120Z MAY 07\nFM AMEMBASSY NORDHAVEN\nTO SECSTATE WASHDC 2207\nC O N F I D E N T I A L NORDHAVEN 000418\n\n\
     E.O. 12958: DECL: 05/10/2017\nTAGS: EWWT\nSUBJECT: LONGER QUAY\n\n1. (C) The board was given four million.\n"
}

/// A dump of `rows` records of the same telegram.
pub(crate) fn dump(rows: usize, telegram: &str) -> String {
    let (header, text) = parts(telegram);
    let mut dump = String::with_capacity(rows * (telegram.len() + 120));
    for row in 1..=rows {
        dump.push_str(&format!(
            "\"{row}\",\"5/10/2007 11:20\",\"07NORDHAVEN{row}\",\"Embassy Nordhaven\",\"CONFIDENTIAL\",\
             \"07NORDHAVEN377|06ZELTBERG1904\",\"{header}\",\"{text}\"\n"
        ));
    }
    dump
}
