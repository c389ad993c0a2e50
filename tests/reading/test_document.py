"""Files become documents, whatever their bytes, and problems point at the very spot."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss import reporters as report
from idesluss.catalogue.catalogue import read_catalogue
from idesluss.reading import document as source
from idesluss.reading.document import parse_document, read_document
from idesluss.reading.files import DiskFiles
from idesluss.reading.front_matter import StrictHandler
from tests.support import project
from tests.support.vectors import own_vectors
from tests.support.work import calls_of

if TYPE_CHECKING:
    from idesluss.reading.document import Document

GOOD = "---\ntitle: Ställa om i Sjöbo\nthemes: [a, b]\n---\n\n## Behov\n\nÅtta ord på en rad, och en länk.\n"


def spot(document: Document) -> tuple[str, int, int]:
    """The only problem of a document: its key, line and column."""
    assert len(document.problems) == 1
    problem = document.problems[0]
    return problem.key, problem.place.line, problem.place.column


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + GOOD,
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\r"),
        "\ufeff" + GOOD.replace("\n", "\r\n"),
        unicodedata.normalize("NFD", GOOD),
        GOOD.replace("---\n", "--- \t\n"),
    ],
    ids=["bom", "crlf", "cr", "bom-crlf", "nfd", "fence-spaces"],
)
def test_forms_of_the_same_text_are_equal(text: str) -> None:
    """A BOM, another line ending or another normal form changes nothing."""
    one, other = parse_document("idea.md", GOOD.encode()), parse_document("idea.md", text.encode())
    assert other.problems == []
    assert (other.front, other.body, other.body_line) == (one.front, one.body, one.body_line)
    assert one.front.plain() == {"title": "Ställa om i Sjöbo", "themes": ["a", "b"]}
    assert one.body_line == 6


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_latin1_is_told_with_line_column_byte_and_guess(ending: str) -> None:
    """The first byte that is not UTF-8 is named, after good å on the lines before."""
    before = f"---{ending}title: Åre{ending}summary: på ".encode()
    document = parse_document("idea.md", before + "sjön".encode("latin-1") + f"{ending}---".encode())
    assert spot(document) == ("encoding.utf8", 3, 15)
    assert document.problems[0].values == {"byte": "0xF6", "guess": "ö"}
    assert document.problems[0].place.source.endswith("sjön")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_told_as_such(encoding: str) -> None:
    """UTF-16 with or without its mark is known for what it is."""
    assert spot(parse_document("idea.md", GOOD.encode(encoding))) == ("encoding.utf16", 1, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: ab\u200bc\n---\n", ("hidden_character", 2, 10)),
        ("---\ntitle: a\n---\n\nrad\nord \u202ebak\n", ("hidden_character", 6, 5)),
        ("---\ntitle: a\n---\n\nNUL\x00\n", ("hidden_character", 5, 4)),
        ("---\ntitle: a\u2028stage: x\n---\n", ("hidden_character", 2, 9)),
        ("---\na: b\n---\n\n" + "x" * 20_001, ("file.line", 5, 20_000)),
        ("---\na: ä\nå: [b\nö: c\n---\n", ("yaml.bracket", 3, 4)),
        ("title: a\n", ("front.missing", 1, 1)),
        ("\n\n---\ntitle: a\n---\n", ("front.blank_first", 1, 1)),
        ("----\ntitle: a\n----\n", ("front.missing", 1, 1)),
        ("---\ntitle: a\n", ("front.unclosed", 1, 1)),
        ("", ("front.missing", 1, 1)),
        ("---\n- a\n---\n", ("yaml.no_fields", 2, 1)),
    ],
)
def test_one_problem_at_its_spot(text: str, expected: tuple[str, int, int]) -> None:
    """One mistake gives one problem, with line and column counted from 1 in characters."""
    document = parse_document("idea.md", text.encode())
    assert spot(document) == expected


def test_place_in_body_prefers_the_link() -> None:
    """The word of a link's target is looked for where it is a target, not where it is a word."""
    text = "---\na: b\n---\n\nen plan är en plan\n\n[till](plan) och ![bild](<på väg.png>)\n"
    document = parse_document("idea.md", text.encode())
    assert document.place_in_body("plan").line == 7
    assert document.place_in_body("plan").column == 8
    assert document.place_in_body("p%C3%A5%20v%C3%A4g.png").column == 27
    assert document.place_in_body("inte här").line == 5


@pytest.mark.parametrize("name", ["link", "broken-link", "fifo", "folder", "device-link", "absent"])
def test_only_regular_files_are_opened(tmp_path: Path, name: str) -> None:
    """Links, pipes, folders and devices are refused at once, without reading or hanging."""
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    path = tmp_path / "idea.md"
    match name:
        case "link":
            path.symlink_to("good.md")
        case "broken-link":
            path.symlink_to("nowhere.md")
        case "device-link":
            path.symlink_to("/dev/zero")
        case "fifo":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
    document = read_document(DiskFiles(tmp_path), "idea.md")
    wanted = {"fifo": "file.special", "folder": "file.special", "absent": "file.unreadable"}
    assert [problem.key for problem in document.problems] == [wanted.get(name, "file.link")]
    assert document.front.plain() == {}
    assert read_document(DiskFiles(tmp_path), "good.md").problems == []


def test_the_content_is_no_link(tmp_path: Path) -> None:
    """A content folder that is a link to another is refused and told once; nothing behind it is read."""
    shutil.copytree(project.BASE, tmp_path / "elsewhere")
    (tmp_path / "ideas").symlink_to("elsewhere")
    found = read_catalogue(DiskFiles(tmp_path), dt.date(2026, 11, 23))
    assert [(problem.place.path, problem.key) for problem in found.problems] == [("ideas", "file.link")]
    assert found.catalogue is None


def test_settings_behind_a_link_are_not_read(tmp_path: Path) -> None:
    """Not by whoever asks for them alone either."""
    shutil.copytree(project.BASE, tmp_path / "elsewhere")
    (tmp_path / "ideas").symlink_to("elsewhere")
    settings = read_document(DiskFiles(tmp_path), "ideas/catalogue.yml")
    assert [problem.key for problem in settings.problems] == ["file.unreadable"]
    assert settings.front.plain() == {}


def test_a_device_is_refused() -> None:
    """A character device is no text."""
    found = DiskFiles(Path("/dev")).read("null", 1)
    assert not isinstance(found, bytes)
    assert found == "special"


@pytest.mark.parametrize(
    ("size", "is_read"), [(256 * 1024, True), (256 * 1024 + 1, False), (257 * 1024, False)]
)
def test_size_limit(tmp_path: Path, size: int, *, is_read: bool) -> None:
    """256 KB are read, one byte more is not."""
    (tmp_path / "idea.md").write_bytes(b"x" * size)
    for known in (0, size):
        problem = read_document(DiskFiles(tmp_path), "idea.md", known).problems[0]
        assert (problem.key == "file.large") is not is_read
        assert is_read or problem.values["limit"] == 256


def test_megabytes_between_fences_are_refused_before_parsing(tmp_path: Path) -> None:
    """A huge file costs no more than one that is a little too large."""

    def refuse(size: int) -> None:
        (tmp_path / "idea.md").write_bytes(b"---\na: " + b"[" * size)
        assert spot(read_document(DiskFiles(tmp_path), "idea.md"))[0] == "file.large"

    assert calls_of(lambda: refuse(5_000_000)) == calls_of(lambda: refuse(300_000)) < 200


def test_front_matter_differential() -> None:
    """What is read for checking is what a renderer gets; what is refused has one problem."""
    for case in own_vectors("frontmatter_differential"):
        text = case["input"].encode("utf-8", "surrogatepass")
        document = parse_document("idea.md", text)
        assert len(document.problems) <= 1, case["name"]
        if document.is_readable:
            plain = text.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            fields, body = frontmatter.parse(plain, handler=StrictHandler())
            assert fields == document.front.value
            assert body == document.markdown
            if document.markdown:
                assert document.lines[document.body_line - 1].startswith(document.markdown.split("\n")[0])


@given(st.binary(max_size=400), st.sampled_from(["a.md", "a.yml"]))
def test_any_bytes_give_a_document(content: bytes, path: str) -> None:
    """No bytes raise, and each problem can be told."""
    document = parse_document(path, content)
    assert len(document.problems) <= 20
    lines = content.count(b"\n") + content.count(b"\r") + 1
    assert all(problem.place.line <= lines for problem in document.problems)
    assert report.as_text(document.problems, "sv")


@given(st.text(max_size=300), st.text(max_size=100))
def test_any_text_between_fences_gives_a_document(front: str, body: str) -> None:
    """No text raises; what was read is within the limits."""
    content = f"---\n{front}\n---\n{body}".encode("utf-8", "surrogatepass")
    document = parse_document("idea.md", content)
    assert len(document.markdown) <= source.MAX_BYTES
    assert report.as_text(document.problems, "en")
    assert document.is_readable or not document.front.plain() or document.problems[0].key == "yaml.no_fields"
