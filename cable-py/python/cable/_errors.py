"""Exceptions. What can be tolerated is no exception: it stands in ``Cable.diagnostics``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cable._native import Place, SourceSpan

__all__ = ["CableError", "JoinError", "MemberError", "ParseError", "ReferenceIdError"]


class CableError(ValueError):
    """An input that cannot be read."""


class ParseError(CableError):
    """No telegram could be read from the input.

    ``code`` is ``too-large``, ``not-a-telegram``, ``wrong-format`` or ``strict-violation``. ``span`` is the place in
    the input, ``line`` and ``column`` count from 1, columns in bytes; all three are ``None`` where there is no place.
    """

    code: str
    span: SourceSpan | None
    line: int | None
    column: int | None

    def __init__(
        self,
        message: str,
        code: str,
        span: SourceSpan | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.span = span
        self.line = line
        self.column = column

    def __reduce__(self) -> tuple[type[ParseError], tuple[object, ...]]:
        return type(self), (str(self), self.code, self.span, self.line, self.column)


class MemberError(CableError):
    """A member of a corpus that gave no telegram. ``scan`` gives it out in its place among the telegrams.

    ``code`` is ``io``, ``symlink-loop``, ``truncated``, ``unclosed-quote``, ``missing-columns``, or that of a
    ``ParseError``. ``place`` is where the member stands. ``data`` are its bytes as far as they were read, so that
    nothing is lost: ``parse`` reads what can be read of a damaged row.
    """

    code: str
    place: Place | None
    data: bytes

    def __init__(self, message: str, code: str, place: Place | None = None, data: bytes = b"") -> None:
        super().__init__(message)
        self.code = code
        self.place = place
        self.data = data

    def __reduce__(self) -> tuple[type[MemberError], tuple[object, ...]]:
        return type(self), (str(self), self.code, self.place, self.data)


class JoinError(CableError):
    """Telegrams are not the sections of one telegram.

    ``code`` is ``no-parts``, ``no-section``, ``other-telegram`` or ``already-joined``. ``parts`` are the indexes of the
    telegrams it speaks of, among those given to ``join``.
    """

    code: str
    parts: tuple[int, ...]

    def __init__(self, message: str, code: str, parts: tuple[int, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.parts = parts

    def __reduce__(self) -> tuple[type[JoinError], tuple[object, ...]]:
        return type(self), (str(self), self.code, self.parts)


class ReferenceIdError(CableError):
    """The text is no reference id."""

    text: str

    def __init__(self, message: str, text: str) -> None:
        super().__init__(message)
        self.text = text

    def __reduce__(self) -> tuple[type[ReferenceIdError], tuple[object, ...]]:
        return type(self), (str(self), self.text)
