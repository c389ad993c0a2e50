"""What holds for every script of the site: its length, that its types are checked, and what it may know."""

from __future__ import annotations

import posixpath
import re
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

import pytest

from tests.support import project

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCRIPTS = project.ROOT / "hooks" / "idesluss" / "theme" / "scripts"
TEXTS = {
    file.relative_to(SCRIPTS).as_posix(): file.read_text(encoding="utf-8") for file in SCRIPTS.rglob("*.js")
}
LONGEST = 350  # lines; the program's own modules are no longer either
# The ways between folders, beside those to shared/.
WAYS = {("browse", "neighbours"), ("propose", "search")}
NO_MODULE = "first.js"
# `import { a } from "./b.js";`, also where the names stand on lines of their own.
IMPORT = re.compile(r'^(?:import \{.*|\} )from "(\.[^"]+)";$', re.MULTILINE)
DYNAMIC = re.compile(r'\bimport\("(\.[^"]+)"\)')
# What could not be joined to one script, line by line, for pages that are opened from a disk.
UNJOINABLE = re.compile(r"^[ ]+(?:import|export) |^import [^{]|^export (?!const |class )", re.MULTILINE)


def imported(name: str, texts: Mapping[str, str], pattern: re.Pattern[str] = IMPORT) -> Iterator[str]:
    """The modules that a module names."""
    for way in pattern.findall(texts[name]):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(name), way))


def circle(texts: Mapping[str, str]) -> list[str]:
    """Modules that lead back to the first of them, by imports that run before the module does."""
    try:
        TopologicalSorter({name: set(imported(name, texts)) for name in texts}).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def foreign_ways(texts: Mapping[str, str]) -> set[tuple[str, str]]:
    """From a folder to another that is not shared by all."""
    named = {
        (posixpath.dirname(name), posixpath.dirname(other))
        for name in texts
        for pattern in (IMPORT, DYNAMIC)
        for other in imported(name, texts, pattern)
    }
    return {(own, other) for own, other in named if other not in {own, "shared"}}


def test_scripts_are_short_and_their_types_are_checked() -> None:
    """What is longer holds two things; in an editor the types are checked where the first line says so."""
    assert len(TEXTS) > 30
    assert [name for name, text in TEXTS.items() if text.count("\n") > LONGEST] == []
    assert [name for name, text in TEXTS.items() if not text.startswith("// @ts-check\n")] == []
    assert [name for name, text in TEXTS.items() if re.search("@ts-(?:ignore|nocheck|expect)", text)] == []


def test_modules_know_few_others() -> None:
    """What is shared knows nobody, and nothing goes in a circle."""
    assert foreign_ways(TEXTS) == WAYS
    assert circle(TEXTS) == []
    assert all(other in TEXTS for name in TEXTS for other in imported(name, TEXTS))


def test_imports_and_exports_are_lines_with_names() -> None:
    """So that they can be joined without a program that understands scripts."""
    assert {name: UNJOINABLE.findall(text) for name, text in TEXTS.items() if UNJOINABLE.search(text)} == {}
    assert not re.search("^(?:import|export) ", TEXTS[NO_MODULE], re.MULTILINE)


@pytest.mark.parametrize(
    "line",
    ["import './a.js';", 'import * as a from "./a.js";', 'export * from "./a.js";', "export default 1;"],
)
def test_what_could_not_be_joined_is_seen(line: str) -> None:
    assert UNJOINABLE.search(f"// @ts-check\n{line}\n")


def test_a_circle_and_a_foreign_way_are_seen() -> None:
    texts = {
        "a/one.js": 'import {\n  two,\n} from "../b/two.js";\n',
        "b/two.js": 'import { three } from "./three.js";\n',
        "b/three.js": 'import { one } from "../a/one.js";\nimport("../c/four.js");\n',
    }
    assert set(circle(texts)) == set(texts)
    assert foreign_ways(texts) == {("a", "b"), ("b", "a"), ("b", "c")}
