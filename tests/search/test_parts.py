"""Parts of the index: taken over where nothing that they hold has changed, and made anew otherwise."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from idesluss.search import IndexPlan, SearchRecord, indexing, parts, spreading
from idesluss.search.indexing import write_index
from idesluss.search.lexicon import Lexicon
from idesluss.search.record import TextPart
from idesluss.search.spreading import spread
from idesluss.search.stub import stub, stub_path
from tests.support import project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RECORDS = [
    SearchRecord(
        "sv",
        f"ideer/{number}/",
        "topic" if number % 9 == 0 else "idea",
        f"Idé {number}",
        parts=(TextPart("", "", "Hållbar kommunutveckling för alla."),),
        filters=(("stage", "project"),),
    )
    for number in range(40)
]


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "PART", 12)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pages each part has that Pagefind is asked to make."""
    asked: list[int] = []
    make = indexing._make

    def counted(program: Path, part: Path, stubs: dict[str, str], key: str) -> None:
        asked.append(len(stubs))
        make(program, part, stubs, key)

    monkeypatch.setattr(indexing, "_make", counted)
    return asked


def planned(records: list[SearchRecord]) -> IndexPlan:
    lexicon = Lexicon((record.text for record in RECORDS), "sv")
    stubs = ({stub_path(one): stub(one, lexicon) for one in part} for part in spread(records))
    return IndexPlan("sv", tuple(stubs), {"words.json": "{}"})


def edited(at: int) -> list[SearchRecord]:
    return [replace(one, lead="Nytt.") if at == number else one for number, one in enumerate(RECORDS)]


def test_what_has_not_changed_is_not_made_again(tmp_path: Path, made: list[int]) -> None:
    write_index(tmp_path / "old", [planned(RECORDS)])
    assert sorted(made) == sorted(len(part) for part in spread(RECORDS))
    made.clear()
    write_index(tmp_path / "new", [planned(RECORDS)], [tmp_path / "none", tmp_path / "old"])
    assert not made
    assert project.snapshot(tmp_path / "new") == project.snapshot(tmp_path / "old")


@pytest.mark.parametrize("at", [1, 9, 39])
def test_an_edit_makes_one_part_and_the_same_index_as_from_nothing(
    tmp_path: Path, made: list[int], at: int
) -> None:
    write_index(tmp_path / "old", [planned(RECORDS)])
    made.clear()
    write_index(tmp_path / "new", [planned(edited(at))], [tmp_path / "old"])
    assert len(made) == 1
    write_index(tmp_path / "cold", [planned(edited(at))])
    assert project.snapshot(tmp_path / "new") == project.snapshot(tmp_path / "cold")


@pytest.mark.parametrize("at", [1, 20])
def test_a_page_that_comes_or_goes_changes_its_part_alone(at: int) -> None:
    fewer = [one for number, one in enumerate(RECORDS) if number != at]
    before, after = ([{one.url for one in part} for part in spread(some)] for some in (RECORDS, fewer))
    assert len(before) == len(after) > 3
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_what_tells_of_the_whole_lies_by_itself() -> None:
    """An idea that comes or goes changes what many topics say."""
    kinds = [{one.kind for one in part} for part in spread(RECORDS)]
    assert {"topic"} in kinds
    assert all(len(held) == 1 for held in kinds)


def cut(part: Path) -> None:
    file = next(part.glob("fragment/*"))
    file.write_bytes(file.read_bytes()[:-1])


def lose(part: Path) -> None:
    next(part.glob("index/*")).unlink()


def add(part: Path) -> None:
    (part / "fragment" / "0.pf_fragment").write_bytes(b"")


def swap(part: Path) -> None:
    one, other = sorted(part.glob("fragment/*"))[:2]
    first = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(first)


def unsay(part: Path) -> None:
    (part / "made.json").write_text("[]", encoding="utf-8")


def unhold(part: Path) -> None:
    said = json.loads((part / "made.json").read_text(encoding="utf-8"))
    (part / "made.json").write_text(json.dumps({"from": said["from"]}), encoding="utf-8")


@pytest.mark.parametrize("damage", [cut, lose, add, swap, unsay, unhold])
@pytest.mark.parametrize("name", ["", "2"])
def test_a_damaged_part_is_made_anew(
    tmp_path: Path, made: list[int], damage: Callable[[Path], None], name: str
) -> None:
    write_index(tmp_path / "old", [planned(RECORDS)])
    whole = project.snapshot(tmp_path / "old")
    damage(tmp_path / "old" / indexing.FOLDER / "sv" / name)
    made.clear()
    write_index(tmp_path / "new", [planned(RECORDS)], [tmp_path / "old"])
    assert len(made) == 1
    assert project.snapshot(tmp_path / "new") == whole


def test_a_part_of_another_engine_is_made_anew() -> None:
    stubs = planned(RECORDS).parts[0]
    keys = [
        parts.stubs_digest(stubs, engine, is_first=first) for engine in ("1", "2") for first in (True, False)
    ]
    assert len({*keys}) == len(keys)
