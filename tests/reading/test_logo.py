"""A logo is judged by its bytes, whatever these are: it draws, and does nothing else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from idesluss.reading.files import DiskFiles
from idesluss.reading.logo import MAX_BYTES, read_logo

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.reading.files import FileEntry, FileKind, Refusal
    from idesluss.reading.logo import Logo

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 10">'
)


class OneFile:
    """Files of which each is the same."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def entries(self, _folder: str) -> list[FileEntry]:
        return []

    def read(self, _path: str, most: int) -> bytes | Refusal:
        return self.content[:most]

    def kinds(self, _paths: object) -> dict[str, FileKind]:
        return {}

    def identity(self, _path: str) -> str:
        return ""


def read(content: str | bytes, name: str = "logo.svg") -> Logo:
    return read_logo(
        OneFile(content.encode() if isinstance(content, str) else content), f"ideas/brand/{name}"
    )


def keys(content: str | bytes, name: str = "logo.svg") -> list[str]:
    return [key for key, _ in read(content, name).verdicts]


def test_a_drawing_is_kept_with_its_form() -> None:
    drawing = f'{HEAD}<g><path d="M0 0h9v9z" fill="url(#a)"/></g></svg>'
    assert keys(drawing) == []
    assert read(drawing).content == drawing.encode()
    assert read(drawing).ratio == 3


def test_a_picture_is_kept_with_its_form() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (40, 20)).save(written, "PNG")
    logo = read(written.getvalue(), "logo.png")
    assert (logo.kind, logo.ratio, logo.verdicts) == ("png", 2, ())


@pytest.mark.parametrize(
    ("inner", "key"),
    [
        ("<script>1</script>", "logo.script"),
        ('<path ONLOAD="a()"/>', "logo.script"),
        ('<animate attributeName="href" to="javascript:a()"/>', "logo.script"),
        ('<a xlink:href="https://a.example/"><path/></a>', "logo.foreign"),
        ('<image href="data:image/png;base64,AA"/>', "logo.foreign"),
        ("<style>@import 'https://a.example/a.css'</style>", "logo.foreign"),
        ('<p xmlns="http://www.w3.org/1999/xhtml">a</p>', "logo.foreign"),
        ('<script xmlns="http://www.w3.org/1999/xhtml">a</script>', "logo.foreign"),
        ('<use href="#a"/>', "logo.foreign"),
        ('<path xlink:href="https://a.example/"/>', "logo.outside"),
        ('<path href="javascript:a()"/>', "logo.outside"),
        ('<path fill="url( https://a.example/a)"/>', "logo.outside"),
        ("<path fill=\"URL('//a.example/a')\"/>", "logo.outside"),
        ('<path style="fill: u\\72l(//a.example)"/>', "logo.outside"),
        ('<path style="fill: &#117;rl(//a.example)"/>', "logo.outside"),
    ],
)
def test_what_does_more_than_draw_is_refused(inner: str, key: str) -> None:
    """And nothing of it is kept that a page could show."""
    assert keys(f"{HEAD}{inner}</svg>") == [key]
    assert read(f"{HEAD}{inner}</svg>").content == b""


@pytest.mark.parametrize(
    "content",
    [
        f'<!DOCTYPE svg [<!ENTITY a "a">]>{HEAD}</svg>',
        f'<?xml-stylesheet href="https://a.example/a.css"?>{HEAD}</svg>',
        f'<?xml version="1.0" encoding="utf-7"?>{HEAD}</svg>',
    ],
)
def test_what_declares_more_than_a_drawing_is_refused(content: str) -> None:
    assert keys(content) == ["logo.declares"]


@pytest.mark.parametrize(
    "content", [b"", b"\x00", b"<html/>", b"<svg/>", HEAD.encode(), f"{HEAD}</svg>".encode("utf-16")]
)
def test_what_is_no_drawing_is_refused(content: bytes) -> None:
    assert keys(content) == ["logo.damaged"]


@pytest.mark.parametrize("box", ["", "0 0 0 10", "0 0 10", "a b c d"])
def test_a_drawing_without_a_form_is_refused(box: str) -> None:
    assert keys(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"/>') == ["logo.view_box"]


def test_a_large_file_is_refused_unread() -> None:
    assert keys(b"a" * (MAX_BYTES + 1)) == ["logo.large"]


@given(st.binary(max_size=200), st.sampled_from(["logo.svg", "logo.png"]))
def test_any_bytes_get_a_verdict(content: bytes, name: str) -> None:
    """No bytes end in a traceback, nor in a logo that shows nothing."""
    logo = read(content, name)
    assert logo.verdicts or logo.content


@given(st.text(max_size=60))
def test_any_text_within_a_drawing_gets_a_verdict(text: str) -> None:
    logo = read(f"{HEAD}{text}</svg>".encode("utf-8", "replace"))
    assert bool(logo.verdicts) != bool(logo.content)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(f"{HEAD}</svg>", encoding="utf-8")
    (tmp_path / "logo.svg").symlink_to("a.svg")
    assert [key for key, _ in read_logo(DiskFiles(tmp_path), "logo.svg").verdicts] == ["logo.damaged"]
