"""Fields that several records have, declared once; what differs is given where a record has them."""

from __future__ import annotations

from functools import partial

from .declare import declare

declare_organisation = partial(
    declare,
    "Organisation",
    "Organisation",
    "Nyckel ur listan organisationer.",
    "A key from the list of organisations.",
    required=True,
)
declare_language = partial(
    declare,
    "Språk",
    "Language",
    "Språket som texten är skriven på.",
    "The language the text is written in.",
    default="sv",
)
declare_translations = partial(
    declare,
    "Översättningar",
    "Translations",
    "Titel och sammanfattning på andra språk.",
    "Title and summary in other languages.",
    default_factory=dict,
)
declare_key_factors = partial(
    declare,
    "Nyckelfaktorer",
    "Key factors",
    "Förutsättningar som finns eller saknas.",
    "Conditions that are there or missing.",
    many=True,
)
declare_sources = partial(
    declare,
    "Källor",
    "Sources",
    "Var uppgifterna kommer från och när de lästes.",
    "Where the facts come from and when they were read.",
)
declare_waivers = partial(
    declare,
    "Undantag",
    "Waivers",
    "Krav som inte behöver uppfyllas, med skäl.",
    "Requirements that need not be met, with reasons.",
    many=True,
)
