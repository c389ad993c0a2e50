"""A copy of each entry as Markdown, beside its page: its fields as they were read, its text as written.

They are the same two files as the catalogue has, less the remarks of whoever writes there, so that a copy
can be read, cited, translated, or laid into another catalogue as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from ...exports.plain_values import plain_value
from ..base.addresses import PLAN_MARKDOWN
from ..base.published import File

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from ...catalogue.entry import Entry
    from ..base.site import Site
    from ..base.writer import Writer


def markdown_copies(site: Site, entries: Iterable[Entry]) -> Iterator[File]:
    """Of each of these entries once, in the catalogue's own language; also at its former names."""
    addresses = site.writer.addresses
    for entry in entries:
        own = _copy(site.writer, entry, entry.idea, entry.document.markdown)
        plan = entry.plan_document.markdown if entry.plan_document else ""
        of_plan = _copy(site.writer, entry, entry.plan, plan) if entry.plan else ""
        for page in (addresses.idea(entry), *addresses.former_ideas(entry)):
            yield File(addresses.markdown_at(page), own)
            if of_plan:
                yield File(f"{page}{PLAN_MARKDOWN}", of_plan)


def _copy(writer: Writer, entry: Entry, record: BaseModel, text: str) -> str:
    fields = yaml.dump(
        plain_value(record), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000
    )
    return f"---\n{_remark(writer, entry)}{fields}---\n{text}"


def _remark(writer: Writer, entry: Entry) -> str:
    """Whence the copy is, and how it may be used."""
    settings = writer.settings
    page = writer.addresses.idea(entry)
    words = writer.word(
        "idea.markdown_from",
        name=settings.name,
        address=settings.full_address(page) or page,
        text=settings.licences.text.name,
        facts=settings.licences.facts.name,
    )
    return f"# {' '.join(''.join(sign if sign.isprintable() else ' ' for sign in words).split())}\n"
