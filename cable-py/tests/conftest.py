"""Telegrams as fixtures."""

from __future__ import annotations

from pathlib import Path

import pytest

from telegrams import TELEGRAM, corpus


@pytest.fixture
def data() -> bytes:
    return TELEGRAM


@pytest.fixture(params=corpus(), ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """Each telegram of the corpus."""
    found = request.param
    assert isinstance(found, Path)
    return found
