"""Prints what a telegram says, in a few lines. The same program stands in Rust and in C beside this one."""

import sys

import cable


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: summary.py FILE", file=sys.stderr)
        return 2
    telegram = cable.read(sys.argv[1])

    print("id:", telegram.reference_id or "-")
    print(
        "classification:",
        telegram.classification.display if telegram.classification else "-",
    )
    if header := telegram.header:
        if header.date_time_group:
            print(f"sent: {header.date_time_group:%Y-%m-%dT%H:%M:%SZ}")
        if header.originator:
            print("from:", header.originator.name)
        for addressee in header.action:
            print("to:", addressee.name)
        for addressee in header.info:
            print("info:", addressee.name)
    for caption in telegram.captions:
        print("caption:", caption)
    print("subject:", telegram.subject.text if telegram.subject else "-")
    for tag in telegram.tags:
        print("tag:", tag.code, tag.kind, tag.name or "-")
    for reference in telegram.references:
        print(
            "reference:",
            reference.label or "-",
            reference.kind,
            reference.target or reference.text,
        )
    for paragraph in telegram.paragraphs:
        number = "-" if paragraph.number is None else paragraph.number
        mark = paragraph.mark.printed if paragraph.mark else "-"
        print(
            "paragraph:",
            number,
            mark,
            paragraph.role or "-",
            len(paragraph.text.encode()),
            "bytes",
        )
    for name in telegram.signature:
        print("signed:", name)
    for diagnostic in telegram.diagnostics:
        print(f"{diagnostic.severity}: {diagnostic.code}")
    return 0


if __name__ == "__main__":
    # The Rust and C programs write UTF-8 whatever the locale says.
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.exit(main())
