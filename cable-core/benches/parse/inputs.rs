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

/// A dump of `rows` records, each of about `size` bytes.
pub(crate) fn dump(rows: usize, size: usize) -> String {
    let telegram = telegram(size);
    let (header, text) = parts(&telegram);
    let mut dump = String::with_capacity(rows * (telegram.len() + 120));
    for row in 1..=rows {
        dump.push_str(&format!(
            "\"{row}\",\"5/10/2007 11:20\",\"07NORDHAVEN{row}\",\"Embassy Nordhaven\",\"CONFIDENTIAL\",\
             \"07NORDHAVEN377|06ZELTBERG1904\",\"{header}\",\"{text}\"\n"
        ));
    }
    dump
}
