"""The live catalogue has no error. With test_records.py, the only tests that read the live ideas/."""

from __future__ import annotations

from tests.support import project


def test_the_live_catalogue_passes() -> None:
    """What is published from here is without errors."""
    done = project.run(project.ROOT, "idesluss", "check")
    assert done.returncode == 0, done.stdout
