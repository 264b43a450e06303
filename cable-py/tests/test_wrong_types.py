"""Every function, class and method refuses what is of another type with `TypeError`."""

from __future__ import annotations

import enum
import inspect
from collections.abc import Callable, Iterator
from typing import Any, is_typeddict

import cable
import pytest

from telegrams import invented


class Other:
    """Something that no function takes."""


def instances() -> dict[type, object]:
    """An object of each class that the telegrams of the corpus give."""
    found: dict[type, object] = {cable.ReferenceId: cable.ReferenceId("08MOSCOW820")}
    queue: list[object] = [cable.read(path) for path in invented()]
    while queue:
        value = queue.pop()
        if isinstance(value, tuple):
            queue += value
        elif type(value).__module__.split(".")[0] == "cable" and not isinstance(value, enum.Enum):
            if type(value) not in found or isinstance(value, cable.Cable):
                found[type(value)] = value
                names = [name for name, member in vars(type(value)).items() if inspect.isdatadescriptor(member)]
                queue += [getattr(value, name) for name in names if not name.startswith("_")]
    return found


def entry_points() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Everything public that can be called, with its name."""
    known = instances()
    for name in cable.__all__:
        value = getattr(cable, name)
        if isinstance(value, type):
            if issubclass(value, enum.Enum | Exception) or is_typeddict(value):
                continue
            yield name, value
            owner = known.get(value, value)
            for member in vars(value):
                if not member.startswith("_") and inspect.isroutine(method := getattr(owner, member)):
                    yield f"{name}.{member}", method
        elif inspect.isroutine(value):
            yield name, value


POINTS = dict(entry_points())


def test_none_is_forgotten() -> None:
    assert {"parse", "read", "tag", "ReferenceId", "ReferenceId.of", "Cable.span", "Cable.to_json"} <= set(POINTS)
    assert len(POINTS) > 60


@pytest.mark.parametrize("name", POINTS)
def test_wrong_types_are_refused(name: str) -> None:
    call = POINTS[name]
    try:
        parameters = list(inspect.signature(call).parameters.values())
    except ValueError:  # a class that is not made by its users
        parameters = []
    positional = [one for one in parameters if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)]
    # Too many are as wrong as another type.
    with pytest.raises(TypeError):
        call(*[Other() for _ in range(max(1, len(positional)))])
    with pytest.raises(TypeError):
        call(*[Other() for _ in range(len(parameters) + 1)])
    with pytest.raises(TypeError):
        call(no_such_option=1)


@pytest.mark.parametrize("option", ["format", "fragment", "assume_year", "strict", "limits"])
def test_options_of_another_type_are_refused(option: str, data: bytes) -> None:
    with pytest.raises(TypeError):
        cable.parse(data, **{option: Other()})  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        cable.parse(data, True)  # type: ignore[call-arg, arg-type]


@pytest.mark.parametrize("wrong", [None, 8, 8.5, object(), [b"x"], memoryview(b"x")], ids=repr)
def test_only_bytes_and_text_are_read(wrong: Any) -> None:
    with pytest.raises(TypeError):
        cable.parse(wrong)


def test_spans_of_another_type_are_refused(data: bytes) -> None:
    telegram = cable.parse(data)
    for wrong in ((0, 1), cable.SourceSpan(0, 1), None, 3):
        with pytest.raises(TypeError):
            telegram.slice(wrong)  # type: ignore[arg-type]
