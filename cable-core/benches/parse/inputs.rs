//! Telegrams of several sizes, made of invented ones.

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
        if number == 7 {
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
