"""The command ``cable``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from cable._enums import Format, Severity
from cable._errors import CableError
from cable._native import Cable, ReferenceId, __version__
from cable._read import read

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
    options.add_argument("files", nargs="+", metavar="FILE")
    options.add_argument("--format", choices=[str(word) for word in Format], help="read the input as this format")
    options.add_argument("--fragment", action="store_true", help="the input is a piece of a telegram")
    options.add_argument("--assume-year", type=int, metavar="YEAR", help="the year where none is printed")

    command = commands.add_parser("parse", parents=[options], help="print each telegram as one line of JSON")
    command.add_argument("--spans", action="store_true", help="add the places of the values")
    command.set_defaults(run=_parse)

    command = commands.add_parser("check", parents=[options], help="print what was found in each telegram")
    command.set_defaults(run=_check)

    command = commands.add_parser("ids", help="print the canonical form of reference ids")
    command.add_argument("texts", nargs="+", metavar="TEXT")
    command.set_defaults(run=_ids)
    return parser


def _write(text: str) -> None:
    """Writes UTF-8, whatever the locale says."""
    sys.stdout.buffer.write(text.encode())


def _open(path: str, options: argparse.Namespace) -> Cable | None:
    """The telegram in a file; without one, says why."""
    try:
        return read(path, format=options.format, fragment=options.fragment, assume_year=options.assume_year)
    except (OSError, CableError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        print(f"cable: {path}: {reason}", file=sys.stderr)
        return None


def _parse(options: argparse.Namespace) -> int:
    status = 0
    for path in options.files:
        cable = _open(path, options)
        if cable is None:
            status = 1
        else:
            _write(cable.to_json(spans=options.spans) + "\n")
    return status


def _check(options: argparse.Namespace) -> int:
    status = 0
    for path in options.files:
        cable = _open(path, options)
        if cable is None:
            status = 1
            continue
        for diagnostic in cable.diagnostics:
            _write(f"{path}: {diagnostic.render()}")
            if diagnostic.severity is Severity.ERROR:
                status = 1
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
