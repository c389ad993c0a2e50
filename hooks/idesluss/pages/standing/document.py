"""A page of running text with headings, in the form of those that are written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...words.characters import slugify
from ..base.navigation import FOOTER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..base.published import Page
    from ..base.writer import Writer


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and the name in the address that leads to it."""

    id: str
    words: str


def document_page(writer: Writer, name: str, parts: Iterable[str], **values: Any) -> Page:
    """The page of that name, with the `parts` that it has in order, by the keys of their headings."""
    words = f"{name}_page"
    titles = {part: writer.word(f"{words}.{part}") for part in parts}
    return writer.page(
        f"standing/{name}.html",
        writer.places(lambda at: at.section(name)),
        title=writer.word(f"nav.{name}"),
        description=writer.word(f"{words}.description"),
        section="about",
        source="ideas/catalogue.yml",
        headings={part: Heading(slugify(title), title) for part, title in titles.items()},
        more=[(writer.word(f"nav.{other}"), writer.addresses.section(other)) for other in FOOTER],
        is_document=True,
        **values,
    )
