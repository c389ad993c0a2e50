"""Which idea was this before: by its place, its own name, a former name, and only then by likeness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.history.lineage import predecessors

A15, A16, B16, C16 = "ideas/2015/a", "ideas/2016/a", "ideas/2016/b", "ideas/2016/c"


@pytest.mark.parametrize(
    ("now", "before", "alike", "expected"),
    [
        ({A16: ()}, [A16], {}, {A16: A16}),
        ({A16: ()}, [A15], {}, {A16: A15}),
        ({B16: ("a",)}, [A16], {}, {B16: A16}),
        ({B16: ()}, [A16], {B16: A16}, {B16: A16}),
        ({B16: ()}, [A16], {}, {}),
        # Its own name before a former one, and a former one before likeness.
        ({A16: ("b",), C16: ()}, [A15, B16], {C16: A15}, {A16: A15}),
        ({C16: ("b",)}, [A16, B16], {C16: A16}, {C16: B16}),
        # Who has stayed is not taken for another, however alike.
        ({A16: (), B16: ("a",)}, [A16], {B16: A16}, {A16: A16}),
        # None is taken for two.
        ({B16: ("a",), C16: ("a",)}, [A16], {}, {B16: A16}),
        # Two folders of one name, in two years.
        ({A15: (), A16: ()}, [A15, A16], {}, {A15: A15, A16: A16}),
    ],
)
def test_the_one_answer(
    now: dict[str, tuple[str, ...]], before: list[str], alike: dict[str, str], expected: dict[str, str]
) -> None:
    assert predecessors(now, before, alike) == expected


FOLDERS = st.builds(
    lambda year, slug: f"ideas/{year}/{slug}", st.integers(2015, 2017), st.sampled_from("abcd")
)


@given(
    st.dictionaries(FOLDERS, st.lists(st.sampled_from("abcd"), max_size=2).map(tuple)),
    st.lists(FOLDERS, unique=True),
    st.dictionaries(FOLDERS, FOLDERS),
)
def test_no_idea_is_taken_for_two(
    now: dict[str, tuple[str, ...]], before: list[str], alike: dict[str, str]
) -> None:
    """Whatever names and guesses there are, each folder has at most one follower and stays where it was."""
    found = predecessors(now, before, alike)
    assert len(set(found.values())) == len(found)
    assert set(found) <= set(now)
    assert set(found.values()) <= set(before)
    assert all(found[folder] == folder for folder in set(now) & set(before))
