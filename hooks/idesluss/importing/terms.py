"""Words in cells as terms of the catalogue's lists, and terms that the lists lack."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..model.settings import VOCABULARIES
from ..model.shipped import shipped_lists, shipped_terms
from ..model.values import LONGEST_SLUG
from ..model.vocabulary import OF_FILES, terms_of
from ..words.characters import fold, slugify
from ..words.spoken_forms import forms_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ..model import Settings

# Lists that an import may add to: what the process and the roles are is for those who run it to say.
ADDABLE = frozenset(VOCABULARIES) - {"roles", "key_factors", "agenda_goals", "neighbours"}
# Of these the program's own list has all that there are; others of its lists are added to in a file beside.
COMPLETE = frozenset({"municipalities"})
_LONGEST_NAME = 200
_FORMULA = re.compile(r"^[=+@-]+\s*")


@dataclass(slots=True)
class NewTerm:
    """A term that a list lacks: its key and its name, and the rows that ask for it."""

    vocabulary: str
    key: str
    name: str
    kind: str = ""
    is_kind_known: bool = False
    rows: list[int] = field(default_factory=list)


class Terms:
    """Terms by the words for them, of the catalogue's lists and of those that rows have asked for."""

    def __init__(self, settings: Settings, shipped: Collection[str] = ()) -> None:
        self._settings = settings
        self._addable = ADDABLE - (COMPLETE & {*shipped})
        self._answers: dict[tuple[str, str], str | None] = {}
        self._keys: dict[str, dict[str, str]] = {}
        self.new: dict[tuple[str, str], NewTerm] = {}

    def key_of(self, vocabulary: str, words: str) -> str | None:
        """The key that the words are or mean, in any language; None where the list has none."""
        asked = (vocabulary, words)
        if asked not in self._answers:
            known = self._known(vocabulary)
            forms = (known[form] for form in _forms(vocabulary, words) if form in known)
            self._answers[asked] = words if vocabulary in OF_FILES else next(forms, None)
        return self._answers[asked]

    def named(self, vocabulary: str) -> dict[str, str]:
        """The key of each term by its names, as they are written."""
        terms = terms_of(self._settings, vocabulary)
        return {name: key for key, term in terms.items() for name in _names(term)}

    def ask_for(self, vocabulary: str, words: str, row: int, kind: str = "") -> NewTerm | None:
        """The term that the list lacks, noted for this row; None where nothing may be added to it."""
        name = _term_name(words)
        key = self._new_key(vocabulary, name)
        if vocabulary not in self._addable or not key:
            return None
        term = self.new.setdefault((vocabulary, fold(name)), NewTerm(vocabulary, key, name))
        if vocabulary == "organisations" and not term.kind:
            guessed = kind_of_organisation(name)
            term.kind, term.is_kind_known = guessed or kind or "other_kind", bool(guessed or kind)
        term.rows.append(row)
        return term

    def forget(self, rows: Collection[int]) -> None:
        """Take back what only rows have asked for that become nothing."""
        gone = {*rows}
        for key, term in [*self.new.items()]:
            term.rows = [row for row in term.rows if row not in gone]
            if not term.rows:
                del self.new[key]

    def _new_key(self, vocabulary: str, name: str) -> str:
        known = self.new.get((vocabulary, fold(name)))
        if known:
            return known.key
        key = _shipped_key(vocabulary, name) or slugify(name, LONGEST_SLUG)
        taken = {*terms_of(self._settings, vocabulary)} if vocabulary in ADDABLE else set[str]()
        taken |= {term.key for term in self.new.values() if term.vocabulary == vocabulary}
        number, free = 2, key
        while free in taken:
            free = f"{key[: LONGEST_SLUG - 4]}-{number}"
            number += 1
        return free

    def _known(self, vocabulary: str) -> dict[str, str]:
        """Key by the words for it: the key itself before any name."""
        if vocabulary not in self._keys and vocabulary not in OF_FILES:
            terms = terms_of(self._settings, vocabulary)
            names = {fold(name): key for key, term in terms.items() for name in _names(term)}
            self._keys[vocabulary] = {**{fold(key): key for key in terms}, **names}
        return self._keys.get(vocabulary, {})


def _term_name(words: str) -> str:
    """What a new term is called: as long as a name may be, and nothing that a spreadsheet would run."""
    return _FORMULA.sub("", " ".join(words.split()))[:_LONGEST_NAME].strip()


def _names(term: object) -> Iterator[str]:
    """What a term is called, in each language."""
    words: Any = term if isinstance(term, str) else getattr(term, "title", None) or getattr(term, "name", "")
    yield from [words] if isinstance(words, str) else words.variants


def _forms(vocabulary: str, words: str) -> Iterator[str]:
    """The words, and for a municipality its name without what it is called beside it: `Storbys kommun`."""
    form = fold(words)
    yield form
    yield fold(_term_name(words))
    if vocabulary == "municipalities":
        for ending in forms_of("importing.municipality"):
            if form.endswith(f" {ending}"):
                yield (bare := form.removesuffix(ending).strip())
                yield bare.removesuffix("s")
    yield slugify(words)


def _shipped_key(vocabulary: str, name: str) -> str | None:
    """The key that the program's own list has for the name."""
    for shipped in shipped_lists(vocabulary):
        for key, term in shipped_terms(vocabulary, shipped).items():
            if fold(term if isinstance(term, str) else str(term.get("name", ""))) == fold(name):
                return key
    return None


def kind_of_organisation(name: str) -> str | None:
    """What kind of organisation it is, where its name says so."""
    folded = f" {fold(name)} "
    for kind in _KINDS:
        for form in forms_of(f"importing.organisation.{kind}"):
            ending = re.escape(form.removeprefix("*"))
            pattern = rf"{ending}(?![^\W_])" if form.startswith("*") else rf"(?<![^\W_]){ending}(?![^\W_])"
            if re.search(pattern, folded):
                return kind
    return None


# The narrower first: a municipal association has the word for a municipality in it.
_KINDS = (
    "municipal_association",
    "science_park",
    "company",
    "university",
    "region",
    "municipality",
    "agency",
    "association",
)


def counted(new: Mapping[tuple[str, str], NewTerm]) -> list[NewTerm]:
    """The new terms, list by list, the most wanted first."""
    return sorted(new.values(), key=lambda term: (term.vocabulary, -len(term.rows), term.key))
