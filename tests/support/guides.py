"""Guides followed as they are written: files laid, changes made and commands run, from the page itself.

In a page, a block of code below a line that ends with a file's name is the whole file; one in `diff`
changes it, where the lines that are unchanged or taken away have to stand once; in `console`, lines with
`$` are run in turn, and what stands below each has to be in what it prints. Other blocks only show.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support import project
from tests.support.waiting import HANGS

# A fence with its language, down to the same fence, also within a list; and the file named above it.
_BLOCK = re.compile(r"(?:`([^`\n]+)`:\n\n)?^( *)```(\w+)\n(.*?)^\2```$", re.DOTALL | re.MULTILINE)
_OLD, _NEW = " -", " +"  # what lines of a difference begin with, before it and after it
BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code of a guide; `file` is the one that it is or changes, where it is about one."""

    kind: str
    file: str
    text: str


def blocks_of(page: str) -> list[Block]:
    """The blocks of a page in `docs/`, in order."""
    text = (project.ROOT / "docs" / page).read_text(encoding="utf-8")
    found = _BLOCK.finditer(text)
    return [Block(block[3], block[1] or "", _without_indent(block[4], block[2])) for block in found]


def _without_indent(text: str, indent: str) -> str:
    return "".join(line.removeprefix(indent) for line in text.splitlines(keepends=True))


def follow(page: str, folder: Path, **variables: str) -> list[str]:
    """Do all that the page says in `folder`, and give the commands that were run."""
    commands: list[str] = []
    for block in blocks_of(page):
        commands += do(block, folder, **variables)
        folder = folder.joinpath(*_moves(block))
    return commands


def _moves(block: Block) -> list[str]:
    """The folders that the block goes into; all that follows it happens there."""
    return re.findall(r"(?m)^\$ cd (.+)$", block.text) if block.kind == "console" else []


def do(block: Block, folder: Path, **variables: str) -> list[str]:
    """Do what the block says in `folder`, and give the commands that were run."""
    if block.kind == "console":
        return _run_all(block.text, folder, variables)
    if block.file and block.kind == "diff":
        _change(folder / block.file, block.text)
    elif block.file:
        (folder / block.file).parent.mkdir(parents=True, exist_ok=True)
        (folder / block.file).write_text(block.text, encoding="utf-8")
    return []


def _change(file: Path, difference: str) -> None:
    """Make the change; what stood there has to stand there once."""
    lines = difference.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in _OLD or line == "\n")
    new = "".join(line[1:] for line in lines if line[0] in _NEW or line == "\n")
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file}: {text.count(old)} times\n{old}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def _run_all(text: str, folder: Path, variables: dict[str, str]) -> list[str]:
    commands = []
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, told = part.partition("\n")
        done = run(command, folder, **variables)
        said = done.stdout + done.stderr
        assert done.returncode == 0 or told.strip(), f"{command}\n{said}"
        assert [line for line in told.splitlines() if line.strip() not in said] == [], f"{command}\n{said}"
        commands.append(command)
    return commands


def run(command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in the folder, with the program beside the tests, on their day."""
    fixed = {"IDESLUSS_TODAY": project.TODAY, "IDESLUSS_SEARCH": "off", "NO_MKDOCS_2_WARNING": "1"}
    path = {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={**os.environ, **fixed, **path, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS,
    )
