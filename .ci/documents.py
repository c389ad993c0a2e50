#!/usr/bin/env python3
"""Write anew what documents of this repository show of the program: .ci/documents.py [--check].

The architecture page's table of floors, the README's terminal session, the reports in the reviewer's guides,
which are the golden ones of the tests, and all that an import can say. Run by the Python that has the
program. With `--check` nothing is written, and a stale document fails.
"""

from __future__ import annotations

import ast
import datetime as dt
import re
import shutil
import sys
import tempfile
import tomllib
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from idesluss import reporters
from idesluss.catalogue.catalogue import read_catalogue
from idesluss.checks import judge_reading
from idesluss.importing.finding import GROUPS
from idesluss.reading.files import DiskFiles
from idesluss.reading.paths import CONTENT, SETTINGS, VOCABULARY_FOLDER
from idesluss.words import keys, say, template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from idesluss.words import Language

ROOT = Path(__file__).resolve().parents[1]
ARCHITECTURE, README = "docs/en/architecture.md", "README.md"
GUIDES: dict[Language, str] = {"sv": "docs/granska.md", "en": "docs/en/review.md"}
IMPORTS: dict[Language, str] = {"sv": "docs/importera.md", "en": "docs/en/import.md"}
# Kinds of change whose reports a guide shows, each between marks of its name.
REPORTS = ("new-idea", "gate-with-decision", "plan-unbalanced")
GOLDEN = Path("tests", "review", "reports")
PACKAGE = "idesluss"
# All that stands between the two marks is written anew; the marks themselves are kept.
_BLOCK = r"(<!-- {name}:start -->\n).*?(<!-- {name}:end -->)"
_HEADING = re.compile(r"^#+ (.*)$")
# What GitHub folds; a guide shows it open, below its own line.
_FOLD, _SUMMARY = frozenset({"<details>", "</details>"}), re.compile(r"^<summary>(.*)</summary>$")
# Modules of one floor stand on one line, with one of these signs between them.
_BESIDE = re.compile(r" *[|:] *")
_BLANK = re.compile(r"\{\w+\}")
# The first sentence ends at a full stop before a space; one within a name, as in `catalogue.yml`, is none.
_SENTENCE = re.compile(r".*?\.(?=\s|$)", re.DOTALL)
_TODAY = dt.date(2026, 11, 23)
# A date that does not exist, a misspelt word, and a personal number, which is a test number.
_MISTAKEN = """---
title: Lånecykel vid stationen
summary: Den som tar tåget ska kunna låna en cykel sista biten till jobbet.
stage: idea
outcome: open
submitted: 2026-02-31
origin: residents
sector: samhallsbyggnad
---

## Behov

Bussen går en gång i timmen, så jag cyklar. Mitt personnummer är 20000229-2399.
"""


def documents(root: Path) -> dict[str, str]:
    """Path below the repository's root to the text that should stand there."""
    blocks = {
        ARCHITECTURE: {"floors": f"\n{floor_table(root)}\n"},
        README: {"session": session(root / CONTENT)},
    }
    for language, guide in GUIDES.items():
        blocks[guide] = {name: quoted_report(root, name, language) for name in REPORTS}
    for language, guide in IMPORTS.items():
        blocks[guide] = {
            "causes": f"\n{causes(language)}\n",
            "refusals": f"\n{words_below('unreadable', language)}\n",
        }
    return {path: _with_blocks(root / path, named) for path, named in blocks.items()}


def _with_blocks(document: Path, blocks: dict[str, str]) -> str:
    text = document.read_text(encoding="utf-8")
    for name, block in blocks.items():
        pattern = re.compile(_BLOCK.format(name=name), re.DOTALL)
        text = pattern.sub(partial(_filled, block), text)
    return text


def _filled(block: str, marks: re.Match[str]) -> str:
    return marks[1] + block + marks[2]


def quoted_report(root: Path, name: str, language: str) -> str:
    """A golden report as a quotation, whose headings are none of the guide's."""
    report = (root / GOLDEN / f"{name}.{language}.md").read_text(encoding="utf-8")
    return "\n" + "".join(f"> {line}".rstrip() + "\n" for line in _quotable(report.splitlines())) + "\n"


def _quotable(lines: list[str]) -> Iterator[str]:
    for line in lines:
        summary, heading = _SUMMARY.match(line), _HEADING.match(line)
        if summary:
            yield f"*{summary[1]}*"
        elif heading:
            yield f"**{heading[1]}**"
        elif line not in _FOLD:
            yield line


def floor_table(root: Path) -> str:
    """The import contract as a table, with what each folder says that it is."""
    contracts = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (layers,) = (c["layers"] for c in contracts["contracts"] if c.get("containers") == [PACKAGE])
    return "".join(f"{row}\n" for row in _rows([_BESIDE.split(layer) for layer in layers]))


def _rows(floors: list[list[str]]) -> Iterator[str]:
    """The head, and a row for each folder and module, floor by floor from the top."""
    yield "| Floor | Folder | What it is |"
    yield "| --- | --- | --- |"
    for number, names in zip(range(len(floors), 0, -1), floors, strict=True):
        for name in names:
            place, sentence = _introduced(name)
            yield f"| {number} | `{place}` | {sentence} |"


def _introduced(name: str) -> tuple[str, str]:
    """A folder or module as it is written in a path, and the first sentence of its docstring."""
    folder, module = files(PACKAGE) / name, files(PACKAGE) / f"{name}.py"
    place, source = (f"{name}/", folder / "__init__.py") if folder.is_dir() else (module.name, module)
    docstring = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    sentence = _SENTENCE.match(docstring)
    return place, " ".join(sentence[0].split()) if sentence else ""


def causes(language: Language) -> str:
    """All that the report of an import can say, group by group."""
    parts = []
    for group in GROUPS:
        heading, _, remedy = say(f"importing.group.{group}", language).rstrip(":").partition(". ")
        above = f"### {heading}\n\n" + (f"{remedy}.\n\n" if remedy else "")
        parts.append(above + words_below(group, language))
    return "\n".join(parts)


def words_below(name: str, language: Language) -> str:
    """The words of one part of an import as a list, each blank as an ellipsis."""
    below = f"importing.{name}."
    words = [str(template(key, language)) for key in keys(language) if key.startswith(below)]
    return "".join(f"- {_BLANK.sub('…', text).removesuffix('.')}.\n" for text in words)


def session(content: Path) -> str:
    """An idea with a few mistakes, as the checker answers it by the settings of this content."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        idea = root / CONTENT / "2026" / "lanecykel" / "idea.md"
        idea.parent.mkdir(parents=True)
        shutil.copy(content / "catalogue.yml", root / SETTINGS)
        if (content / "vocabularies").is_dir():
            shutil.copytree(content / "vocabularies", root / VOCABULARY_FOLDER)
        idea.write_text(_MISTAKEN, encoding="utf-8")
        problems = judge_reading(read_catalogue(DiskFiles(root), _TODAY))
        of_ideas = [problem for problem in problems if problem.place.path != SETTINGS]
    return f"```console\n$ idesluss check ideas/2026\n{reporters.as_text(of_ideas, 'sv')}```\n"


def main(root: Path, *, is_check: bool) -> int:
    wanted = documents(root)
    stale = [path for path, text in wanted.items() if (root / path).read_text(encoding="utf-8") != text]
    for path in stale:
        if is_check:
            print(f"{path} is out of date; run `make generate`.", file=sys.stderr)
        else:
            (root / path).write_text(wanted[path], encoding="utf-8")
            print(f"Wrote {path}.")
    return 1 if is_check and stale else 0


if __name__ == "__main__":
    sys.exit(main(ROOT, is_check="--check" in sys.argv[1:]))
