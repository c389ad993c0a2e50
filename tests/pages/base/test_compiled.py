"""Templates kept as compiled: used where all is as it was, and believed no further."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment

from idesluss.pages.base import compiled
from idesluss.pages.base.compiled import CompiledTemplates

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.words import Language

TEMPLATES = {"a/one.html": "{{ 'x' | say }} one", "a/two.html": "{{ 'x' | say }} two"}


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python is told to keep what it compiles."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The names of the templates that are compiled."""
    seen: list[str | None] = []
    compile_ = Environment.compile

    def counted(self: Environment, source: str, name: str | None = None, *rest: str) -> object:
        seen.append(name)
        return compile_(self, source, name, *rest)  # type: ignore[call-overload]  # as it came

    monkeypatch.setattr(Environment, "compile", counted)
    return seen


def shown(
    name: str = "a/one.html",
    language: Language = "sv",
    word: str = "ord",
    templates: dict[str, str] = TEMPLATES,
) -> str:
    """What a process that starts now makes of the template; a word is put in when it is compiled."""
    environment = Environment(
        loader=DictLoader(templates), autoescape=True, bytecode_cache=CompiledTemplates(language)
    )
    environment.filters["say"] = lambda _: word
    return environment.get_template(name).render()


def files(kept: Path) -> list[Path]:
    """The kept templates; Python keeps modules there too, where one is first imported by a test."""
    return sorted(kept.rglob("*.html.*"))


def test_a_template_is_compiled_once(work: list[str | None], kept: Path) -> None:
    assert (shown(), shown(), work) == ("ord one", "ord one", ["a/one.html"])
    assert [path.name.split(".")[:3] for path in files(kept)] == [["one", "html", "sv"]]


def test_each_language_has_its_own(work: list[str | None]) -> None:
    assert (shown(), shown(language="en", word="word")) == ("ord one", "word one")
    assert work == ["a/one.html"] * 2


def test_another_text_is_compiled_anew(work: list[str | None]) -> None:
    shown()
    assert shown(templates={"a/one.html": "{{ 'x' | say }} 1"}) == "ord 1"
    assert len(work) == 2


def test_another_state_of_the_program_is_compiled_anew(
    work: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its words and filters stand in what is compiled."""
    shown()
    monkeypatch.setattr(compiled, "program_state", lambda _: "another")
    assert (shown(word="nytt ord"), len(work)) == ("nytt ord one", 2)


@pytest.mark.parametrize("damage", ["cut", "emptied", "one bit", "swapped", "a folder"])
def test_what_is_damaged_is_not_believed(work: list[str | None], kept: Path, damage: str) -> None:
    shown()
    (one,) = files(kept)
    shown("a/two.html")
    content = one.read_bytes()
    one.unlink()
    match damage:
        case "cut":
            one.write_bytes(content[:-9])
        case "emptied":
            one.write_bytes(b"")
        case "one bit":
            one.write_bytes(content[:50] + bytes([content[50] ^ 1]) + content[51:])
        case "swapped":
            (two,) = files(kept)
            one.write_bytes(two.read_bytes())
        case "a folder":
            one.mkdir()
    assert (shown(), len(work)) == ("ord one", 3)


def test_nothing_is_kept_where_nothing_can_be(work: list[str | None], kept: Path) -> None:
    (kept / "file").touch()
    sys.pycache_prefix = str(kept / "file")
    assert (shown(), shown(), len(work)) == ("ord one", "ord one", 2)


def test_nothing_is_kept_where_python_keeps_nothing(
    work: list[str | None], kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert (shown(), shown(), len(work)) == ("ord one", "ord one", 2)
    assert files(kept) == []
