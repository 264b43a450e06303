"""The command ``cable``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from cable._convert import writer_of
from cable._enums import Format, Severity
from cable._errors import CableError, MemberError
from cable._native import Cable, ReferenceId, __version__
from cable._read import scan

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command. The exit status is 0, 1 if something was found or could not be read, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader, `head` for instance, has seen enough; Python must not try to flush again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cable", description="Reads US State Department telegrams.")
    parser.add_argument("--version", action="version", version=f"cable {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--format", choices=[str(word) for word in Format], help="read the input as this format")
    options.add_argument("--fragment", action="store_true", help="the input is a piece of a telegram")
    options.add_argument("--assume-year", type=int, metavar="YEAR", help="the year where none is printed")
    options.add_argument("--workers", type=int, metavar="N", help="threads that parse; all processors without it")

    files = argparse.ArgumentParser(add_help=False)
    files.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a telegram, page, dump, file of many telegrams or folder, packed with gzip or not; - is standard input",
    )

    command = commands.add_parser("parse", parents=[files, options], help="print each telegram as one line of JSON")
    command.add_argument("--spans", action="store_true", help="add the places of the values")
    command.set_defaults(run=_parse)

    command = commands.add_parser("check", parents=[files, options], help="print what was found in each telegram")
    command.set_defaults(run=_check)

    command = commands.add_parser("convert", parents=[files, options], help="write many telegrams to one file")
    command.add_argument("-o", "--output", required=True, metavar="OUT", help="a file that ends in .jsonl or .csv")
    command.add_argument("--no-progress", action="store_true", help="show no progress bar")
    command.set_defaults(run=_convert)

    command = commands.add_parser("ids", help="print the canonical form of reference ids")
    command.add_argument("texts", nargs="+", metavar="TEXT")
    command.set_defaults(run=_ids)
    return parser


def _write(text: str) -> None:
    """Writes UTF-8, whatever the locale says."""
    sys.stdout.buffer.write(text.encode())


def _telegrams(options: argparse.Namespace, progress: bool = False) -> Iterator[Cable | MemberError]:
    """The members of all files, one after the other."""
    keywords: dict[str, Any] = {
        "workers": options.workers,
        "progress": progress,
        "format": options.format,
        "fragment": options.fragment,
        "assume_year": options.assume_year,
    }
    if options.files.count("-") == 0:
        yield from scan(options.files, **keywords)
        return
    for path in options.files:
        yield from scan(path, **keywords)


def _told(error: MemberError) -> None:
    """Says where no telegram is, and why."""
    print(f"cable: {error.place}: {error}", file=sys.stderr)


def _parse(options: argparse.Namespace) -> int:
    status = 0
    for member in _telegrams(options):
        if isinstance(member, MemberError):
            _told(member)
            status = 1
        else:
            _write(member.to_json(spans=options.spans) + "\n")
    return status


def _check(options: argparse.Namespace) -> int:
    status = 0
    for member in _telegrams(options):
        if isinstance(member, MemberError):
            _told(member)
            status = 1
            continue
        for diagnostic in member.diagnostics:
            _write(f"{member.place}: {diagnostic.render()}")
            if diagnostic.severity is Severity.ERROR:
                status = 1
    return status


def _convert(options: argparse.Namespace) -> int:
    write = writer_of(options.output)
    if write is None:
        print(f"cable: {options.output}: the name must end in .jsonl or .csv", file=sys.stderr)
        return 2
    status = 0

    def telegrams() -> Iterator[Cable]:
        nonlocal status
        for member in _telegrams(options, progress=not options.no_progress):
            if isinstance(member, MemberError):
                _told(member)
                status = 1
            else:
                yield member

    try:
        write(options.output, telegrams())
    except OSError as error:
        print(f"cable: {options.output}: {error.strerror}", file=sys.stderr)
        return 1
    return status


def _ids(options: argparse.Namespace) -> int:
    status = 0
    for text in options.texts:
        try:
            _write(f"{ReferenceId(text).canonical()}\n")
        except CableError as error:
            print(f"cable: {text}: {error}", file=sys.stderr)
            status = 1
    return status
