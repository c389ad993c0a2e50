"""What is told by other models' names: funders' and search engines'. All that is left out is listed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from idesluss.exports.funding import OF_CALLS, OF_GRANTS
from idesluss.exports.json_ld import OF_IDEAS, idea_json_ld, linked_data
from idesluss.exports.other_names import left_out
from idesluss.model import Call, Grant, Idea
from tests.support import catalogues, exported, filled, markup
from tests.support.figure_catalogues import lay_figures

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.exports.other_names import OtherName

MODELS = [(Idea, OF_IDEAS), (Call, OF_CALLS), (Grant, OF_GRANTS)]


@pytest.mark.parametrize(("record", "names"), MODELS, ids=["idea", "call", "grant"])
def test_a_field_is_told_or_listed_as_left_out(record: type[BaseModel], names: dict[str, OtherName]) -> None:
    told = {field for name in names.values() for field in name.fields}
    assert told <= record.model_fields.keys()
    assert told | {*left_out(record, names)} == record.model_fields.keys()
    assert not told & {*left_out(record, names)}


def test_every_name_tells_something(rich: Catalogue) -> None:
    """Of an entry with something in every field, on a site whose address is known."""
    full = filled.fill(rich, "Något")
    object.__setattr__(full.settings, "site_url", "https://ideer.example.se/")
    source = exported.source_of(full)
    told = idea_json_ld(source, full.entries[0], "sv")
    assert told.keys() - {"@context", "@type"} == OF_IDEAS.keys()
    funding = json.loads(exported.files_of(full)["data/v1/funding.json"])
    assert funding["utlysningar"][0].keys() == OF_CALLS.keys()
    assert funding["finansieradeaktiviteter"][0].keys() == OF_GRANTS.keys()


def test_funding_says_what_the_grants_say(tmp_path: Path) -> None:
    """An application only where its number is known, and no amount that nobody knows."""
    catalogue = catalogues.read(lay_figures(tmp_path, "records"))
    funding = json.loads(exported.files_of(catalogue)["data/v1/funding.json"])
    grants = [(entry, grant) for entry in catalogue.listed for grant in entry.idea.grants]
    activities = funding["finansieradeaktiviteter"]
    assert len(activities) == len(grants)
    for (entry, grant), activity in zip(grants, activities, strict=True):
        assert activity.get("diarienummer") == grant.reference
        assert activity["titel"] == (grant.title or entry.idea.title)
        assert [paid["belopp"] for paid in activity.get("beslutadFinansiering", [])] == (
            [] if grant.awarded is None else [grant.awarded]
        )
        assert activity["lank"][0]["href"].endswith(f"/{entry.slug}/")
    assert len(funding["ansokningar"]) == sum(grant.reference is not None for _, grant in grants)
    assert "soktBelopp" not in {name for it in funding["ansokningar"] for name in it}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_page_of_an_idea_holds_its_linked_data(rich: Catalogue, language: Any) -> None:
    """As JSON that is the same as what is made of the entry."""
    folder = "ideer" if language == "sv" else "en/ideas"
    pages = catalogues.pages_of(rich)
    source = exported.source_of(rich)
    for entry in rich.entries:
        text = pages[f"{folder}/{entry.year}/{entry.slug}/index.html"].content
        (script,) = markup.tree(text).all("script")
        assert script.attributes["type"] == "application/ld+json"
        assert json.loads(text.split('ld+json">')[1].split("</script>")[0]) == idea_json_ld(
            source, entry, language
        )


@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "<!--", "a\u2028b & ]]>"])
def test_linked_data_cannot_end_its_script(words: str) -> None:
    text = linked_data({"name": words})
    assert json.loads(text) == {"name": words}
    assert not set(text) & set("<>&\u2028\u2029")
