"""A report in which every value is hostile: drawn as GitHub draws it, none of them is anything but words."""

from __future__ import annotations

import html
import json
import random
import re
from typing import TYPE_CHECKING

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judged_change
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.reading.files import DiskFiles
from idesluss.review import report_as_markdown
from idesluss.words.inert import inert
from tests.support import golden
from tests.support.review_changes import LARGE, NEW, PROPOSED, SMALL, Kind, lay_out, replaced, written

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "@everyone #1 GH-1 a/b#2 deadbeef1",
    "::stop-commands::x",
    "`kod` ``mer`` ```",
    "\\`http://evil.example/ `www.evil.example",
    "[länk](https://evil.example) ![bild](x)",
    "# rubrik ## mer",
    "| cell | <!-- kommentar -->",
    "- punkt 1. ett > citat --- ===",
    "a@b.example mailto:a@b.example",
    "&#64;alla &lt;b&gt; $x$ :tada:",
    "</summary></details><h1>x</h1>",
)
PARTS = (
    *"`*_[]()#|<>~&@\\!$:",
    " ",
    "www.x.se",
    "http://x.se",
    "a@b.se",
    "@x",
    "#1",
    "<b>",
    "[x](y)",
    "![x](y)",
)
SEEDED = 12
# What the report itself is made of; no link, no picture, no table, nothing crossed out.
MARKUP = {"h1", "h2", "h3", "p", "ul", "li", "em", "strong", "blockquote", "details", "summary", "pre"}
MEANT = re.compile(
    r"(?<!\w)@\w|#\d|www\.|://|\bGH-\d|:\w+:|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])", re.IGNORECASE
)


def random_words(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311  # nothing is kept secret by it
    return "ord" + "".join(chance.choices(PARTS, k=10))


def hostile_change(words: str) -> Kind:
    """A new idea, a gate with its decision and problems, where all that somebody says is these words."""
    quoted = json.dumps(words, ensure_ascii=False)
    long = json.dumps(f"{words} {words} och tjugo tecken till", ensure_ascii=False)
    settings = "ideas/catalogue.yml"
    return Kind(
        "hostile",
        (
            written(
                NEW, PROPOSED.replace("Enklare felanmälan med bild", quoted).replace("Var tredje", words)
            ),
            replaced(SMALL, "title: Enklare felanmälan", f"title: {quoted}"),
            replaced(SMALL, "stage: idea", "stage: assessment"),
            replaced(
                SMALL,
                "relations:",
                f"target_group: {quoted}\ndecisions:\n"
                "  - gate: G1\n    date: 2026-11-20\n    verdict: go\n    role: granskare\n"
                f"    reason: {long}\n"
                "relations:",
            ),
            replaced(SMALL, "## Behov", f"## Behov\n\n## {words}\n"),
            replaced(LARGE, "summary: Den", f"summary: {long} #"),
            replaced(LARGE, "sector: vard-och-omsorg", f"sector: {quoted}"),
            written("ideas/2026/enklare-felanmalan/" + words.replace("/", "").strip()[:40] + ".md", "x\n"),
        ),
        (
            replaced(settings, "{ sv: Prövning, en: Screening }", f"{{ sv: {quoted}, en: Screening }}"),
            replaced(settings, "{ sv: Hör idén hemma här?, en:", f"{{ sv: {long}, en:"),
            replaced(settings, "{ sv: Granskare, en:", f"{{ sv: {quoted}, en:"),
            replaced(settings, "{ sv: Invånare, en:", f"{{ sv: {quoted}, en:"),
            replaced(settings, "name: Storby kommun", f"name: {quoted}"),
            replaced(settings, "{ sv: Samhällsbyggnad, en:", f"{{ sv: {quoted}, en:"),
        ),
    )


def drawn(report: str) -> str:
    """As GitHub draws it, before it takes away what it allows nobody; code left out."""
    extensions = ["table", "autolink", "strikethrough", "tasklist"]
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    made = cmarkgfm.markdown_to_html_with_extensions(report, options=options, extensions=extensions)
    return re.sub(r"<code[^>]*>.*?</code>", "", str(made), flags=re.DOTALL)


@pytest.mark.parametrize("words", [*HOSTILE, *map(random_words, range(SEEDED))])
def test_no_value_is_anything_but_words(tmp_path: Path, words: str) -> None:
    """Titles, reasons, sections, names of terms, roles, gates and files; in headings, lists and quotes."""
    root = lay_out(hostile_change(words), tmp_path / "r")
    head = read_catalogue(DiskFiles(root), golden.TODAY).catalogue
    assert isinstance(head, Catalogue)
    report = report_as_markdown(judged_change(read_change(Repository(root), "base", head)), "sv")
    assert report.count(inert(words)) >= 2 or "a@b.se" in words  # mail of somebody's is not shown
    shown = drawn(report)
    assert set(re.findall(r"<([a-z0-9]+)", shown)) <= MARKUP
    assert set(re.findall(r"<[a-z0-9]+ ([a-z]+)=", shown)) <= {"lang"}
    assert not MEANT.search(html.unescape(re.sub(r"<[^>]*>", "", shown)))
    assert len(re.findall(r"<h1>", shown)) == 1
    assert len(re.findall(r"<h3>", shown)) == len(
        re.findall(r"^### (?:Grinden|Nästa|Beslut)", report, re.MULTILINE)
    )
    assert not any(line.startswith("::") for line in report.splitlines())
    assert report.count("\n## ") >= len(re.findall("<h2>", shown)) >= 4
