"""Copies of entries as Markdown: the same entries when they are read again, and no remark of the writers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages import Published

SMALL = "2026/enklare-felanmalan"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = catalogues.lay(tmp_path_factory.mktemp("copies"))
    file = root / "ideas" / SMALL / "idea.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\nsector:", "\n# Fråga Kim\nsector:"), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def found(root: Path) -> Catalogue:
    return catalogues.read(root)


@pytest.fixture(scope="module")
def published(found: Catalogue) -> Mapping[str, Published]:
    return catalogues.publish_all(found)


def test_read_again_they_are_the_same_entries(
    root: Path, found: Catalogue, published: Mapping[str, Published], tmp_path: Path
) -> None:
    """Laid into a catalogue's folder, field by field and word by word."""
    catalogues.lay(tmp_path, root / "ideas")
    for entry in found.entries:
        page = f"ideer/{entry.year}/{entry.slug}/"
        for document in entry.documents():
            name = document.path.rpartition("/")[2]
            (tmp_path / document.path).write_text(
                catalogues.text_in(published, page + name), encoding="utf-8"
            )
    again = catalogues.read(tmp_path)
    assert not again.problems
    for entry, copied in zip(found.entries, again.entries, strict=True):
        assert copied.idea == entry.idea
        assert copied.plan == entry.plan
        assert copied.document.markdown == entry.document.markdown


def test_a_copy_says_where_it_is_from_and_nothing_that_is_for_writers(
    published: Mapping[str, Published],
) -> None:
    copy = catalogues.text_in(published, f"ideer/{SMALL}/idea.md")
    assert copy.startswith(f"---\n# Kopia av ideer/{SMALL}/ ur Prövning. Texten: ")
    assert "Kim" not in copy


def test_each_page_names_its_copy_which_lies_once(published: Mapping[str, Published]) -> None:
    """In both languages, in its head and in words; and it lies where the page was before."""
    for path in (f"ideer/{SMALL}", f"en/ideas/{SMALL}"):
        page = catalogues.only_pages(published)[f"{path}/index.html"]
        assert page.alternates["markdown"] == f"ideer/{SMALL}/idea.md"
        assert f'href="{page.root}ideer/{SMALL}/idea.md" type="text/markdown"' in page.content
    assert f"en/ideas/{SMALL}/idea.md" not in published
    former, now = (
        catalogues.text_in(published, f"ideer/2024/{name}/idea.md")
        for name in ("lanecykel", "lanecykel-vid-stationen")
    )
    assert former == now
