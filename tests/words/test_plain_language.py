"""Plain language: no officialese, one word for one thing, and no sentence that has to be read twice."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from idesluss import words
from idesluss.words import LANGUAGES, Language
from tests.support import project

if TYPE_CHECKING:
    from collections.abc import Iterator

# Officialese and what is translated word by word; then words that another one has taken the place of: the
# glossary in the README of the words says which.
AVOIDED: dict[Language, str] = {
    "sv": (
        r"ej|erhåll\w*|avseende|vänligen|angående|beträffande|samtliga|erfordra\w*|härmed|ifall|föreligg\w*"
        r"|tillhandahåll\w*|vederbörande|nyttja\w*|inneha\w*|vidta\w*"
        r"|förråd\w*|kodförråd\w*|nästa drag|slags innovation|väntan i mitten|vokabulär\w*"
    ),
    "en": (
        r"shall|pursuant|herein|whilst|utili[sz]e\w*|prior to|in order to|for instance|anew|mend(?:s|ed|ing)?"
        r"|hand(?:ed)? in|put(?:ting)? right|low lines?|web site|the checker|next move|wait in the middle"
        r"|personal numbers?|answer times?"
    ),
}
# Words in a sentence, where code counts as one. More than this is two thoughts.
LONGEST = 30
# Lists and lines for machines, which are no sentences.
NO_SENTENCE = re.compile(r"language\.|written\.|mail\.closings|codeowners\.head")
# Written by the program, or for those who develop it.
OTHER_PAGES = {"falt.md", "fields.md", "architecture.md", "index.md"}
_CODE = re.compile(r"`[^`]*`")
_SENTENCE = re.compile(r"(?<=[.?!:;]) |\n|\|")
_NOT_PROSE = re.compile(
    r"\A---\n.*?\n---\n|^```.*?^```|<!-- [\w-]+:start -->.*?:end -->|!\[.*?\]", re.DOTALL | re.MULTILINE
)


def of_the_words(language: Language) -> Iterator[tuple[str, str]]:
    """Every text of the words' files, with its key."""
    for key in words.keys(language):
        template = words.template(key, language)
        if not NO_SENTENCE.match(key):
            yield from (
                (key, text) for text in ([template] if isinstance(template, str) else template.values())
            )


def of_the_pages(language: Language) -> Iterator[tuple[str, str]]:
    """The prose of every page written by hand, with its name."""
    folder = project.ROOT / "docs" / ("" if language == words.SOURCE else language)
    for page in sorted(Path(folder).glob("*.md")):
        if page.name not in OTHER_PAGES:
            yield page.name, _NOT_PROSE.sub("", page.read_text(encoding="utf-8"))


def sentences(language: Language) -> Iterator[tuple[str, str]]:
    for name, text in chain(of_the_words(language), of_the_pages(language)):
        yield from ((name, sentence) for sentence in _SENTENCE.split(_CODE.sub("x", text)))


def avoided(language: Language, text: str) -> list[str]:
    return re.findall(rf"\b(?:{AVOIDED[language]})\b", text, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_that_people_do_not_use(language: Language) -> None:
    told = [(name, found) for name, said in sentences(language) if (found := avoided(language, said))]
    assert told == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_one_thought(language: Language) -> None:
    """A sentence of more words has to be read twice by many."""
    assert [(name, said) for name, said in sentences(language) if len(said.split()) > LONGEST] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "Anmälan avseende idén."),
        ("sv", "Samtliga fält fylls i."),
        ("sv", "Nästa drag: Granskare"),
        ("en", "The file is to be mended."),
        ("en", "This needs putting right."),
    ],
)
def test_an_avoided_word_is_seen(language: Language, said: str) -> None:
    assert avoided(language, said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_read(language: Language) -> None:
    """Those of the words, and those of the pages: else nothing would be shown by what stands above."""
    names = {name for name, _ in sentences(language)}
    assert len(names) > 1000
    assert len([name for name in names if name.endswith(".md")]) >= 8


def test_the_glossary_has_words_in_use() -> None:
    """Both words of each row stand in what is read, in their language."""
    glossary = (Path(words.__file__).parent / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", glossary, re.MULTILINE)[2:]
    read = {
        language: " ".join(text for _, text in chain(of_the_words(language), of_the_pages(language))).lower()
        for language in LANGUAGES
    }
    assert len(rows) > 25
    assert [sv for sv, _ in rows if sv.lower() not in read["sv"]] == []
    assert [en for _, en in rows if en.lower() not in read["en"]] == []
