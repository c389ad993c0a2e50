"""The shipped catalogue has no error: the only test that reads it."""

from __future__ import annotations

import pytest

from tests.support import project


@pytest.mark.shipped
def test_the_shipped_catalogue_passes() -> None:
    """What is published from here is without errors, on the day it is asked: it tells of days of its own."""
    done = project.run(project.ROOT, "idesluss", "check", IDESLUSS_TODAY="", SOURCE_DATE_EPOCH="")
    assert done.returncode == 0, done.stdout
