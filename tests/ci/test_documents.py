"""`.ci/documents.py`: what documents of this repository show of the program is as the program has it."""

from __future__ import annotations

import re
import shutil
import tomllib
from typing import TYPE_CHECKING

import pytest

import documents
from idesluss import checks, disk
from idesluss.importing.finding import GROUPS
from idesluss.words import LANGUAGES, keys
from tests.support import catalogues, golden, project
from tests.support.case_trees import lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.words import Language

PAGE = "# Page\n\n<!-- floors:start -->\nformer\n<!-- floors:end -->\n\nThe rest.\n"
SESSION = "# Read\n<!-- session:start -->\nformer\n<!-- session:end -->\n"
IMPORT = (
    "# Import\n<!-- causes:start -->\n<!-- causes:end -->\n\n<!-- refusals:start -->\n<!-- refusals:end -->\n"
)
SHOWN = ["field", "personal_number", "unknown_term"]
CONTRACT = """
[[tool.importlinter.contracts]]
type = "forbidden"

[[tool.importlinter.contracts]]
type = "layers"
containers = ["idesluss"]
layers = ["cli", "checks | proposal : derived", "disk"]
"""
ROW = re.compile(r"^\| (\d+) \| `([a-z_]+)(?:/|\.py)` \| (.+) \|$", re.MULTILINE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with documents that hold what is written anew, a contract, reports and a catalogue."""
    guide = "".join(f"<!-- {name}:start -->\nformer\n<!-- {name}:end -->\n" for name in documents.REPORTS)
    files = {documents.ARCHITECTURE: PAGE, documents.README: SESSION, "pyproject.toml": CONTRACT}
    files |= dict.fromkeys(documents.GUIDES.values(), guide)
    files |= dict.fromkeys(documents.IMPORTS.values(), IMPORT)
    shutil.copytree(project.ROOT / documents.GOLDEN, tmp_path / documents.GOLDEN)
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return catalogues.lay(tmp_path, project.BASE)


def test_the_table_follows_the_contract(root: Path) -> None:
    """Floor by floor from the top, counted from the ground; modules of one floor in the contract's order."""

    def rows() -> list[tuple[str, str]]:
        return [(number, name) for number, name, _ in ROW.findall(documents.floor_table(root))]

    expected = [("3", "cli"), ("2", "checks"), ("2", "proposal"), ("2", "derived"), ("1", "disk")]
    assert rows() == expected
    (root / "pyproject.toml").write_text(CONTRACT.replace('"cli", ', ""), encoding="utf-8")
    assert rows() == expected[1:]


def test_the_rest_of_a_document_is_kept(root: Path) -> None:
    """And what is stale is told of, or written anew."""
    assert documents.main(root, is_check=True) == 1
    assert (root / documents.ARCHITECTURE).read_text(encoding="utf-8") == PAGE
    assert documents.main(root, is_check=False) == 0
    assert documents.main(root, is_check=True) == 0
    page, readme = (
        (root / path).read_text(encoding="utf-8") for path in (documents.ARCHITECTURE, documents.README)
    )
    assert page.startswith("# Page\n\n<!-- floors:start -->\n\n| Floor |")
    assert page.endswith(" |\n\n<!-- floors:end -->\n\nThe rest.\n")
    assert readme.startswith("# Read\n<!-- session:start -->\n```console\n$ idesluss check ideas/2026\n")
    assert "former" not in page + readme


@pytest.mark.parametrize("language", documents.GUIDES)
def test_a_guide_shows_the_golden_reports(root: Path, language: str) -> None:
    """All their words, as quotations without headings of the page's own; one that changes makes it stale."""
    documents.main(root, is_check=False)
    guide = root / documents.GUIDES[language]
    text = guide.read_text(encoding="utf-8")
    assert "former" not in text
    assert not re.search(r"^>?\s*(#|</?details|</?summary)", text, re.MULTILINE)
    for name in documents.REPORTS:
        golden_report = root / documents.GOLDEN / f"{name}.{language}.md"
        report = golden_report.read_text(encoding="utf-8")
        words = re.findall(r"\w+", re.sub(r"</?(?:details|summary)>", "", report))
        assert " ".join(words) in " ".join(re.findall(r"\w+", text))
        golden_report.write_text(report + "\nNytt\n", encoding="utf-8")
        assert documents.main(root, is_check=True) == 1
        documents.main(root, is_check=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_lists_all_that_an_import_can_say(root: Path, language: Language) -> None:
    """Each cause below the heading of its group, and each refusal of a file, with blanks as an ellipsis."""
    text = documents.documents(root)[documents.IMPORTS[language]]
    said = [*keys(language)]
    groups = [f"importing.{group}." for group in (*GROUPS, "unreadable")]
    assert text.count("\n- ") == sum(key.startswith(tuple(groups)) for key in said)
    assert text.count("\n### ") == len(GROUPS)
    assert "{" not in text


def test_the_repositorys_guides_are_fresh() -> None:
    """Each has all the reports, between their marks, as the golden files have them now."""
    for language, path in documents.GUIDES.items():
        text = (project.ROOT / path).read_text(encoding="utf-8")
        for name in documents.REPORTS:
            block = documents.quoted_report(project.ROOT, name, language)
            assert f"<!-- {name}:start -->\n{block}<!-- {name}:end -->" in text


def test_the_session_shows_three_kinds_of_messages() -> None:
    """A date that does not exist, a misspelt word and a personal number, as the checker tells them."""
    shown = documents.session(project.BASE)
    assert [rule for rule in checks.rules() if f"[{rule}]: " in shown] == SHOWN
    assert "20000229" not in shown


def test_the_session_is_as_the_catalogue_has_it(tmp_path: Path) -> None:
    """Where a catalogue has other sectors, also in a file, the sector of the example is one mistake more."""
    golden.lay(lay_out(catalogues.VOCABULARY_FILES, project.HERE)["after"], tmp_path)
    file = tmp_path / "ideas" / "vocabularies" / "sectors.yml"
    same = documents.session(tmp_path / "ideas")
    assert same == documents.session(project.BASE)
    file.write_text(file.read_text(encoding="utf-8").replace("samhallsbyggnad:", "stad:"), encoding="utf-8")
    others = documents.session(tmp_path / "ideas")
    assert others.count("[unknown_term]: ") == same.count("[unknown_term]: ") + 1


def test_every_folder_is_a_row_with_a_sentence() -> None:
    """In the repository's own table, and the sentence is the first of the folder's docstring."""
    folder = project.ROOT / "hooks" / "idesluss"
    modules = {path.parent.name for path in folder.glob("*/__init__.py")}
    modules |= {path.stem for path in folder.glob("*.py")} - {"__init__"}
    found = ROW.findall(documents.floor_table(project.ROOT))
    assert sorted(name for _, name, _ in found) == sorted(modules)
    assert all(sentence.endswith(".") for _, _, sentence in found)
    (sentence,) = [sentence for _, name, sentence in found if name == "disk"]
    assert (disk.__doc__ or "").startswith(sentence)


def test_the_contract_counts_every_import() -> None:
    """One line a folder, nothing exempt, no import left out, and none for types alone."""
    settings = tomllib.loads((project.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    linter = settings["tool"]["importlinter"]
    assert linter.get("exclude_type_checking_imports", False) is False
    (floors,) = [contract for contract in linter["contracts"] if contract["type"] == "layers"]
    assert floors["exhaustive"] is True
    assert set(floors) == {"id", "name", "type", "containers", "exhaustive", "layers"}
