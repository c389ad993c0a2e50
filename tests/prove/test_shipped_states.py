"""Each shipped entry of work elsewhere says what its sources say became of it, and no more."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.support import catalogues, project
from tests.support.beside import NOT_MEASURED

if TYPE_CHECKING:
    from idesluss.catalogue.entry import Entry

pytestmark = [pytest.mark.prove, pytest.mark.shipped]
STATES = project.HERE / "catalogues" / "records" / "states.json"


class StateFacts(NamedTuple):
    """How far the work came, and whether it has ended, went on when it was read, or is not told."""

    slug: str
    kind: str
    stage: str | None
    state: str
    outcome: str | None


@pytest.fixture(scope="module")
def states() -> list[StateFacts]:
    return [StateFacts(**facts) for facts in json.loads(STATES.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def told() -> dict[str, Entry]:
    entries = catalogues.read(project.ROOT).entries
    elsewhere = {entry.slug: entry for entry in entries if entry.idea.kind != "idea"}
    if not elsewhere:
        pytest.skip(f"{NOT_MEASURED}: the shipped catalogue tells of no work elsewhere")
    return elsewhere


def test_every_entry_of_work_elsewhere_was_read_against_its_sources(
    states: list[StateFacts], told: dict[str, Entry]
) -> None:
    """A new record comes with what its sources say of its end."""
    assert sorted(told) == sorted(facts.slug for facts in states)


def test_every_entry_says_what_its_sources_say(states: list[StateFacts], told: dict[str, Entry]) -> None:
    """Kind, stage and outcome."""
    said = {entry.slug: (entry.idea.kind, entry.idea.stage, entry.idea.outcome) for entry in told.values()}
    assert said == {facts.slug: (facts.kind, facts.stage, facts.outcome) for facts in states}


def test_an_outcome_is_given_where_the_work_has_ended_and_only_there(states: list[StateFacts]) -> None:
    """Work that went on when it was read, or whose end no source tells, has none; nor has research."""
    given = {facts.slug for facts in states if facts.outcome}
    assert given == {facts.slug for facts in states if facts.kind == "record" and facts.state == "ended"}


def test_every_entry_says_what_it_came_to_and_where_that_stands(told: dict[str, Entry]) -> None:
    """In both languages, from one of the entry's own sources."""
    for entry in told.values():
        assert entry.idea.result, entry.slug
        assert entry.idea.translations["en"].result, entry.slug
        assert entry.idea.result_source in {source.url for source in entry.idea.sources}, entry.slug


def test_no_goal_is_told_of_work_elsewhere(told: dict[str, Entry]) -> None:
    """No source that was read names goals of Agenda 2030."""
    assert [entry.slug for entry in told.values() if entry.idea.agenda_goals] == []
