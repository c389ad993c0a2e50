"""The list of deliberate faults is as the program is now. Whether the faults are seen, `make prove` says."""

from __future__ import annotations

import pytest

from tests.support import project
from tests.support.faults import FOLDER, Fault, faults

FAULTS = faults()
LEAST = 25


def test_there_are_enough() -> None:
    """Each once, from every file of the list."""
    assert len(FAULTS) >= LEAST
    assert len({(fault.file, fault.old, fault.new) for fault in FAULTS.values()}) == len(FAULTS)
    assert {name.partition(":")[0] for name in FAULTS} == {file.stem for file in FOLDER.glob("*.toml")}


@pytest.mark.parametrize("fault", [pytest.param(fault, id=name) for name, fault in FAULTS.items()])
def test_a_fault_can_be_made_and_looked_for(fault: Fault) -> None:
    """Its old text stands once in its file, and its tests are there."""
    assert fault.within(project.ROOT)
    paths = [word.partition("::")[0] for word in fault.tests if word.startswith("tests/")]
    assert paths
    assert [path for path in paths if not (project.ROOT / path).exists()] == []


def test_a_fault_that_no_longer_fits_says_so() -> None:
    fault = Fault("A guard.", "README.md", "no such words", "others", ("tests",))
    with pytest.raises(
        AssertionError, match=r"README.md has this 0 times, not once: 'no such words' \(A guard"
    ):
        fault.within(project.ROOT)
