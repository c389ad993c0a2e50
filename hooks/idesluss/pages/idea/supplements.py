"""Short forms on an idea's page for what a reader knows of it, with the ways to send the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from ...model.web_address import mail_to
from ...proposal.supplement import (
    ASKED,
    SUPPLEMENTS,
    SupplementField,
    field_heading,
    supplement_subject,
    supplement_text,
)

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...proposal.supplement import SupplementKind
    from ..base.writer import Writer


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field of the form, with its heading in the message."""

    field: SupplementField
    title: str
    help: str


@dataclass(frozen=True, slots=True)
class ShownSupplement:
    """A form. `text` begins the message; `mail` and `issue` are addresses that end where a text is put.

    `blank` is the whole text with nothing answered, for a reader without script. An address is empty where
    the catalogue has no such way.
    """

    kind: SupplementKind
    words: str
    fields: tuple[ShownField, ...]
    text: str
    blank: str
    mail: str
    issue: str


def shown_supplements(writer: Writer, entry: Entry) -> tuple[ShownSupplement, ...]:
    """The forms; none where no message could reach anybody."""
    settings = writer.settings
    if not (settings.contact or settings.repository_pages):
        return ()
    return tuple(_shown(writer, entry, kind) for kind in SUPPLEMENTS)


def _shown(writer: Writer, entry: Entry, kind: SupplementKind) -> ShownSupplement:
    language, settings = writer.language, writer.settings
    words = writer.word(f"supplement.kind.{kind}")
    subject = writer.word("supplement.subject", kind=words, title=entry.title(language))
    text = supplement_text(kind, supplement_subject(entry), language)
    pages = settings.repository_pages
    issue = ""
    if pages:
        asked = {pages.host.issue_title: subject, pages.host.issue_text: ""}
        issue = f"{pages.new_issue}?{urlencode(asked, quote_via=quote)}"
    return ShownSupplement(
        kind,
        words,
        tuple(_field(writer, field) for field in ASKED[kind]),
        text,
        _blank(text, [field_heading(field, language) for field in ASKED[kind]]),
        mail_to(settings.contact, subject, "") if settings.contact else "",
        issue,
    )


def _blank(text: str, headings: list[str]) -> str:
    """The text with every heading and room below it, as it stands in an address."""
    lines = "\n\n".join([text, *(f"### {heading}\n" for heading in headings)])
    return quote(lines.replace("\n", "\r\n"), safe="")


def _field(writer: Writer, field: SupplementField) -> ShownField:
    key = f"supplement.field.{field.name}"
    return ShownField(field, field_heading(field, writer.language), writer.word(f"{key}.help"))
