"""Every reference to the catalogue's words is found, at whatever depth, with the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from idesluss.model import Call, Idea, Plan, Settings, vocabulary
from idesluss.model.terms import OrganisationKind
from idesluss.model.vocabulary import OF_FILES, Mention, gate_label, term_label, terms_of, vocabulary_name
from idesluss.words import keys, same

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

TRYGG = "2025/trygg-hemgang/idea.md"


def test_mentions_of_an_idea(changed: Callable[..., Catalogue]) -> None:
    """Plain fields, lists, nested records and records in lists are all looked into."""
    found = set(vocabulary.mentions(changed().by_slug["trygg-hemgang"].idea))
    assert {
        Mention(("stage",), "stages", "project"),
        Mention(("sector",), "sectors", "vard-och-omsorg"),
        Mention(("coordinator", "organisation"), "organisations", "storby-kommun"),
        Mention(("partners", 0, "organisation"), "organisations", "omsorgslabbet"),
        Mention(("assessments", 1, "role"), "roles", "mottagare"),
        Mention(("grants", 0, "call"), "calls", "testbaddar-2025"),
        Mention(("decisions", 2, "gate"), "gates", "G3"),
    } <= found
    assert not any(mention.where[-1] in {"title", "amount", "score"} for mention in found)


def test_mentions_of_settings_go_through_tables(changed: Callable[..., Catalogue]) -> None:
    """The way goes through keys of catalogue.yml."""
    found = set(vocabulary.mentions(changed().settings))
    assert Mention(("process", "gates", "G3", "approvers", 1), "roles", "mottagare") in found
    assert Mention(("process", "stages", "idea", "whose_move"), "roles", "granskare") in found
    assert Mention(("organisations", "storby-kommun", "municipality"), "municipalities", "storby") in found


@pytest.mark.parametrize("record", [Idea, Plan, Call, Settings])
def test_every_vocabulary_exists(changed: Callable[..., Catalogue], record: type[Idea]) -> None:
    """A field can only refer to a list that catalogue.yml or the files hold, and each has a name."""
    settings = changed().settings
    seen: set[str] = set()

    def walk(kind: type[Idea]) -> None:
        for name, key in vocabulary.vocabulary_by_field(kind).items():
            if key is None:
                for inner in _records(kind.model_fields[name].annotation):
                    walk(inner)
            else:
                seen.add(key)

    walk(record)
    assert seen
    for of in seen:
        assert vocabulary_name(of).in_("sv")
        assert of in OF_FILES or terms_of(settings, of) is not None


def _records(annotation: object) -> list[type[Idea]]:
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        return [annotation]
    return [found for part in getattr(annotation, "__args__", ()) for found in _records(part)]


@pytest.mark.parametrize(
    ("of", "key", "sv", "en"),
    [
        ("stages", "feasibility", "Förstudie", "Feasibility study"),
        ("municipalities", "storby", "Storby", "Storby"),
        ("organisations", "storby-kommun", "Storby kommun", "Storby kommun"),
        ("organisations", "omsorgslabbet", "Omsorgslabbet", "The Care Lab"),
        ("agenda_goals", "11", "Hållbara städer och samhällen", "Sustainable cities and communities"),
    ],
)
def test_labels(changed: Callable[..., Catalogue], of: str, key: str, sv: str, en: str) -> None:
    """A key is shown by its name, in both languages where they differ."""
    label = term_label(changed().settings, of, key)
    assert (label.in_("sv"), label.in_("en")) == (sv, en)


def test_an_unknown_key_is_its_own_label(changed: Callable[..., Catalogue]) -> None:
    """What nobody has named is shown as it is written."""
    assert term_label(changed().settings, "stages", "x") == same("x")


def test_the_second_of_two_keys_is_told(changed: Callable[..., Catalogue]) -> None:
    """A known key before an unknown one does not hide it."""
    held = changed(
        (TRYGG, "  - organisation: omsorgslabbet", "  - organisation: storby-kommun\n  - organisation: x")
    )
    wrong = [m for m in vocabulary.mentions(held.by_slug["trygg-hemgang"].idea) if m.key == "x"]
    assert wrong == [Mention(("partners", 1, "organisation"), "organisations", "x")]


def test_a_gate_is_told_by_its_key_and_name(changed: Callable[..., Catalogue]) -> None:
    """One that is unknown has no name, and its key is not told twice."""
    settings = changed().settings
    label = gate_label(settings, "G1")
    assert (label.in_("sv"), label.in_("en")) == ("G1 Prövning", "G1 Screening")
    assert gate_label(settings, "G9") == same("G9")


@pytest.mark.parametrize("kind", get_args(OrganisationKind))
def test_every_kind_of_organisation_has_words(kind: str) -> None:
    """A page of organisations says what kind each is."""
    assert f"organisation_kind.{kind}" in keys("sv")
