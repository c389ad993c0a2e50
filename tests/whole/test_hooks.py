"""What the site holds once MkDocs has written it: links, addresses with and without a site address."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from tests.support import project

SUBPATH = "site_url: https://katalog.example/ideer-i-storby/\nrepository: https://github.com/example/ideer\n"


class Page(HTMLParser):
    """Addresses and ids of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value is not None:
                self.links.append((tag, value))
            elif name == "id" and value:
                self.ids.append(value)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(project.make(tmp_path_factory.mktemp("plain")))


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(project.make(tmp_path_factory.mktemp("placed"), settings=SUBPATH))


def _built(folder: Path) -> Path:
    done = project.run(folder, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def _pages(site: Path) -> dict[str, Page]:
    return {p.relative_to(site).as_posix(): Page(p.read_text(encoding="utf-8")) for p in site.rglob("*.html")}


@pytest.mark.parametrize(("which", "base"), [("plain", "/"), ("placed", "/ideer-i-storby/")])
def test_every_internal_link_leads_somewhere(which: str, base: str, request: pytest.FixtureRequest) -> None:
    """Relative or from the root, each address is a file of the site, and each fragment an id in it."""
    site: Path = request.getfixturevalue(which)
    pages = _pages(site)
    for path, page in pages.items():
        for _, link in page.links:
            target, fragment = urldefrag(link)
            parts = urlsplit(target)
            if parts.scheme:
                continue
            if parts.path.startswith("/"):
                assert path == "404.html", f"{path}: {link}"
                assert parts.path.startswith(base), link
                found = parts.path.removeprefix(base)
            else:
                found = str((Path("/") / path).parent / unquote(parts.path)) if parts.path else "/" + path
                found = re.sub(r"[^/]+/\.\./|/\./", "/", found) if ".." not in found else _resolved(found)
                found = found.lstrip("/")
            file = site / found
            file = file / "index.html" if file.is_dir() else file
            assert file.is_file(), f"{path}: {link}"
            if fragment:
                assert fragment in pages[file.relative_to(site).as_posix()].ids, f"{path}: {link}"


def _resolved(path: str) -> str:
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def test_ids_are_unique_on_every_page(plain: Path) -> None:
    """Two elements with one id would send links and screen readers astray."""
    for path, page in _pages(plain).items():
        assert len(page.ids) == len(set(page.ids)), path


def test_without_a_site_address_nothing_pretends_to_have_one(plain: Path) -> None:
    """No canonical link, no site map, no edit link."""
    assert not (plain / "sitemap.xml").exists()
    assert not (plain / "sitemap.xml.gz").exists()
    for file in plain.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert 'rel="canonical"' not in text, file
        assert "/edit/" not in text, file


def test_with_a_site_address_each_page_says_where_it_lives(placed: Path) -> None:
    """Canonical links below the sub-path, a site map of them all, and edit links to the sources."""
    text = (placed / "ideer/2024/lanecykel-vid-stationen/index.html").read_text(encoding="utf-8")
    address = "https://katalog.example/ideer-i-storby/ideer/2024/lanecykel-vid-stationen/"
    assert f'<link rel="canonical" href="{address}">' in text
    assert "https://github.com/example/ideer/edit/main/ideas/2024/lanecykel-vid-stationen/idea.md" in text
    site_map = (placed / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{address}</loc>" in site_map
    assert "404" not in site_map
    about = (placed / "om/index.html").read_text(encoding="utf-8")
    assert "https://github.com/example/ideer/edit/main/docs/om.md" in about
    assert "<loc>https://katalog.example/ideer-i-storby/om/</loc>" in site_map


def test_the_theme_brings_no_script_of_its_own(plain: Path) -> None:
    """Only our scripts are in the site, and no page holds an inline one; data is none."""
    own = {file.name for file in (project.ROOT / "hooks" / "idesluss" / "theme" / "assets").glob("*.js")}
    assert {file.name for file in plain.rglob("*.js")} == own
    for file in plain.rglob("*.html"):
        found = re.findall(r"<script(?![^>]* src=)[^>]*>", file.read_text(encoding="utf-8"))
        assert set(found) <= {'<script type="application/json" id="proposal">'}, file


def test_former_names_lead_to_the_present_one(plain: Path) -> None:
    """An alias is a page that leads on."""
    text = (plain / "ideer/2024/lanecykel/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../lanecykel-vid-stationen/"' in text
    assert (plain / "en/ideas/2024/lanecykel/index.html").exists()


def test_markup_in_a_title_is_shown_as_text(plain: Path) -> None:
    """A title is words wherever it stands."""
    for file in plain.rglob("*.html"):
        assert "stationen <i>" not in file.read_text(encoding="utf-8"), file


def test_only_one_folder_imports_mkdocs() -> None:
    """Everything else works without it."""
    pattern = re.compile(r"^\s*(from|import) (mkdocs|material)\b", re.MULTILINE)
    hooks = project.ROOT / "hooks"
    importing = {file for file in hooks.rglob("*.py") if pattern.search(file.read_text(encoding="utf-8"))}
    assert {file.parent for file in importing} == {hooks / "idesluss" / "mkdocs"}
