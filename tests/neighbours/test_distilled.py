"""What is kept of a catalogue: what is needed to find and show its ideas, and nothing that does harm."""

from __future__ import annotations

import copy
import datetime as dt
import html
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.model.values import read_url
from idesluss.neighbours.copies import copy_text
from idesluss.neighbours.distilled import NotCatalogue, distilled
from idesluss.neighbours.harvested import HarvestedIdea, NeighbourCopy
from idesluss.words import LANGUAGES
from idesluss.words.characters import hidden_characters
from tests.support.neighbour_data import as_bytes, catalogue, idea, written
from tests.support.vectors import hostile_bodies, naughty_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = dt.date(2026, 11, 23)
URL = "https://lillby.example/data/v1/catalogue.json"
BIKES = idea("cyklar", "Lånecyklar", "Den som tar tåget lånar en cykel.", "Bussen går för sällan.")


def read(whole: dict[str, Any]) -> NeighbourCopy:
    return distilled(as_bytes(whole), URL, TODAY)


def only(*entries: dict[str, Any], **settings: Any) -> HarvestedIdea:
    (kept,) = read(catalogue("lillby", *entries, **settings)).ideas
    return kept


def notes(found: NeighbourCopy) -> dict[str, int]:
    return {note.key: note.count for note in found.notes}


def test_a_catalogue_of_our_own_program_is_read_whole(tmp_path: Path) -> None:
    """All that is shown: title, summary, result, need, stage, outcome, facets and addresses."""
    found = distilled(written(tmp_path), URL, TODAY)
    assert not found.notes
    assert (found.version, found.as_of, found.title, found.licence) == (
        1,
        "2026-11-23",
        "Prövning",
        "CC BY 4.0",
    )
    bikes = next(kept for kept in found.ideas if kept.slug == "lanecykel-vid-stationen")
    assert bikes.said("title", "en") == ("Borrow a bicycle at the station", "en")
    assert bikes.said("result", "sv")[0].startswith("61 lån i veckan")
    assert bikes.need.startswith("Bussen går en gång i timmen.")
    assert bikes.stage
    assert bikes.stage.in_("en") == "Feasibility study"
    assert bikes.outcome
    assert bikes.outcome.in_("sv") == "Genomförd"
    assert bikes.is_tried
    assert [term.in_("en") for term in bikes.values("theme")] == ["Welfare technology"]
    assert bikes.address("en") == "https://lillby.example/en/ideas/2024/lanecykel-vid-stationen/"
    assert [(reuse.organisation, reuse.year) for reuse in bikes.reused_by] == [("Omsorgslabbet", 2025)]


def test_what_is_about_the_neighbours_own_catalogue_is_left_out() -> None:
    about = idea("egen", "Om katalogen", "Handlar om grannens egen katalog.", about="catalogue")
    assert [kept.slug for kept in read(catalogue("lillby", BIKES, about)).ideas] == ["cyklar"]


@pytest.mark.parametrize(
    ("fields", "tried"),
    [
        ({"outcome": "open"}, False),
        ({"outcome": "completed"}, True),
        ({"outcome": "withdrawn"}, False),
        ({"outcome": "merged"}, False),
        ({"outcome": "unheard-of"}, False),
        ({"result": "Det gick bra."}, True),
    ],
)
def test_tried_is_what_came_to_an_end_there(fields: dict[str, str], *, tried: bool) -> None:
    assert only(idea("x", "Titel", "Sammanfattning.", **fields)).is_tried is tried


@pytest.mark.parametrize(
    ("version", "told"),
    [(1, None), (0, "older"), (None, "older"), (2, "newer"), ("x", "older"), (True, "older")],
)
def test_other_versions_are_read_as_far_as_they_can_be(version: Any, told: str | None) -> None:
    found = read(catalogue("lillby", BIKES, version=version))
    assert [kept.slug for kept in found.ideas] == ["cyklar"]
    assert list(notes(found)) == ([told] if told else [])


def test_an_older_form_without_facts_and_lists_is_read() -> None:
    """Only a name and a title are needed."""
    entry = {"slug": "cyklar", "idea": {"title": "Lånecyklar"}}
    (kept,) = read({"entries": [entry]}).ideas
    assert (kept.said("title", "sv")[0], kept.address("sv"), kept.facets) == ("Lånecyklar", "", ())


def test_fields_that_nobody_knows_do_not_matter() -> None:
    entry = {**copy.deepcopy(BIKES), "further": {"a": [1]}}
    entry["idea"]["mood"] = "glad"
    assert only(entry) == only(BIKES)


@pytest.mark.parametrize(
    ("entry", "count"),
    [
        ({"idea": {"title": "Utan namn"}}, 1),
        ({"slug": "../../etc", "idea": {"title": "Utanför"}}, 1),
        ({"slug": "x" * 81, "idea": {"title": "Långt namn"}}, 1),
        ({"slug": "utan-titel", "idea": {}}, 1),
        ({"slug": "hidden", "idea": {"title": "\u200b\u202e"}}, 1),
        (BIKES, 1),  # the same name twice
    ],
)
def test_what_cannot_be_read_is_counted_and_the_rest_is_there(entry: dict[str, Any], count: int) -> None:
    found = read(catalogue("lillby", BIKES, entry))
    assert [kept.slug for kept in found.ideas] == ["cyklar"]
    assert notes(found) == {"unreadable": count}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "not_json"),
        (b"<html>", "not_json"),
        (b"\xff\xfe", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b'{"a":' * 100_000, "not_json"),
        (b'{"version": ' + b"9" * 10_000 + b', "entries": []}', "not_json"),
        (b"[]", "not_catalogue"),
        (b"null", "not_catalogue"),
        (b"{}", "not_catalogue"),
        (b'{"entries": {}}', "not_catalogue"),
    ],
)
def test_what_is_no_catalogue_is_told(content: bytes, told: str) -> None:
    with pytest.raises(NotCatalogue) as refusal:
        distilled(content, URL, TODAY)
    assert refusal.value.key == told


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//",
        "ftp://a.example/",
        "https://a@b.example/",
        "https://x y/",
    ],
)
def test_addresses_are_of_the_web_or_none(address: str) -> None:
    entry = {**BIKES, "facts": {"page_sv": address}}
    kept = only(entry)
    assert kept.address("sv") in {"", "https://lillby.example/"}


def test_personal_data_is_hidden_and_counted() -> None:
    found = read(catalogue("lillby", idea("x", "Ring 19640823-3234", "Mejla anna.andersson@gmail.example.")))
    assert "19640823-3234" not in copy_text(found)
    assert notes(found)["masked"] >= 1


def test_long_texts_are_cut_between_words() -> None:
    kept = only(idea("x", "ord " * 500, "mening " * 500, "behov " * 5000))
    assert len(kept.said("title", "sv")[0]) <= 200
    assert kept.said("summary", "sv")[0].endswith("mening…")
    assert len(kept.need) <= 2000


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from (str(key), *strings(item))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)


def assert_harmless(found: NeighbourCopy) -> None:
    """Nothing that cannot be seen, no control characters, addresses of the web alone; and it can be kept."""
    text = copy_text(found)
    text.encode()
    assert NeighbourCopy.model_validate_json(text) == found
    for words in strings(json.loads(text)):
        assert "\n" not in words
        assert next(hidden_characters(words), None) is None
    for kept in found.ideas:
        for address in (*kept.page.values(), *(use.url for use in kept.uses)):
            assert not address or read_url(address) == address
        for language in LANGUAGES:
            assert kept.said("title", language)[0] or kept.said("title", language)[0] == ""


@pytest.mark.parametrize("text", [*naughty_texts(), *hostile_bodies()])
def test_hostile_texts_in_every_field_do_no_harm(text: str) -> None:
    entry = idea("x", f"Titel {text}", text, text, result=text, kind=text, stage=text, outcome=text)
    entry["idea"]["translations"] = {text: {"title": text}, "en": {"title": text, "summary": text}}
    entry["facts"] = {"page_sv": text, f"page_{text}": text, "first_date": text}
    entry["idea"]["uses"] = [{"url": text, "year": text}]
    entry["idea"]["reused_by"] = [{"organisation": text, "year": text}]
    named = {"title": {"sv": text, text: text}}
    told = {"contact": text, "site_url": text, "licences": {"text": {"name": text, "url": text}}}
    lists = {"themes": {"halsa": named}, "organisations": {"kommunen": {"name": text}}}
    assert_harmless(read(catalogue("lillby", entry, **told, **lists)))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda within: st.lists(within, max_size=4) | st.dictionaries(st.text(max_size=12), within, max_size=4),
    max_leaves=20,
)


@given(_JSON)
def test_any_json_is_read_or_told(value: Any) -> None:
    try:
        assert_harmless(distilled(json.dumps(value).encode(), URL, TODAY))
    except NotCatalogue:
        return


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value within a value."""
    if way:
        yield way
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*way, key))


WHOLE = catalogue(
    "lillby",
    {
        **BIKES,
        "idea": {
            **BIKES["idea"],
            "translations": {"en": {"title": "Bicycles"}},
            "kind": "record",
            "themes": ["halsa"],
            "uses": [{"url": "https://a.example/x/", "year": 2024}],
            "reused_by": [{"organisation": "kommunen", "year": 2025}],
        },
    },
    idea("mat", "Skolmat", "Köken byter rätter efter säsong.", "Maten slängs.", outcome="merged"),
)
WAYS = sorted(places(WHOLE), key=repr)


@given(st.sampled_from(WAYS), _JSON)
def test_anything_at_any_place_costs_a_note_at_most(way: tuple[Any, ...], value: Any) -> None:
    """Each value in its turn is replaced by any other; the rest of the catalogue is still there."""
    assert_the_rest_is_read(way, value)


@pytest.mark.parametrize("value", [None, [], {}, [[]], [{}], {"a": []}, "", True, 1e308, 10**400, "\ud800"])
def test_odd_values_at_every_place_cost_a_note_at_most(value: Any) -> None:
    for way in WAYS:
        assert_the_rest_is_read(way, value)


def assert_the_rest_is_read(way: tuple[Any, ...], value: Any) -> None:
    whole = copy.deepcopy(WHOLE)
    within: Any = whole
    for step in way[:-1]:
        within = within[step]
    within[way[-1]] = value
    try:
        found = read(whole)
    except NotCatalogue:
        assert way == ("entries",)
        return
    assert_harmless(found)
    if way[0] != "entries":
        assert [kept.slug for kept in found.ideas] == ["cyklar", "mat"]


@given(st.text())
def test_markup_stays_a_text(text: str) -> None:
    """Whatever a title says is shown as it was written, by who escapes it once."""
    kept = only(idea("x", f"<b>{text}</b>", "Sammanfattning."))
    assert "<" not in html.escape(kept.said("title", "sv")[0])
