"""Terms that the lists lack: a table to look through, or written where the list stands, and never twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from idesluss.checks import judge_catalogue
from idesluss.importing.terms import Terms, kind_of_organisation
from idesluss.importing.vocabularies import added_files, by_vocabulary, proposed_table, with_terms
from idesluss.model.vocabulary import terms_of
from idesluss.reading.table import parse_table
from tests.support import case_trees, catalogues, golden, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue

NAMES = {
    "organisations": ["Ljusbolaget AB", '=Summa, "Nord"', "Storby universitet"],
    "themes": ["Öppna data"],
    "municipalities": ["Åby"],
}


def asked(catalogue: Catalogue) -> Terms:
    terms = Terms(catalogue.settings, catalogue.tree.shipped)
    for vocabulary, names in NAMES.items():
        for row, name in enumerate([*names, names[0]], 2):
            terms.ask_for(vocabulary, name, row)
    return terms


def added(root: Path) -> Terms:
    catalogue = catalogues.read(root)
    terms = asked(catalogue)
    for path, text in added_files(catalogue.tree, terms).items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return terms


@pytest.mark.parametrize(
    "content", [project.BASE, catalogues.VOCABULARY_FILES], ids=["in_settings", "in_files"]
)
def test_added_terms_are_read(content: Path, tmp_path: Path) -> None:
    """Wherever the list stands: a list in the settings moves to a file, so that they do not grow."""
    root = tmp_path
    if content.is_dir():
        catalogues.lay(root, content)
    else:
        golden.lay(case_trees.lay_out(content, project.HERE)["after"], root)
    before = (root / "ideas" / "catalogue.yml").read_text(encoding="utf-8").count("\n")
    terms = added(root)
    catalogue = catalogues.read(root)
    for term in terms.new.values():
        if term.vocabulary not in catalogue.tree.shipped:
            assert term.key in terms_of(catalogue.settings, term.vocabulary), term
    assert (root / "ideas" / "catalogue.yml").read_text(encoding="utf-8").count("\n") <= before
    assert [p for p in judge_catalogue(catalogue) if p.severity == "error"] == []


def test_a_proposed_table_can_lie_where_lists_lie(tmp_path: Path) -> None:
    """It has the columns that a list must have, and nothing that a spreadsheet would run."""
    lists = by_vocabulary(asked(catalogues.read(catalogues.lay(tmp_path, project.BASE))))
    for vocabulary, terms in lists.items():
        table = parse_table("a.csv", proposed_table(vocabulary, terms).encode(), vocabulary)
        assert table.problems == []
        assert list(table.front.value) == [term.key for term in terms]
    assert proposed_table("organisations", lists["organisations"]).split("\n")[:2] == [
        "key,name,kind",
        "ljusbolaget-ab,Ljusbolaget AB,company",
    ]
    assert [len(term.rows) for term in lists["organisations"]] == [2, 1, 1]


def test_a_list_that_has_all_there_are_is_not_added_to(tmp_path: Path) -> None:
    root = catalogues.lay(tmp_path, project.BASE)
    file = root / "ideas" / "catalogue.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("municipalities:\n  storby: Storby\n", "municipalities: sweden\n"), encoding="utf-8"
    )
    catalogue = catalogues.read(root)
    assert Terms(catalogue.settings, catalogue.tree.shipped).ask_for("municipalities", "Storby", 2) is None


def test_a_list_of_the_programs_gets_a_file_beside_it(tmp_path: Path) -> None:
    """Which adds to it; the settings go on naming the list, and it has what it had."""
    root = catalogues.lay(tmp_path, project.BASE)
    file = root / "ideas" / "catalogue.yml"
    text = file.read_text(encoding="utf-8")
    block = re.search(r"^funders:\n(?: .*\n)+", text, re.MULTILINE)
    assert block
    file.write_text(text.replace(block[0], "funders: usual\n"), encoding="utf-8")
    catalogue = catalogues.read(root)
    before, tree = set(terms_of(catalogue.settings, "funders")), catalogue.tree
    assert (before, tree.shipped["funders"]) != (set(), "")
    terms = Terms(catalogue.settings, tree.shipped)
    terms.ask_for("funders", "Framtidsfonden", 2)
    ((path, text),) = added_files(tree, terms).items()
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    again = catalogues.read(root)
    assert set(terms_of(again.settings, "funders")) == before | {"framtidsfonden"}
    assert again.tree.shipped["funders"] == "usual"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("lerum", "lerum"),
        ("Lerums kommun", "lerum"),
        ("Göteborgs Stad", "goteborg"),
        ("Håbo", "haabo"),
        ("Atlantis", None),
    ],
)
def test_municipalities_are_known_by_what_people_call_them(
    name: str, key: str | None, tmp_path: Path
) -> None:
    root = catalogues.lay(tmp_path, project.BASE)
    file = root / "ideas" / "catalogue.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("municipalities:\n  storby: Storby\n", "municipalities: sweden\n"), encoding="utf-8"
    )
    catalogue = catalogues.read(root)
    assert Terms(catalogue.settings).key_of("municipalities", name) == key


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Storby kommun", "municipality"),
        ("Nordbygdens kommunalförbund", "municipal_association"),
        ("Region Nord", "region"),
        ("Storby universitet", "university"),
        ("Havsmyndigheten", "agency"),
        ("Havsbolaget", "company"),
        ("Ministry of Water", "agency"),
        ("Havet Science Park AB", "science_park"),
        ("Föreningen Havet", "association"),
        ("Havet", None),
    ],
)
def test_the_kind_of_an_organisation_by_its_name(name: str, kind: str | None) -> None:
    assert kind_of_organisation(name) == kind


def test_names_that_differ_by_a_mark_alone_are_two(tmp_path: Path) -> None:
    """Each is found again by its own name, whichever of them was there first."""
    root = catalogues.lay(tmp_path, project.BASE)
    terms = Terms(catalogues.read(root).settings)
    keys = {
        name: term.key
        for name in ("Håbo", "Habo", "Hābo")
        if (term := terms.ask_for("municipalities", name, 2))
    }
    assert keys == {"Håbo": "haabo", "Habo": "habo", "Hābo": "habo-2"}
    known = with_terms(catalogues.read(root), terms).settings
    assert {name: Terms(known).key_of("municipalities", name) for name in keys} == keys
