"""A whole site for a disk: every address leads to a file, nothing asks a host, and it is told of."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from idesluss.delivery.links import BuiltSite
from idesluss.words import formats
from tests.support import project

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "site_url: https://katalog.example/ideer-i-storby/\n"
COPY, ARCHIVE = "site-offline", "offline.zip"
# Elements whose addresses a browser fetches by itself.
FETCHED = re.compile(r'<(?:script|img|source|iframe|video|audio)\b[^>]* src="([^"]*)"|<link\b[^>]*>')
SHEET = re.compile(r'rel="(?:stylesheet|icon|preload|modulepreload)"[^>]* href="([^"]*)"')


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project.make(tmp_path_factory.mktemp("offline å"), settings=SETTINGS)
    project.build(folder, "--strict", IDESLUSS_OFFLINE="on", IDESLUSS_SEARCH="on")
    return folder


def pages(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*.html")
    }


def test_every_address_leads_to_a_file(built: Path) -> None:
    """To one of that name: a disk shows a folder as a list."""
    copy = BuiltSite(built / COPY)
    assert list(copy.broken_links()) == []
    assert len(copy.pages) > 100
    for path, page in copy.pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if not parts.scheme and parts.path:
                target = (built / COPY / path).parent / unquote(parts.path)
                assert target.is_file(), (path, link)


def test_the_copy_has_every_page_but_those_of_a_server(built: Path) -> None:
    assert {*pages(built / "site")} - {*pages(built / COPY)} == {"404.html"}
    names = {file.name for file in (built / COPY).iterdir()}
    assert not names & {"404.html", "CNAME", "sitemap.xml", ARCHIVE}


def test_nothing_is_fetched_from_a_host_or_as_a_module(built: Path) -> None:
    """By what stands in the pages, and by their policy."""
    for path, text in pages(built / COPY).items():
        found = [match[1] or "".join(SHEET.findall(match[0])) for match in FETCHED.finditer(text)]
        assert not [address for address in found if urlsplit(address).scheme], path
        assert 'type="module"' not in text, path
        if 'http-equiv="refresh"' not in text:
            assert "default-src 'none'; script-src 'self' file: 'wasm-unsafe-eval'" in text, path
            assert "connect-src" not in text, path


def test_every_page_tells_what_copy_it_is_in(built: Path) -> None:
    """With the day and the way to the newest; online it tells nothing of the kind."""
    for path, text in pages(built / COPY).items():
        if 'http-equiv="refresh"' not in text:
            assert '<a href="https://katalog.example/ideer-i-storby/">' in text, path
    sentence = "Det här är en kopia från den 23 november 2026"
    assert sentence in (built / COPY / "index.html").read_text(encoding="utf-8")
    assert sentence not in (built / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("path", "language"), [("ladda-ner", "sv"), ("en/download", "en")])
def test_the_file_is_told_of_with_its_size(built: Path, path: str, language: str) -> None:
    """The page names the size that the file has, and the address where it always lies."""
    text = (built / "site" / path / "index.html").read_text(encoding="utf-8")
    size = (built / "site" / ARCHIVE).stat().st_size
    assert f"zip, {formats.size(size, language)}" in text
    assert f"https://katalog.example/ideer-i-storby/{ARCHIVE}" in text
    assert 'download="' in text
    assert f'href="{"../" * path.count("/")}../{ARCHIVE}"' in text
    assert ARCHIVE not in (built / COPY / path / "index.html").read_text(encoding="utf-8")
    home = (built / "site" / "index.html").read_text(encoding="utf-8")
    assert 'href="./ladda-ner/"' in home


def test_the_file_holds_the_copy(built: Path) -> None:
    """Byte by byte, in a folder that is named by catalogue and day."""
    with zipfile.ZipFile(io.BytesIO((built / "site" / ARCHIVE).read_bytes())) as archive:
        packed = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
        assert {name.partition("/")[0] for name in archive.namelist()} == {"provning-2026-11-23"}
    assert packed == project.snapshot(built / COPY)


def test_the_same_catalogue_on_the_same_day_is_the_same_file(built: Path) -> None:
    """And without being asked for, no copy is made and none is told of; the one from before stays."""
    first = (built / "site" / ARCHIVE).read_bytes()
    project.build(built, "--strict", IDESLUSS_OFFLINE="on", IDESLUSS_SEARCH="on")
    assert (built / "site" / ARCHIVE).read_bytes() == first
    project.build(built, "--strict")
    assert not (built / "site" / ARCHIVE).exists()
    assert ARCHIVE not in (built / "site" / "ladda-ner" / "index.html").read_text(encoding="utf-8")
    assert (built / COPY / "index.html").exists()
    assert [path.name for path in built.glob(".site-*")] == [".site-offline.lock"]
