"""How long it takes to find the nearest idea among ten thousand."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from idesluss.derived.similar import LikenessIndex
from idesluss.model import Settings
from tests.support import registers

if TYPE_CHECKING:
    import pytest

    from idesluss.derived.similar import Writing

AT_LEAST = Settings.model_fields["similar_from"].default / 100


def test_ten_thousand_against_ten_thousand(capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest five of each of 10,000, and of one new text."""
    writings: dict[str, Writing] = {}
    for register in ("tillvaxtverket", "swecris-vinnova"):
        writings |= {f"{register}-{key}": writing for key, writing in registers.writings(register).items()}
    many = {f"{at}-{key}": writing for at in range(3) for key, writing in writings.items()}
    many = dict(list(many.items())[:10_000])
    start = time.process_time()
    index = LikenessIndex(many)
    built = time.process_time()
    for key in many:
        index.nearest(key, 5, AT_LEAST)
    done = time.process_time()
    index.nearest(next(iter(writings.values())), 5, AT_LEAST)
    one = time.process_time() - done
    with capsys.disabled():
        told = f"all against all {done - built:.1f} s, one against all {one * 1000:.1f} ms"
        print(f"\n{len(many):,} records: index {built - start:.1f} s, {told} CPU")
    assert done - start < 60
