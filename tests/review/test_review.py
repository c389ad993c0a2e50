"""The reviewer's report: what it tells of a change, and that nobody's words do anything in it."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judged_change
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.reading.files import DiskFiles
from idesluss.review import report_as_json, report_as_markdown
from idesluss.words.characters import hidden_characters
from tests.support import gitrepo, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.history import change

SMALL = "ideas/2026/enklare-felanmalan/idea.md"
LARGE = "ideas/2025/trygg-hemgang/idea.md"
PLAN = "ideas/2025/trygg-hemgang/plan.md"
DECISIONS = """decisions:
  - { gate: G1, date: 2026-11-20, verdict: go, role: granskare, reason: %s }
"""
HIDDEN = ["\u001b[31mrött", "rad ett\n# rubrik\n- punkt", "\u202eöver"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = gitrepo.start(tmp_path / "r")
    shutil.copytree(project.BASE, folder / "ideas")
    gitrepo.commit(folder)
    gitrepo.git(folder, "branch", "base")
    return folder


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def made(root: Path) -> change.Change:
    gitrepo.commit(root)
    head = read_catalogue(DiskFiles(root), dt.date.fromisoformat(project.TODAY)).catalogue
    assert isinstance(head, Catalogue)
    return read_change(Repository(root), "base", head)


def markdown(root: Path, preview: str = "") -> str:
    return report_as_markdown(judged_change(made(root)), "sv", preview)


def told(root: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(report_as_json(judged_change(made(root)), "sv"))
    return read


def entry(root: Path, path: str = LARGE) -> dict[str, Any]:
    return next(one for one in told(root)["asked"] if one["path"] == path)


@pytest.mark.parametrize(
    ("path", "old", "new", "words"),
    [
        (
            LARGE,
            "awarded: 500000",
            "awarded: 600000",
            "ändrades från 500\u00a0000\u00a0kr till 600\u00a0000\u00a0kr",
        ),
        (LARGE, "submitted: 2025-02-10", "submitted: 2025-02-11", "Ändrade uppgifter: inlämnad"),
        (LARGE, "  - organisation: omsorgslabbet\n    role: samtal med anhöriga\n", "", "parter"),
        (LARGE, "inom en månad.", "inom en månad, säger regionens egna siffror.", "4 nya ord"),
        (PLAN, "amount: 80000", "amount: 90000", "Planens budget ändrades"),
    ],
    ids=["money", "date", "partner", "text", "budget"],
)
def test_what_changed_is_told_in_words(root: Path, path: str, old: str, new: str, words: str) -> None:
    """And nothing of the gate ahead, which such a change has nothing to do with; a program can read of it."""
    edit(root, path, old, new)
    report = markdown(root)
    assert words.replace("\u00a0", " ") in report.replace("\u00a0", " ")
    assert "### Nästa grind" not in report
    assert entry(root)["following"]["gate"] == "G5"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("effects:", "owner:\n  organisation: storby-kommun\neffects:"),
        ("effects:", "owner: [a]\neffects:"),
        ("stage: project", "stage: feasibility"),
        ("outcome: open", "outcome: on_hold"),
    ],
    ids=["what it asks for", "what cannot be read", "stage", "outcome"],
)
def test_the_gate_ahead_is_told_where_the_change_has_to_do_with_it(root: Path, old: str, new: str) -> None:
    edit(root, LARGE, old, new)
    assert "### Nästa grind" in markdown(root)


def test_a_gate_comes_with_its_list(root: Path) -> None:
    """What is there with its evidence, what is missing with what is expected, what is waived."""
    edit(root, SMALL, "stage: idea", "stage: assessment")
    edit(root, SMALL, "relations:", f"{DECISIONS % 'Bra.'}relations:")
    report = markdown(root)
    assert "- ✓ Behov: `14 ord`" in report
    assert "- ✗ Målgrupp saknas: vem idén är till för." in report
    assert "**fel**" in report
    (gate,) = entry(root, SMALL)["gates"]
    assert (gate["gate"], gate["verdict"], gate["is_passed"]) == ("G1", "go", True)
    assert [item["state"] for item in gate["items"]] == ["there", "remains"]


def test_each_decision_at_a_gate_is_told(root: Path) -> None:
    """Not only the last one, which holds."""
    last = "    reason: Planen har en mottagare och pengar.\n"
    decisions = "".join(
        f"  - gate: G5\n    date: 2026-11-{day}\n    verdict: {verdict}\n    role: mottagare\n"
        f"    reason: Skäl den {day}.\n"
        for day, verdict in ((20, "revise"), (21, "hold"))
    )
    edit(root, LARGE, last, last + decisions)
    report = markdown(root)
    assert report.index("> Skäl den 20.") < report.index("> Skäl den 21.")
    (gate,) = entry(root, LARGE)["gates"]
    assert [decision["verdict"] for decision in gate["decisions"]] == ["revise", "hold"]


def test_a_gate_that_gets_another_key_is_told_by_its_old_one(root: Path) -> None:
    """The rules from before the change are those that it is passed by."""
    edit(root, LARGE, "stage: project", "stage: operation")
    edit(root, LARGE, "submitted:", "owner: { organisation: storby-kommun }\nsubmitted:")
    edit(root, "ideas/catalogue.yml", "    G5:", "    G5b:")
    assert "Grinden G5 Överlämning" in markdown(root)


def test_a_new_idea_is_compared_with_those_that_are_there(root: Path) -> None:
    shutil.copytree(root / "ideas/2025/trygg-hemgang", root / "ideas/2026/trygg-hemresa")
    edit(root, "ideas/2026/trygg-hemresa/idea.md", "title: Trygg hemgång", "title: Trygg hemresa")
    report = markdown(root)
    assert "**Liknande idéer i katalogen**" in report
    assert f"`{LARGE}`" in report
    assert entry(root, "ideas/2026/trygg-hemresa/idea.md")["similar"][0]["path"] == LARGE


@pytest.mark.parametrize(
    ("path", "old", "new", "labels"),
    [
        (
            SMALL,
            "sector: samhallsbyggnad",
            "sector: vard-och-omsorg",
            {"stage:idea", "sector:vard-och-omsorg", "kind:edit"},
        ),
        (PLAN, "amount: 80000", "amount: 90000", {"stage:project", "sector:vard-och-omsorg", "kind:plan"}),
        (
            LARGE,
            "target: 12 procent",
            "target: 12 procent\n    result: 11 procent",
            {"stage:project", "sector:vard-och-omsorg", "kind:result"},
        ),
    ],
    ids=["edit", "plan", "result"],
)
def test_labels_follow_the_change(root: Path, path: str, old: str, new: str, labels: set[str]) -> None:
    edit(root, path, old, new)
    assert set(told(root)["labels"]) == labels


def test_a_change_of_the_program_is_said_first(root: Path) -> None:
    """With who approves it; content and hand-written pages are no program."""
    edit(root, SMALL, "Enklare", "Lättare")
    for path in ("docs/om.md", "README.md"):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text("Hej\n", encoding="utf-8")
    assert "i programmet" not in markdown(root)
    (root / "hooks").mkdir()
    (root / "hooks" / "x.py").write_text("x = 1\n", encoding="utf-8")
    report = markdown(root)
    assert report.index("Ändringen rör 1 fil i programmet.") < report.index("## ")
    assert "code" in told(root)["labels"]


HALF_READABLE = {
    "title": "[a, b]",
    "summary": "{}",
    "sector": "[]",
    "stage": "finns-inte",
    "origin": "12",
    "submitted": "2026-02-31",
    "language": "xx",
    "contact": "[1]",
}


@pytest.mark.parametrize("field", HALF_READABLE)
@pytest.mark.parametrize("is_new", [True, False])
def test_an_entry_that_is_half_readable_is_told_of(root: Path, field: str, *, is_new: bool) -> None:
    """In both forms, with its error; nothing stands in for the field that is lacking."""
    path = SMALL
    if is_new:
        path = "ideas/2026/ny-felanmalan/idea.md"
        shutil.copytree((root / SMALL).parent, (root / path).parent)
    text = (root / path).read_text(encoding="utf-8")
    changed, count = re.subn(rf"(?m)^{field}: .*$", f"{field}: {HALF_READABLE[field]}", text)
    assert count == 1 or field in {"contact", "language"}
    if not count:
        changed = text.replace("\nstage: ", f"\n{field}: {HALF_READABLE[field]}\nstage: ", 1)
    (root / path).write_text(changed, encoding="utf-8")
    report = markdown(root)
    assert f"{'Ny' if is_new else 'Ändrad'} idé: `{path}`" in report
    assert "**fel**" in report
    told_of = entry(root, path)
    assert told_of["is_new"] is is_new
    assert told_of["title"] == (path.split("/")[2] if field == "title" else "Enklare felanmälan")
    for words in (report, json.dumps(told_of)):
        assert "xxxxx" not in words


def test_pages_are_linked_where_the_change_is_shown(root: Path) -> None:
    edit(root, SMALL, "Enklare", "Lättare")
    assert "`ideer/2026/enklare-felanmalan/`" in markdown(root)
    link = "[se sidan](<https://prov.example.se/x/ideer/2026/enklare-felanmalan/>)"
    assert link in markdown(root, "https://prov.example.se/x")


def test_older_problems_are_counted_with_their_files(root: Path) -> None:
    edit(root, LARGE, "sector: vard-och-omsorg", "sector: finns-inte")
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "--force", "base")
    edit(root, SMALL, "Enklare", "Lättare")
    report = markdown(root)
    assert report.startswith("# Inga fel och inga varningar\n")
    last = report.partition("<details>\n<summary>1 problem fanns redan före ändringen och hör inte till den")[
        2
    ]
    assert f"- **fel** `{LARGE}:8` `finns-inte` finns inte i listan Sektorer." in last
    assert last.endswith("\n</details>\n")


def outside_code(report: str) -> str:
    """What Markdown reads as something else than code."""
    return re.sub(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", "", report)


@pytest.mark.parametrize("words", HIDDEN)
def test_what_cannot_be_seen_is_written_out(root: Path, words: str) -> None:
    """In titles, reasons, sections and names: no line of its own, no colour, no other way of reading."""
    quoted = json.dumps(words, ensure_ascii=True)
    edit(root, SMALL, "title: Enklare felanmälan", f"title: {quoted}")
    edit(root, SMALL, "stage: idea", "stage: assessment")
    edit(root, SMALL, "relations:", f"target_group: {quoted}\n{DECISIONS % quoted}relations:")
    edit(root, SMALL, "## Behov", f"## Behov\n\n## {words}\n")
    report = markdown(root)
    assert not list(hidden_characters(report))
    headings = [line for line in report.splitlines() if line.startswith("#")]
    assert all(line.startswith(("# ", "## ", "### ")) and "rubrik" not in line[:12] for line in headings)
    assert not any(line.startswith(("::", "- punkt")) for line in report.splitlines())


def test_a_file_with_a_strange_name_is_told_as_words(root: Path) -> None:
    """A name with a line break or signs is shown escaped, in one line."""
    (root / "ideas/2026/enklare-felanmalan/a\n::error::b`@all`.md").write_text("x", encoding="utf-8")
    edit(root, SMALL, "Enklare", "Lättare")
    report = markdown(root)
    assert not any(line.startswith("::") for line in report.splitlines())
    assert "@all" not in outside_code(report)
