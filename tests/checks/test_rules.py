"""Rules that explain themselves: in the terminal and on the site, each with its messages and an example."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import idesluss
from idesluss import checks
from idesluss.checks import explain, rule_text
from idesluss.checks.explain import (
    explanation_as_text,
    explanation_of,
    messages_of,
    rule_groups,
    rules_as_text,
    unknown_rule,
)
from idesluss.words import LANGUAGES, Language, keys
from tests.support import golden, project, shown

if TYPE_CHECKING:
    from idesluss.pages import Published

RULES = sorted(checks.rules())
CONTENT = [name for name in RULES if not hasattr(checks.rules()[name], "check_change")]
EXAMPLES = Path(idesluss.__file__).parent / "checks" / "examples.json"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Published]:
    return shown.publish_all(shown.read(shown.lay(tmp_path_factory.mktemp("rules"))))


def test_every_rule_stands_in_a_group() -> None:
    """Each rule stands once in the list, and none among the rest; `explain.py` places a new one."""
    listed = [rule for rules in rule_groups().values() for rule in rules]
    assert sorted(listed) == RULES
    assert rule_groups().get("rest", []) == []


def test_rules_of_a_change_stand_together() -> None:
    """A rule that compares before and after needs no place of its own."""
    assert rule_groups().get("change", []) == sorted(set(RULES) - set(CONTENT))


def test_every_message_belongs_to_a_rule() -> None:
    """No message is left without a page, and no page without a message."""
    told = messages_of()
    messages = [key for key in keys("sv") if key.startswith("problem.") and key.endswith(".message")]
    assert set(told) == set(RULES)
    assert sum(map(len, told.values())) == len(messages)


def test_a_message_shows_where_something_is_filled_in() -> None:
    """A blank is an ellipsis, and two blanks beside each other are one."""
    words = [m for name in RULES for m in explanation_of(name, "en").messages]
    assert any("…" in message.words for message in words)
    for message in words:
        for part in (message.words, message.remedy):
            assert "{" not in part.replace("{ ", "")
            assert "… …" not in part
            assert not part.endswith("….")


@pytest.mark.parametrize("name", CONTENT)
def test_every_rule_has_an_example(name: str) -> None:
    """A case of the rule's own, reported as the rule's, in both languages."""
    told = [explanation_of(name, language) for language in LANGUAGES]
    assert told[0].severities == told[1].severities != []
    for one in told:
        assert one.example
        assert f"[{name}]: " in one.example.report
    chosen = json.loads(EXAMPLES.read_text(encoding="utf-8"))[name]["case"]
    (case,) = (case for case in golden.BROKEN if golden.name_of(case) == chosen)
    for language in LANGUAGES:
        report = golden.report_file(case, language)
        assert explanation_of(name, language).example.report == report.read_text(encoding="utf-8")  # type: ignore[union-attr]  # asserted above


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RULES)
def test_explained_in_a_terminal(name: str, language: Language) -> None:
    """What, why, every message with its remedy, and the example, in lines that a terminal shows whole."""
    text = explanation_as_text(name, language)
    told = explanation_of(name, language)
    flowing = " ".join(text.split())
    assert text.startswith(f"{name} – ")
    for words in (told.what, *told.why, *(part for m in told.messages for part in (m.words, m.remedy))):
        assert " ".join(words.split()) in flowing
    own = text.partition(f"\n{_answered(language)}")[0]
    assert max(map(len, own.partition(_written(language))[0].splitlines())) <= explain.WIDTH


def _answered(language: Language) -> str:
    return {"sv": "Så här svarar kontrollen:", "en": "What the checker answers:"}[language]


def _written(language: Language) -> str:
    return {"sv": "Så här stod det i filen:", "en": "What stood in the file:"}[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_in_a_terminal(language: Language) -> None:
    """Every rule, with its sentence."""
    listing = rules_as_text(language)
    flowing = " ".join(listing.split())
    for name in RULES:
        assert f"{name} {' '.join(rule_text(name, language)[0].split())}" in flowing


def test_near_miss_suggests_the_nearest() -> None:
    """A misspelt rule is answered with the one that was meant, and nonsense with where to look."""
    assert unknown_rule("body-link", "sv") == "Det finns ingen regel `body-link`. Menade du `body_link`?"
    assert unknown_rule("Required", "en") == "There is no rule `Required`. Did you mean `required`?"
    assert unknown_rule("¤¤¤", "en").endswith("Write `idesluss explain` to see them all.")


@pytest.mark.parametrize(("start", "language"), [("regler/", "sv"), ("en/rules/", "en")])
def test_every_rule_has_a_page(pages: dict[str, Published], start: str, language: Language) -> None:
    """The list leads to each page, and each page holds every message with its remedy."""
    index = shown.tree(pages[f"{start}index.html"].content)
    root = pages[f"{start}index.html"].root
    targets = [link.attributes["href"] for link in index.all("a")]
    for name in RULES:
        assert f"{root}{start}{name}/" in targets
        page = pages[f"{start}{name}/index.html"]
        told = explanation_of(name, language)
        tree = shown.tree(page.content)
        terms = shown.facts(tree)
        assert tree.one("h1").text == name
        assert len(terms) == len(told.messages)
        assert [term for term, _ in terms] == [_plain(message.words) for message in told.messages]
        assert [remedy for _, remedy in terms] == [_plain(message.remedy) for message in told.messages]


def _plain(words: str) -> str:
    return " ".join(words.replace("`", "").split())


def test_no_caret_goes_astray(pages: dict[str, Published]) -> None:
    """An excerpt stands by itself, so that its caret stays below the place on a narrow screen."""
    for name in CONTENT:
        tree = shown.tree(pages[f"regler/{name}/index.html"].content)
        words = [line.text for report in tree.all("div", "report") for line in report.all("p")]
        assert not any("^" in line for line in words)


def test_pages_are_in_both_languages(pages: dict[str, Published]) -> None:
    """The language switch leads from a rule to the same rule."""
    for name in RULES:
        assert pages[f"regler/{name}/index.html"].translations["en"] == f"en/rules/{name}/"


def test_the_hand_written_pages_lead_to_the_list() -> None:
    """How to contribute names the rules, as a page that is made."""
    docs = project.ROOT / "docs"
    assert "](regler/index.md)" in (docs / "bidra.md").read_text(encoding="utf-8")
    assert "](rules/index.md)" in (docs / "en" / "contribute.md").read_text(encoding="utf-8")
