"""`idesluss from-mail`: messages as people send them, and as nobody should."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from idesluss.cli.every import app
from idesluss.proposal.mail import LARGEST, read_mail
from idesluss.proposal.words_of_html import words_of_html
from tests.support import catalogues, project
from tests.support.golden import WRITES
from tests.support.messages import MESSAGES, PICTURE, SENDER, bytes_of

TOLD = Path(__file__).parent / "mails"
OF_SENDER = ("Anna", "Exempelsson", "privat.example", "070-123", "Storgatan")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    monkeypatch.chdir(catalogues.lay(tmp_path, project.BASE))
    return tmp_path


def files_below(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != "message.eml" and "out" not in path.relative_to(root).parts
    }


def told(root: Path, content: bytes) -> str:
    """All that the command leaves: its verdict, the files of its folder, and what is new in the catalogue."""
    before = files_below(root)
    (root / "message.eml").write_bytes(content)
    result = CliRunner().invoke(app, ["from-mail", "message.eml", "--out", "out"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    after = files_below(root)
    assert {path: after.get(path) for path in before} == before
    parts = [f"exit {result.exit_code}\n{result.output}"]
    parts += [
        f"== {file.name}\n{file.read_text(encoding='utf-8')}"
        for file in sorted((root / "out").iterdir())
        if file.name != "branch"
    ]
    for path in after.keys() - before.keys():
        shown = "a picture" if after[path] == PICTURE else after[path].decode("utf-8", "backslashreplace")
        parts.append(f"== {path}\n{shown}")
    return "\n".join(parts[:1] + sorted(parts[1:])).rstrip("\n") + "\n"


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_becomes_what_is_written_down(root: Path, name: str) -> None:
    """Its idea and its picture, or what its sender is to mend; never more, and nothing of whom it is from."""
    found = told(root, bytes_of(name))
    assert not [words for words in OF_SENDER if words in found]
    file = TOLD / f"{name}.out"
    if WRITES:
        file.write_text(found, encoding="utf-8", newline="")
    assert file.is_file(), f"{file} is missing; IDESLUSS_WRITE_GOLDEN=1 writes it"
    assert found == file.read_bytes().decode()


def test_every_written_message_is_one_of_these() -> None:
    assert {file.stem for file in TOLD.iterdir()} == MESSAGES.keys()
    assert sum(not name.startswith("good") for name in MESSAGES) >= 30


def test_the_sender_is_in_the_message() -> None:
    """Else nothing would be shown by its not being in what is kept."""
    assert SENDER.split()[0].encode() in bytes_of("good-file")
    assert b"070-123" in bytes_of("good-answers-signed")


def test_the_branch_tells_messages_apart_and_nothing_else(root: Path) -> None:
    branches = set()
    for content in (bytes_of("good-file"), bytes_of("good-file"), bytes_of("good-answers")):
        told(root, content)
        branches.add((root / "out" / "branch").read_text(encoding="utf-8"))
    assert len(branches) == 2
    assert all(branch.startswith("ide-") and branch[4:].isalnum() for branch in branches)


def test_what_is_proposed_passes_the_check(root: Path) -> None:
    for name in (name for name in MESSAGES if name.startswith("good")):
        told(root, bytes_of(name))
    assert CliRunner().invoke(app, ["check"]).exit_code == 0


@pytest.mark.parametrize("size", [LARGEST, LARGEST + 1])
def test_a_message_that_is_too_large_is_refused(root: Path, size: int) -> None:
    (root / "message.eml").write_bytes(b"\n" * size)
    result = CliRunner().invoke(app, ["from-mail", "message.eml", "--out", "out"])
    assert result.exit_code == (1 if size <= LARGEST else 2)


def test_a_message_that_is_not_there_is_told(root: Path) -> None:
    result = CliRunner().invoke(app, ["from-mail", str(root / "none.eml")])
    assert result.exit_code == 2
    assert "none.eml" in result.output.replace("\n", "")


@given(st.binary(max_size=3000))
def test_anything_is_read(content: bytes) -> None:
    """Whatever bytes come, something is read of them."""
    read_mail(content)


@given(st.lists(st.sampled_from([*bytes_of("good-file-and-picture").split(b"\n")[:60]]), max_size=60))
def test_lines_of_a_message_in_any_order_are_read(lines: list[bytes]) -> None:
    read_mail(b"\n".join(lines))


@given(st.text(alphabet="<>/divbrps criptyle=\"'&;#x\n!-", max_size=400))
def test_any_html_gives_words(html: str) -> None:
    assert "<script" not in words_of_html(f"<script>{html}") or "</script" in html


def test_html_gives_what_a_reader_sees() -> None:
    html = "<p>Ett&nbsp;hål <b>här</b></p><ul><li>ett<li>två</ul><style>x{}</style>slut"
    assert words_of_html(html).split("\n") == ["", "Ett hål här", "", "", "ett", "två", "slut"]
