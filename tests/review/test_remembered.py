"""What is remembered between runs changes nothing that is said, whatever becomes of it."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from typing import TYPE_CHECKING, Literal

import pytest

from idesluss import reporters
from idesluss.cache import Store, key_of
from idesluss.catalogue.catalogue import read_catalogue
from idesluss.checks import judge_reading, judged_change
from idesluss.checks.looking import Looking
from idesluss.cli import remembered
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.reading.document import parse_document
from idesluss.reading.files import DiskFiles
from idesluss.reading.letting_go import ChangedMeanwhile
from idesluss.review import report_as_json, report_as_markdown
from tests.support import catalogues, gitrepo, project
from tests.support.mutated_changes import make_change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from idesluss.reading.problem import Problem

IDEA = "ideas/2026/enklare-felanmalan/idea.md"
SEEDS, BATCH = 24, 6
FORMS: tuple[Literal["text", "json", "github", "sarif"], ...] = ("text", "json", "github", "sarif")


def begun(folder: Path) -> Path:
    """A repository whose branch `base` holds an everyday catalogue, as HEAD does."""
    root = catalogues.lay(gitrepo.start(folder / "r"), project.BASE, project.RICH)
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    return root


def all_said(
    root: Path, folder: Path | None = None, today: dt.date = catalogues.TODAY, program: str = "p"
) -> list[object]:
    """All that is said of the catalogue and of its change, by what is remembered in a folder, if in any."""
    store = Store(folder)

    def look() -> Looking | None:
        return Looking(store, program, key_of, today) if folder else None

    reading = read_catalogue(DiskFiles(root), today, onlooker=look())
    said: list[object] = [*_written(judge_reading(reading), [])]
    if reading.catalogue:
        judged = judged_change(read_change(Repository(root), "base", reading.catalogue, look()))
        said += _written(judged.caused, judged.older)
        said += [report_as_markdown(judged, "sv"), report_as_json(judged, "en")]
    store.save()
    return said


def _written(problems: list[Problem], older: list[Problem]) -> Iterator[object]:
    yield problems
    yield older
    yield from (reporters.in_format(form, problems, "sv", older) for form in FORMS)


def damage(folder: Path, chance: random.Random) -> None:
    """Flip, cut and swap what is remembered."""
    files = sorted(file for file in folder.iterdir() if file.stat().st_size)
    for file in files:
        content = bytearray(file.read_bytes())
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
        file.write_bytes(content[: chance.choice((len(content), chance.randrange(len(content))))])
    for one, other in zip(files[::2], files[1::2], strict=False):
        between = folder / "between"
        one.replace(between)
        other.replace(one)
        between.replace(other)


@pytest.mark.parametrize("first", range(0, SEEDS, BATCH))
def test_a_change_by_chance_is_judged_as_if_nothing_was_remembered(tmp_path: Path, first: int) -> None:
    """With nothing, with what others left, with all of it, and with what is left of it."""
    root, folder = begun(tmp_path), tmp_path / "c"
    all_said(root, folder)
    for seed in range(first, first + BATCH):
        gitrepo.git(root, "reset", "--quiet", "--hard", "base")
        gitrepo.git(root, "clean", "-fdqx")
        make_change(root, seed)
        plain = all_said(root)
        for state in ("begun", "warm"):
            assert all_said(root, folder) == plain, f"the change of seed {seed}, {state}"
        damage(folder, random.Random(seed))  # noqa: S311  # nothing is kept secret by it
        assert all_said(root, folder) == plain, f"the change of seed {seed}, damaged"


def in_text(path: str, old: str, new: str) -> Callable[[Path], None]:
    """An edit of a file that holds the old text."""

    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def renamed(root: Path) -> None:
    """The idea under another name, which tells its former one."""
    folder = (root / IDEA).parent
    in_text(IDEA, "summary:", "aliases: [enklare-felanmalan]\nsummary:")(root)
    folder.replace(folder.with_name("felanmalan"))


def pictured(root: Path) -> None:
    """A file that is no picture, beside an idea."""
    (root / IDEA).with_name("bild.png").write_bytes(b"no picture")


def exempted(root: Path) -> None:
    """An idea that lacks what is asked for, and a list that lets it wait."""
    in_text(IDEA, "origin:", "# origin:")(root)
    with (root / "ideas/catalogue.yml").open("a", encoding="utf-8") as file:
        file.write(f"\nexemptions:\n  - {{ path: {IDEA}, rule: required, count: 1 }}\n")


SETTINGS, CALL = "ideas/catalogue.yml", "ideas/calls/testbaddar-2025.md"
EDITS: dict[str, Callable[[Path], None]] = {
    "text": in_text(IDEA, "\n## ", "\n[x](../finns-inte/idea.md)\n\n## "),
    "title": in_text(IDEA, "title: ", "title: Ny "),
    "stage": in_text(IDEA, "stage: ", "stage: x"),
    "relation": in_text(IDEA, "summary:", "relations: [{ kind: builds_on, idea: borta }]\nsummary:"),
    "number": in_text(IDEA, "summary: ", "summary: 19121212-1212 "),
    "broken": in_text(IDEA, "summary: ", "summary: ["),
    "slug": renamed,
    "gone": lambda root: shutil.rmtree((root / IDEA).parent),
    "vocabulary": in_text(SETTINGS, "storby-kommun:", "lillby-kommun:"),
    "asked": in_text(SETTINGS, "requires: [idea.submitted", "requires: [idea.partners, idea.submitted"),
    "call": in_text(CALL, "opens:", "max_grant: 1\nopens:"),
    "call gone": lambda root: (root / CALL).unlink(),
    "exemption": exempted,
    "picture": pictured,
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_judged_as_if_nothing_was_remembered(tmp_path: Path, edit: Callable[[Path], None]) -> None:
    root, folder = begun(tmp_path), tmp_path / "c"
    before = all_said(root, folder)
    edit(root)
    gitrepo.commit(root)
    plain = all_said(root)
    assert plain != before
    assert all_said(root, folder) == plain
    assert all_said(root, folder) == plain
    gitrepo.git(root, "reset", "--quiet", "--hard", "base")
    assert all_said(root, folder) == before


def test_another_day_is_judged_by_itself(tmp_path: Path) -> None:
    root, folder = begun(tmp_path), tmp_path / "c"
    before, later = all_said(root, folder), catalogues.TODAY + dt.timedelta(days=900)
    assert all_said(root, folder, later) == all_said(root, None, later) != before


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The path of each document that is parsed."""
    paths: list[str] = []

    def parse(path: str, *given: object, **named: bool) -> object:
        paths.append(path)
        return parse_document(path, *given, **named)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr("idesluss.reading.document.parse_document", parse)
    return paths


def ideas(paths: list[str]) -> list[str]:
    found = [path for path in paths if path.endswith(("idea.md", "plan.md"))]
    paths.clear()
    return found


def read(root: Path, folder: Path, program: str = "p") -> None:
    store = Store(folder)
    judge_reading(
        read_catalogue(
            DiskFiles(root), catalogues.TODAY, onlooker=Looking(store, program, key_of, catalogues.TODAY)
        )
    )
    store.save()


def test_what_is_known_is_not_parsed(tmp_path: Path, parsed: list[str]) -> None:
    """After an edit the files of its own folder alone; for another program all of them."""
    root, folder = begun(tmp_path), tmp_path / "c"
    read(root, folder)
    everything = ideas(parsed)
    read(root, folder)
    troubled = ideas(parsed)
    assert len(set(troubled)) < len(set(everything)) / 2
    with (root / "ideas/2026/quiet-hour/idea.md").open("a", encoding="utf-8") as file:
        file.write("\nEn rad till.\n")
    read(root, folder)
    assert set(ideas(parsed)) - set(troubled) <= {
        "ideas/2026/quiet-hour/idea.md",
        "ideas/2026/quiet-hour/plan.md",
    }
    read(root, folder, "q")
    assert set(ideas(parsed)) == set(everything)


def test_a_file_saved_meanwhile_is_judged_as_it_is_then(tmp_path: Path) -> None:
    """What is read again is what was judged, or all is judged anew."""
    root = begun(tmp_path)
    look = Looking(Store(None), "p", key_of, catalogues.TODAY)
    catalogue = read_catalogue(DiskFiles(root), catalogues.TODAY, onlooker=look).catalogue
    assert catalogue
    entry = next(entry for entry in catalogue.judged if entry.path == IDEA)
    in_text(IDEA, "summary: ", "summary: Nu. ")(root)
    with pytest.raises(ChangedMeanwhile):
        _ = entry.document

    looks: list[object] = []

    def work(given: object) -> str:
        looks.append(given)
        if given:
            raise ChangedMeanwhile
        return "anew"

    assert remembered.remembering(work) == "anew"
    assert looks == [remembered.looking, None]
