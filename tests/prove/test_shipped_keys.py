"""No key of the shipped catalogue is written in the program either."""

from __future__ import annotations

import pytest

from tests.support import project
from tests.support.written_keys import keys_of, written_in_program

pytestmark = [pytest.mark.prove, pytest.mark.shipped]


def test_no_key_of_the_shipped_catalogue_is_written_in_the_program() -> None:
    assert written_in_program(keys_of(project.ROOT)) == []
