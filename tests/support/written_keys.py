"""Where the program writes a key of a catalogue's process or vocabularies, which it is to know nothing of."""

from __future__ import annotations

import ast
import re
import tomllib
from typing import TYPE_CHECKING, Any

from tests.support import catalogues, project
from tests.support.renamed_keys import new_names
from tests.support.style import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = project.ROOT / "hooks" / "idesluss"
# What a catalogue may name in place of keys of its own, and its words.
SHIPPED = ("terms.toml", "lists.toml")
# Words of the program's own that catalogues may use as keys too, with what they mean in the program.
OWN = {
    "assessment": "a field of ideas",
    "association": "a kind of organisation",
    "benefit": "a field of assessments",
    "company": "a kind of organisation",
    "feasibility": "a field of assessments",
    "follow_up": "a kind of date",
    "idea": "a kind of entry, and its file",
    "lessons": "a use of a section, and a page",
    "maintainers": "a kind of organisation",
    "mapping": "a shape of values in YAML",
    "need": "a use of a section, and what drives an idea",
    "organisation": "a field, and a way to group ideas",
    "process": "a part of the settings, and a page",
    "project": "a word of a mailbox's name",
    "results": "a use of a section, and what a search finds",
    "service": "a word of a mailbox's name",
}
# What stands between quotation marks in templates and scripts, and what words show as written in files.
_QUOTED = re.compile(r"([\"'])([^\"'\n]{1,80})\1")
_SHOWN = re.compile(r"`([^`\n]+)`")
_BETWEEN = re.compile(r"[^\w-]+")


def literals(file: Path) -> Iterator[tuple[int, str]]:
    """Line and text of what a file holds as a value: not comments, and not what it says of itself."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".py":
        yield from _in_python(ast.parse(text))
    elif file.suffix == ".toml":
        yield from ((0, literal) for literal in _in_words(tomllib.loads(text)))
    else:
        for number, line in enumerate(text.split("\n"), 1):
            yield from ((number, match[2]) for match in _QUOTED.finditer(line))


def _in_python(tree: ast.Module) -> Iterator[tuple[int, str]]:
    sayings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in sayings:
            yield node.lineno, node.value


def _in_words(table: dict[str, Any]) -> Iterator[str]:
    """Names of words, and what the words show as written in a file."""
    for name, words in table.items():
        yield name
        if isinstance(words, dict):
            yield from _in_words(words)
        else:
            yield from _SHOWN.findall(str(words))


def keys_in(file: Path, keys: set[str]) -> list[Place]:
    """Where a file holds any of the keys, alone or in a name such as `idea.section.need`."""
    return [
        Place(file.name, line, word)
        for line, literal in literals(file)
        for word in _BETWEEN.split(literal)
        if word in keys - OWN.keys()
    ]


def keys_of(root: Path) -> set[str]:
    """Every key that the catalogue there has chosen."""
    return {key for _, key in new_names(catalogues.read(root))}


def written_in_program(keys: set[str]) -> list[str]:
    """File, line and key, of every key that stands in the program, but for lists that it ships."""
    files = (file for suffix in ("py", "toml", "html", "js") for file in PACKAGE.rglob(f"*.{suffix}"))
    own = (file for file in files if file.name not in SHIPPED)
    return sorted(str(place) for file in own for place in keys_in(file, keys))
