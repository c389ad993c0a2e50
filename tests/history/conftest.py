"""A repository whose entries have a history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import timelines

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repo(tmp_path: Path) -> timelines.TimelineRepository:
    return timelines.lay_repository(tmp_path / "r")
