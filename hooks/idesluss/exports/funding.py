"""Calls, applications and funded activities by the names of the Swedish funders' shared model (GDP).

Only what the catalogue knows is said. It knows no amount that was applied for, no day of a funder's decision
and no organisation's number, so those of the model's names are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..derived.grants import grant_holder
from ..model.vocabulary import term_label
from .other_names import OtherName, by_other_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.call_page import CallPage
    from ..catalogue.entry import Entry
    from ..model import Call, Grant, Idea
    from ..words import Language
    from .catalogue_json import Json
    from .source import ExportSource

_STATUS = {"ongoing": "Pågående", "closed": "Avslutad"}
_CURRENCY = "SEK"
_APPLICATION = ("diarienummer", "finansiarNamn", "titel", "titelEng", "organisationer", "utlysning", "lank")


def funding_json(source: ExportSource) -> Json:
    """The three lists of the model."""
    activities = list(_activities(source))
    applications = [{name: it[name] for name in _APPLICATION if name in it} for it in activities]
    return {
        "utlysningar": [by_other_names(OF_CALLS, source, page) for page in source.catalogue.calls.values()],
        "ansokningar": [it for it in applications if "diarienummer" in it],
        "finansieradeaktiviteter": activities,
    }


def _activities(source: ExportSource) -> Iterator[Json]:
    for entry in source.catalogue.listed:
        for grant in entry.idea.grants:
            yield by_other_names(OF_GRANTS, source, entry, grant)


def _english(written: Call | Idea) -> str | None:
    """The title in English, where it is told in that."""
    if written.language == "en":
        return written.title
    english = written.translations.get("en")
    return english.title if english else None


def _name(source: ExportSource, vocabulary: str, key: str) -> str:
    """What a key is called in Swedish, the model's language, or else in the catalogue's own."""
    language: Language = "sv" if "sv" in source.settings.site_languages else source.settings.language
    return term_label(source.settings, vocabulary, key).in_(language)


def _funders(source: ExportSource, page: CallPage) -> str:
    return ", ".join(_name(source, "funders", key) for key in page.call.funders)


# The model's name for a call's fields.
OF_CALLS = {
    "diarienummer": OtherName(("reference",), lambda _, page: page.call.reference),
    "finansiarNamn": OtherName(("funders",), _funders),
    "titel": OtherName(("title",), lambda _, page: page.call.title),
    "titelEng": OtherName(("translations", "language"), lambda _, page: _english(page.call)),
    "beskrivning": OtherName(("summary",), lambda _, page: page.call.summary),
    "oppningsdatum": OtherName(("opens",), lambda _, page: page.call.opens),
    "stangningsdatum": OtherName(("closes",), lambda _, page: page.call.closes),
    "budgetBelopp": OtherName(("total",), lambda _, page: page.call.total),
    "budgetValuta": OtherName(("total",), lambda _, page: None if page.call.total is None else _CURRENCY),
    "status": OtherName(("reported_status",), lambda _, page: _STATUS.get(page.call.reported_status or "")),
    "publiceringsplats": OtherName(
        (), lambda source, page: source.full(source.own_addresses.call(page.slug))
    ),
}


def _organisation(source: ExportSource, entry: Entry, grant: Grant) -> Json | None:
    holder = grant_holder(entry, grant)
    return {"namn": _name(source, "organisations", holder), "roll": ["Koordinator"]} if holder else None


def _organisations(source: ExportSource, entry: Entry, grant: Grant) -> list[Json]:
    organisation = _organisation(source, entry, grant)
    return [organisation] if organisation else []


def _called(source: ExportSource, _: Entry, grant: Grant) -> Json | None:
    """The call that the grant is from, by its number and title."""
    page = source.catalogue.calls.get(grant.call or "")
    names = {name: OF_CALLS[name] for name in ("diarienummer", "titel")}
    return by_other_names(names, source, page) if page else None


def _decided(source: ExportSource, entry: Entry, grant: Grant) -> list[Json]:
    """What was awarded, in the year that the grant began; the model knows no final amount."""
    year = {"ar": grant.start.year} if grant.start else {}
    organisation = _organisation(source, entry, grant)
    to = {"finansieradOrganisation": organisation} if organisation else {}
    return [] if grant.awarded is None else [{**year, "belopp": grant.awarded, "valuta": _CURRENCY, **to}]


def _goals(source: ExportSource, entry: Entry, _: Grant) -> list[Json]:
    return [{"namn": _name(source, "agenda_goals", str(goal))} for goal in entry.idea.agenda_goals]


def _links(source: ExportSource, entry: Entry, _: Grant) -> list[Json]:
    return [{"href": source.page_of(entry, source.settings.language), "rel": "describedby"}]


# The model's name for a grant's fields, and for what it takes from the idea.
OF_GRANTS = {
    "diarienummer": OtherName(("reference",), lambda _, __, grant: grant.reference),
    "finansiarNamn": OtherName(("funder",), lambda source, _, grant: _name(source, "funders", grant.funder)),
    "titel": OtherName(("title",), lambda _, entry, grant: grant.title or entry.idea.title),
    "titelEng": OtherName(("title_en",), lambda _, entry, grant: grant.title_en or _english(entry.idea)),
    "beskrivning": OtherName((), lambda _, entry, __: entry.idea.summary),
    "startdatum": OtherName(("start",), lambda _, __, grant: grant.start),
    "slutdatum": OtherName(("end",), lambda _, __, grant: grant.end),
    "status": OtherName(("reported_status",), lambda _, __, grant: _STATUS.get(grant.reported_status or "")),
    "organisationer": OtherName(("coordinator",), _organisations),
    "utlysning": OtherName(("call",), _called),
    "beslutadFinansiering": OtherName(("awarded",), _decided),
    "hallbarhetsmal": OtherName((), _goals),
    "lank": OtherName((), _links),
}
