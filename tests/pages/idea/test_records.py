"""Each real record stands on one page with every fact that it gives, and as one grant of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, markup, project
from tests.support.idea_pages import pages_by_path
from tests.support.record_pages import absent_facts, entry_pages, grants_of, unsaid_gaps, wrong_rows
from tests.support.records import COUNT, RecordFacts, add_records, recorded

if TYPE_CHECKING:
    from idesluss.catalogue.catalogue import Catalogue


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogues.read(add_records(catalogues.lay(tmp_path_factory.mktemp("records"), project.BASE)))


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue) -> dict[str, markup.Element]:
    return entry_pages(catalogue)


@pytest.fixture(scope="module")
def records() -> list[RecordFacts]:
    return recorded()


@pytest.fixture(scope="module")
def grants(records: list[RecordFacts]) -> list[RecordFacts]:
    return [record for record in records if record.is_grant]


def test_there_are_as_many_as_there_were(records: list[RecordFacts], grants: list[RecordFacts]) -> None:
    """No record has been left out, and each has an address of its own."""
    assert len({record.slug for record in records}) == len(records) == COUNT
    assert len({record.source for record in grants}) == len(grants) == COUNT - 1


def test_every_record_has_one_page_with_every_fact(
    records: list[RecordFacts], pages: dict[str, markup.Element]
) -> None:
    """Title, reference, grant, period, coordinator, parties and every source stand there."""
    assert absent_facts(records, pages) == {}


def test_grants_have_their_english_titles_on_english_pages(
    grants: list[RecordFacts], catalogue: Catalogue
) -> None:
    """Where they have one; on Swedish pages they are called what the decision says."""
    pages = " ".join(page.text for page in pages_by_path(catalogue, "en").values())
    titles = [" ".join(record.title_en.split()) for record in grants if record.title_en]
    assert [title for title in titles if title not in pages] == []
    assert len(titles) >= 5


def test_what_is_not_known_says_so(records: list[RecordFacts], pages: dict[str, markup.Element]) -> None:
    """Beside the label of each missing field stands that no source gives it."""
    assert unsaid_gaps(records, pages) == []


def test_every_record_is_one_grant(grants: list[RecordFacts], pages: dict[str, markup.Element]) -> None:
    """On one page, once, also where a study is told with the project that follows it."""
    counts = {record.slug: len(grants_of(record, pages)) for record in grants}
    assert {slug: count for slug, count in counts.items() if count != 1} == {}


def test_every_row_says_what_the_record_says(
    grants: list[RecordFacts], pages: dict[str, markup.Element]
) -> None:
    """Reference, amount, period, coordinator with unit, call with round, status; or that it is not known."""
    wrong = {r.slug: wrong_rows(r, grant, {}) for r in grants for grant in grants_of(r, pages)}
    assert {slug: labels for slug, labels in wrong.items() if labels} == {}
