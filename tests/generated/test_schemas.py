"""The schemas say what the checker says, as far as a schema can: good files pass, broken ones do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft7Validator

from idesluss.generated import faces
from idesluss.model import Call, Idea, Plan, Settings
from idesluss.model.settings import VOCABULARIES
from tests.support import catalogues, golden, project
from tests.support.case_trees import lay_out
from tests.support.editors import catalogue_files, fields_of, refusals, schemas_of
from tests.support.golden import name_of, rule_of
from tests.support.records import add_records

if TYPE_CHECKING:
    from pydantic import BaseModel

RULES = ("field", "missing_field", "unknown_field", "unknown_term")
# What a schema cannot know.
BEYOND = {
    "field_date_day": "how many days a month has",
    "field_placeholder": "which characters are letters, in every script",
    "field_tab": "which characters a text has",
    "missing_field_vocabulary_word": "tables, which no editor has a schema for",
    "field_table": "tables, which no editor has a schema for",
    "unknown_term_call": "which calls there are: they are files",
    "unknown_term_idea": "which ideas there are: they are files",
    "unknown_term_table": "tables, which no editor has a schema for",
}
BROKEN = {name_of(case): case for case in golden.BROKEN if rule_of(case) in RULES}


@pytest.fixture(scope="module", params=["base", "rich", "records", "vocabulary_files"])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue without problems: small, with every field, of real records, with vocabularies beside."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "vocabulary_files":
        golden.lay(lay_out(catalogues.VOCABULARY_FILES, project.HERE)["after"], folder)
        return folder
    if request.param == "records":
        return add_records(catalogues.lay(folder, project.BASE))
    return catalogues.lay(folder) if request.param == "rich" else catalogues.lay(folder, project.BASE)


def test_what_passes_the_checker_passes_the_schemas(root: Path) -> None:
    """Every file, read as an editor reads it, fits its schema."""
    assert len(list(catalogue_files(root))) >= 5
    assert refusals(root, schemas_of(root)) == []


@pytest.mark.parametrize("case", [case for case in BROKEN if case not in BEYOND])
def test_a_broken_case_is_refused(case: str, tmp_path: Path) -> None:
    """What the rules on fields and lists find, the schema of the file finds."""
    golden.lay(lay_out(BROKEN[case], project.HERE)["after"], tmp_path)
    assert refusals(tmp_path, schemas_of(tmp_path) or schemas_of(project.BASE.parent))


def test_each_is_a_schema_of_the_draft_that_editors_know(root: Path) -> None:
    """Draft 7, refusing fields that do not exist, and the same each time it is made."""
    for schema in schemas_of(root).values():
        Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert schema["additionalProperties"] is False or schema["title"].startswith("ideas/vocabularies/")
    assert faces(root) == faces(root)


def test_fields_stand_in_the_models_order_with_their_help() -> None:
    """Each field is explained in Swedish first, then in English, with its example."""
    records: dict[str, type[BaseModel]] = {"idea": Idea, "plan": Plan, "call": Call, "catalogue": Settings}
    for name, record in records.items():
        properties = schemas_of(project.BASE.parent)[f"{name}.schema.json"]["properties"]
        assert list(properties) == list(record.model_fields)
        assert all(held["title"] and held["markdownDescription"] for held in properties.values())
    help_of_title = schemas_of(project.BASE.parent)["idea.schema.json"]["properties"]["title"][
        "markdownDescription"
    ]
    assert help_of_title.split("\n\n") == [
        "Vad idén heter. Skriv så att en utomstående förstår. Krävs alltid.",
        "*Title.* What the idea is called. Write so that an outsider understands.",
        "Exempel: `Föreslå utan konto`",
    ]


def test_a_list_of_terms_tells_what_each_key_means() -> None:
    """The keys of catalogue.yml, in its order, each with its name."""
    sectors = schemas_of(project.BASE.parent)["idea.schema.json"]["definitions"]["sectors"]
    assert sectors["enum"] == ["vard-och-omsorg", "samhallsbyggnad"]
    assert sectors["enumDescriptions"] == ["Vård och omsorg", "Samhällsbyggnad"]
    assert sectors["markdownEnumDescriptions"][0] == "**Vård och omsorg**\n\n*Care*"


def test_a_record_is_offered_whole() -> None:
    """A list of records can be begun with one record, its examples to write over."""
    (offered,) = schemas_of(project.BASE.parent)["idea.schema.json"]["properties"]["decisions"][
        "defaultSnippets"
    ]
    assert offered["label"] == "Beslut"
    assert offered["body"] == [
        {
            "gate": "${1:G1}",
            "date": "${2:2026-11-23}",
            "verdict": "${3|go,revise,hold,stop,close,reopen|}",
            "role": "${4:granskare}",
            "reason": "$5",
        }
    ]


@pytest.mark.parametrize(
    ("field", "value", "passes"),
    [
        ("title", 2027, True),
        ("title", True, True),
        ("title", ["a", "b"], False),
        ("title", None, False),
        ("contact", None, True),
        ("grants", None, True),
        ("coordinator", None, True),
        ("agenda_goals", [11, "4"], True),
        ("agenda_goals", [18], False),
        ("submitted", "2026-11", True),
        ("submitted", "2026-13-01", False),
        ("submitted", 2026, False),
    ],
)
def test_values_as_editors_read_them(field: str, value: object, *, passes: bool) -> None:
    """A number or a truth value is text to the checker, and a key without a value is not there."""
    idea = fields_of(project.BASE.parent / "ideas" / "2026" / "enklare-felanmalan" / "idea.md")
    schema = schemas_of(project.BASE.parent)["idea.schema.json"]
    assert Draft7Validator(schema).is_valid({**idea, field: value}) is passes


def test_a_vocabulary_in_a_file_of_its_own_is_helped_with() -> None:
    """The schema of its file takes what the checker takes, and only that."""
    schema = schemas_of(project.BASE.parent)["organisations.schema.json"]
    good = {"labbet": {"name": "Labbet", "kind": "company"}}
    assert Draft7Validator(schema).is_valid(good)
    assert not Draft7Validator(schema).is_valid({"Labbet!": good["labbet"]})
    assert not Draft7Validator(schema).is_valid({"labbet": {"name": "Labbet"}})
    for name, passes in (("sweden", True), ("norway", False), (None, True)):
        settings = fields_of(project.BASE / "catalogue.yml") | {"municipalities": name}
        catalogue = schemas_of(project.BASE.parent)["catalogue.schema.json"]
        assert Draft7Validator(catalogue).is_valid(settings) is passes


def test_nothing_is_made_where_the_catalogue_cannot_be_read(tmp_path: Path) -> None:
    """Without its lists there is nothing to suggest."""
    assert faces(tmp_path) == {}


def test_editors_are_led_to_schemas_that_exist() -> None:
    """The settings for VS Code name each schema, and the files that it is for."""
    settings = json.loads((project.ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    led = settings["yaml.schemas"]
    assert {Path(path).name for path in led} == set(schemas_of(project.BASE.parent))
    for path, pattern in led.items():
        assert (project.ROOT / path).is_file()
        name = Path(pattern).name.removesuffix(".yml")
        assert name in VOCABULARIES or list(project.BASE.parent.glob(pattern))
    assert set(settings["files.associations"]) == {
        f"**/{pattern}" for pattern in led.values() if ".md" in pattern
    }
