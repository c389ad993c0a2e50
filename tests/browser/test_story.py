"""The whole way of an idea, from the form to a project, with what a reviewer reads at each step."""

from __future__ import annotations

import functools
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Quiet, Server
from tests.support import gitrepo, project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

GOLDEN = Path(__file__).parents[1] / "review" / "story"
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
FOLDER = "ideas/2026/cyklar-att-lana-vid-busshallplatsen"
ANSWERS = {
    "title": "Cyklar att låna vid busshållplatsen",
    "summary": "Den som kommer med bussen ska kunna låna en cykel den sista biten hem.",
    "section.need": "Från hållplatsen är det två kilometer hem, och efter klockan sju går ingen buss dit.",
    "origin": "resident",
    "sector": "samhallsbyggnad",
}
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


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue in a repository of its own."""
    folder = gitrepo.start(project.make(tmp_path_factory.mktemp("story"), project.BASE))
    (folder / ".gitignore").write_text("site/\n.site.lock\n.cache/\n__pycache__/\n", encoding="utf-8")
    gitrepo.commit(folder)
    return folder


@pytest.fixture(scope="module")
def served(root: Path) -> Iterator[str]:
    build(root)
    server = Server(("127.0.0.1", 0), functools.partial(Quiet, directory=str(root / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def build(root: Path) -> None:
    done = project.run(root, "mkdocs", "build", "--strict", "-q")
    assert done.returncode == 0, done.stderr


def filled_in(page: Page) -> str:
    """What somebody who has never seen such a file gets out of the form."""
    page.clock.set_fixed_time(f"{project.TODAY}T10:00:00")
    page.goto(page.url)
    for name, told in ANSWERS.items():
        field = page.locator(f"[name='{name}']")
        if name in {"origin", "sector"}:
            field.select_option(told)
        else:
            field.fill(told)
    page.get_by_role("button", name="Visa filen").click()
    expect(page.locator(".propose__path")).to_have_text(f"{FOLDER}/idea.md")
    with page.expect_download() as download:
        page.get_by_role("link", name="Spara idea.md").click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def taken(root: Path, step: Step) -> None:
    file = root / FOLDER / "idea.md"
    text = file.read_text(encoding="utf-8")
    for old, new in step.edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    if step.plan:
        (root / FOLDER / "plan.md").write_text(step.plan, encoding="utf-8")
    gitrepo.commit(root)


def judged(root: Path, name: str) -> int:
    """The check's exit code for the last commit; what the reviewer reads is as it should be."""
    for language in ("sv", "en"):
        told = project.run(root, "idesluss", "report", "--base", "HEAD~1", "--lang", language)
        golden = GOLDEN / f"{name}.{language}.md"
        if WRITES:
            golden.parent.mkdir(exist_ok=True)
            golden.write_text(told.stdout, encoding="utf-8")
        assert told.stdout == golden.read_text(encoding="utf-8")
        assert told.stderr == ""
    return project.run(root, "idesluss", "check", "--base", "HEAD~1").returncode


def test_from_a_thought_to_a_project(chromium: Browser, root: Path, served: str) -> None:
    """Each step passes the check, its report is golden, and the site shows where the idea stands."""
    page = chromium.new_page()
    page.goto(f"{served}/foresla/")
    file = root / FOLDER / "idea.md"
    content = filled_in(page)
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    gitrepo.commit(root)
    assert judged(root, "1-proposed") == 0
    shown = f"{served}/ideer/2026/cyklar-att-lana-vid-busshallplatsen/"
    build(root)
    page.goto(shown)
    expect(page.locator(".track__step--now")).to_contain_text("Idé")
    expect(page.locator(".status")).to_contain_text("Granskare")
    taken(root, JUMP)
    assert judged(root, "jump") == 1
    gitrepo.git(root, "revert", "--no-edit", "HEAD")
    for step in STEPS:
        taken(root, step)
        assert judged(root, step.name) == 0, step.name
        build(root)
        page.goto(shown)
        expect(page.locator(".track__step--now")).to_contain_text(step.stage)
        page.goto(f"{served}/slussen/")
        row = page.locator(".chamber-row").filter(
            has=page.get_by_role("heading", name=step.stage, exact=True)
        )
        expect(row.get_by_role("link", name=ANSWERS["title"])).to_be_visible()
    page.close()
