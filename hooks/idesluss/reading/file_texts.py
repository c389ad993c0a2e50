"""All texts of a file, of whatever kind: as it is written, as a page shows it, and what a picture carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import MAX_BYTES, Document, parse_document
from .front_matter import decoded
from .personal import shown_text
from .picture_texts import is_picture, picture_texts

if TYPE_CHECKING:
    from collections.abc import Iterator


def texts_of_file(path: str, content: bytes) -> Iterator[str]:
    """Each text of the file; one that may be in UTF-16 or UTF-32 is given without the zeros between, too."""
    if is_picture(content):
        yield from picture_texts(content)
        return
    yield content.decode("utf-8", "replace").replace("\ufffd", "?")
    if 0 in content:
        yield content.replace(b"\0", b"").decode("utf-8", "replace").replace("\ufffd", "?")
    elif len(content) <= MAX_BYTES and path.endswith((".md", ".yml")):
        yield shown_text(_document(path, content))


def _document(path: str, content: bytes) -> Document:
    """The document, or one whose text is all of the file where it has no fields."""
    document = parse_document(path, content)
    if document.is_readable or not path.endswith(".md"):
        return document
    try:
        return Document(path, markdown=decoded(content))
    except UnicodeDecodeError:
        return document
