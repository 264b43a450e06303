"""Files of many telegrams, as ``cable convert`` writes them."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cable._native import Cable

__all__ = ["COLUMNS", "writer_of"]

Write = Callable[[str, Iterable["Cable"]], None]

# The columns of the CSV, each with its value. Lists are parted by a bar, as in the dump.
COLUMNS: dict[str, Callable[[Cable], object]] = {
    "path": lambda one: one.place and one.place.path,
    "row": lambda one: one.place and one.place.row,
    "format": lambda one: one.format,
    "reference_id": lambda one: one.reference_id,
    "date_time_group": lambda one: one.header and one.header.date_time_group and one.header.date_time_group.isoformat(),
    "created": lambda one: one.envelope and one.envelope.created and one.envelope.created.isoformat(),
    "classification": lambda one: one.classification and one.classification.display,
    "captions": lambda one: "|".join(one.captions),
    "originator": lambda one: one.header and one.header.originator and one.header.originator.name,
    "action": lambda one: one.header and "|".join(addressee.name for addressee in one.header.action),
    "info": lambda one: one.header and "|".join(addressee.name for addressee in one.header.info),
    "tags": lambda one: "|".join(tag.corrected or tag.code for tag in one.tags),
    "subject": lambda one: one.subject and one.subject.text,
    "references": lambda one: "|".join(reference.target for reference in one.references if reference.target),
    "signature": lambda one: "|".join(one.signature),
    "diagnostics": lambda one: "|".join(finding.code for finding in one.diagnostics),
    "summary": lambda one: one.summary,
    "text": lambda one: one.text,
}


def writer_of(path: str) -> Write | None:
    """What writes a file of the kind that the name says; ``None`` if no kind is known by it."""
    return {".jsonl": _jsonl, ".csv": _csv}.get(Path(path).suffix.lower())


@contextmanager
def _replacing(path: str) -> Iterator[IO[bytes]]:
    """A file that takes the place of ``path`` when all is written: a run that breaks off leaves no half."""
    target = Path(path)
    if target.exists() and not target.is_file():
        # A pipe or a device is written as it is.
        with target.open("wb") as device:
            yield device
        return
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
        try:
            yield file
        except BaseException:
            os.unlink(file.name)
            raise
    mask = os.umask(0)
    os.umask(mask)
    os.chmod(file.name, 0o666 & ~mask)
    os.replace(file.name, path)


def _jsonl(path: str, telegrams: Iterable[Cable]) -> None:
    """One line of JSON for each telegram."""
    with _replacing(path) as file:
        for telegram in telegrams:
            file.write(telegram.to_json().encode() + b"\n")


def _csv(path: str, telegrams: Iterable[Cable]) -> None:
    """One row for each telegram, below the names of the columns; UTF-8."""
    with _replacing(path) as binary, open(binary.fileno(), "w", encoding="utf-8", newline="", closefd=False) as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for telegram in telegrams:
            rows.writerow([value(telegram) for value in COLUMNS.values()])
