"""The site's modules as one script, since a browser fetches no module from a disk.

Nothing here understands scripts: imports and exports stand on lines of their own, by name, and a test of the
scripts keeps them so.
"""

from __future__ import annotations

import json
import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Names may stand on lines of their own.
_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";$', re.MULTILINE)
# What is exported is a constant or a class.
_EXPORT = re.compile(r"^export (?=(?:const|class) (\w+))", re.MULTILINE)
# A module of the site's, fetched when it is needed.
_LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
# A module whose address is put together: it is none of the site's.
_OUTSIDE = re.compile(r"\bimport\((?=`)")
# What is left of imports and exports could not be joined.
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
# A module of somebody else's: it names what it exports once, at its end.
_FOREIGN_EXPORT = re.compile(r"export\s*\{([\w\s,$]+)\};?\s*(?://[^\n]*\s*)?\Z")

CARRIED = "disk/carried.js"
_JOINED = """\
"use strict";
(() => {{
  const made = {{}};
  const use = (name) => made[name] ??= modules[name]();
  const modules = {{
{modules}
  }};
  const {{ fetched: fetch, outside }} = use("{carried}");
  for (const name of document.currentScript.dataset.modules.split(" ")) use(name);
}})();
"""


class UnjoinableError(Exception):
    """A module cannot be joined: its name, and the line that is in the way."""


def joined_script(modules: Mapping[str, str]) -> str:
    """The modules, by their names, as one script that starts those that its element names."""
    parts = (_function(name, text) for name, text in sorted(modules.items()))
    return _JOINED.format(modules="\n".join(parts), carried=CARRIED)


def _function(name: str, text: str) -> str:
    """The module as a function that gives what the module exports."""

    def named(way: str) -> str:
        return json.dumps(posixpath.normpath(posixpath.join(posixpath.dirname(name), way)))

    exported = ", ".join(_EXPORT.findall(text))
    text = _IMPORT.sub(lambda match: f"const {{{_renamed(match[1])}}} = use({named(match[2])});", text)
    text = _LATER.sub(lambda match: f"Promise.resolve().then(() => use({named(match[1])}))", text)
    text = _EXPORT.sub("", _OUTSIDE.sub("outside(", text))
    if left := _LEFT.search(text):
        raise UnjoinableError(name, left[0])
    return f"{json.dumps(name)}: () => {{\n{text}return {{ {exported} }};\n}},"


def _renamed(names: str) -> str:
    """`a as b` of an import is `a: b` where a value is taken apart."""
    return re.sub(r"\s+as\s+", ": ", names)


def foreign_module(path: str, text: str) -> str:
    """A module that is no part of the site's, as a script that hands it to those that ask for it.

    It is given what fetches, its own address, and no worker, since a page from a disk may start none.
    """
    exports = _FOREIGN_EXPORT.search(text)
    if not exports:
        raise UnjoinableError(path)
    body = text[: exports.start()].replace("import.meta.url", "address")
    return (
        f"carry({json.dumps(path)}, (fetch, address, Worker) => {{\n"
        f'"use strict";\n{body}\nreturn {{ {exports[1]} }};\n}});\n'
    )
