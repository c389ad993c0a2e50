"""The terms of the vocabularies in `ideas/catalogue.yml`, each with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import StringConstraints, create_model, model_validator

from ..words import LANGUAGES
from .declare import Record, declare
from .keys import MunicipalityKey, RoleKey
from .values import Handle, Line, Passage, SecureUrl, Url, refusal

if TYPE_CHECKING:
    from ..words import Language

OrganisationKind = Literal[
    "municipality",
    "region",
    "university",
    "agency",
    "company",
    "association",
    "municipal_association",
    "science_park",
    "maintainers",
    "other_kind",
]


class _Localised(Record):
    """Words in the catalogue's languages; words written once, without a language, are the same in all."""

    @model_validator(mode="before")
    @classmethod
    def read_words(cls, value: object) -> object:
        """Words for each language by its code; the same for all where there is only a text."""
        if isinstance(value, list):
            raise refusal("not_text")
        return dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if not self.variants:
            raise refusal("no_words")
        return self

    @property
    def variants(self) -> tuple[str, ...]:
        """The words in each language that they are given in."""
        return tuple(words for language in LANGUAGES if (words := getattr(self, language)))

    def has(self, language: Language) -> bool:
        """Whether the words are given in the language."""
        return bool(getattr(self, language))

    def in_(self, language: Language) -> str:
        """The words in the language, or in the first that they are given in."""
        return getattr(self, language) or self.variants[0]


LONGEST_SENTENCE = 300
_Sentence = Annotated[Passage, StringConstraints(max_length=LONGEST_SENTENCE)]

if TYPE_CHECKING:
    Localised = _Localised
    LocalisedSentence = _Localised
else:
    # A field for each language that there is, so that a folder of words is all that a language needs.
    Localised = create_model(
        "Localised",
        __base__=_Localised,
        __doc__=_Localised.__doc__,
        **{language: (Passage | None, declare()) for language in LANGUAGES},
    )
    LocalisedSentence = create_model(
        "LocalisedSentence",
        __base__=Localised,
        __doc__="The same, in a sentence or two.",
        **{language: (_Sentence | None, declare()) for language in LANGUAGES},
    )


class VocabularyTerm(Record):
    """One term of a vocabulary."""

    title: Localised = declare(required=True)
    help: Localised | None = declare()
    path: Localised | None = declare()

    def address(self, key: str, language: Language) -> str:
        """The term's part of a page's address; `key` where catalogue.yml gives no other."""
        return self.path.in_(language) if self.path else key


class KeyFactorTerm(VocabularyTerm):
    """A key factor, and where it comes from."""

    source: Localised | None = declare()
    url: Url | None = declare()


class PictureLicence(VocabularyTerm):
    """A licence that a picture may be used under, and where its terms stand."""

    url: Url | None = declare()


class Sector(VocabularyTerm):
    """A sector, and who must approve its ideas beside the gate's own approvers."""

    approvers: tuple[RoleKey, ...] = declare(many=True)


class RoleRule(VocabularyTerm):
    """A role that decides and makes moves, and who holds it at the repository's host."""

    definite: Localised | None = declare()
    holders: tuple[Handle, ...] = declare(many=True, example=["@example/reviewers"])


class Municipality(Record):
    """A municipality that ideas name: a name alone, or with a sentence and an address of its own."""

    name: Line = declare(required=True)
    description: LocalisedSentence | None = declare()
    url: SecureUrl | None = declare(example="https://www.example.se/innovation/")

    @model_validator(mode="before")
    @classmethod
    def read_name(cls, value: object) -> object:
        """A name alone, or a name with what else is said."""
        return {"name": value} if isinstance(value, str) else value


class Organisation(Record):
    """An organisation that ideas name."""

    name: Localised = declare(required=True)
    kind: OrganisationKind = declare(required=True, example="municipality")
    municipality: MunicipalityKey | None = declare()
    description: LocalisedSentence | None = declare()
    url: SecureUrl | None = declare(example="https://www.example.se/")
