"""Who must approve: by the gates, money limits and places that a change touches, in real repositories."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judged_change
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.model.host import HOSTS
from idesluss.reading.files import DiskFiles
from idesluss.review import report_as_markdown
from idesluss.review.approval import approval_requests
from idesluss.review.codeowners import codeowners
from tests.support import brands, gitrepo, project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from idesluss.history import change

SMALL = "ideas/2026/enklare-felanmalan/idea.md"
LARGE = "ideas/2025/trygg-hemgang/idea.md"
DECIDED = """\
decisions:
  - { gate: G1, date: 2026-11-20, verdict: go, role: granskare, reason: Behovet är belagt. }
"""
PLAN = "ideas/2025/trygg-hemgang/plan.md"
SETTINGS = "ideas/catalogue.yml"
FUNDERS = "ideas/vocabularies/funders.yml"
LIMITS = "process:\n  money_limits:\n    - { above: 300000, role: projektgrupp }\n"

RECEPTION = """\
  gates:
    G0:
      title: { sv: Mottagning, en: Reception }
      question: { sv: Är idén komplett?, en: Is the idea complete? }
      from_stage: idea
      to_stage: idea
      approvers: [projektgrupp]
"""


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def asked(folder: Path, before: Callable[[Path], None], after: Callable[[Path], None]) -> change.Change:
    """The change that `after` makes to what `before` has prepared."""
    repository = gitrepo.start(folder / "r")
    root = repository / "inner"
    shutil.copytree(project.BASE, root / "ideas")
    before(root)
    gitrepo.commit(repository)
    gitrepo.git(repository, "branch", "base")
    after(root)
    gitrepo.commit(repository)
    head = read_catalogue(DiskFiles(root), dt.date.fromisoformat(project.TODAY)).catalogue
    assert isinstance(head, Catalogue)
    return read_change(Repository(root), "base", head)


def roles(made: change.Change, path: str) -> dict[str, list[str]]:
    """Role to its reasons, for what stands at the path."""
    found = next(one for one in approval_requests(made) if one.path == path)
    return {one.role: [reason.in_("en") for reason in one.reasons] for one in found.approvals}


def nothing(root: Path) -> None:
    """Leave the base catalogue as it is."""


WAIVED = "waivers:\n  - waives: [idea.target_group]\n    reason: Alla berörs.\nsources:"


def test_a_new_waiver_is_approved_by_the_gate_that_it_excuses(tmp_path: Path) -> None:
    """The roles of the gate that asks for what is excused; one that was there before asks nobody."""

    def pass_gate(root: Path) -> None:
        edit(root, SMALL, "stage: idea", "stage: assessment")
        edit(root, SMALL, "relations:", f"{DECIDED}relations:")

    def waive(root: Path) -> None:
        edit(root, SMALL, "sources:", WAIVED)

    def both(root: Path) -> None:
        pass_gate(root)
        waive(root)

    made = asked(tmp_path / "new", nothing, both)
    assert roles(made, SMALL) == {"granskare": ["decision at gate G1 Screening", "a waiver for Target group"]}

    def reword(root: Path) -> None:
        edit(root, SMALL, "reason: Alla berörs.", "reason: Alla på gatan berörs.")

    made = asked(tmp_path / "old", both, reword)
    assert roles(made, SMALL) == {"granskare": ["facts or text are edited"]}


def test_a_waiver_of_what_a_later_gate_asks_for_is_that_gates(tmp_path: Path) -> None:
    """An old idea is excused from what its last gate has begun to ask for."""

    def ask(root: Path) -> None:
        edit(root, SETTINGS, "[plan, idea.effects.target", "[plan, idea.owner, idea.effects.target")

    def waive(root: Path) -> None:
        edit(
            root,
            LARGE,
            "\nsources:",
            "\nwaivers:\n  - { waives: [idea.owner], reason: Den är under bygge. }\nsources:",
        )

    made = asked(tmp_path, ask, waive)
    assert roles(made, LARGE) == {
        "granskare": ["a waiver for Owner in operation"],
        "mottagare": ["a waiver for Owner in operation"],
    }


RECORD = """\
---
kind: record
title: Gatans nummer
summary: Den som ser något trasigt i en park ska kunna säga till utan att leta efter rätt nummer.
stage: project
sector: samhallsbyggnad
sources:
  - url: https://storby.example/parken
    read: 2026-11-20
---

## Behov

I dag vet ingen vem som äger gatan.
"""


def test_a_record_is_approved_by_those_who_look_after_the_catalogue(tmp_path: Path) -> None:
    """It passes no gates here, wherever its sources say that it stands."""
    path = "ideas/2019/gatans-nummer/idea.md"

    def name_maintainer(root: Path) -> None:
        edit(root, SETTINGS, "process:\n", "process:\n  maintainer: projektgrupp\n")

    def add(root: Path) -> None:
        (root / path).parent.mkdir(parents=True)
        (root / path).write_text(RECORD, encoding="utf-8")

    made = asked(tmp_path, name_maintainer, add)
    assert roles(made, path) == {"projektgrupp": ["work elsewhere, described from sources"]}


def test_a_gate_that_is_passed_without_a_decision_asks_its_approvers(tmp_path: Path) -> None:
    """A waived decision hides no approver: those of every gate on the way are asked."""

    def before(root: Path) -> None:
        edit(root, SMALL, "stage: idea", "stage: feasibility")

    def after(root: Path) -> None:
        edit(root, SMALL, "stage: feasibility", "stage: project")

    told = roles(asked(tmp_path, before, after), SMALL)
    assert set(told) == {"granskare", "mottagare"}
    assert told["mottagare"] == ["gate G3 Project decision is passed without a new decision"]


@pytest.mark.parametrize(("amount", "is_asked"), [("310000", True), ("9000", False)], ids=["above", "below"])
def test_a_budget_is_not_hidden_by_a_larger_grant(tmp_path: Path, amount: str, *, is_asked: bool) -> None:
    """Budget and grants are compared each with its own amount before."""

    def before(root: Path) -> None:
        edit(root, SETTINGS, "process:\n", LIMITS)
        edit(root, LARGE, "awarded: ", "awarded: 9")

    def after(root: Path) -> None:
        text = (root / PLAN).read_text(encoding="utf-8")
        first = text.split("amount: ")[1].split("\n")[0].split(" ")[0].strip(",")
        edit(root, PLAN, f"amount: {first}", f"amount: {amount}")

    told = roles(asked(tmp_path, before, after), LARGE)
    assert ("projektgrupp" in told) == is_asked


def test_a_picture_alone_is_told(tmp_path: Path) -> None:
    """Nothing that changes is passed over, though no field does."""

    def after(root: Path) -> None:
        picture = root / "ideas/2025/trygg-hemgang/skiss.png"
        picture.write_bytes(picture.read_bytes() + b"\0")

    told = roles(asked(tmp_path, nothing, after), LARGE)
    assert told == {"granskare": ["a file in an idea's folder changes"]}


def test_a_new_idea_is_asked_of_those_who_receive_ideas(tmp_path: Path) -> None:
    """The first gate's approvers, not those of the next; GitHub's file names both, as either is enough."""

    def before(root: Path) -> None:
        edit(root, SETTINGS, "  gates:\n", RECEPTION)
        for name in ("granskare", "projektgrupp"):
            edit(root, SETTINGS, f"  {name}:\n", f'  {name}:\n    holders: ["@{name}"]\n')

    def after(root: Path) -> None:
        shutil.copytree((root / SMALL).parent, root / "ideas/2026/nyast")

    made = asked(tmp_path, before, after)
    assert roles(made, "ideas/2026/nyast/idea.md") == {"projektgrupp": ["a new idea is received"]}
    lines = {kind: codeowners(made.head, host).splitlines() for kind, host in HOSTS.items()}
    owners = {
        kind: [line.split()[1:] for line in of if line.split()[:1] in (["/ideas/"], ["ideas/.*"])]
        for kind, of in lines.items()
    }
    assert [*owners.values()] == [[["@projektgrupp", "@granskare"]]] * 3


def test_a_vocabulary_is_the_maintainers_matter(tmp_path: Path) -> None:
    """Wherever it stands: a sector says who approves ideas, and lists say what others may write."""

    def after(root: Path) -> None:
        text = (root / SETTINGS).read_text(encoding="utf-8")
        (root / "ideas" / "vocabularies").mkdir()
        (root / FUNDERS).write_text(
            "vinnova: { title: Vinnova }\negen-insats: { title: Own }\n", encoding="utf-8"
        )
        terms = text[text.index("\nfunders:") : text.index("\nmunicipalities:")]
        (root / SETTINGS).write_text(text.replace(terms, ""), encoding="utf-8")

    made = asked(tmp_path, nothing, after)
    told = {one.path: one.approvals[0].reasons[0].in_("en") for one in approval_requests(made)}
    assert told == dict.fromkeys([SETTINGS, FUNDERS], "the catalogue's own rules are changed")
    assert "# /ideas/vocabularies/" in codeowners(made.head, HOSTS["github"])


def test_a_logo_is_the_maintainers_matter(tmp_path: Path) -> None:
    """It is seen on every page, and belongs to no idea."""

    def after(root: Path) -> None:
        brands.give(root)

    told = roles(asked(tmp_path, nothing, after), "ideas/brand/logo.svg")
    assert list(told.values()) == [["the catalogue's logo is changed"]]


def test_a_move_is_told_as_one(tmp_path: Path) -> None:
    """A folder that has moved is the same idea, and its old place is not told as something removed."""

    def after(root: Path) -> None:
        (root / "ideas/2027").mkdir()
        (root / "ideas/2026/enklare-felanmalan").rename(root / "ideas/2027/enklare-felanmalan")

    made = asked(tmp_path, nothing, after)
    assert [one.path for one in approval_requests(made)] == ["ideas/2027/enklare-felanmalan/idea.md"]
    assert f"Moved from `{SMALL}`" in report_as_markdown(judged_change(made), "en")


def test_a_catalogue_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    """Its own files are known as such, and a file outside it that is called the same is not."""

    def after(root: Path) -> None:
        edit(root, SETTINGS, "name:", "# Nytt\nname:")
        (root.parent / "ideas").mkdir()
        (root.parent / "ideas" / "catalogue.yml").write_text("name: x\n", encoding="utf-8")

    told = {
        one.path: one.approvals[0].reasons[0].in_("en")
        for one in approval_requests(asked(tmp_path, nothing, after))
    }
    assert told == {
        SETTINGS: "the catalogue's own rules are changed",
        f":/{SETTINGS}": "the program or the site's pages are changed",
    }
