"""Parts, sums, spreads and days that several overviews show, each by itself."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from idesluss.derived.call_state import call_state
from idesluss.derived.grants import (
    GrantDifference,
    GrantSum,
    difference_of_grants,
    grant_difference,
    grant_holder,
    grants_by_funder,
    grants_of_entries,
    sum_of_grants,
)
from idesluss.derived.key_factors import key_factors
from idesluss.derived.lessons import lesson_outcomes
from idesluss.derived.network import frequent_pairs, municipality_profile, organisation_profile
from idesluss.derived.spread import spread_of
from idesluss.model import Call, Grant, PartialDate
from idesluss.model.parts import Coordinator, Source
from idesluss.words.alphabet import alphabetical, initial_letter
from tests.support import catalogues, many_ideas, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue

TODAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogues.read(many_ideas.lay(tmp_path_factory.mktemp("network")))


def call(**dates: str) -> Call:
    source = Source(url="https://storby.example/", read=PartialDate(2026, 11))
    status = dates.pop("reported_status", None)
    read = {name: PartialDate.read(date) for name, date in dates.items()}
    return Call(
        title="Utlysning", summary="Pengar att söka för kommuner.", sources=(source,), **read
    ).model_copy(update={"reported_status": status})


@pytest.mark.parametrize(
    ("dates", "state", "days"),
    [
        ({"closes": "2026-11-23"}, "open", 0),
        ({"closes": "2026-11-22"}, "closed", None),
        ({"closes": "2026-11"}, "open", 7),
        ({"opens": "2026-11-23", "closes": "2026-12-01"}, "open", 8),
        ({"opens": "2026-11-24", "closes": "2026-12-01"}, "coming", 1),
        ({"opens": "2026-12"}, "coming", 8),
        ({"opens": "2026-01"}, "unknown", None),
        ({"end": "2026-10"}, "closed", None),
        ({"reported_status": "ongoing"}, "open", None),
        ({"reported_status": "closed", "closes": "2026-12-01"}, "open", 8),
        ({"reported_status": "closed", "opens": "2026-01"}, "closed", None),
        ({}, "unknown", None),
    ],
)
def test_deadline(dates: dict[str, str], state: str, days: int | None) -> None:
    """A month lasts to its last day; dates go before the source's word, and nothing is guessed."""
    made = call_state(call(**dates), TODAY)
    assert (made.state, made.days) == (state, days)


def test_sums_keep_what_is_unknown_apart(found: Catalogue) -> None:
    """A grant of nothing is known; the final amount goes before the awarded one; research is told."""
    research = next(entry for entry in found.entries if not entry.has_stage)
    idea = next(entry for entry in found.entries if entry.is_in_process)
    grants = [
        Grant(funder="a", awarded=10, final=0),
        Grant(funder="b"),
        Grant(funder="a", awarded=7),
        Grant(funder="b", final=3),
    ]
    granted = [(idea, grant) for grant in grants[:3]] + [(research, grants[3])]
    assert sum_of_grants(granted) == GrantSum(count=4, known=10, unknown=1, research=3)
    assert list(grants_by_funder(granted)) == ["a", "b"]
    assert grants_by_funder(granted)["b"] == GrantSum(count=2, known=3, unknown=1, research=3)
    assert sum_of_grants([]) == GrantSum()


def test_what_grants_became(found: Catalogue) -> None:
    """Only those of which both amounts are known; what stayed the same is neither lower nor higher."""
    amounts = [(10, 0), (7, None), (None, 3), (5, 5), (5, 6)]
    granted = [(found.entries[0], Grant(funder="a", awarded=first, final=last)) for first, last in amounts]
    assert [grant_difference(grant) for _, grant in granted] == [-10, None, None, 0, 1]
    assert difference_of_grants(granted) == GrantDifference(count=3, lower=1, higher=1, sum=-9)
    assert difference_of_grants([]) == GrantDifference(0, 0, 0, 0)


def test_holder_is_the_grants_own_coordinator_first(found: Catalogue) -> None:
    entry = found.by_slug["varierad-1"]
    own = Grant(funder="framsyn", coordinator=Coordinator(organisation="sida"))
    assert grant_holder(entry, own) == "sida"
    assert grant_holder(entry, Grant(funder="framsyn")) == "omsorgslabbet"
    assert grant_holder(found.by_slug["enklare-felanmalan"], Grant(funder="framsyn")) is None


def test_partners_are_mutual(found: Catalogue) -> None:
    """As often as one shares entries with another, the other does with the one; nobody is its own partner."""
    organisations = {key: organisation_profile(found, key) for key in found.grouped("organisation")}
    for key, organisation in organisations.items():
        assert sum(organisation.roles.values()) == organisation.entries
        counts = [count for _, count in organisation.partners]
        assert counts == sorted(counts, reverse=True)
        for other, count in organisation.partners:
            assert other != key
            assert dict(organisations[other].partners)[key] == count


def test_each_grant_has_one_holder(found: Catalogue) -> None:
    """What all organisations hold is what the catalogue's grants are together."""
    held = [organisation_profile(found, key).grants for key in found.grouped("organisation")]
    every = grants_of_entries(found.entries)
    assert (sum(s.count for s in held), sum(s.known for s in held)) == (every.count, every.known)


@pytest.mark.parametrize("of", [organisation_profile, municipality_profile])
def test_who_is_not_named_is_refused(found: Catalogue, of: object) -> None:
    """And asking does not make a page for it."""
    assert callable(of)
    with pytest.raises(KeyError):
        of(found, "finns-inte")
    assert "finns-inte" not in found.grouped("organisation")
    assert "finns-inte" not in found.grouped("municipality")


def test_pairs_share_two_or_more(found: Catalogue) -> None:
    for one, other, count in frequent_pairs(found, "organisation"):
        assert one < other
        shared = [e for e in found.entries if {one, other} <= e.organisations.keys()]
        assert len(shared) == count > 1


def test_plan_speaks_of_factors_where_the_idea_does_not(tmp_path: Path) -> None:
    """Idea and plan are one; the page of the factor lists the entry either way."""
    root = catalogues.lay(tmp_path, project.BASE)
    plan = root / "ideas" / "2025" / "trygg-hemgang" / "plan.md"
    told = "key_factors:\n  - { factor: time_set_aside, state: missing, reason: Ingen har tid. }\n"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("roles:\n", f"{told}roles:\n", 1), encoding="utf-8"
    )
    (only,) = key_factors(catalogues.read(root))
    assert [entry.slug for entry in only.by_state["missing"]] == ["trygg-hemgang"]
    idea = plan.with_name("idea.md")
    told = "key_factors:\n  - { factor: time_set_aside, state: in_place, reason: Nu finns den. }\n"
    idea.write_text(
        idea.read_text(encoding="utf-8").replace("effects:\n", f"{told}effects:\n", 1), encoding="utf-8"
    )
    (only,) = key_factors(catalogues.read(root))
    assert only.by_state["missing"] == []
    assert [entry.slug for entry in only.by_state["in_place"]] == ["trygg-hemgang"]


def test_spread_counts_everybody_once(found: Catalogue) -> None:
    """Research stands outside stages and outcomes; what nobody is at is left out."""
    made = spread_of(found.entries, found.settings.process)
    assert made.count == len(found.entries)
    assert sum(made.by_outcome.values()) + made.research == made.count
    assert made.ideas + made.records + made.research == made.count
    assert made.research == 1
    assert "merged" not in made.by_outcome
    assert list(made.by_stage) == ["idea", "feasibility", "project"]


def test_failures_are_told_first(found: Catalogue) -> None:
    assert lesson_outcomes(found.settings.process) == ["stopped", "withdrawn", "completed", "merged", "going"]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Åmål", "Å"),
        ("ängelholm", "Ä"),
        ("Öckerö", "Ö"),
        ("A\u030amål", "Å"),
        ("Éclair", "E"),
        ("Øresund", "Ö"),
        ("5te", "#"),
        ('"Kraft"', "K"),
        ("", "#"),
        ("Ω-gruppen", "#"),
    ],
)
def test_initial(name: str, letter: str) -> None:
    assert initial_letter(name) == letter


def test_swedish_order() -> None:
    names = ["Örebro", "Ale", "Ängelholm", "Zinkgruvan", "Åmål", "ale 2", "Écija", "Eda"]
    assert sorted(names, key=alphabetical) == [
        "Ale",
        "ale 2",
        "Écija",
        "Eda",
        "Zinkgruvan",
        "Åmål",
        "Ängelholm",
        "Örebro",
    ]
