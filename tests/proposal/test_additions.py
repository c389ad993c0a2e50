"""What can be added to an idea: the lines that its page offers, laid into its file."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from idesluss.checks import judge_catalogue
from idesluss.derived.waiting import wait_of
from idesluss.pages.base.writer import Writer
from idesluss.pages.idea.citation import use_of
from idesluss.proposal import additions
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages.idea.citation import Use
    from idesluss.proposal import Addition

SMALL, PLANNED = "enklare-felanmalan", "trygg-hemgang"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return catalogues.lay(tmp_path, project.BASE)


def offered(found: Catalogue, slug: str) -> dict[str, Addition]:
    entry = found.by_slug[slug]
    return {one.kind: one for one in additions(entry, wait_of(entry), "sv", catalogues.TODAY)}


def added(root: Path, addition: Addition) -> Catalogue:
    """The catalogue once somebody has done what the page says."""
    file = root / addition.path
    if addition.is_file:
        file.write_text(addition.lines, encoding="utf-8")
        return catalogues.read(root)
    before = file.read_text(encoding="utf-8")
    if addition.field:
        after = re.sub(rf"(?m)^({addition.field}:\n(?:[ -].*\n)*)", lambda m: m[1] + addition.lines, before)
    else:
        after = before.replace("\n---\n", f"\n{addition.lines}---\n", 1)
    assert after != before
    if addition.then:
        after = re.sub(r"(?m)^stage: .*$", addition.then, after)
    file.write_text(after, encoding="utf-8")
    return catalogues.read(root)


def errors(found: Catalogue) -> list[str]:
    return [f"{p.rule} {p.key}" for p in judge_catalogue(found) if p.severity == "error"]


def test_what_is_offered_follows_the_stage(root: Path) -> None:
    """An idea awaits an answer and may get a plan; a project has effects and followers. Research has none."""
    found = catalogues.read(root)
    assert list(offered(found, SMALL)) == ["answer", "plan"]
    assert list(offered(found, PLANNED)) == ["answer", "effect", "reuse"]
    rich = catalogues.read(catalogues.lay(root, project.BASE, project.RICH))
    assert offered(rich, "foljeforskning-hemgang") == {}


@pytest.mark.parametrize(("slug", "kind"), [(SMALL, "plan"), (SMALL, "answer"), (PLANNED, "effect")])
def test_lines_that_are_added_pass(root: Path, slug: str, kind: str) -> None:
    """As they stand, with the new stage; what the gate asks for besides is all that is missing."""
    found = added(root, offered(catalogues.read(root), slug)[kind])
    told = errors(found)
    assert [words for words in told if not words.startswith("required")] == []
    if kind == "plan":
        assert found.by_slug[slug].plan is not None
    if kind == "answer":
        assert found.by_slug[slug].decisions[-1].gate == "G1"


def test_nobody_is_named_by_mistake(root: Path) -> None:
    """Whoever forgets to say which organisation it is hears of it from the check."""
    assert errors(added(root, offered(catalogues.read(root), PLANNED)["reuse"])) == [
        "unknown_term unknown_term.far"
    ]


def test_the_answer_says_which_stage_it_leads_to(root: Path) -> None:
    answer = offered(catalogues.read(root), SMALL)["answer"]
    assert answer.then == "stage: assessment"
    assert f"date: {catalogues.TODAY}" in answer.lines
    assert answer.lines.startswith("decisions:\n  - gate: G1\n")
    assert offered(catalogues.read(root), PLANNED)["answer"].lines.startswith("  - gate: ")


def use_of_small(found: Catalogue) -> Use:
    entry = found.by_slug[SMALL]
    return use_of(Writer(found.settings, "sv"), entry, wait_of(entry))


def test_links_open_the_file_where_it_lies(root: Path) -> None:
    """Nothing is linked where no repository is known."""
    bare = catalogues.read(root)
    use = use_of_small(bare)
    assert [url for _, url in use.additions] == ["", ""]
    settings = bare.settings.model_copy(update={"repository": "https://git.example.se/a/b"})
    object.__setattr__(bare, "settings", settings)
    use = use_of_small(bare)
    answer, plan = (url for _, url in use.additions)
    assert answer == f"https://git.example.se/a/b/edit/main/ideas/2026/{SMALL}/idea.md"
    asked = parse_qs(urlsplit(plan).query)
    assert urlsplit(plan).path == f"/a/b/new/main/ideas/2026/{SMALL}"
    assert asked["filename"] == ["plan.md"]
    assert asked["value"] == [use.additions[1][0].lines]


def test_days_are_the_catalogues(root: Path) -> None:
    entry = catalogues.read(root).by_slug[SMALL]
    told = {one.kind: one for one in additions(entry, wait_of(entry), "en", dt.date(2027, 1, 5))}
    assert "period: { start: 2027-01, end: 2028-01 }" in told["plan"].lines
    assert "Write the reason here" in told["answer"].lines
