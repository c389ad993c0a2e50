"""Files that scripts fetch, as scripts: a page from a disk may load those, and fetch nothing."""

from __future__ import annotations

import base64
import gzip
import json

from .addresses import from_disk

ENDING = ".js"
_FRAGMENT = ".pf_fragment"
_SIGN = "pagefind_dcd"  # at the beginning of what Pagefind writes
_TEXTS = (".json", ".html")
# Lines end here for a script, though not for JSON.
_LINE_ENDS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029"})


def carried(path: str, content: bytes) -> str:
    """The script that hands over the file; what scripts find in it leads to pages as a disk has them."""
    if path.endswith(_FRAGMENT):
        return _carry(path, _found_page(content))
    if path.endswith(_TEXTS):
        return _carry(path, content.decode())
    return _carry(path, base64.b64encode(content).decode(), isBinary=True)


def _carry(path: str, words: str, **how: bool) -> str:
    handed = ", ".join(json.dumps(value, ensure_ascii=False) for value in (path, words, *how.values()))
    return f"carry({handed.translate(_LINE_ENDS)});\n"


def _found_page(content: bytes) -> str:
    """What Pagefind tells of a page that it finds; as text, which an archive packs better."""
    page = json.loads(gzip.decompress(content).decode().removeprefix(_SIGN))
    page["url"] = from_disk(page["url"])
    return _SIGN + json.dumps(page, ensure_ascii=False, separators=(",", ":"))


def index_from_disk(content: bytes) -> bytes:
    """The catalogue page's index, whose column `url` leads to pages."""
    columns = json.loads(content)
    columns["url"] = [from_disk(url) for url in columns["url"]]
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()
