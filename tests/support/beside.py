"""What lies beside the project and is no part of it: vectors and registers by others.

Nothing that the project promises is tested with it alone. Where it is not there, a proof or a measurement
says that it was not measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import project

if TYPE_CHECKING:
    from pathlib import Path

_FOLDER = project.ROOT.parent / "shared" / "data"
NOT_MEASURED = "not measured"


def beside(path: str) -> Path:
    """The file or folder of that name, or an end to the test that says what is lacking."""
    found = _FOLDER / path
    if not found.exists():
        pytest.skip(f"{NOT_MEASURED}: there is no ../{found.relative_to(project.ROOT.parent)}")
    return found
