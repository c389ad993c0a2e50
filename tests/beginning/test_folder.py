"""What `idesluss init` writes: short, in the languages chosen, right at once, and nobody else's."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from idesluss.beginning.choices import likely_publisher, municipality_named
from idesluss.beginning.folder import begun_folder
from idesluss.catalogue.catalogue import read_catalogue
from idesluss.checks import judge_reading
from idesluss.generated import faces
from idesluss.model.host import HOSTS
from idesluss.reading.files import DiskFiles
from idesluss.words import LANGUAGES
from tests.support import begun, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.beginning.choices import Beginning

TODAY = dt.date.fromisoformat(project.TODAY)
PROCESSES = ("gateway", "small", "list")
SPOKEN = (("sv",), ("en",), ("sv", "en"), ("en", "sv"))
PLACES = (*HOSTS, None)
# Every process in all languages and at every host, each with each once.
CHOICES = [
    (process, SPOKEN[at], PLACES[(at + row) % len(PLACES)])
    for row, process in enumerate(PROCESSES)
    for at in range(len(SPOKEN))
]
COLOURS = {"main": "#0d4a50", "accent": "#e9b14a"}
LONGEST = 150
# What a catalogue that somebody begins can know nothing of; Lerum alone is one of 290 municipalities.
FOREIGN = re.compile(r"lerums|vinnova|idéslussar|framsyn|idegivare|granskare:|forvaltare", re.IGNORECASE)


@pytest.mark.parametrize(("process", "languages", "host"), CHOICES)
def test_it_is_right_at_once(
    process: str, languages: tuple[str, ...], host: str | None, tmp_path: Path
) -> None:
    """No more is asked than what only its owner knows; and what is made of it needs its host's alone."""
    choices = {"process": process, "languages": languages, "host": host, **COLOURS}
    begun.lay(tmp_path, begun.beginning(**choices, contact="ideer@kiruna.example"))
    reading = read_catalogue(DiskFiles(tmp_path), TODAY)
    assert [(problem.rule, problem.severity) for problem in judge_reading(reading)] == [("unfilled", "hint")]
    assert reading.catalogue
    settings = reading.catalogue.settings
    assert (settings.site_languages, settings.host_kind) == (languages, host)
    written = (tmp_path / "ideas" / "catalogue.yml").read_text(encoding="utf-8")
    assert written.count("\n") <= LONGEST
    made = faces(tmp_path)
    hosts = {path.split("/")[0] for path in made if not path.startswith("docs/")}
    own = {"github": {".github"}, "gitlab": {".gitlab", ".gitlab-ci.yml"}, "forgejo": {".forgejo"}}
    assert hosts == own.get(host or "", set())


@pytest.mark.parametrize(("process", "languages", "host"), CHOICES)
def test_nothing_names_another_catalogue(
    process: str, languages: tuple[str, ...], host: str | None, tmp_path: Path
) -> None:
    """Nor is a word said in a language that was not chosen, where the file is for readers."""
    choices = begun.beginning(process=process, languages=languages, host=host)
    begun.lay(tmp_path, choices)
    texts = {**begun_texts(choices), **faces(tmp_path)}
    assert [path for path, text in texts.items() if FOREIGN.search(text)] == []
    if languages == ("en",):
        swedish = re.compile(r"\b(och|inte|eller|för att)\b")
        pages = [path for path in texts if path.endswith((".md", "catalogue.yml")) and "schema" not in path]
        assert [path for path in pages if swedish.search(texts[path])] == []


def begun_texts(choices: Beginning) -> dict[str, str]:
    files = begun_folder(choices, begun.NOTHING)
    return {path: content.decode() for path, content in files.items()}


def test_a_copied_file_is_this_projects_own() -> None:
    """Whoever changes the one changes the other."""
    texts = begun_texts(begun.beginning(name="Idésluss"))
    for path in ("mkdocs.yml", "hooks/mkdocs_hooks.py"):
        own = (project.ROOT / path).read_text(encoding="utf-8")
        assert texts[path].replace('"Idésluss"', "Idésluss") == own


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("Kiruna", "kiruna"),
        ("kiruna kommun", "kiruna"),
        ("2584", "kiruna"),
        ("Lunds kommun", "lund"),
        ("upplands vasby", None),
        ("upplands-vasby", "upplands-vasby"),
        ("0305", "haabo"),
        ("Storby", None),
    ],
)
def test_a_municipality_is_known_by_name_and_code(given: str, key: str | None) -> None:
    found = municipality_named(given)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("Lund", ["Lunds kommun", "Lund Municipality"]),
        ("Kiruna", ["Kiruna kommun", "Kiruna Municipality"]),
        ("Borås", ["Borås kommun", "Borås Municipality"]),
    ],
)
def test_a_municipality_has_a_name_to_begin_with(place: str, names: list[str]) -> None:
    found = municipality_named(place)
    assert found
    assert [likely_publisher(found, own) for own in LANGUAGES] == names
