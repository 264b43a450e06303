"""Reading of files."""

from __future__ import annotations

from os import PathLike
from typing import TypedDict

from cable._native import Cable, parse

__all__ = ["Limits", "read"]


class Limits(TypedDict, total=False):
    """Upper bounds on what one parse keeps. Beyond a limit the text stays unread and a diagnostic says so."""

    input: int
    """Bytes of input; more raise ``ParseError``. Default 64 MiB."""
    addressees: int
    """Addressees of a header. Default 10,000."""
    references: int
    """References. Default 5,000."""
    paragraphs: int
    """Paragraphs. Default 10,000."""
    diagnostics: int
    """Diagnostics. Default 1,000."""


def read(
    path: str | PathLike[str],
    /,
    *,
    format: str | None = None,
    fragment: bool = False,
    assume_year: int | None = None,
    strict: bool = False,
    limits: Limits | None = None,
) -> Cable:
    """Reads a telegram from a file. Options are those of ``parse``.

    Raises ``OSError`` if the file cannot be read, ``ParseError`` if it holds no telegram.
    """
    with open(path, "rb") as file:
        data = file.read()
    return parse(
        data,
        format=format,
        fragment=fragment,
        assume_year=assume_year,
        strict=strict,
        limits=limits,
    )
