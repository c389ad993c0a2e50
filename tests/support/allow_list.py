"""What may stand in a rendered body, judged with a parser that has no part in making it."""

from __future__ import annotations

from html.parser import HTMLParser

_TAGS = """
    a abbr b blockquote br cite code dd del details dfn div dl dt em h2 h3 h4 h5 h6 hr i img ins kbd li mark
    ol p pre q s samp section small span strong sub summary sup table tbody td th thead tr u ul var
"""
TAGS = frozenset(_TAGS.split())
ATTRIBUTES = {
    "a": {"href", "id", "title", "rel"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
    "li": {"id"},
    "abbr": {"title"},
    "details": {"open"},
    "pre": {"tabindex"},
    "span": {"class"},
    "div": {"class", "role", "tabindex", "aria-label"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
CLASSES = {"task", "task task--done", "table-scroll"}
ROOT = "\ue000"


class _Judge(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            shown = f"<{tag} {name}={value!r}>"
            if name != "lang" and name not in ATTRIBUTES.get(tag, ()):
                self.found.append(shown)
            if name in {"href", "src"} and not _is_safe(value or ""):
                self.found.append(shown)
            if name == "class" and value not in CLASSES:
                self.found.append(shown)
            if name == "id" and not (value or "").startswith("text-"):
                self.found.append(shown)

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data}]>")


def _is_safe(address: str) -> bool:
    return address.startswith((ROOT, "#text-")) or address.lower().startswith(
        ("https://", "http://", "mailto:")
    )


def not_allowed(html: str) -> list[str]:
    """Tags, attributes and addresses in `html` that are not on the list."""
    judge = _Judge()
    judge.feed(html)
    judge.close()
    return judge.found
