"""Messages: the same in both languages, none missing, none unused, and in words that people use."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

import idesluss
from idesluss import checks, words
from idesluss.checks import rule_text
from idesluss.reading import records as typed
from idesluss.words import LANGUAGES, Language
from tests.support.golden import CHECKS

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = sorted(Path(idesluss.__file__).parent.rglob("*.py"))
BANNED: dict[Language, str] = {
    "en": r"invalid|valid|validation|forbidden|illegal|please|sorry|oops",
    "sv": r"ogiltigt?a?|giltigt?a?|otillåte[nt]|otillåtna|förbjude[nt]|förbjudna|vänligen|tyvärr|ursäkta",
}
JARGON = (
    r"parsern?|pars[ae]|pydantic|regex|yaml|mapping|scalar|skalär|token|exception|null|front matter|schema"
)
# A function that names a problem by the last part of its key, and what stands before it, by module.
SHORT = {"folders": "file", "strict_yaml": "yaml"}
# Keys of pydantic's refusals that no field can give today, but another version or field might.
SPARE = {"field.other", "yaml.other"}


def problem_keys() -> set[str]:
    """Keys such as `yaml.tab`: all that have a message."""
    return {
        key.removeprefix("problem.").removesuffix(".message") for key in words.keys("sv") if _is_message(key)
    }


def _is_message(key: str) -> bool:
    return key.startswith("problem.") and key.endswith(".message")


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in SOURCES:
        yield path.stem, ast.parse(path.read_text(encoding="utf-8"))


def literals(tree: ast.AST) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def called(node: ast.Call) -> str:
    return getattr(node.func, "attr", "") or getattr(node.func, "id", "")


def told(language: Language) -> dict[str, str]:
    """Every word of a problem: key to template."""
    found = {}
    for key in words.keys(language):
        if key.startswith(("problem.", "required_by.", "severity.")):
            template = words.template(key, language)
            found[key] = template if isinstance(template, str) else " ".join(template.values())
    return found


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_both_languages_have_the_same_keys() -> None:
    """No word is missing in one language."""
    assert words.keys("sv") ^ words.keys("en") == set()


def test_both_languages_fill_in_the_same_values() -> None:
    """A value that one language tells, the other tells too."""
    for key in words.keys("sv"):
        one, other = (words.template(key, language) for language in LANGUAGES)
        assert isinstance(one, dict) is isinstance(other, dict), key
        if isinstance(one, str) and isinstance(other, str):
            assert fields(one) == fields(other), key


def test_every_problem_has_a_message_and_a_hint() -> None:
    """What happened, and what to do about it."""
    hints = {
        key.removeprefix("problem.").removesuffix(".hint")
        for key in words.keys("sv")
        if key.endswith(".hint")
    }
    assert problem_keys() <= hints


def test_every_problem_word_is_used() -> None:
    """A message that no code gives is a message that nobody keeps true."""
    said: set[str] = set()
    openings: set[str] = set()
    for _, tree in trees():
        said |= literals(tree)
        for node in ast.walk(tree):
            first = node.values[0] if isinstance(node, ast.JoinedStr) and node.values else None
            if isinstance(first, ast.Constant) and str(first.value).endswith("."):
                openings.add(str(first.value))
    used = said | {opening + word for opening in openings for word in said}
    assert problem_keys() - used == set()


def test_every_key_in_the_code_has_words() -> None:
    """A key written in the code, whole or by its last part, is one that can be told."""
    known = problem_keys()
    groups = {key.partition(".")[0] for key in known if "." in key}
    asked: set[str] = set()
    shortened: set[str] = set()
    for module, tree in trees():
        asked |= {said for said in literals(tree) if re.fullmatch(rf"({'|'.join(groups)})\.[a-z0-9_]+", said)}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and called(node) in {"refuse", "refuse_at", "refused"}
                and module in SHORT
            ):
                key = next((arg.value for arg in node.args if isinstance(arg, ast.Constant)), None)
                if isinstance(key, str) and "/" not in key:
                    asked.add(f"{SHORT[module]}.{key}")
                    shortened.add(module)
    assert shortened == SHORT.keys()
    # What pydantic says, and values that get another key in `reading/records.py`, need no words.
    assert asked - known - set(typed._KEYS) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_blames_begs_or_belongs_to_programmers(language: Language) -> None:
    """Say what is and what to do; never that something is not allowed, and never in a programmer's words."""
    banned = re.compile(rf"\b({BANNED[language]}|{JARGON})\b", re.IGNORECASE)
    assert {key: template for key, template in told(language).items() if banned.search(template)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_whole(language: Language) -> None:
    """A message begins with a capital or a value and ends as a sentence does."""
    for key, template in told(language).items():
        if key.startswith("problem."):
            assert re.match(r"[A-ZÅÄÖ`{]", template), key
            assert template.endswith((".", "?", "`")), key
            assert "  " not in template, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_tells_what_why_and_how(language: Language) -> None:
    """A rule has a title, a sentence, and then why it is there and what to do, in both languages.

    No two are titled alike, and none by the name that it has in messages.
    """
    titles = [words.say(f"rule.{name}.title", language) for name in checks.rules()]
    assert len({*titles}) == len(titles)
    assert [title for title in titles if not re.fullmatch(r"[A-ZÅÄÖ][^._]{5,50}", title)] == []
    for name in checks.rules():
        what, *why = rule_text(name, language)
        assert re.fullmatch(r"\S.+\.", what), name
        assert len(what) <= 150, name
        assert len(" ".join(why)) >= 80, name
        assert all(paragraph.endswith(".") for paragraph in why), name


def test_no_rule_tells_the_same_in_both_languages() -> None:
    """The Swedish of a rule is Swedish."""
    told_in = {
        name: [" ".join(rule_text(name, language)) for language in LANGUAGES] for name in checks.rules()
    }
    assert [name for name, (sv, en) in told_in.items() if sv == en or not re.search("[åäö]", sv)] == []
    assert [name for name, (_, en) in told_in.items() if "svenska" in en] == []


def test_every_rule_that_is_named_has_a_module() -> None:
    """A problem's rule can always be looked up."""
    named: set[str] = set()
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) in {"problem", "Problem"} and len(node.args) > 2:
                named |= {str(node.args[1].value)} if isinstance(node.args[1], ast.Constant) else set()
    assert named >= {"file", "yaml", "required"}
    assert {rule for rule in named if rule not in checks.rules()} == set()


def test_every_key_is_in_a_golden_report() -> None:
    """Each message has been read by somebody in the report of a case."""
    files = (*CHECKS.glob("*/*/*.sv.txt"), *CHECKS.parent.glob("importing/maps/*.sv.txt"))
    reports = [path.read_text(encoding="utf-8") for path in files]
    shown = "\n".join(reports)
    unread = {
        key
        for key in problem_keys()
        if not _pattern(str(words.template(f"problem.{key}.message", "sv")), shown)
    }
    assert unread - SPARE - {"file.large", "file.special", "docs_page.cleaned", "plain_file.case"} == set()


def _pattern(template: str, shown: str) -> bool:
    """Whether the template, filled in, stands in the text."""
    parts = re.split(r"\{[a-z_]+(?::money)?\}", template)
    return re.search(".+".join(map(re.escape, parts)), shown) is not None


def test_an_amount_in_a_sentence_is_written_as_the_language_writes_it() -> None:
    """With spaces that a terminal shows; a number that is no amount is left as it is."""
    told = {
        language: words.say("approval.money", language, amount=3040000, limit=500)
        for language in ("sv", "en")
    }
    assert "3 040 000 kr" in told["sv"]
    assert "SEK 3,040,000" in told["en"]


def test_no_amount_is_written_in_another_way() -> None:
    """In no sentence does a unit stand after what is filled in."""
    for language in words.LANGUAGES:
        for key in words.keys(language):
            assert not re.search(r"\} ?(kr\b|kronor|SEK)|SEK \{", str(words.template(key, language))), key
