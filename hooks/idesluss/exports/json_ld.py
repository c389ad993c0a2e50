"""What search engines are told: an idea as a work, and the open data as a data set, by schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..model.vocabulary import term_label
from ..words import say
from .data_file import WHOLE
from .other_names import OtherName, by_other_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue.entry import Entry
    from ..model import Grant
    from ..words import Language
    from .catalogue_json import Json
    from .data_file import DataFile
    from .source import ExportSource

_CONTEXT = "https://schema.org"
# Which relations say that the one is made of the other.
_BASED_ON = frozenset({"builds_on", "continues", "responds_to"})
# What would end the script that it stands in, or a line of it.
_ESCAPED = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def linked_data(value: Json) -> str:
    """JSON that can stand in a page."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def idea_json_ld(source: ExportSource, entry: Entry, language: Language) -> Json:
    """An entry as a work, in the language of the page that it stands on."""
    return {
        "@context": _CONTEXT,
        "@type": "CreativeWork",
        **by_other_names(OF_IDEAS, source, entry, language),
    }


def _named(kind: str, name: str) -> Json:
    return {"@type": kind, "name": name}


def _label(entry: Entry, vocabulary: str, key: str, language: Language) -> str:
    return term_label(entry.settings, vocabulary, key).in_(language)


def _address(source: ExportSource, entry: Entry, language: Language) -> str | None:
    """The page's full address; None where the site's own is not known."""
    return source.settings.full_address(source.addresses[language].idea(entry)) or None


def _status(_: ExportSource, entry: Entry, language: Language) -> str | None:
    words = [
        _label(entry, vocabulary, key, language)
        for vocabulary, key in (("stages", entry.idea.stage), ("outcomes", entry.idea.outcome))
        if key
    ]
    return ", ".join(words) or None


def _keywords(_: ExportSource, entry: Entry, language: Language) -> list[str]:
    themes = [_label(entry, "themes", key, language) for key in entry.idea.themes]
    return [_label(entry, "sectors", entry.idea.sector, language), *themes]


def _places(_: ExportSource, entry: Entry, language: Language) -> list[Json]:
    names = [_label(entry, "municipalities", key, language) for key in entry.idea.municipalities]
    return [_named("AdministrativeArea", name) for name in names]


def _organisation(entry: Entry, key: str, language: Language) -> Json:
    return _named("Organization", _label(entry, "organisations", key, language))


def _creator(_: ExportSource, entry: Entry, language: Language) -> Json | None:
    holder = entry.idea.coordinator
    return (
        _named("Organization", _label(entry, "organisations", holder.organisation, language))
        if holder
        else None
    )


def _contributors(_: ExportSource, entry: Entry, language: Language) -> list[Json]:
    names = [
        _label(entry, "organisations", partner.organisation, language) for partner in entry.idea.partners
    ]
    return [_named("Organization", name) for name in names]


def _funding(_: ExportSource, entry: Entry, language: Language) -> list[Json]:
    return [_grant(entry, grant, language) for grant in entry.idea.grants]


def _grant(entry: Entry, grant: Grant, language: Language) -> Json:
    monetary: Json = {"@type": "MonetaryGrant"}
    if grant.reference:
        monetary["identifier"] = grant.reference
    if grant.amount is not None:
        monetary["amount"] = {"@type": "MonetaryAmount", "currency": "SEK", "value": grant.amount}
    return {**monetary, "funder": _named("Organization", _label(entry, "funders", grant.funder, language))}


def _based_on(source: ExportSource, entry: Entry, language: Language) -> list[str]:
    others = [other for relation, other in source.catalogue.relations_of(entry) if relation.kind in _BASED_ON]
    return [address for other in others if (address := _address(source, other, language))]


def _encoding(source: ExportSource, entry: Entry, _: Language) -> Json | None:
    """The same as JSON."""
    address = source.settings.full_address(source.json_path(entry))
    if not address:
        return None
    return {"@type": "MediaObject", "contentUrl": address, "encodingFormat": "application/json"}


def _catalogue(source: ExportSource, _: Entry, __: Language) -> Json:
    settings = source.settings
    home = settings.full_address("")
    return {**_named("Collection", settings.name), **({"url": home} if home else {})}


# schema.org's name for an idea's fields.
OF_IDEAS = {
    "@id": OtherName((), _address),
    "url": OtherName((), _address),
    "identifier": OtherName((), lambda _, entry, __: entry.slug),
    "name": OtherName(("title", "translations"), lambda _, entry, language: entry.title(language)),
    "abstract": OtherName(("summary", "translations"), lambda _, entry, language: entry.summary(language)[0]),
    "inLanguage": OtherName(("language",), lambda _, entry, language: entry.summary(language)[1]),
    "dateCreated": OtherName(("submitted",), lambda _, entry, __: entry.idea.submitted),
    "creativeWorkStatus": OtherName(("stage", "outcome"), _status),
    "keywords": OtherName(("sector", "themes"), _keywords),
    "contentLocation": OtherName(("municipalities",), _places),
    "creator": OtherName(("coordinator",), _creator),
    "contributor": OtherName(("partners",), _contributors),
    "funding": OtherName(("grants",), _funding),
    "isBasedOn": OtherName(("relations",), _based_on),
    "citation": OtherName(("sources",), lambda _, entry, __: [source.url for source in entry.idea.sources]),
    "license": OtherName((), lambda source, _, __: source.settings.licences.text.url),
    "isPartOf": OtherName((), _catalogue),
    "encoding": OtherName((), _encoding),
}


def dataset_json_ld(source: ExportSource, files: Iterable[DataFile], language: Language) -> Json:
    """The open data as a data set with its files, for the page that hands them out."""
    settings = source.settings
    dataset: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "name": settings.name,
        "description": settings.description.in_(language),
        "identifier": source.full(WHOLE),
        "inLanguage": list(settings.site_languages),
        "dateModified": str(source.catalogue.today),
        "license": settings.licences.facts.url,
        "isAccessibleForFree": True,
        "keywords": say("data.dcat.keywords", language).split(", "),
        "creator": _named("Organization", settings.publisher or settings.name),
    }
    if settings.site_url:
        dataset["url"] = settings.full_address(source.addresses[language].section("download"))
        dataset["distribution"] = [
            {
                "@type": "DataDownload",
                "name": file.name,
                "contentUrl": settings.full_address(file.path),
                "encodingFormat": file.media_type,
                "contentSize": str(len(file.content)),
            }
            for file in files
            if file.role in {"whole", "funding", "table"}
        ]
    return dataset
