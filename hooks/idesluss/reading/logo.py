"""A logo judged by its bytes: a drawing that does nothing but draw, or a picture of a fit size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ..words.characters import plain
from .pictures import judge_picture, picture_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .files import Files
    from .pictures import Verdict

FOLDER = "brand"
MAX_BYTES = 256 * 1024
MAX_SIDE = 2000
_SVG = "{http://www.w3.org/2000/svg}"
# What draws, and nothing else. Not `use`: parts that repeat parts that repeat parts draw without end.
_ELEMENTS = {
    *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
    *("title", "desc", "defs", "linearGradient", "radialGradient", "stop"),
    *("clipPath", "mask"),
}
_SCRIPTS = {"script", "handler", "set", "animate", "animateMotion", "animateTransform"}
# What an attribute fetches: an address in `url(…)` that is not a part of the drawing itself. A backslash
# could write the same in other letters.
_FETCHES = re.compile(r"""url\(\s*["']?(?!["'#\s])|@import|\\""", re.IGNORECASE)
# A document's type can define entities that grow without end, a style sheet is fetched, and in another
# encoding neither is seen.
_DECLARES = re.compile(
    r"""<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet|encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Logo:
    """A file in the folder for logos: its bytes, how wide it is to its height, and what is wrong with it."""

    name: str
    content: bytes
    ratio: float
    verdicts: tuple[Verdict, ...] = ()

    @property
    def kind(self) -> str:
        """`svg` or `png`."""
        return self.name.rpartition(".")[2]


def read_logo(files: Files, path: str) -> Logo:
    """The logo at this path with what is wrong with it."""
    name = path.rpartition("/")[2]
    content = files.read(path, MAX_BYTES + 1)
    if not isinstance(content, bytes) or not content:
        return _refused(name, "damaged")
    if len(content) > MAX_BYTES:
        return _refused(name, "large", limit=MAX_BYTES // 1024)
    return _drawing(name, content) if name.endswith(".svg") else _picture(name, content)


def _picture(name: str, content: bytes) -> Logo:
    if any(key != "picture.owner" for key, _ in judge_picture(name, content)):
        return _refused(name, "damaged")
    width, height = picture_size(content)
    if max(width, height) > MAX_SIDE:
        return _refused(name, "side", side=max(width, height), limit=MAX_SIDE)
    return Logo(name, content, width / height)


def _refused(name: str, key: str, **values: object) -> Logo:
    """A logo that is not shown, and why."""
    return Logo(name, b"", 1, ((f"logo.{key}", values),))


def _drawing(name: str, content: bytes) -> Logo:
    text = content.decode("utf-8", "replace")
    if _DECLARES.search(text):
        return _refused(name, "declares")
    try:
        root = ET.fromstring(text)  # noqa: S314  # nothing is declared that could grow
    except (ET.ParseError, ValueError, LookupError):
        return _refused(name, "damaged")
    verdict = next(_judge_elements(root), None)
    if verdict:
        return Logo(name, b"", 1, (verdict,))
    ratio = _ratio(root)
    return Logo(name, content, ratio) if ratio else _refused(name, "view_box")


def _judge_elements(root: ET.Element) -> Iterator[Verdict]:
    if root.tag != f"{_SVG}svg":
        yield "logo.damaged", {}
    for element in root.iter():
        name = str(element.tag).removeprefix(_SVG)
        if name in _SCRIPTS:
            yield "logo.script", {"found": f"<{name}>"}
        elif name not in _ELEMENTS:
            yield "logo.foreign", {"found": plain(f"<{name.rpartition('}')[2]}>", 40)}
        for attribute, value in element.attrib.items():
            yield from _judge_attribute(attribute.rpartition("}")[2], value)


def _judge_attribute(name: str, value: str) -> Iterator[Verdict]:
    if name.casefold().startswith("on"):
        yield "logo.script", {"found": plain(name, 40)}
    elif (name == "href" and not value.startswith("#")) or name == "src" or _FETCHES.search(value):
        yield "logo.outside", {"found": plain(f"{name}={value}", 60)}


def _ratio(root: ET.Element) -> float | None:
    """How wide the drawing is to its height, by its view box."""
    # Four numbers, with a comma or spaces between them.
    numbers = re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))[:4]
    width, height = (float(number) for number in numbers[2:]) if len(numbers) == 4 else (0.0, 0.0)  # noqa: PLR2004
    return width / height if width > 0 and height > 0 else None
