"""The registers beside the project by the maps that are shipped for them: every record."""

from __future__ import annotations

import html
import random
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import ftfy
import pytest

from idesluss.checks import judge_catalogue
from idesluss.importing.finding import finding_causes
from idesluss.importing.report import import_as_text
from idesluss.words.characters import fold
from tests.support import catalogues, project
from tests.support.imports import write
from tests.support.proofs import MEASURED
from tests.support.register_imports import LONGEST_REPORT, REGISTERS, Register, fact, records_of, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from idesluss.catalogue.entry import Entry
    from idesluss.model import Settings

pytestmark = pytest.mark.prove

COMPARED = 20
MOST_PLACES = 50  # as the field takes
# Headings within the texts of Swecris, which are left out where nothing stands below them.
HEADINGS = re.compile("syfte och mål|förväntade effekter och resultat|upplägg och genomförande")


def letters(text: object) -> str:
    """The letters and digits of a text, which neither markup nor form changes, but for empty headings."""
    words = re.sub(r"<[^<>]{1,300}>", " ", ftfy.fix_encoding(str(text)).removesuffix(".0"))
    return re.sub(r"[\W_]+", "", HEADINGS.sub("", fold(html.unescape(words))))


def facts_of(entry: Entry, settings: Settings) -> dict[str, str]:
    """The facts of an entry as the registers have them."""
    idea = entry.idea
    keys = [idea.coordinator.organisation] if idea.coordinator and idea.coordinator.organisation else []
    english = idea.translations.get("en")
    return {
        "title": idea.title,
        "title_en": (english.title if english else None) or "",
        "organisation": "".join(_name(settings.organisations[key].name) for key in keys),
        "start": str(idea.period.start or "") if idea.period else "",
        "end": str(idea.period.end or "") if idea.period else "",
        "amount": str(entry.granted if entry.granted is not None else ""),
        "reference": next((str(grant.reference) for grant in idea.grants), ""),
        "municipalities": ", ".join(
            sorted(_name(settings.municipalities[key]) for key in idea.municipalities)
        ),
        "address": "\n".join(source.url for source in idea.sources),
        "text": f"{idea.summary} {entry.document.markdown}",
    }


def _name(term: Any) -> str:
    """What a term is called in the first language that it has."""
    named = getattr(term, "name", term)
    return named if isinstance(named, str) else str(named.variants[0])


def differing(entry: Entry, settings: Settings, record: dict[str, Any], register: Register) -> list[str]:
    """The facts that are not those of the record, however they are written there."""
    own = facts_of(entry, settings)
    return [
        f"{entry.path} {name}: {fact(record, way)!r} {own[name]!r}"
        for name, way in register.facts.items()
        if not _is_same(name, str(fact(record, way) or "").strip(), own[name])
    ]


def _is_begun(there: str, here: str) -> bool:
    return letters(there).startswith(letters(here.removesuffix("…")))


def _has_whole(there: str, here: str) -> bool:
    return letters(there) in letters(here)


def _are_same_places(there: str, here: str) -> bool:
    """As many as the field has room for; more are told of, and stand in the text."""
    if len(there.split(",")) > MOST_PLACES:
        return not here
    return sorted(map(fold, re.split(", *", ftfy.fix_encoding(there)))) == sorted(
        map(fold, re.split(", *", here))
    )


def _are_same_addresses(there: str, here: str) -> bool:
    """Where a record has none, the register's own stands for it."""
    return not there or there.split() == here.split() or unquote(there) == unquote(here)


COMPARED_BY: dict[str, Callable[[str, str], bool]] = {
    "title": _is_begun,
    "title_en": _is_begun,
    "text": _has_whole,
    "address": _are_same_addresses,
    "amount": lambda there, here: there.removesuffix(".0") == here,
    "reference": lambda there, here: there.removesuffix("_Vinnova") == here,
    "municipalities": _are_same_places,
}


def _is_same(name: str, there: str, here: str) -> bool:
    compare = COMPARED_BY.get(name)
    return compare(there, here) if compare else letters(there) == letters(here)


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.map_name)
def test_every_record_comes_to_something(
    register: Register, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Counts in are counts out, the check is clean, twenty are as in the source, nothing changes twice."""
    root = catalogues.lay(tmp_path, project.BASE)
    result = run(root, register)
    counts = result.row_counts
    assert sum(counts.values()) == len(result.sheet.rows) == register.size
    named = sum(cause.count for cause in finding_causes(result.findings) if cause.group == "refused")
    assert counts["refused"] <= named
    assert counts["new"] == len(result.files) == register.size - counts["refused"]
    assert import_as_text(result, "sv").count("\n") <= LONGEST_REPORT
    write(root, result, adds_terms=True)
    catalogue = catalogues.read(root)
    assert [problem for problem in judge_catalogue(catalogue) if problem.severity == "error"] == []
    by_id = {entry.idea.external_id.id: entry for entry in catalogue.entries if entry.idea.external_id}
    records = [record for record in records_of(register) if _id(record, register) in by_id]
    some = random.Random(register.size).sample(records, COMPARED)  # noqa: S311  # the same ones each time
    told = [differing(by_id[_id(record, register)], catalogue.settings, record, register) for record in some]
    assert not any(told), "\n".join(difference for of_record in told for difference in of_record)
    assert run(root, register).files == {}
    record_property(MEASURED, f"{register.size:,} records: {dict(counts)}")


def _id(record: dict[str, Any], register: Register) -> str:
    if register.id:
        return str(record[register.id])
    return " ".join(f"{record['project_id']} {record['project_title']}".split())[:120]
