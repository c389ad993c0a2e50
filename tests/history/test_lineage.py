"""Which idea was this before: by its place, its own name, a former name, and only then by likeness.

And what is told of renames, removals and merges in real repositories.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.history.lineage import predecessors
from tests.support.timelines import CAME, SMALL, TRYGG, TimelineRepository

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


# Real repositories


def test_a_rename_is_followed(repo: TimelineRepository) -> None:
    """By git's guess where the text is the same; the former name is told where it is an alias."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    repo.git("2026-10-11", "mv", f"ideas/{SMALL}", "ideas/2026/felanmalan")
    repo.commit("2026-10-11")
    repo.change("2026-10-12", "2026/felanmalan/idea.md", ("stage: assessment", "stage: feasibility"))
    assert repo.events("felanmalan") == [
        "2026-10-12 Skedet ändrades från Bedömning till Förstudie",
        "2026-10-11 Sidan fick en ny adress",
        "2026-10-10 Skedet ändrades från Idé till Bedömning",
        CAME,
    ]
    repo.change(
        "2026-10-13", "2026/felanmalan/idea.md", ("relations:", "aliases: [enklare-felanmalan]\nrelations:")
    )
    assert (
        repo.events("felanmalan")[1] == "2026-10-11 Sidan fick en ny adress (namnet var enklare-felanmalan)"
    )


def test_a_move_to_another_year_is_followed(repo: TimelineRepository) -> None:
    """The former year is told where the entry names it, and the name too where both are others."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    repo.git("2026-10-11", "mv", f"ideas/{SMALL}", "ideas/2025/enklare-felanmalan")
    repo.commit("2026-10-11")
    repo.git("2026-10-12", "mv", "ideas/2025/enklare-felanmalan", "ideas/2024-x")
    (repo.root / "ideas" / "2024").mkdir()
    repo.git("2026-10-12", "mv", "ideas/2024-x", "ideas/2024/felanmalan")
    repo.commit("2026-10-12")
    assert repo.events("felanmalan")[:2] == [
        "2026-10-12 Sidan fick en ny adress",
        "2026-10-11 Sidan fick en ny adress",
    ]
    aliases = "aliases: [2026/enklare-felanmalan, 2025/enklare-felanmalan]"
    repo.change("2026-10-13", "2024/felanmalan/idea.md", ("relations:", f"{aliases}\nrelations:"))
    assert repo.events("felanmalan") == [
        "2026-10-12 Sidan fick en ny adress (namnet var 2025/enklare-felanmalan)",
        "2026-10-11 Sidan fick en ny adress (året var 2026)",
        "2026-10-10 Skedet ändrades från Idé till Bedömning",
        CAME,
    ]


def test_a_rename_and_a_rewrite_are_followed_by_the_alias(repo: TimelineRepository) -> None:
    """Where nothing is alike any more, the former name says who it is; the plan and pictures follow."""
    repo.git("2026-10-11", "mv", f"ideas/{TRYGG}", "ideas/2025/hem")
    idea = repo.root / "ideas" / "2025" / "hem" / "idea.md"
    front, _, _ = idea.read_text(encoding="utf-8").partition("grants:")
    kept = "".join(
        f"{line}\n" for line in front.split("\n") if line.startswith(("---", "stage", "outcome", "sector"))
    )
    words = " ".join(f"ord{number}" for number in range(400))
    body = kept.replace("---\n", "---\ntitle: Hem\naliases: [trygg-hemgang]\n", 1)
    idea.write_text(
        f"{body}summary: En helt annan text än den som stod här förut.\n---\n\n{words}\n", encoding="utf-8"
    )
    repo.commit("2026-10-11")
    told = repo.events("hem")
    assert told[0] == "2026-10-11 Sidan fick en ny adress (namnet var trygg-hemgang)"
    assert told[-1] == CAME
    assert not [line for line in told if "Projektplan" in line or "bild" in line]


def test_a_removed_entry_that_came_back(repo: TimelineRepository) -> None:
    """Both days are told, in one line each."""
    repo.git("2026-10-10", "rm", "-r", "--quiet", f"ideas/{TRYGG}")
    repo.commit("2026-10-10")
    repo.git("2026-10-11", "revert", "--no-edit", "HEAD")
    assert repo.events("trygg-hemgang") == [
        "2026-10-11 Lades in i katalogen igen",
        "2026-10-10 Togs bort ur katalogen",
        CAME,
    ]


def test_another_idea_in_a_former_folder_is_another(repo: TimelineRepository) -> None:
    """What lay there before the idea moved there has a story of its own."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    repo.git("2026-10-11", "rm", "-r", "--quiet", f"ideas/{SMALL}")
    repo.commit("2026-10-11")
    (repo.root / "ideas" / "2026").mkdir(exist_ok=True)
    repo.git("2026-10-12", "mv", f"ideas/{TRYGG}", f"ideas/{SMALL}")
    repo.commit("2026-10-12")
    assert repo.events() == ["2026-10-12 Sidan fick en ny adress", CAME]


def branched(repo: TimelineRepository) -> None:
    """A branch with a change of the stage, and a change of the title beside it."""
    repo.git("2026-10-02", "checkout", "--quiet", "-b", "side")
    repo.change("2026-10-05", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    repo.git("2026-10-05", "checkout", "--quiet", "main")
    repo.change("2026-10-08", f"{SMALL}/idea.md", ("I dag", "Nu"))


def test_a_merge_is_one_change_on_its_own_day(repo: TimelineRepository) -> None:
    """The branch's commits are not told again, and not as of the day when nobody could read them."""
    branched(repo)
    repo.git("2026-10-20", "merge", "--quiet", "--no-edit", "side")
    assert repo.events() == [
        "2026-10-20 Skedet ändrades från Idé till Bedömning",
        "2026-10-08 Texten ändrades, 1 nytt ord och 2 strukna ord: Behov",
        CAME,
    ]


def test_what_a_merge_slips_in_is_told(repo: TimelineRepository) -> None:
    """A change that stands in neither branch belongs to the merge."""
    branched(repo)
    repo.git("2026-10-20", "merge", "--quiet", "--no-commit", "side")
    repo.change(
        "2026-10-20",
        f"{SMALL}/idea.md",
        ("stage: assessment", "stage: project"),
        ("title: E", "title: Mycket e"),
    )
    assert repo.events()[:2] == [
        "2026-10-20 Skedet ändrades från Idé till Projekt",
        "2026-10-20 Ny titel: Mycket enklare felanmälan",
    ]
