"""The lists that come with the program: whole, with keys that are told apart, and words in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.model import Settings
from idesluss.model.process import PARTS, Process
from idesluss.model.settings import VOCABULARIES
from idesluss.model.shipped import municipalities, shipped_lists, shipped_terms
from idesluss.words import LANGUAGES
from idesluss.words.characters import slugify

if TYPE_CHECKING:
    from pydantic import BaseModel

# The keys that were there before the list, and are in addresses.
KEPT = {
    "aneby": "Aneby",
    "bengtsfors": "Bengtsfors",
    "boras": "Borås",
    "fargelanda": "Färgelanda",
    "goteborg": "Göteborg",
    "harnosand": "Härnösand",
    "helsingborg": "Helsingborg",
    "karlstad": "Karlstad",
    "kinda": "Kinda",
    "kungsbacka": "Kungsbacka",
    "lerum": "Lerum",
    "lidkoping": "Lidköping",
    "lund": "Lund",
    "malung-salen": "Malung-Sälen",
    "motala": "Motala",
    "orebro": "Örebro",
    "pitea": "Piteå",
    "skelleftea": "Skellefteå",
    "stockholm": "Stockholm",
    "sundsvall": "Sundsvall",
    "timra": "Timrå",
    "tranas": "Tranås",
    "trollhattan": "Trollhättan",
    "uddevalla": "Uddevalla",
    "vanersborg": "Vänersborg",
    "vetlanda": "Vetlanda",
    "ydre": "Ydre",
    "ange": "Ånge",
}
PROCESSES = ("gateway", "small", "list")
OF_HABO = {"habo": "Habo", "haabo": "Håbo"}


def test_the_municipalities_of_sweden() -> None:
    """All 290, each with the key that its name folds to; two fold to the same, and one of them gives way."""
    known = {key: term["name"] for key, term in shipped_terms("municipalities", "sweden").items()}
    assert len(known) == len(set(known.values())) == 290
    assert {key: name for key, name in known.items() if key != slugify(name)} == {"haabo": "Håbo"}
    assert {**KEPT, **OF_HABO}.items() <= known.items()
    assert len(KEPT) == 28


def test_the_codes_of_municipalities() -> None:
    """Four digits each, the first two of which are a county's; none twice."""
    codes = [municipality.code for municipality in municipalities()]
    assert len(set(codes)) == 290
    assert len({code[:2] for code in codes if len(code) == 4 and code.isdigit()}) == 21
    known = {municipality.name: municipality.code for municipality in municipalities()}
    assert (known["Stockholm"], known["Göteborg"], known["Kiruna"]) == ("0180", "1480", "2584")


def test_the_goals_of_agenda_2030() -> None:
    """All seventeen, with words in every language."""
    known = shipped_terms("agenda_goals", "all")
    assert list(known) == [str(number) for number in range(1, 18)]
    for own in LANGUAGES:
        assert len({term["title"][own] for term in known.values()}) == 17


def test_the_free_licences_say_what_is_allowed() -> None:
    """Each with its terms in full, and in every language what others may do."""
    known = shipped_terms("picture_licences", "free")
    assert list(known) == ["cc-by", "cc-by-sa", "cc0", "public-domain"]
    for term in known.values():
        assert term["url"].startswith("https://creativecommons.org/")
        assert all(term["help"][own] for own in LANGUAGES)


def test_the_lists() -> None:
    """Of vocabularies, and of the parts of three processes."""
    assert {(name, known) for name in VOCABULARIES for known in shipped_lists(name)} >= {
        ("agenda_goals", "all"),
        ("municipalities", "sweden"),
        ("roles", "gateway"),
        ("sectors", "municipal"),
    }
    assert {(name, known) for name in PARTS for known in shipped_lists(name)} == {
        *((name, process) for name in ("stages", "gates", "sections") for process in PROCESSES),
        ("outcomes", "usual"),
    }


@pytest.mark.parametrize(
    ("record", "name", "known"),
    [
        pytest.param(record, name, known, id=f"{name}-{known}")
        for record, names in ((Settings, VOCABULARIES), (Process, PARTS))
        for name in names
        for known in shipped_lists(name)
    ],
)
def test_a_list_is_what_the_settings_hold(record: type[BaseModel], name: str, known: str) -> None:
    """A list that is named passes as terms that are written out, with words in every language."""
    terms = dict(shipped_terms(name, known))
    record.__pydantic_validator__.validate_assignment(record.model_construct(), name, terms)
    worded = [term for term in terms.values() if isinstance(term, dict)]
    assert [term for term in worded if "name" not in term and term["title"].keys() != {*LANGUAGES}] == []
