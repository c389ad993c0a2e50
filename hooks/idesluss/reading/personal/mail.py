"""Mail addresses at providers where people have private ones, and such as are named after somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...words.characters import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator

_FAMILIES = frozenset(
    {
        *("gmail", "googlemail", "hotmail", "live", "outlook", "yahoo", "ymail", "rocketmail", "protonmail"),
        *("gmx", "yandex", "tuta", "tutanota", "fastmail", "hushmail", "zoho"),
    }
)
_DOMAINS = frozenset(
    {
        *(
            "msn.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "proton.me",
            "pm.me",
            "aol.com",
            "mail.com",
            "mail.ru",
        ),
        *("hey.com", "telia.com", "comhem.se", "bredband.net", "bredband2.com", "spray.se", "passagen.se"),
        *("home.se", "swipnet.se", "tele2.se", "glocalnet.net", "algonet.se"),
    }
)
_LONGEST = 64
# A person's first and last name, or an initial; digits tell two of one name apart.
_NAMED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?(?:[._][^\W\d_]+(?:-[^\W\d_]+)?){1,3}\d{0,3}")
# What a function's mailbox is named after: a part of its name is one of these, or holds a longer one.
_FUNCTIONS = (
    *("kommun", "region", "stad", "lan", "myndighet", "forvaltning", "enhet", "avdelning", "namnd", "kontor"),
    *(
        "kansli",
        "styrelse",
        "sektor",
        "center",
        "centrum",
        "centralen",
        "skola",
        "bibliotek",
        "museum",
        "bolag",
    ),
    *("kontakt", "contact", "info", "innovation", "ide", "utveckling", "projekt", "project", "forskning"),
    *(
        "registrator",
        "diarium",
        "arkiv",
        "support",
        "service",
        "tjanst",
        "hjalp",
        "help",
        "desk",
        "stod",
        "post",
    ),
    *("mail", "epost", "brevlada", "office", "team", "grupp", "press", "media", "kommunikation", "digital"),
    *(
        "it",
        "hr",
        "ekonomi",
        "juridik",
        "upphandling",
        "inkop",
        "bygg",
        "miljo",
        "trafik",
        "vatten",
        "avfall",
    ),
    *("omsorg", "social", "halsa", "kultur", "fritid", "turism", "naring", "samhall", "plan", "klimat"),
    *("web", "webb", "data", "gis", "sakerhet", "beredskap", "ungdom", "barn", "aldre", "medborgar", "kund"),
    *("no-reply", "noreply", "dataskydd", "gdpr", "dpo", "research", "library", "university", "council"),
)
_WITHIN = 5  # letters of a word that is looked for within a part, too: `it` is one, and `birgitta` is none

# What is worth looking at: small letters, and all that can begin a disguised at sign as one sign.
_SMALL = bytes(40 if byte in b"([{<%&\\\xef" else byte for byte in bytes(range(256)).lower())
# An at sign in words, within brackets or as a code, in the small alphabet above.
_DISGUISED = re.compile(rb"\(\s?(?:(?:at?|snabel-?\s?a)\s?[)\]}>]|40|#|commat|[xu]0*40|\xbc\xa0|\xb9\xab)")
_NAMES = sorted({name.partition(".")[0].encode() for name in _FAMILIES | _DOMAINS})
# An at sign before a name that is a provider of private mail, or before what may hide one.
_AT_NAME = re.compile(rb"@(?:[^a-z0-9\x80-\xff]|" + b"|".join(_NAMES) + b")")

# An at sign or its disguise, a name, a point or its disguise, and a top domain that ends there.
_ADDRESS = re.compile(
    r"(?: {0,3}(?:@|[(\[{<] ?(?:a|at|@|snabel-? ?a) ?[)\]}>])|[ -]snabel-? ?a\b|(?P<bare> at )) {0,3}"
    r"(?P<name>[a-z0-9]{2,14}) {0,3}"
    r"(?:(?P<point>\.)|[(\[{<] ?(?:dot|punkt|\.) ?[)\]}>]|\b(?:dot|punkt)\b) {0,3}"
    r"(?P<top>[a-z]{2,3}(?:\.uk)?)(?!\w|-\w|\.[a-z])",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"[\w.+-]{1,64}$")


def may_hold_mail(content: bytes) -> bool:
    """Whether it is worth looking, in a text in UTF-8."""
    small = content.translate(_SMALL)
    if _AT_NAME.search(small) or _DISGUISED.search(small):
        return True
    return any(word in small for word in (b"snabel", b" dot ", b" punkt "))


def mail_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where private mail addresses begin and end."""
    for match in _ADDRESS.finditer(text):
        name, top = match["name"].lower(), match["top"].lower()
        is_private = name in _FAMILIES or f"{name}.{top}" in _DOMAINS
        is_prose = match["bare"] and match["point"]  # look at live.example
        local = _LOCAL.search(text, max(0, match.start() - _LONGEST), match.start())
        if local and is_private and not is_prose:
            yield local.start(), match.end()


def is_named_after_somebody(address: str) -> bool:
    """Whether an address looks like `first.last@`, and not like that of a function: `region.plan@`."""
    local, _, domain = address.partition("@")
    owner = slugify(domain.partition(".")[0])
    parts = [slugify(part) for part in re.split(r"[._]", local.rstrip("0123456789"))]
    return bool(_NAMED.fullmatch(local)) and not any(_is_function(part, owner) for part in parts)


def _is_function(part: str, owner: str) -> bool:
    """Whether a part of a name is the name of its owner, or a function's."""
    is_owner = len(part) > 1 and part.removesuffix("s") == owner.removesuffix("s")
    return is_owner or any(part == word or (len(word) >= _WITHIN and word in part) for word in _FUNCTIONS)
