"""Ideas as they stood at their decisions, from real repositories: text, fields, and what changed since."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from idesluss.history.archive import Archive
from tests.support import catalogues
from tests.support.timelines import SMALL, TRYGG

if TYPE_CHECKING:
    from idesluss.history.archive import ArchivedVersion
    from tests.support.timelines import TimelineRepository

DECIDED = (
    "\nsector:",
    """
decisions:
  - {gate: G1, date: 2026-10-09, verdict: go, role: granskare, reason: Behovet finns.}
sector:""",
)
ONWARD = ("stage: idea", "stage: assessment")
TITLE = ("title: Enklare felanmälan", "title: Felanmälan i två steg")
MORE = ("## Behov\n\n", "## Behov\n\nRing 0700000000 om hålet. ")


def archived(repo: TimelineRepository, slug: str = "enklare-felanmalan") -> tuple[ArchivedVersion, ...]:
    found = catalogues.read(repo.root)
    timeline = repo.timeline()
    return Archive(found, timeline.recorded if timeline else None).of(found.by_slug[slug])


def test_an_idea_is_kept_as_the_commit_of_its_decision_left_it(repo: TimelineRepository) -> None:
    """Neither as it was before, nor as it became; whatever its decision says of its day."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", DECIDED, ONWARD)
    repo.change("2026-10-20", f"{SMALL}/idea.md", TITLE, ("## Behov\n\n", "## Behov\n\nMer. "))
    (version,) = archived(repo)
    assert version.day == dt.date(2026, 10, 10)
    assert [str(decision.date) for decision in version.decisions] == ["2026-10-09"]
    assert version.state
    assert (version.state.title, version.state.stage) == ("Enklare felanmälan", "assessment")
    assert "Mer." not in version.state.body.html
    assert [event.kind for event in version.events] == ["title", "text"]
    assert [(b.heading, [p.words for p in b.parts if p.kind == "new"]) for b in version.blocks] == [
        ("Behov", ["Mer."])
    ]


def test_decisions_of_one_commit_share_a_version(repo: TimelineRepository) -> None:
    """With the plan as it was; nothing has changed since."""
    (version,) = archived(repo, "trygg-hemgang")
    assert [decision.gate for decision in version.decisions] == ["G1", "G2", "G3"]
    assert version.state
    assert version.state.plan
    assert "Sjukhuset ringer" in version.state.plan.html
    assert version.events == ()
    assert version.blocks == ()


def test_a_plan_that_changed_is_told(repo: TimelineRepository) -> None:
    repo.change("2026-10-10", f"{TRYGG}/plan.md", ("Sjukhuset ringer", "Avdelningen ringer"))
    (version,) = archived(repo, "trygg-hemgang")
    gone = [part.words for block in version.blocks for part in block.parts if part.kind == "gone"]
    assert gone == ["Sjukhuset"]


def test_a_merge_is_the_commit_that_recorded(repo: TimelineRepository) -> None:
    """What a branch did on its way is not told: the idea came in as the merge left it."""
    repo.git("2026-10-05", "checkout", "--quiet", "-b", "arbete")
    repo.change("2026-10-06", f"{SMALL}/idea.md", DECIDED, ONWARD)
    repo.change("2026-10-07", f"{SMALL}/idea.md", TITLE)
    repo.git("2026-10-08", "checkout", "--quiet", "main")
    repo.git("2026-10-12", "merge", "--quiet", "--no-ff", "--no-edit", "arbete")
    (version,) = archived(repo)
    assert version.day == dt.date(2026, 10, 12)
    assert version.state
    assert version.state.title == "Felanmälan i två steg"


def test_a_renamed_idea_keeps_its_versions(repo: TimelineRepository) -> None:
    repo.change("2026-10-10", f"{SMALL}/idea.md", DECIDED, ONWARD)
    repo.git("2026-10-11", "mv", f"ideas/{SMALL}", "ideas/2026/felanmalan")
    repo.change(
        "2026-10-11", "2026/felanmalan/idea.md", ("\nsector:", "\naliases: [enklare-felanmalan]\nsector:")
    )
    (version,) = archived(repo, "felanmalan")
    assert version.day == dt.date(2026, 10, 10)
    assert version.events == ()
    assert version.blocks == ()


def test_a_decision_taken_away_and_brought_back_stands_where_it_came_last(repo: TimelineRepository) -> None:
    repo.change("2026-10-10", f"{SMALL}/idea.md", DECIDED, ONWARD)
    repo.git("2026-10-11", "revert", "--no-edit", "HEAD")
    repo.git("2026-10-12", "revert", "--no-edit", "HEAD")
    assert [version.day for version in archived(repo)] == [dt.date(2026, 10, 12)]


def test_personal_data_is_masked_in_what_was(repo: TimelineRepository) -> None:
    repo.change("2026-10-10", f"{SMALL}/idea.md", DECIDED, ONWARD, MORE)
    repo.change("2026-10-11", f"{SMALL}/idea.md", MORE[::-1])
    (version,) = archived(repo)
    assert version.state
    for told in (version.state.body.html, str(version.blocks)):
        assert "0700000000" not in told
        assert "••••••••••" in told


def test_what_is_withheld_is_not_told(repo: TimelineRepository) -> None:
    """Up to the day, also by a former name; later versions are shown."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", DECIDED, ONWARD)
    rule = "withheld:\n  - {idea: enklare-felanmalan, until: UNTIL, reason: Någon bad om det.}\n\nroles:"
    settings = repo.root / "ideas" / "catalogue.yml"
    text = settings.read_text(encoding="utf-8")
    for until, is_shown in (("2026-10-09", True), ("2026-10-10", False)):
        settings.write_text(text.replace("\nroles:", "\n" + rule.replace("UNTIL", until)), encoding="utf-8")
        (version,) = archived(repo)
        assert bool(version.state) is is_shown
        assert version.reason == ("" if is_shown else "Någon bad om det.")
        assert not version.events or is_shown


def test_broken_files_of_the_past_are_told_as_far_as_they_go(repo: TimelineRepository) -> None:
    """Whatever a commit left beside the decision, the version is made."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", DECIDED, ("title: Enklare", "title: [Enklare"))
    repo.change("2026-10-11", f"{SMALL}/idea.md", ("title: [Enklare", "title: Enklare"))
    assert len(archived(repo)) <= 1
