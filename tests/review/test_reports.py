"""The report of every kind of change, as its reviewer reads it; each line of it to copy is really pasted."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judged_change
from idesluss.cli.every import app
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.reading.files import DiskFiles
from idesluss.words.characters import hidden_characters
from tests.support import gitrepo, golden, project
from tests.support.review_changes import KINDS, Kind, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator

REPORTS = Path(__file__).parent / "reports"
# A file to paste into, what of it, and the lines.
_SNIPPETS = re.compile(r"^(?:I filen|In the file) `([^`]+)`: (.*)\n\n```yaml\n((?:.*\n)+?)```$", re.MULTILINE)
_THEN = re.compile(r"```\n\n[^\n`]*`?stage:`?[^\n]*\n\n```yaml\n(stage: .*)\n```")
# Code in a problem's remedy that is a field with its value, and the place of the problem.
_REMEDY = re.compile(r"^- \*\*\w+\*\* `([^`:]+):(\d+)`.*$", re.MULTILINE)
_FIELD = re.compile(r"`([a-z_]+): ([^`…]+)`")


@pytest.fixture(params=KINDS, ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> Kind:
    changed = request.param
    assert isinstance(changed, Kind)
    return changed


@pytest.fixture
def root(kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The change in a repository of its own, as the current folder."""
    folder = lay_out(kind, tmp_path / "r")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    return folder


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_report_is_the_golden_one(root: Path, kind: Kind, language: str) -> None:
    report = CliRunner().invoke(app, ["report", "--base", "base", "--lang", language])
    file = REPORTS / f"{kind.name}.{language}.md"
    if golden.WRITES:
        file.parent.mkdir(exist_ok=True)
        file.write_text(report.stdout, encoding="utf-8")
    assert report.stdout == file.read_text(encoding="utf-8")
    assert report.stderr == ""
    assert root.is_dir()


def test_every_report_is_of_a_kind() -> None:
    names = {f"{kind.name}.{language}.md" for kind in KINDS for language in ("sv", "en")}
    assert {file.name for file in REPORTS.iterdir()} == names


def errors(root: Path) -> Counter[tuple[str, str, str]]:
    """The errors of the change as it lies, wherever in their files they stand."""
    gitrepo.commit(root)
    head = read_catalogue(DiskFiles(root), golden.TODAY).catalogue
    assert isinstance(head, Catalogue)
    judged = judged_change(read_change(Repository(root), "base", head))
    problems = (problem for problem in judged.caused if problem.severity == "error")
    return Counter((p.place.path, p.rule, p.message("sv")) for p in problems)


def pastings(report: str, root: Path) -> Iterator[dict[Path, str]]:
    """Each thing to copy in the report, done as the report says: file to its text after that."""
    thens = iter(_THEN.findall(report))
    for path, where, lines in _SNIPPETS.findall(report):
        text = (root / path).read_text(encoding="utf-8")
        field = re.search(r"`([a-z_]+)`", where)
        if field:  # last in the list of that name
            text = re.sub(
                rf"(^{field[1]}:\n(?:[ -].*\n)+)", rf"\g<1>{lines}", text, count=1, flags=re.MULTILINE
            )
        else:
            text = text.replace("\n---\n", f"\n{lines}---\n", 1)
        if "verdict: go" in lines and "stage: " in report.partition(lines)[2].partition("</details>")[0]:
            text = re.sub(r"^stage: .*$", next(thens), text, count=1, flags=re.MULTILINE)
        yield {root / path: text}
    for remedy in _REMEDY.finditer(report):
        for name, value in _FIELD.findall(remedy[0]):
            text = (root / remedy[1]).read_text(encoding="utf-8")
            yield {root / remedy[1]: re.sub(rf"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)}


def pasted_all(report: str, root: Path) -> int:
    """How many things could be copied; pasting none of them gives an error that was not there."""
    before = errors(root)
    count = 0
    for files in pastings(report, root):
        former = {file: file.read_text(encoding="utf-8") for file in files}
        for file, text in files.items():
            file.write_text(text, encoding="utf-8")
        assert not errors(root) - before, "\n".join(files.values())
        for file, text in former.items():
            file.write_text(text, encoding="utf-8")
        count += 1
    return count


PASTED = {"new-idea": 1, "gate-without-decision": 1}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_can_be_copied_can_be_pasted(root: Path, kind: Kind, language: str) -> None:
    report = (REPORTS / f"{kind.name}.{language}.md").read_text(encoding="utf-8")
    assert not list(hidden_characters(report))
    assert "\u00a0" not in report
    assert pasted_all(report, root) >= PASTED.get(kind.name, 0)
