"""What is kept of a neighbour's `catalogue.json`: its ideas, made harmless, and notes of what was left."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from ..model.process import MERGED_INTO, REFERRED_TO
from ..reading.markdown import render_body
from ..reading.personal import find_personal_data, masked, may_hold_personal_data
from .harmless import TEXT, known_key, known_slug, language_code, plain_line, web_address
from .harvested import MOST_FACETS, MOST_REUSES, HarvestedIdea, HarvestNote, NeighbourCopy, NoteKey

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

Json = dict[str, Any]
KNOWN_VERSION = 1
MOST_IDEAS = 20_000
LONGEST_BODY = 20_000  # characters of a text that are looked through for its need
_OTHER_KINDS = ["record", "research"]  # a list, in which anything can be looked for: also what has no hash
# Where the data lies below the root of a catalogue's site, in whichever version of it.
_DATA_FILE = re.compile(r"data/v[0-9]+/catalogue\.json.*|[^/]*$")
# Facet to the field of an idea and to the list that its keys are of.
_FACETS = {
    "sector": ("sector", "sectors"),
    "theme": ("themes", "themes"),
    "municipality": ("municipalities", "municipalities"),
    "agenda_goal": ("agenda_goals", "agenda_goals"),
    "innovation_type": ("innovation_type", "innovation_types"),
}


class NotCatalogue(ValueError):  # noqa: N818  # a refusal, not an error of ours
    """What was fetched is no catalogue. `key` names the words that say why."""

    def __init__(self, key: NoteKey) -> None:
        super().__init__(key)
        self.key: NoteKey = key


def distilled(content: bytes, url: str, today: dt.date) -> NeighbourCopy:
    """The copy that these bytes make, without when and how they came. Raises NotCatalogue."""
    whole = _whole(content)
    counts: Counter[str] = Counter()
    teller = _Teller(whole, url, today)
    ideas: dict[str, HarvestedIdea] = {}
    for entry in _records(whole.get("entries"))[:MOST_IDEAS]:
        if _record(entry.get("idea")).get("about"):
            continue  # about that catalogue itself
        idea = teller.idea(entry)
        if idea is None or idea.slug in ideas:
            counts["unreadable"] += 1
        else:
            ideas[idea.slug] = idea
    counts["too_many"] = max(0, len(_records(whole.get("entries"))) - MOST_IDEAS)
    counts["masked"] = teller.masked
    return NeighbourCopy(
        url=url,
        ideas=tuple(ideas.values()),
        notes=tuple(_notes(teller.version, counts)),
        **teller.catalogue_values(),
    )


def _whole(content: bytes) -> Json:
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError):
        raise NotCatalogue("not_json") from None
    if not isinstance(whole, dict) or not isinstance(whole.get("entries"), list):
        raise NotCatalogue("not_catalogue")
    return whole


def _notes(version: int | None, counts: Counter[str]) -> Iterator[HarvestNote]:
    if version != KNOWN_VERSION:
        key: NoteKey = "newer" if version is not None and version > KNOWN_VERSION else "older"
        yield HarvestNote(key=key, version=min(version or 0, 10**9))
    counted: tuple[NoteKey, ...] = ("unreadable", "too_many", "masked")
    yield from (HarvestNote(key=key, count=counts[key]) for key in counted if counts[key])


def _record(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _records(value: object) -> list[Json]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _headings(rules: list[Json], use: str) -> list[str]:
    """What the sections with that use may be called."""
    titles = (_record(rule.get("title")).values() for rule in rules if rule.get("use") == use)
    return [word for words in titles for word in words if isinstance(word, str)]


class _Teller:
    """Reads entries by the lists and the process of the catalogue that they are of."""

    def __init__(self, whole: Json, url: str, today: dt.date) -> None:
        version = whole.get("version")
        self.version = version if isinstance(version, int) and not isinstance(version, bool) else None
        self.as_of = whole.get("as_of")
        self.settings = _record(whole.get("catalogue"))
        self.process = _record(self.settings.get("process"))
        self.today, self.masked = today, 0
        self.url = url
        self.home = web_address(self.settings.get("site_url")) or _DATA_FILE.sub("", url)

    def catalogue_values(self) -> Json:
        """What the neighbour says of itself."""
        licence = _record(_record(self.settings.get("licences")).get("text"))
        return {
            "version": self.version,
            "as_of": self.as_of,
            "title": self.settings.get("name"),
            "home": self.home,
            "contact": self.settings.get("contact"),
            "licence": licence.get("name"),
            "licence_url": licence.get("url"),
            "organisations": dict(self._organisations()),
        }

    def _organisations(self) -> Iterator[tuple[str, str]]:
        for key in [*_record(self.settings.get("organisations"))][:5000]:
            if known_key(key):
                yield key, next(iter(self._words("organisations", key).values()), "")

    def idea(self, entry: Json) -> HarvestedIdea | None:
        """The entry as it is kept; None where it has no name or no title."""
        idea = _record(entry.get("idea"))
        language = language_code(idea.get("language")) or language_code(self.settings.get("language")) or "sv"
        words = self._every_words(idea, language)
        if not known_slug(entry.get("slug")) or not any(said.get("title") for said in words.values()):
            return None
        sections = self._sections(entry.get("text"), ("need", "lessons"))
        values = {
            "slug": entry["slug"],
            "kind": idea.get("kind") if idea.get("kind") in _OTHER_KINDS else "idea",
            "language": language,
            "words": words,
            **{name: self._safe(text, TEXT) for name, text in sections.items()},
            "stage": self._term("stage", "stages", idea.get("stage")),
            "outcome": self._term("outcome", "outcomes", idea.get("outcome")),
            "is_tried": self._is_tried(idea),
            "facets": self._facets(idea),
            "page": self._pages(_record(entry.get("facts"))),
            "year": self._year(entry),
            "reused_by": self._reuses(idea),
            "uses": _records(idea.get("uses"))[:MOST_REUSES],
        }
        try:
            return HarvestedIdea.model_validate(values)
        except ValidationError:
            return None

    def _safe(self, value: object, longest: int) -> str:
        """The words without personal data, which nobody here has asked about."""
        line = plain_line(value, longest)
        if not may_hold_personal_data(line):
            return line
        spans = find_personal_data(line, self.today)
        self.masked += len(spans)
        return masked(line, spans)

    def _every_words(self, idea: Json, language: str) -> dict[str, Json]:
        translations = _record(idea.get("translations")).items()
        said = {code: words for code, words in translations if language_code(code) and _record(words)}
        said = {language: idea} | {code: words for code, words in said.items() if code != language}
        return {
            code: {name: self._safe(words.get(name), 1000) for name in ("title", "summary", "result")}
            for code, words in [*said.items()][:10]
        }

    def _sections(self, text: object, uses: tuple[str, ...]) -> dict[str, str]:
        """The words of the sections that the catalogue has these uses for."""
        if not isinstance(text, str) or not text.strip():
            return {}
        rules = [_record(rule) for rule in _record(self.process.get("sections")).values()]
        # Half of a pair of surrogates is no sign that can be written.
        written = text[:LONGEST_BODY].encode("utf-8", "replace").decode("utf-8")
        body = render_body(written, "idea.md")
        sections = ((use, body.section(_headings(rules, use))) for use in uses)
        return {use: section.words for use, section in sections if section}

    def _words(self, vocabulary: str, key: object) -> dict[str, str]:
        """What a key is called, by language."""
        holder = self.process if vocabulary in {"stages", "outcomes"} else self.settings
        term = _record(_record(holder.get(vocabulary)).get(str(key)))
        words = term.get("title") or term.get("name")
        if isinstance(words, str):
            return {language_code(self.settings.get("language")) or "sv": words}
        return _record(words)

    def _term(self, facet: str, vocabulary: str, key: object) -> Json | None:
        if not known_key(key):
            return None
        return {"facet": facet, "key": known_key(key), "words": self._words(vocabulary, key)}

    def _facets(self, idea: Json) -> list[Json]:
        terms = [
            self._term(facet, vocabulary, key)
            for facet, (field, vocabulary) in _FACETS.items()
            for key in _listed(idea.get(field))[:MOST_FACETS]
        ]
        holder = _record(idea.get("coordinator")).get("organisation")
        terms.insert(0, self._term("organisation", "organisations", holder))
        return [term for term in terms if term][:MOST_FACETS]

    def _is_tried(self, idea: Json) -> bool:
        """Whether work came to an end here, rather than being handed on, joined or taken back."""
        rule = _record(_record(self.process.get("outcomes")).get(str(idea.get("outcome"))))
        required = [_record(part).get("name") for part in _listed(rule.get("requires"))]
        is_elsewhere = MERGED_INTO in required or REFERRED_TO in required
        is_back = self.process.get("proposer") in _listed(rule.get("deciders"))
        return bool(idea.get("result")) or (rule.get("is_final") is True and not is_elsewhere and not is_back)

    def _pages(self, facts: Json) -> dict[str, str]:
        """Its page in each language, also where the catalogue does not know its own address."""
        named = ((name.partition("page_"), web_address(value, self.home)) for name, value in facts.items())
        return {
            code: address
            for (before, _, code), address in named
            if address and not before and language_code(code)
        }

    def _year(self, entry: Json) -> object:
        facts = _record(entry.get("facts"))
        return facts.get("first_date") or facts.get("year")

    def _reuses(self, idea: Json) -> list[Json]:
        return [
            {
                "organisation": next(
                    iter(self._words("organisations", reuse.get("organisation")).values()),
                    known_key(reuse.get("organisation")),
                ),
                "year": reuse.get("year"),
            }
            for reuse in _records(idea.get("reused_by"))[:MOST_REUSES]
        ]
