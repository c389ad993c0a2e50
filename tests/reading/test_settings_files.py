"""The settings are one document, whichever files they stand in."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from idesluss.catalogue.catalogue import read_catalogue, read_settings
from idesluss.checks import judge_reading
from idesluss.model.settings import VOCABULARIES
from idesluss.model.shipped import usual_list
from idesluss.reading.files import DiskFiles
from idesluss.reading.settings_files import read_settings_files
from tests.support import catalogues, golden, neighbour_data, project
from tests.support.case_trees import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from idesluss.reading.files import FileEntry, FileKind, Files, Refusal


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base catalogue, with vocabularies in all the places where they may stand."""
    golden.lay(lay_out(catalogues.VOCABULARY_FILES, project.HERE)["after"], tmp_path)
    return tmp_path


def test_a_vocabulary_says_the_same_wherever_it_stands(root: Path) -> None:
    """But for the terms that the files of this catalogue tell more of, nothing differs from one file."""
    alone = read_settings(DiskFiles(project.BASE.parent))
    divided = read_settings(DiskFiles(root))
    assert alone
    assert divided
    same = {name: getattr(alone, name) == getattr(divided, name) for name in type(alone).model_fields}
    assert [name for name, is_same in same.items() if not is_same] == ["themes", "agenda_goals"]
    assert divided.themes["valfardsteknik"].title == alone.themes["valfardsteknik"].title
    assert divided.agenda_goals["11"] == alone.agenda_goals["11"]
    assert len(divided.agenda_goals) == 17


def test_every_value_knows_its_file(root: Path) -> None:
    """Those of a list of the program stand where it is named."""
    document = read_settings_files(DiskFiles(root)).document
    places = [
        document.place_of(*where)
        for where in (
            ("name",),
            ("sectors", "samhallsbyggnad", "title", "en"),
            ("themes", "valfardsteknik", "path", "en"),
            ("agenda_goals", "4", "title", "sv"),
        )
    ]
    shown = [
        (place.path.removeprefix("ideas/"), place.source[place.column - 1 :][: place.length])
        for place in places
    ]
    assert shown == [
        ("catalogue.yml", "Prövning"),
        ("vocabularies/sectors.yml", "Urban development"),
        ("vocabularies/themes.csv", "welfare"),
        ("catalogue.yml", "all"),
    ]
    assert read_settings_files(DiskFiles(root)).shipped == {"agenda_goals": "all", "picture_licences": "free"}


def test_a_file_says_more_of_a_list_of_the_program_s(root: Path) -> None:
    """Of a word in it, which keeps what the file does not say, and words beside it; each at its place."""
    file = root / "ideas" / "catalogue.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("municipalities:\n  storby: Storby\n", "municipalities: sweden\n"), encoding="utf-8"
    )
    table = root / "ideas" / "vocabularies" / "municipalities.csv"
    table.write_text("key,name,description,url\nlerum,,Prövar.,\nstorby,Storby,,\n", encoding="utf-8")
    settings = read_settings(DiskFiles(root))
    assert settings
    assert len(settings.municipalities) == 291
    lerum, ale = settings.municipalities["lerum"], settings.municipalities["ale"]
    assert (lerum.name, lerum.description and lerum.description.in_("en")) == ("Lerum", "Prövar.")
    assert (ale.name, ale.description, ale.url) == ("Ale", None, None)
    document = read_settings_files(DiskFiles(root)).document
    place = document.place_of("municipalities", "lerum", "description")
    assert (place.path, place.line, place.cell) == ("ideas/vocabularies/municipalities.csv", 2, "description")


def test_settings_are_not_read_without_a_vocabulary_that_is_broken(root: Path) -> None:
    """Or everything that refers to its terms would be told of as well."""
    (root / "ideas" / "vocabularies" / "themes.csv").write_text("key\n", encoding="utf-8")
    assert read_settings(DiskFiles(root)) is None


@dataclass
class WithTable:
    """Files of which one holds something else."""

    files: Files
    path: str
    content: bytes

    def entries(self, folder: str) -> list[FileEntry]:
        return self.files.entries(folder)

    def kinds(self, paths: Iterable[str]) -> dict[str, FileKind]:
        return self.files.kinds(paths)

    def identity(self, _path: str) -> str:
        return ""

    def read(self, path: str, most: int) -> bytes | Refusal:
        return self.content[:most] if path == self.path else self.files.read(path, most)


ROWS = st.lists(st.text(st.sampled_from('key,;":/=-_ å1\n'), max_size=30), max_size=4)


@given(st.sampled_from(["themes", "organisations"]), ROWS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_table_makes_the_check_fail(root: Path, name: str, rows: list[str]) -> None:
    """Below a header that passes, whatever stands in the rows is read or told of at its place."""
    path = f"ideas/vocabularies/{name}.csv"
    header = (root / path).read_text(encoding="utf-8").split("\n")[0]
    content = "\n".join([header, *rows]).encode()
    changed = WithTable(DiskFiles(root), path, content)
    problems = judge_reading(read_catalogue(changed, catalogues.TODAY))
    of_table = [problem for problem in problems if problem.place.path == path]
    assert of_table or read_settings(changed)
    for problem in of_table:
        assert problem.place.line <= content.count(b"\n") + 1
        assert problem.message("sv") != problem.message("en")


@pytest.mark.parametrize("name", [name for name in VOCABULARIES if not usual_list(name)])
def test_every_vocabulary_may_have_a_file(tmp_path: Path, name: str) -> None:
    """What stands under a key of catalogue.yml stands as well in a file of that name."""
    root = catalogues.lay(tmp_path, project.BASE)
    file = root / "ideas" / "catalogue.yml"
    with file.open("a", encoding="utf-8") as settings:
        settings.write(neighbour_data.settings({"lillby": "https://lillby.example/catalogue.json"}))
    before = read_settings(DiskFiles(root))
    lines = file.read_text(encoding="utf-8").split("\n")
    first = lines.index(f"{name}:")
    end = next(at for at in range(first + 1, len(lines)) if not lines[at].startswith(" "))
    (root / "ideas" / "vocabularies").mkdir()
    (root / "ideas" / "vocabularies" / f"{name}.yml").write_text(
        "".join(f"{line[2:]}\n" for line in lines[first + 1 : end]), encoding="utf-8"
    )
    file.write_text("\n".join([*lines[:first], *lines[end:]]), encoding="utf-8")
    assert before
    assert read_settings(DiskFiles(root)) == before


@pytest.mark.parametrize("name", ["themes.csv", "themes.yml"])
def test_a_file_that_is_too_large_or_no_file_is_told_of(root: Path, name: str) -> None:
    """As every other file of the catalogue, and without being read."""
    folder = root / "ideas" / "vocabularies"
    (folder / "themes.csv").unlink()
    (folder / name).write_bytes(b"a" * 300_000)
    (folder / "funders.csv").mkdir()
    os.mkfifo(folder / "roles.yml")
    read = read_settings_files(DiskFiles(root))
    problems = [*read.problems, *(p for part in read.document.parts.values() for p in part.problems)]
    assert {problem.place.path.rpartition("/")[2]: problem.key for problem in problems} == {
        name: "file.large",
        "funders.csv": "file.vocabulary",
        "roles.yml": "file.special",
    }


@pytest.mark.parametrize(
    "name", ["a\u202eb.csv", "themes\n.yml", "ö.csv", "THEMES.CSV", "themes", ".csv", "..yml"]
)
def test_foreign_names_are_told_of(root: Path, name: str) -> None:
    (root / "ideas" / "vocabularies" / name).write_text("key,name\na,A\n", encoding="utf-8")
    read = read_settings_files(DiskFiles(root))
    problems = [*read.problems, *(p for part in read.document.parts.values() for p in part.problems)]
    assert problems
    for problem in problems:
        assert problem.place.path.isprintable()
        assert problem.message("sv") != problem.message("en")
