"""`idesluss from-issue`: bodies as GitHub's form writes them, whole, broken and hostile."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from idesluss import proposal
from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judge_catalogue
from idesluss.cli.every import app
from idesluss.proposal import folder_name, questions
from idesluss.proposal.issue import answer_heading, read_issue
from idesluss.proposal.issue_answer import harmless_title
from idesluss.reading.files import DiskFiles
from tests.support import catalogues, project
from tests.support.issue_forms import faults_of_form, form_of

if TYPE_CHECKING:
    from typer.testing import Result

BODIES = Path(__file__).parent / "issues"
NAMES = sorted(file.stem for file in BODIES.glob("*.md") if not file.stem.endswith(".out"))
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
DAY = dt.date.fromisoformat(project.TODAY)
USER = {"login": "kommun-konto", "id": 4711}


def _asked(
    name: str, *, label: str = "", kind: str = "input", required: bool = False, **more: Any
) -> dict[str, Any]:
    """A question of a form."""
    attributes = {"label": label or name, **more}
    return {"type": kind, "id": name, "attributes": attributes, "validations": {"required": required}}


@cache
def base() -> Catalogue:
    return catalogues.read(project.HERE / "catalogues" / "base")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    monkeypatch.chdir(catalogues.lay(tmp_path, project.BASE))
    return tmp_path


def run(root: Path, body: object, user: object = USER) -> Result:
    event = {"action": "opened", "issue": {"number": 17, "title": "[x]", "body": body, "user": user}}
    (root / "event.json").write_text(json.dumps(event), encoding="utf-8")
    result = CliRunner().invoke(app, ["from-issue", "event.json", "--out", "out"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def body_of(name: str) -> str:
    return (BODIES / f"{name}.md").read_bytes().decode()


def told(root: Path, name: str) -> str:
    file = root / "out" / name
    return file.read_text(encoding="utf-8") if file.exists() else ""


def errors(root: Path) -> list[str]:
    found = read_catalogue(DiskFiles(root), DAY).catalogue
    assert isinstance(found, Catalogue)
    return [f"{p.place.path} {p.rule}" for p in judge_catalogue(found) if p.severity == "error"]


def test_there_are_enough_bodies() -> None:
    assert len(NAMES) >= 30


@pytest.mark.parametrize("name", NAMES)
def test_a_body_becomes_a_file_or_a_list_of_what_remains(root: Path, name: str) -> None:
    """As it should be, word for word; a file passes the check, and what is refused leaves nothing behind."""
    before = project.snapshot(root / "ideas")
    done = run(root, body_of(name))
    path = told(root, "path")
    made = (root / path).read_text(encoding="utf-8") if path else ""
    found = f"{told(root, 'comment.md')}\n=====\n{told(root, 'message')}\n=====\n{path}\n=====\n{made}"
    golden = BODIES / f"{name}.out"
    if WRITES:
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
    assert done.exit_code == (0 if path else 1)
    assert errors(root) == []
    if not path:
        assert project.snapshot(root / "ideas") == before
    assert done.output == ""


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_somebody_wrote_does_anything(root: Path, name: str) -> None:
    """Not in a branch, a path, a commit's message or a comment."""
    run(root, body_of(name))
    assert told(root, "branch") == "ide-17"
    assert re.fullmatch(r"(ideas/2026/[a-z0-9-]{1,80}/idea\.md)?", told(root, "path"))
    comment = re.sub(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", "", told(root, "comment.md"))
    assert not re.search(r"(?<!\\)<[a-z!/]|(?<!\\)[@#]\w|\x1b", comment)
    for text in (told(root, "comment.md"), told(root, "message")):
        assert not any(line.startswith("::") for line in text.splitlines())
        assert "\x1b" not in text
        assert "\u202e" not in text
    assert told(root, "message").count("Co-authored-by:") <= 1


@pytest.mark.parametrize(
    ("user", "credit"),
    [
        (USER, "Co-authored-by: kommun-konto <4711+kommun-konto@users.noreply.github.com>"),
        ({"login": "a\nCo-authored-by: b <c@d>", "id": 1}, ""),
        ({"login": "ok", "id": "1; rm"}, ""),
        (None, ""),
    ],
)
def test_the_author_is_credited_in_the_commit_alone(root: Path, user: object, credit: str) -> None:
    """By an account's name as GitHub allows it; never in the file."""
    run(root, body_of("good"), user)
    assert told(root, "message").strip().splitlines()[-1] == (credit or "From issue 17.")
    assert "kommun-konto" not in (root / told(root, "path")).read_text(encoding="utf-8")


def test_an_edited_issue_is_read_anew(root: Path) -> None:
    """What was missing is no longer; the branch is the same."""
    assert run(root, body_of("missing-need")).exit_code == 1
    assert run(root, body_of("good")).exit_code == 0
    assert told(root, "branch") == "ide-17"


@pytest.mark.parametrize("event", ["{", "[]", '{"issue": 3}', '{"issue": {"number": "x"}}', "[" * 100_000])
def test_what_is_no_event_is_refused_in_words(root: Path, event: str) -> None:
    (root / "event.json").write_text(event, encoding="utf-8")
    result = CliRunner().invoke(app, ["from-issue", "event.json"])
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert result.output.strip()


def test_a_body_that_is_no_text_lacks_everything(root: Path) -> None:
    assert run(root, None).exit_code == 1
    assert "Titel" in told(root, "comment.md")


@settings(max_examples=30, deadline=None)
@given(title=st.text(max_size=150), need=st.text(max_size=300))
def test_any_answers_make_a_file_that_says_them_or_a_refusal(title: str, need: str) -> None:
    found = base()
    body = body_of("good").replace("Lånecykel vid stationen", title).replace("Många tar bilen", need)
    received = read_issue(body, found.settings)
    if received.missing or not folder_name(str(received.answers["title"])):
        return
    text = proposal.idea_file(received.answers, found.settings, DAY, "sv")
    front = yaml.safe_load(text.split("\n---\n")[0])
    assert front["sector"] == "samhallsbyggnad"
    assert front["stage"] == "idea"
    assert set(front) <= {"title", "summary", "language", "stage", "outcome", "submitted", "origin", "sector"}


def test_the_form_is_one_that_github_shows() -> None:
    """Its documented schema: types, unique ids and labels, options that are not empty, doubled or None."""
    assert faults_of_form(form_of(project.BASE.parent)) == []


@pytest.mark.parametrize(
    "form",
    [
        {"name": "x", "description": "x", "labels": [], "body": [_asked("a", required=True)], "title": "x"},
        *(
            {"name": "x", "description": "x", "labels": [], "body": body}
            for body in (
                [_asked("a")],
                [_asked("a", required=True), _asked("b", label="a")],
                [_asked("a", required=True), _asked("a", label="b")],
                [_asked("å", required=True)],
                [_asked("a", required=True, kind="radio")],
                [_asked("a", required=True, kind="dropdown")],
                [_asked("a", required=True, kind="dropdown", options=["x", "x"])],
                [_asked("a", required=True, kind="dropdown", options=["None"])],
                [_asked("a", required=True, options=["x"])],
            )
        ),
    ],
)
def test_a_form_that_github_refuses_is_seen(form: dict[str, Any]) -> None:
    assert len(faults_of_form(form)) == 1


def test_the_form_asks_what_the_site_asks() -> None:
    """By the same names, so that an answer is read back to its question."""
    asked = [answer_heading(question, ("sv", "en")) for question in questions(base().settings)]
    form = form_of(project.BASE.parent)
    labels = [part["attributes"]["label"] for part in form["body"] if "id" in part]
    assert labels[:-1] == asked


@pytest.mark.parametrize(
    ("title", "harmless"),
    [
        ("Lånecykel vid stationen – för alla!", "Lånecykel vid stationen – för alla!"),
        ("Spara 3.5 procent, eller 40 %", "Spara 3.5 procent, eller 40 %"),
        ("E-tjänst för 65-plus & anhöriga", "E-tjänst för 65-plus & anhöriga"),
        ("Cykel [skip ci]", "Cykel skip ci"),
        ("Cykel [ci skip] ***NO_CI***", "Cykel ci skip NO CI"),
        ("Fixes #1", "Fixes 1"),
        ("Closes: GH-12", "Closes GH 12"),
        ("closes a/b#12", "closes a b 12"),
        ("ABC-12 och AB1-7", "ABC 12 och AB1 7"),
        ("Fixes https://github.com/a/b/issues/1", "Fixes https github com a b issues 1"),
        ("Se www.example.org och example.org", "Se www example org och example org"),
        ("@alla a@b.se", "alla a b se"),
        ("Som i a1b2c3d4", "Som i a 1 b 2 c 3 d 4"),
        ("År 20261123 defaced", "År 20261123 defaced"),
        ("<b>`x`</b> [l](y) | * _", "b x b l y"),
        ("skip-checks: true", "skip-checks true"),
        ("[]", "–"),
    ],
)
def test_a_title_does_nothing_where_it_cannot_be_escaped(title: str, harmless: str) -> None:
    """It calls nobody, closes nothing, stops no check and leads nowhere."""
    assert harmless_title(title) == harmless
    assert harmless_title(harmless) == harmless
