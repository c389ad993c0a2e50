"""The whole way of an idea, from the form's file to a project, with what a reviewer reads at each step."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from idesluss.cli.every import app
from tests.support import catalogues, gitrepo, markup, project

if TYPE_CHECKING:
    from tests.support.markup import Element

GOLDEN = Path(__file__).parent / "story"
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
SLUG = "cyklar-att-lana-vid-busshallplatsen"
FOLDER = f"ideas/2026/{SLUG}"
TITLE = "Cyklar att låna vid busshållplatsen"
DECISION = """  - gate: {gate}
    date: 2026-11-23
    verdict: go
    role: granskare
    reason: {reason}
"""
ASSESSMENTS = """assessments:
  - role: granskare
    date: 2026-11-23
    benefit: { score: 4, reason: Fler tar bussen hela vägen. }
    effect: { score: 3, reason: Resorna räknas redan. }
    feasibility: { score: 4, reason: Plats finns vid hållplatsen. }
    spreadability: { score: 5, reason: Alla orter har en sista bit. }
  - role: mottagare
    date: 2026-11-23
    benefit: { score: 4, reason: Färre bilar vid skolan. }
    effect: { score: 4, reason: Går att mäta på ett halvår. }
    feasibility: { score: 3, reason: Vintern är svår. }
    spreadability: { score: 4, reason: Kräver bara cyklar och lås. }
"""
EFFECTS = """effects:
  - indicator: Lån i månaden
    baseline: "0"
    target: "200"
"""
PLAN = """---
period: { start: 2026-12, end: 2027-12 }
milestones:
  - name: Första cykeln utlånad
    due: 2027-03
budget:
  - item: Cyklar och lås
    year: 2027
    amount: 80000
    funder: egen-insats
financing:
  - funder: egen-insats
    amount: 80000
roles:
  - role: Projektledare
    organisation: storby-kommun
---

## Processer

Den som kliver av låser upp en cykel och ställer den vid nästa hållplats.
"""


@dataclass(frozen=True)
class Step:
    """What a reviewer, or the group behind the idea, commits: lines to replace in idea.md, and a plan."""

    name: str
    stage: str
    edits: tuple[tuple[str, str], ...]
    plan: str = ""


FIRST = DECISION.format(gate="G1", reason="Behovet är belagt och ingen annan arbetar med det.")
SECOND = DECISION.format(gate="G2", reason="Två roller ger idén höga poäng.")
THIRD = DECISION.format(gate="G3", reason="Planen har en mottagare och pengar.")
STEPS = (
    Step(
        "2-screening",
        "Bedömning",
        (
            ("stage: idea", "stage: assessment"),
            ("sector: ", "target_group: Den som åker buss\nsector: "),
            ("\n---\n", f"\ndecisions:\n{FIRST}---\n"),
        ),
    ),
    Step(
        "3-assessment",
        "Förstudie",
        (
            ("stage: assessment", "stage: feasibility"),
            ("decisions:\n", f"{ASSESSMENTS}decisions:\n"),
            ("\n---\n", f"\n{SECOND}---\n"),
        ),
    ),
    Step(
        "4-project",
        "Projekt",
        (("stage: feasibility", "stage: project"), ("\n---\n", f"\n{THIRD}{EFFECTS}---\n")),
        PLAN,
    ),
)
JUMP = Step("jump", "Förstudie", (("stage: idea", "stage: feasibility"),))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue in a repository of its own, as the current folder."""
    folder = gitrepo.start(tmp_path / "r")
    shutil.copytree(project.BASE, folder / "ideas")
    gitrepo.commit(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    return folder


def take(root: Path, step: Step) -> None:
    """Do and commit what the step says."""
    file = root / FOLDER / "idea.md"
    text = file.read_text(encoding="utf-8")
    for old, new in step.edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    if step.plan:
        (root / FOLDER / "plan.md").write_text(step.plan, encoding="utf-8")
    gitrepo.commit(root)


def judged(name: str) -> int:
    """The check's exit code for the last commit; what the reviewer reads is as it should be."""
    for language in ("sv", "en"):
        report = CliRunner().invoke(app, ["report", "--base", "HEAD~1", "--lang", language])
        golden = GOLDEN / f"{name}.{language}.md"
        if WRITES:
            golden.write_text(report.stdout, encoding="utf-8")
        assert report.stdout == golden.read_text(encoding="utf-8")
        assert report.stderr == ""
    return CliRunner().invoke(app, ["check", "--base", "HEAD~1"]).exit_code


def pages(root: Path) -> tuple[Element, Element]:
    """The idea's page and that of the pipeline, as the site has them now."""
    published = catalogues.publish_all(catalogues.read(root))
    paths = f"ideer/2026/{SLUG}/index.html", "slussen/index.html"
    idea, pipeline = (markup.tree(catalogues.text_in(published, path)) for path in paths)
    return idea, pipeline


def test_from_the_forms_file_to_a_project(root: Path) -> None:
    """Each step passes the check, its report is golden, and the site shows where the idea stands."""
    file = root / FOLDER / "idea.md"
    file.parent.mkdir()
    shutil.copy(GOLDEN / "idea.md", file)
    gitrepo.commit(root)
    assert judged("1-proposed") == 0
    idea, _ = pages(root)
    assert "Idé" in idea.one(class_="track__step--now").text
    assert "Granskare" in idea.one(class_="status").text
    take(root, JUMP)
    assert judged("jump") == 1
    gitrepo.git(root, "revert", "--no-edit", "HEAD")
    for step in STEPS:
        take(root, step)
        assert judged(step.name) == 0, step.name
        idea, pipeline = pages(root)
        assert step.stage in idea.one(class_="track__step--now").text
        chambers = {row.one("h2").text: row for row in pipeline.all("li", "chamber-row")}
        assert TITLE in [link.text for link in chambers[step.stage].all("a")]
