"""A mistake that explains others is told first, and alone: what only follows from it waits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from idesluss import checks
from idesluss.checks.causes import without_consequences
from idesluss.reading.paths import is_of_settings
from idesluss.reading.problem import Place, Problem, has_errors
from tests.support import gitrepo, golden, unknown_keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.unknown_keys import Misspelt, UnknownKey

# What the process itself says wrong of a key that it lacks, without naming it.
_ROOTS = frozenset({"settings.no_gate", "settings.outcome_first", "field.empty"})
VETERAN = "ideas/2019/hela-vagen/idea.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unknown_keys.lay(tmp_path_factory.mktemp("causes"))


@pytest.fixture(scope="module")
def renamed(root: Path) -> list[UnknownKey]:
    return list(unknown_keys.unknown_keys(root))


@pytest.fixture(scope="module")
def misspelt(root: Path) -> list[Misspelt]:
    return list(unknown_keys.misspelt_keys(root))


def marked(problem: Problem) -> str:
    """The words that a problem points at."""
    place = problem.place
    return place.source[place.column - 1 : place.column - 1 + place.length]


def follows(told: UnknownKey) -> Iterator[Problem]:
    """Problems that do not point at the key, and are not about the process itself."""
    for problem in told.problems:
        if told.key not in marked(problem) and problem.key not in _ROOTS:
            yield problem


def test_there_is_something_to_find(root: Path, renamed: list[UnknownKey]) -> None:
    """The catalogue is right as it is, keys of each sort matter to it, and some leave others out."""
    assert unknown_keys.judged(root) == []
    assert {"stages", "gates", "outcomes", "sections", "roles", "sectors"} <= {
        told.vocabulary for told in renamed if told.problems
    }
    left_out = {told.name: sum(p.consequences for p in told.problems) for told in renamed}
    assert {name.partition(".")[0] for name, count in left_out.items() if count} >= {"stages", "sections"}
    assert sum(left_out.values()) > 20


def test_only_what_names_the_key_is_told(renamed: list[UnknownKey]) -> None:
    """A key that catalogue.yml lacks is told where it stands, and nothing that would follow from it is."""
    assert {told.name: list(follows(told)) for told in renamed if list(follows(told))} == {}


def test_causes_come_first(renamed: list[UnknownKey]) -> None:
    """What the settings say wrong stands before what is wrong in the ideas."""
    for told in renamed:
        in_settings = [is_of_settings(problem.place.path) for problem in told.problems]
        assert in_settings == sorted(in_settings, reverse=True), told.name


def test_a_key_that_is_misspelt_is_one_mistake(misspelt: list[Misspelt]) -> None:
    """In one place of a file, however much leans on it."""
    assert len(misspelt) > 100
    assert {told.place: told.problems for told in misspelt if len(told.problems) != 1} == {}


def test_a_gate_between_the_wrong_stages_is_told_of_alone(root: Path) -> None:
    """The ideas that went through it are not blamed for what it now would ask of them."""
    told = list(unknown_keys.misplaced_gates(root))
    assert len(told) > 30
    assert {one.place: one.problems for one in told if {p.rule for p in one.problems} != {"settings"}} == {}


def problem(rule: str, key: str, path: str = VETERAN, **values: object) -> Problem:
    return Problem(Place(path, 3, 1, 1, "x"), rule, "error", key, values)


SETTINGS = problem("settings", "settings.no_gate", "ideas/catalogue.yml")
WAIVER = problem("unused_waiver", "unused_waiver.not_required", name="idea.origin")
UNKNOWN = problem("unused_waiver", "unused_waiver.unknown", name="idea.orign", nearest="idea.origin")
REQUIRED = problem("required", "required.field", name="idea.origin", gate="")


def test_a_cause_says_how_much_follows() -> None:
    """The number is told, so that nobody believes the rest to be right."""
    kept = without_consequences([SETTINGS, WAIVER, replace(WAIVER, key="unused_waiver.not_required")])
    assert kept == [SETTINGS]
    assert kept[0].consequences == 2


def test_what_is_let_be_explains_nothing() -> None:
    """A warning stops no change, so nothing that would is left out for its sake."""
    let_be = replace(UNKNOWN, severity="warning")
    assert without_consequences([UNKNOWN, REQUIRED]) == [UNKNOWN]
    assert without_consequences([SETTINGS, let_be, REQUIRED]) == [SETTINGS, let_be, REQUIRED]


def test_an_idea_explains_nothing_of_another() -> None:
    """Its mistakes are its own; those of the settings are everybody's."""
    other = replace(REQUIRED, place=replace(REQUIRED.place, path="ideas/2019/annan/idea.md"))
    plan = replace(REQUIRED, place=replace(REQUIRED.place, path="ideas/2019/hela-vagen/plan.md"))
    assert without_consequences([UNKNOWN, other, plan]) == [UNKNOWN, other]


def test_mistakes_that_explain_each_other_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Something is always left to put right."""
    rules = {name: replace(rule, covers=lambda _own, _other: True) for name, rule in checks.rules().items()}
    monkeypatch.setattr("idesluss.checks.causes.rules", lambda: rules)
    assert has_errors(without_consequences([UNKNOWN, REQUIRED]))


def test_an_older_cause_hides_nothing_new(tmp_path: Path) -> None:
    """Where catalogue.yml was wrong before a change, what the change does wrong is told all the same."""
    root = unknown_keys.lay(gitrepo.start(tmp_path))
    settings, veteran = root / "ideas/catalogue.yml", root / VETERAN
    right = settings.read_text(encoding="utf-8")
    settings.write_text(right.replace("idea.section.need,", "idea.section.ned,"), encoding="utf-8")
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    problems, older = golden.problems_since(root)
    assert [p.key for p in problems] == [p.key for p in older] == ["settings.requirement"]

    text = veteran.read_text(encoding="utf-8")
    veteran.write_text(text.replace("waives: [", "waives: [idea.resume_on, "), encoding="utf-8")
    problems, older = golden.problems_since(root)
    new = [p for p in problems if p not in older]
    assert [(p.key, p.values["name"]) for p in new] == [("unused_waiver.not_required", "idea.resume_on")]


def test_what_a_mended_cause_hid_is_older(tmp_path: Path) -> None:
    """Whoever mends catalogue.yml is not blamed for what could not be told before."""
    root = unknown_keys.lay(gitrepo.start(tmp_path))
    settings, veteran = root / "ideas/catalogue.yml", root / VETERAN
    right = settings.read_text(encoding="utf-8")
    text = veteran.read_text(encoding="utf-8")
    veteran.write_text(text.replace("waives: [", "waives: [idea.resume_on, "), encoding="utf-8")
    settings.write_text(right.replace("idea.section.need,", "idea.section.ned,"), encoding="utf-8")
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    settings.write_text(right, encoding="utf-8")
    problems, older = golden.problems_since(root)
    assert [p.values["name"] for p in older] == ["idea.resume_on"]
    assert problems == older


def test_no_two_rules_explain_each_other(misspelt: list[Misspelt], renamed: list[UnknownKey]) -> None:
    """Of all that is found in the cases of rules, nothing explains what explains it."""
    told = [
        problem
        for each in [*(one.problems for one in misspelt), *(one.problems for one in renamed)]
        for problem in each
    ]
    covering = {p.key: p for p in (*told, UNKNOWN, WAIVER, REQUIRED, SETTINGS)}
    for own in covering.values():
        for other in covering.values():
            pairs = ((own, other), (other, own))
            explained = [_covers(cause, problem) for cause, problem in pairs]
            assert not all(explained), (own.key, other.key)


def _covers(own: Problem, other: Problem) -> bool:
    covers = checks.rules()[own.rule].covers
    return bool(covers and own is not other and covers(own, other))
