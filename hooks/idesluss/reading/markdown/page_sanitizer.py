"""Pages written by hand, as MkDocs has rendered them, through the allow-list of ideas."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import nh3

from .sanitizer import ELEMENTS, EXTERNAL, SCHEMES, allowed_attributes

# What MkDocs' extensions write of their own: names to be styled and led to, and how a column is aligned.
_OWN = {"*": {"class", "id"}, "td": {"style"}, "th": {"style"}, "a": {"name"}, "sup": {"title"}}


def cleaned_page(content: str) -> tuple[str, list[str]]:
    """The page without what may not stand in it, and the names of what was taken away."""
    attributes = {name: set(allowed) for name, allowed in allowed_attributes().items()}
    for name, own in _OWN.items():
        attributes.setdefault(name, set()).update(own)
    cleaned = nh3.clean(
        content,
        tags=ELEMENTS,
        attributes=attributes,
        attribute_filter=_without_foreign_pictures,
        url_schemes=SCHEMES,
        filter_style_properties={"text-align"},
        link_rel=None,
        strip_comments=True,
    )
    return cleaned, sorted((_names(content) - _names(cleaned)).keys())


def _without_foreign_pictures(_tag: str, name: str, value: str) -> str | None:
    is_foreign = EXTERNAL.match(value) or value.lstrip().startswith(("//", "\\"))
    return None if name == "src" and is_foreign else value


class _Names(HTMLParser):
    """Counts elements, and attributes that are given."""

    def __init__(self) -> None:
        super().__init__()
        self.names: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names[f"<{tag}>"] += 1
        self.names.update(f"<{tag} {name}>" for name, _ in attrs)

    def handle_decl(self, decl: str) -> None:
        self.names[f"<!{decl[:20]}>"] += 1

    def unknown_decl(self, text: str) -> None:
        self.names[f"<![{text[:20]}>"] += 1

    def handle_pi(self, text: str) -> None:
        self.names[f"<?{text[:20]}>"] += 1


def _names(content: str) -> Counter[str]:
    parser = _Names()
    parser.feed(content)
    parser.close()
    return parser.names
