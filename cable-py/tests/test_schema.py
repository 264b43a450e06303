"""The JSON of every telegram keeps to `docs/cable.schema.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cable
import pytest

from telegrams import ROOT

jsonschema = pytest.importorskip("jsonschema")


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = json.loads((ROOT / "docs" / "cable.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_json_keeps_to_the_schema(path: Path, validator: Any) -> None:
    telegram = cable.read(path)
    for value in (telegram.to_dict(), telegram.to_dict(spans=True)):
        errors = validator.iter_errors(value)
        assert [f"{error.json_path}: {error.message}" for error in errors] == []
