"""Rules that say all of themselves in one module, and are explained in the terminal and on the site."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

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
from idesluss.checks.registry import GROUPS, rule_in
from idesluss.words import LANGUAGES, Language, keys
from tests.support import catalogues, golden, markup, project, sample_problems

if TYPE_CHECKING:
    from idesluss.pages import Page

RULES = sorted(checks.rules())
CONTENT = [name for name in RULES if not checks.rules()[name].check_change]
PACKAGE = Path(idesluss.__file__).parent
EXAMPLES = PACKAGE / "checks" / "examples.json"
# What a rule's module may be asked for; `checks/rules/__init__.py` says what each is.
PUBLIC = {
    *("GROUP", "MAY_BE_EXEMPTED", "MESSAGES", "MASKS_ITS_FILE", "LEAVES_UNREAD", "MEANS"),
    *("check", "check_entry", "check_derived", "check_change", "check_exemptions", "may_wait", "covers"),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    return catalogues.pages_of(catalogues.read(catalogues.lay(tmp_path_factory.mktemp("rules"))))


def made_up(name: str = "yaml", **own: object) -> ModuleType:
    """A rule's module with all that it must have, and with these names besides; None takes one away."""
    module = ModuleType(f"idesluss.checks.rules.{name}")
    names = {"GROUP": "files", "MAY_BE_EXEMPTED": True, "check": checks.rules()["yaml"].check, **own}
    for key, value in names.items():
        if value is not None:
            setattr(module, key, value)
    return module


def test_a_rule_is_what_its_module_says() -> None:
    """What the module says stands in the record, and what it leaves unsaid is what most rules want."""
    problem = sample_problems.problem()
    plain = rule_in(made_up())
    assert (plain.name, plain.group, plain.may_be_exempted) == ("yaml", "files", True)
    assert (plain.messages, plain.masks_its_file, plain.leaves_unread) == (("yaml",), False, False)
    assert plain.check is checks.rules()["yaml"].check
    assert (plain.check_change, plain.check_exemptions) == (None, None)
    assert plain.may_wait(problem)
    assert plain.covers is None
    own = rule_in(
        made_up(
            GROUP="people",
            MAY_BE_EXEMPTED=False,
            MESSAGES=("a", "b.c"),
            MASKS_ITS_FILE=True,
            LEAVES_UNREAD=True,
            may_wait=lambda _: False,
            covers=lambda _own, _other: True,
        )
    )
    assert (own.group, own.may_be_exempted, own.messages) == ("people", False, ("a", "b.c"))
    assert own.masks_its_file
    assert own.leaves_unread
    assert not own.may_wait(problem)
    assert own.covers
    assert own.covers(problem, problem)


@pytest.mark.parametrize(
    ("own", "lacking"),
    [
        (
            {"name": "made_up"},
            ", ".join(f"words of rule.made_up.{part}" for part in ("title", "what", "why")),
        ),
        ({"GROUP": None}, "a GROUP that is one of files, fields, "),
        ({"GROUP": "file"}, "a GROUP that is one of files, fields, "),
        ({"MAY_BE_EXEMPTED": None}, "MAY_BE_EXEMPTED"),
        ({"MAY_BE_EXEMPTED": "no"}, "MAY_BE_EXEMPTED"),
        ({"MESSAGES": "made"}, "a tuple of MESSAGES"),
        ({"MEANS": {"name": "thing"}}, "MEANS whose values are among field, requirement, "),
        ({"check": None, "MAY_BE_EXEMPTED": False}, "one of check, check_entry, check_derived, check_change"),
        (
            {"check": None, "check_change": iter},
            "one of check, check_entry, check_derived, whose mistakes alone may be exempted",
        ),
    ],
)
def test_a_module_that_lacks_something_is_refused(own: dict[str, Any], lacking: str) -> None:
    """Whoever writes a rule is told at once what it must say of itself."""
    name = own.get("name", "yaml")
    with pytest.raises(ValueError, match=re.escape(f"The rule {name} lacks {lacking}")):
        rule_in(made_up(**own))


def test_all_that_a_module_lacks_is_told_together() -> None:
    """Nobody mends a new rule one name at a time."""
    with pytest.raises(ValueError, match=r"lacks words of .*, a GROUP .*, MAY_BE_EXEMPTED, one of check, "):
        rule_in(ModuleType("empty"))


def test_only_errors_may_be_exempted() -> None:
    """An exemption of what only warns would cover nothing, and be told as unused whatever it says."""
    found = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    exempted = {name for name, rule in checks.rules().items() if rule.may_be_exempted}
    assert {name for name in exempted if "error" not in found[name]["severities"]} == set()


@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_no_public_name_that_nobody_asks_for(name: str) -> None:
    """A misspelt constant would otherwise be passed over, and rules would lean on each other's functions."""
    module = ast.parse((PACKAGE / "checks" / "rules" / f"{name}.py").read_text(encoding="utf-8"))
    names = {node.name for node in module.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    for node in module.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
    assert {"GROUP", "MAY_BE_EXEMPTED"} <= names
    assert {public for public in names if not public.startswith("_")} <= PUBLIC


def test_every_rule_stands_in_a_group() -> None:
    """Each rule stands once in the list, and each group has rules."""
    listed = [rule for rules in rule_groups().values() for rule in rules]
    assert sorted(listed) == RULES
    assert tuple(rule_groups()) == GROUPS
    assert all(rule_groups().values())


def test_rules_of_a_change_stand_together() -> None:
    """A rule that only compares before and after needs no place of its own."""
    comparing = set(RULES) - set(CONTENT)
    alone = {
        name
        for name in comparing
        if not any(
            getattr(checks.rules()[name], judging) for judging in ("check", "check_entry", "check_derived")
        )
    }
    assert alone <= set(rule_groups()["change"]) <= comparing


def test_every_message_belongs_to_a_rule() -> None:
    """No message is left without a page, and no page without a message."""
    told = messages_of()
    messages = [key for key in keys("sv") if key.startswith("problem.") and key.endswith(".message")]
    assert set(told) == set(RULES)
    assert sum(map(len, told.values())) == len(messages)


def test_every_beginning_that_a_rule_claims_is_of_its_messages() -> None:
    """A claim on words that are not there, or that another rule claims more of, would mislead."""
    for name, rule in checks.rules().items():
        for beginning in rule.messages:
            assert any(f"{key}.".startswith(f"{beginning}.") for key in messages_of()[name]), (
                name,
                beginning,
            )


@pytest.mark.parametrize("group", rule_groups())
def test_the_words_of_a_group_stand_in_a_file_of_their_own(group: str) -> None:
    """Whoever looks for a message finds it by its rule's group, at the same place in each language."""
    files = {language: _keys_in(language, f"problems_{group}.toml") for language in LANGUAGES}
    messages = [f"problem.{key}" for rule in rule_groups()[group] for key in messages_of()[rule]]
    assert [key for key in files["sv"] if key.startswith("problem.")] == messages
    assert files["en"] == files["sv"]


def test_no_message_stands_in_another_file() -> None:
    """A file of words holds messages only if it is named after a group."""
    of_groups = {f"problems_{group}.toml" for group in rule_groups()}
    for language in LANGUAGES:
        words = {file.name: file.read_text(encoding="utf-8") for file in _files(language)}
        assert {name for name, text in words.items() if "\n[problem." in text} == of_groups


def _files(language: Language) -> list[Path]:
    return sorted((PACKAGE / "words" / language).iterdir())


def _keys_in(language: Language, name: str) -> list[str]:
    """The tables of a file of words, in the order they are written."""
    words = next(file for file in _files(language) if file.name == name).read_text(encoding="utf-8")
    return re.findall(r"^\[(.+)\]$", words, re.MULTILINE)


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
    return {"sv": "Så här svarar kontrollen:", "en": "What the check says:"}[language]


def _written(language: Language) -> str:
    return {"sv": "Så här stod det i filen:", "en": "What the file said:"}[language]


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
def test_every_rule_has_a_page(pages: dict[str, Page], start: str, language: Language) -> None:
    """The list leads to each page, which is titled in words and holds every message with its remedy."""
    index = markup.tree(pages[f"{start}index.html"].content)
    root = pages[f"{start}index.html"].root
    targets = {link.attributes["href"]: link.text for link in index.all("a")}
    for name in RULES:
        page = pages[f"{start}{name}/index.html"]
        told = explanation_of(name, language)
        tree = markup.tree(page.content)
        terms = markup.term_rows(tree)
        assert tree.one("h1").text == page.title == targets[f"{root}{start}{name}/"] == told.title
        assert name in [code.text for code in tree.one(class_="page-head").all("code")]
        assert len(terms) == len(told.messages)
        assert [term for term, _ in terms] == [_plain(message.words) for message in told.messages]
        assert [remedy for _, remedy in terms] == [_plain(message.remedy) for message in told.messages]


def _plain(words: str) -> str:
    return " ".join(words.replace("`", "").split())


def test_no_caret_goes_astray(pages: dict[str, Page]) -> None:
    """An excerpt stands by itself, so that its caret stays below the place on a narrow screen."""
    for name in CONTENT:
        tree = markup.tree(pages[f"regler/{name}/index.html"].content)
        words = [line.text for report in tree.all("div", "report") for line in report.all("p")]
        assert not any("^" in line for line in words)


def test_pages_are_in_both_languages(pages: dict[str, Page]) -> None:
    """The language switch leads from a rule to the same rule."""
    for name in RULES:
        assert pages[f"regler/{name}/index.html"].translations["en"] == f"en/rules/{name}/"


def test_the_hand_written_pages_lead_to_the_list() -> None:
    """How to contribute names the rules, as a page that is made."""
    docs = project.ROOT / "docs"
    assert "](regler/index.md)" in (docs / "bidra.md").read_text(encoding="utf-8")
    assert "](rules/index.md)" in (docs / "en" / "contribute.md").read_text(encoding="utf-8")
