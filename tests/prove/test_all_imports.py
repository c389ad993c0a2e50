"""All registers beside the project in one catalogue: told on few lines, built, and found by the search."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from idesluss.words.characters import fold
from tests.support import catalogues, gitrepo, project, search_site
from tests.support.browser import served
from tests.support.imports import write
from tests.support.proofs import MEASURED
from tests.support.register_imports import LONGEST_REPORT, REGISTERS, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.prove
ASKED = 5  # of each register, by their titles
OPEN = """async ([address, script]) => {
  const { Finder } = await import(`${address}/${script}`);
  window.finder = new Finder(`${address}/pagefind/sv/`, `${address}/`);
  await window.finder.ready;
}"""


def test_all_registers_together(
    chromium: Browser, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """All 4,796 in one change: judged and told on few lines, and built into a site that finds them."""
    root = project.make(tmp_path, project.BASE)
    gitrepo.start(root)
    gitrepo.commit(root, "base")
    written = 0
    for register in REGISTERS:
        result = run(root, register)
        write(root, result, adds_terms=True)
        written += len(result.files)
    gitrepo.commit(root, "import")
    told = [_lines(root, command) for command in ("check", "report")]
    assert max(told) <= LONGEST_REPORT
    site = project.build(root, IDESLUSS_SEARCH="on")
    pages = len(list(site.glob("ideer/*/*/index.html")))
    assert pages >= written
    missed = missed_in(chromium, site, asked_for(root))
    assert missed == {}
    record_property(MEASURED, f"{written:,} entries, {pages:,} pages; lines of check and report: {told}")


def asked_for(root: Path) -> dict[str, str]:
    """The title of some entries of each register, none of which is another's, and the end of its address."""
    entries = [entry for entry in catalogues.read(root).entries if entry.idea.external_id]
    titles = Counter(fold(entry.idea.title) for entry in entries)
    named = [
        entry for entry in entries if titles[fold(entry.idea.title)] == 1 and "…" not in entry.idea.title
    ]
    sources = {entry.idea.external_id.source for entry in named if entry.idea.external_id}
    of_each = [
        [entry for entry in named if entry.idea.external_id and entry.idea.external_id.source == source]
        for source in sorted(sources)
    ]
    rng = random.Random(len(entries))  # noqa: S311  # the same ones each time
    some = [entry for of_source in of_each for entry in rng.sample(of_source, ASKED)]
    return {entry.idea.title: f"/{entry.slug}/" for entry in some}


def missed_in(chromium: Browser, site: Path, titles: dict[str, str]) -> dict[str, list[str]]:
    """Titles that the search of the site does not find among the first ten, and what it finds."""
    (finder,) = site.glob("assets/scripts/*/search/finder.js")
    with served(site) as address:
        page = chromium.new_page()
        page.goto(address)
        page.evaluate(OPEN, [address, finder.relative_to(site).as_posix()])
        shown = {title: page.evaluate(search_site.ASK, title)["urls"] for title in titles}
        page.close()
    return {
        title: urls for title, urls in shown.items() if not any(url.endswith(titles[title]) for url in urls)
    }


def _lines(root: Path, command: str) -> int:
    done = project.run(root, "idesluss", command, "--base", "HEAD~1")
    assert done.returncode == 0, done.stdout[-2000:]
    return done.stdout.count("\n")
