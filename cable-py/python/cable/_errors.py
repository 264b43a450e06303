"""Exceptions. What can be tolerated is no exception: it stands in ``Cable.diagnostics``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cable._native import SourceSpan

__all__ = ["CableError", "ParseError", "ReferenceIdError"]


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


class ReferenceIdError(CableError):
    """The text is no reference id."""

    text: str

    def __init__(self, message: str, text: str) -> None:
        super().__init__(message)
        self.text = text

    def __reduce__(self) -> tuple[type[ReferenceIdError], tuple[object, ...]]:
        return type(self), (str(self), self.text)
