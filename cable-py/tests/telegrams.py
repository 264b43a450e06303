"""Where the telegrams are, and an invented one that the tests share."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "cable-core" / "tests" / "corpus"
SHARED = ROOT.parent / "shared"

TELEGRAM = b"""VZCZCXRO4173
PP RUEHZB
DE RUEHND #0123/01 0851645
ZNY CCCCC ZZH
P 251645Z MAR 08
FM AMEMBASSY NORDHAVEN
TO RUEHC/SECSTATE WASHDC PRIORITY 4417
INFO RUEHZB/AMEMBASSY ZELTBERG 0007
BT
C O N F I D E N T I A L NORDHAVEN 000123

SIPDIS

E.O. 12958: DECL: 03/25/2018
TAGS: PREL, KDEM, ZZ
SUBJECT: FISH AND THE CAF\xc3\x89 OF THE HARBOR

REF: A. 07 ZELTBERG 77
     B. NORDHAVEN 12

Classified By: Ambassador Ada Arkwright for reasons 1.4 (b) and (d).

1. (C) SUMMARY: The fleet stays in port.  END SUMMARY.

2. (SBU) The harbor master spoke of REF A.
   a. (U) Nets.
   b. (C) Boats.

ARKWRIGHT
NNNN
"""


def invented() -> list[Path]:
    """The telegrams of the workspace, with expectations beside them."""
    found = sorted(path for ending in ("txt", "html", "csv") for path in CORPUS.rglob(f"*.{ending}"))
    assert found, f"{CORPUS} is empty"
    return found


def corpus() -> list[Path]:
    """The invented telegrams, and those beside the checkout if they are there."""
    kinds = ("telegrams/*.txt", "page-text/*.txt", "viewer-pages/*.html")
    beside = [path for kind in kinds for path in SHARED.glob(f"corpus/{kind}")]
    return invented() + sorted(beside)
