"""Single pages and files as they are written for a disk; tests/whole/test_offline.py has a whole site."""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from idesluss.offline import packed
from idesluss.offline.addresses import from_disk
from idesluss.offline.carried import carried, index_from_disk
from idesluss.offline.joined import UnjoinableError, foreign_module, joined_script
from idesluss.offline.page import page_from_disk
from idesluss.offline.sheet import with_letters
from tests.support.deno import said_by

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2026, 11, 23)
SCRIPTS = "assets/scripts/0a1b/"
# A carrier that answers what it is asked for, as disk/carried.js does.
CARRIER = 'export const fetched = (address) => "file " + address;\nexport const outside = fetched;\n'
RUN = """
globalThis.document = {{ currentScript: {{ dataset: {{ modules: {modules} }} }} }};
globalThis.said = [];
{script}
await Promise.resolve(); await Promise.resolve();
console.log(JSON.stringify(globalThis.said));
"""


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("../ideer/", "../ideer/index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../?q=bad#a", "../index.html?q=bad#a"),
        ("../teman/a?b/", "../teman/a?b/"),
        ("../feed.xml", "../feed.xml"),
        ("#till", "#till"),
        ("?q=bad", "?q=bad"),
        ("", ""),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@example.org?body=x/", "mailto:a@example.org?body=x/"),
        ("//example.org/", "//example.org/"),
    ],
)
def test_a_folder_is_its_page(address: str, there: str) -> None:
    """What leads to a file, to a place in the page, or elsewhere, stays as it is."""
    assert from_disk(address) == there


def test_a_page_has_one_script_and_addresses_of_pages() -> None:
    """Words that look like an attribute are words; what is only for the site is left out."""
    page = (
        '<html lang="sv"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        '<link rel="preload" href="../f.woff2" as="font" crossorigin>\n'
        f'<script src="../{SCRIPTS}first.js"></script>\n'
        f'<script src="../{SCRIPTS}search/open.js" type="module"></script>\n\n'
        f'<script src="../{SCRIPTS}browse/page.js" type="module"></script>\n'
        '<a href="../" lang="en">x</a> Skriv href="../" så <!--online--><a href="y.zip">y</a><!--/online-->'
        '<nav data-own="ideer/2024/a/" data-root="../"></nav><!--on-disk-->'
    )
    written = page_from_disk(page, "<p>Kopia</p>")
    assert '<a href="../index.html" lang="en">' in written
    assert 'Skriv href="../" så' in written
    assert 'data-own="ideer/2024/a/index.html" data-root="../"' in written
    assert "preload" not in written
    assert "y.zip" not in written
    assert written.endswith("<p>Kopia</p>")
    one = f'src="../{SCRIPTS}joined.js" data-root="../" data-modules="search/open.js browse/page.js" defer'
    assert written.count("<script") == 2
    assert one in written
    assert "font-src data:" in written


def test_a_page_that_leads_on_leads_to_a_page() -> None:
    meta = '<meta http-equiv="refresh" content="0; url=../../2024/b/">'
    assert 'url=../../2024/b/index.html"' in page_from_disk(meta, "")


def run(modules: dict[str, str], start: str, tmp_path: Path) -> list[object]:
    """What the joined modules say, once those that are named have started."""
    file = tmp_path / "joined.js"
    script = joined_script({"disk/carried.js": CARRIER, **modules})
    file.write_text(RUN.format(modules=json.dumps(start), script=script), encoding="utf-8")
    said: list[object] = json.loads(said_by(file, tmp_path))
    return said


def test_joined_modules_do_what_they_do_apart(tmp_path: Path) -> None:
    """Each starts once, before those that ask for it; names are renamed, and what comes later comes later."""
    modules = {
        "a/page.js": (
            'import {\n  other as mine,\n} from "../shared/b.js";\n'
            "said.push(mine + 1);\n"
            'const late = async () => said.push((await import("./c.js")).late);\nlate();\n'
            "said.push(fetch(`x.json`), import(`${mine}.js`));\n"
        ),
        "a/c.js": 'import { other } from "../shared/b.js";\nexport const late = `late ${other}`;\n',
        "shared/b.js": 'said.push("once");\nexport const other = 1;\nexport class Unused {}\n',
        "z/page.js": 'said.push("never");\n',
    }
    assert run(modules, "a/page.js shared/b.js", tmp_path) == [
        "once",
        2,
        "file x.json",
        "file 1.js",
        "late 1",
    ]


@pytest.mark.parametrize("line", ["import './a.js';", "export default 1;", 'export * from "./a.js";'])
def test_what_cannot_be_joined_is_told(line: str) -> None:
    with pytest.raises(UnjoinableError, match=r"bad\.js"):
        joined_script({"good.js": "export const a = 1;\n", "bad.js": f"{line}\n"})


def test_a_module_of_others_is_handed_over_without_a_worker(tmp_path: Path) -> None:
    text = "const a=[typeof Worker, import.meta.url, fetch(1)];export{a,b};var b=2;"
    with pytest.raises(UnjoinableError):
        foreign_module("p/x.js", text)
    script = foreign_module(
        "p/x.js", "const a=[typeof Worker, import.meta.url, fetch(1)];var b=2;export{a,b};"
    )
    file = tmp_path / "x.js"
    start = (
        "globalThis.carry = (path, made) => console.log(JSON.stringify([path, made((x) => x, 'here')]));\n"
    )
    file.write_text(start + script, encoding="utf-8")
    assert json.loads(said_by(file, tmp_path)) == ["p/x.js", {"a": ["undefined", "here", 1], "b": 2}]


def handed_over(script: str) -> list[object]:
    words = script.removeprefix("carry(").removesuffix(");\n")
    told: list[object] = json.loads(f"[{words}]")
    return told


def test_files_are_handed_over_as_they_are() -> None:
    """Words as words, and all else as base64; no sign ends a line of a script."""
    assert handed_over(carried("a.json", '{"a": "å\u2028"}'.encode())) == ["a.json", '{"a": "å\u2028"}']
    assert "\u2028" not in carried("a.json", '{"a": "\u2028"}'.encode())
    path, content, is_binary = handed_over(carried("a.pf_meta", b"\x00\xff"))
    assert (path, base64.b64decode(str(content)), is_binary) == ("a.pf_meta", b"\x00\xff", True)


def test_what_is_found_leads_to_pages() -> None:
    packed_page = gzip.compress(b'pagefind_dcd{"url":"/ideer/2024/a/","content":"\xc3\xa5"}')
    _, content = handed_over(carried("x.pf_fragment", packed_page))
    assert content == 'pagefind_dcd{"url":"/ideer/2024/a/index.html","content":"å"}'
    columns = json.loads(index_from_disk(b'{"url": ["ideer/2024/a/"], "title": ["A/"]}'))
    assert columns == {"url": ["ideer/2024/a/index.html"], "title": ["A/"]}


def test_the_sheet_brings_its_letters(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "text.woff2").write_bytes(b"abc")
    sheet = '@font-face { src: url("fonts/text.woff2"); } a { background: url(#x); }'
    assert with_letters(sheet, tmp_path) == sheet.replace("fonts/text.woff2", "data:font/woff2;base64,YWJj")


def test_the_same_files_are_packed_as_the_same_bytes(tmp_path: Path) -> None:
    """In whatever order and with whatever rights they were written; dated the day, below one folder."""
    archives = []
    for name, mode in (("one", 0o600), ("two", 0o755)):
        folder = tmp_path / name
        (folder / "b").mkdir(parents=True)
        for path in ("b/å.html", "a.html") if name == "one" else ("a.html", "b/å.html"):
            (folder / path).write_text(path, encoding="utf-8")
            (folder / path).chmod(mode)
        archives.append(packed(folder, "katalog-2026-11-23", DAY))
    assert archives[0] == archives[1]
    with zipfile.ZipFile(io.BytesIO(archives[0])) as archive:
        assert archive.namelist() == ["katalog-2026-11-23/a.html", "katalog-2026-11-23/b/å.html"]
        assert {info.date_time[:3] for info in archive.infolist()} == {(2026, 11, 23)}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o100644}
