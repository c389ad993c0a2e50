"""Bodies: GitHub-flavoured Markdown through cmark-gfm, then through one allow-list."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options

from ..words.characters import fold, hidden_characters, plain, slugify

if TYPE_CHECKING:
    from collections.abc import Callable

    Kind = Literal["link", "picture"]
    Resolve = Callable[[str, Kind], str | None]

# Private use characters cannot stand in a source file, so these marks cannot be forged.
ROOT = "\ue000"  # stands for the way from a page to the site's root
_DONE, _OPEN = "\ue001", "\ue002"
TABLE_LABEL = "\ue003"
ID_PREFIX, PLAN_PREFIX = "text-", "plan-"
MAX_OUTPUT = 2_000_000
MAX_DEPTH = 100
MAX_COMPLAINTS = 20
_EXTENSIONS = ["table", "autolink", "tagfilter", "strikethrough", "tasklist"]
_OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES

_TAG_NAMES = """
    a abbr b blockquote br cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li
    mark ol p pre q s samp section small span strong sub summary sup table tbody td th thead tr u ul var
"""
_TAGS = frozenset(_TAG_NAMES.split())
_ATTRIBUTES = {
    "a": {"href", "id", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
    "li": {"id"},
    "abbr": {"title"},
    "details": {"open"},
    "*": {"lang"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
_VOID = frozenset(
    {"br", "hr", "img", "input", "wbr", "meta", "link", "area", "base", "col", "embed", "source"}
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_TASK = re.compile(r'<input type="checkbox"( checked="")? disabled="" />')
_HEADING = re.compile(r"<h([1-6])([^>]*)>(.*?)</h\1>", re.DOTALL)
_HEADING_TAG = re.compile(r"<(/?)h[1-6][^>]*>")
_LANG = re.compile(r' lang="[^"]*"')
_MARKUP = re.compile(r"<[^>]*>")
_ID = re.compile(r' id="([^"]+)"')
_DROPPED = re.compile(r"[^\w -]")  # what GitHub leaves out of a heading's name
_SCHEME = re.compile(r'(?i)<(a href|img src)="((?!https?:|mailto:)[a-z][a-z0-9+.-]*:[^"]*)"')
_EXTERNAL = re.compile(r"(?i)(https?://[^/\s]|mailto:[^@\s]+@)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: its level on the page (2–6), its words, its id, and whether text follows."""

    level: int
    words: str
    id: str
    has_text: bool


@dataclass(slots=True)
class Body:
    """A rendered body. In `html`, ROOT stands for the way to the site's root.

    `complaints` are (problem key, words to look for in the source, values). `onward` are links to a
    heading in another file, and `pictures` the addresses below ROOT of those shown, with the link as it
    is written.
    """

    html: str = ""
    headings: list[Heading] = field(default_factory=list)
    complaints: list[tuple[str, str, dict[str, object]]] = field(default_factory=list)
    onward: list[str] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)

    def anchors(self) -> set[str]:
        """Every id that a link can lead to."""
        return set(_ID.findall(self.html))

    def has_section(self, title: str) -> bool:
        """Whether a section with this heading is there and says something."""
        return any(fold(h.words) == fold(title) and h.has_text for h in self.headings)


def render_body(markdown: str, resolve: Resolve, *, top_level: int = 2, prefix: str = ID_PREFIX) -> Body:
    """Render a body whose highest heading becomes `top_level` and whose ids begin with `prefix`.

    `resolve(target, kind)` gives the address below ROOT of a target in the catalogue, or None
    where there is no such thing.
    """
    made = cmarkgfm.markdown_to_html_with_extensions(markdown, options=_OPTIONS, extensions=_EXTENSIONS)
    if len(made) > MAX_OUTPUT or _depth(made) > MAX_DEPTH:
        return Body(complaints=[("body.unbounded", "", {})])
    hidden = next(hidden_characters(made), None)
    if hidden:
        # Written as entities, since the file itself cannot hold them; they could forge our marks.
        return Body(complaints=[("body.hidden_character", "&#", {"name": hidden[1]})])
    made = _TASK.sub(lambda match: _DONE if match[1] else _OPEN, made)
    links = _Links(resolve, prefix)
    links.judge_schemes(made)
    body = Body(links.clean(made), [], links.complaints, links.onward, links.pictures)
    _fit_headings(body, top_level, prefix)
    links.check_anchors(body)
    body.html = accessible(body.html)
    return body


def _depth(made: str) -> int:
    """How deep elements could be nested at most; unclosed ones count to the end."""
    depth = deepest = 0
    for match in _TAG.finditer(made):
        if match[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


class _Links:
    """Rewrites and judges addresses while the sanitizer walks the elements."""

    def __init__(self, resolve: Resolve, prefix: str) -> None:
        self.resolve = resolve
        self.prefix = prefix
        self.anchors: list[str] = []
        self.onward: list[str] = []
        self.pictures: dict[str, str] = {}
        self.complaints: list[tuple[str, str, dict[str, object]]] = []
        self.raised: list[Exception] = []

    def clean(self, made: str) -> str:
        cleaned = nh3.clean(
            made,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            attribute_filter=self.guarded,
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener",
        )
        if self.raised:
            raise self.raised[0]
        return cleaned

    def guarded(self, tag: str, name: str, value: str) -> str | None:
        """The sanitizer would swallow an exception and let the attribute pass as it is."""
        try:
            return self.attribute(tag, name, value)
        except Exception as error:  # noqa: BLE001  # `clean` raises it
            self.raised.append(error)
            return None

    def attribute(self, _tag: str, name: str, value: str) -> str | None:
        value = value.replace(_DONE, "").replace(_OPEN, "")
        if name == "id":
            return self.prefix + slugify(value)
        if name == "src":
            return self.image(value)
        if name == "href":
            return self.link(value)
        return value

    def image(self, target: str) -> str | None:
        if not target.strip():
            self.complain("body.empty", "]()")
            return None
        found = None if _EXTERNAL.match(target) else self.resolve(target, "picture")
        if found is None:
            key = "body.image_elsewhere" if _EXTERNAL.match(target) else "body.image"
            self.complain(key, target)
            return None
        self.pictures.setdefault(found, target)
        return ROOT + found

    def link(self, target: str) -> str | None:
        if _EXTERNAL.match(target):
            return target
        if not target.strip():
            self.complain("body.empty", "]()")
            return None
        if target.startswith("#"):
            self.anchors.append(target[1:])
            return f"#{fragment_id(target[1:], self.prefix)}"
        path, _, fragment = target.partition("#")
        found = self.resolve(path, "link")
        if found is None:
            self.complain("body.link", target)
            return None
        if not fragment:
            return ROOT + found
        self.onward.append(target)
        return f"{ROOT}{found}#{fragment_id(fragment, id_prefix(path))}"

    def judge_schemes(self, made: str) -> None:
        """The sanitizer takes away `tel:`, `data:` and their like without a word."""
        for match in _SCHEME.finditer(made):
            key = "body.scheme" if match[1] == "a href" else "body.image_elsewhere"
            self.complain(key, html.unescape(match[2]))

    def complain(self, key: str, target: str) -> None:
        values: dict[str, object] = {"target": plain(unquote(target))}
        complaint = (key, target, values)
        if len(self.complaints) < MAX_COMPLAINTS and complaint not in self.complaints:
            self.complaints.append(complaint)

    def check_anchors(self, body: Body) -> None:
        known = body.anchors() if self.anchors else set()
        for name in self.anchors:
            if fragment_id(name, self.prefix) not in known:
                self.complain("body.anchor", f"#{name}")


def fragment_id(fragment: str, prefix: str) -> str:
    """The id that a link's fragment means, whether it is written as on GitHub (`på-sikt`) or as here."""
    return prefix + slugify(unquote(fragment))


def id_prefix(path: str) -> str:
    """What ids begin with in the body of this file."""
    return PLAN_PREFIX if path.endswith("plan.md") else ID_PREFIX


def _name_of(heading: str) -> str:
    """A heading's name as on GitHub, in ASCII: signs are left out, and words joined with hyphens."""
    return slugify(_DROPPED.sub("", heading)) or "avsnitt"


def _fit_headings(body: Body, top_level: int, prefix: str) -> None:
    """Levels below the page's title without gaps, and an id on each heading."""
    body.html = _flat(body.html)
    found = list(_HEADING.finditer(body.html))
    if not found:
        return
    used: dict[str, int] = {}
    levels = _fitted([int(match[1]) for match in found], top_level)
    parts: list[str] = [body.html[: found[0].start()]]
    for at, match in enumerate(found):
        words = html.unescape(_MARKUP.sub("", match[3])).strip()
        slug = prefix + _name_of(words)
        name = f"{slug}-{used[slug]}" if slug in used else slug
        used[slug] = used.get(slug, 0) + 1
        end = found[at + 1].start() if at + 1 < len(found) else len(body.html)
        deeper = at + 1 < len(found) and levels[at + 1] > levels[at]
        text = body.html[match.end() : end]
        body.headings.append(Heading(levels[at], words, name, deeper or _says_something(text)))
        lang = _LANG.search(match[2])
        parts.append(f'<h{levels[at]} id="{name}"{lang[0] if lang else ""}>{match[3]}</h{levels[at]}>{text}')
    body.html = "".join(parts)


def _flat(made: str) -> str:
    """Headings within headings, which HTML can nest, become plain text of the outer one."""
    depth = 0

    def outermost(match: re.Match[str]) -> str:
        nonlocal depth
        depth += -1 if match[1] else 1
        return match[0] if depth == (0 if match[1] else 1) else ""

    return _HEADING_TAG.sub(outermost, made)


def _says_something(made: str) -> bool:
    made = made.partition("<section>")[0]  # footnotes, which come last
    return "<img" in made or bool(html.unescape(_MARKUP.sub("", made)).strip())


def _fitted(levels: list[int], top_level: int) -> list[int]:
    """The highest level becomes the top, and no heading is more than one below the one before."""
    top = min(levels)
    fitted: list[int] = []
    for level in levels:
        wanted = level - top + top_level
        fitted.append(min(wanted, fitted[-1] + 1 if fitted else top_level, 6))
    return fitted


def accessible(made: str) -> str:
    """Tables and code that scroll with the keyboard, and task marks with words.

    TABLE_LABEL stands for the words that name a table.
    """
    if "<table" in made:
        opening = f'<div class="table-scroll" role="region" tabindex="0" aria-label="{TABLE_LABEL}"><table'
        made = made.replace("<table", opening).replace("</table>", "</table></div>")
    made = made.replace("<pre>", '<pre tabindex="0">')
    return made.replace(_DONE, '<span class="task task--done">☑</span>').replace(
        _OPEN, '<span class="task">☐</span>'
    )
