"""Reading of many telegrams."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from os import PathLike, fspath
from time import monotonic
from typing import BinaryIO, TypeAlias, TypedDict, cast

from cable._errors import MemberError
from cable._native import Cable, Progress, Scan, _scan

__all__ = ["Limits", "scan"]

Source: TypeAlias = str | PathLike[str] | Iterable[str | PathLike[str]] | BinaryIO


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


def scan(
    source: Source,
    /,
    *,
    workers: int | None = None,
    progress: bool | Callable[[Progress], object] = False,
    format: str | None = None,
    fragment: bool = False,
    assume_year: int | None = None,
    strict: bool = False,
    limits: Limits | None = None,
) -> Iterator[Cable | MemberError]:
    """Reads many telegrams, one after the other, in bounded memory and always in the same order.

    ``source`` is a path, a list of paths, ``"-"`` for standard input, or a file object open for bytes. A path is that
    of a folder, of a dump, of a file of telegrams one after the other, or of one telegram, packed with gzip or not;
    what a file is, its bytes tell. Each telegram says in ``Cable.place`` where it stands.

    A member that gives no telegram (damaged, unreadable, no telegram at all) comes as a ``MemberError``; it is given
    out, not raised, and those behind it are read all the same.

    - ``workers``: how many threads parse, all processors if ``None``. Threads of Python run meanwhile.
    - ``progress``: ``True`` shows a bar on standard error; a function is called with a ``Progress`` now and then and at
      the end.

    The other options are those of ``parse``; a ``format`` holds for every file.
    """
    scanned = _scan(
        _source(source),
        workers,
        progress is not False,
        format=format,
        fragment=fragment,
        assume_year=assume_year,
        strict=strict,
        limits=limits,
    )
    if progress is False:
        return scanned
    return _with_bar(scanned) if progress is True else _with_calls(scanned, progress)


def _source(source: Source) -> list[str] | BinaryIO | None:
    """What the extension takes: paths, a file object, or nothing for standard input."""
    if isinstance(source, str | PathLike):
        return None if source == "-" else [fspath(source)]
    if isinstance(source, Iterable) and not hasattr(source, "read"):
        return [fspath(path) for path in source]
    return cast("BinaryIO", source)


def _with_bar(scanned: Scan) -> Iterator[Cable | MemberError]:
    """The members, with a bar of the bytes read."""
    from tqdm import tqdm

    with tqdm(total=scanned.progress.total, unit="B", unit_scale=True, unit_divisor=1024) as bar:
        for count, member in enumerate(scanned):
            if count % 64 == 0:
                bar.update(scanned.progress.bytes - bar.n)
            yield member
        bar.update(scanned.progress.bytes - bar.n)


def _with_calls(scanned: Scan, call: Callable[[Progress], object]) -> Iterator[Cable | MemberError]:
    """The members; ``call`` is told of the progress ten times a second."""
    told = monotonic()
    for member in scanned:
        yield member
        if monotonic() - told > 0.1:
            call(scanned.progress)
            told = monotonic()
    call(scanned.progress)
