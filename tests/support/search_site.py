"""Real entries with their search index, served to Chromium with the script that readers use."""

from __future__ import annotations

import shutil
import tomllib
from typing import TYPE_CHECKING, Any

from idesluss.pages.base.addresses import Addresses
from idesluss.search import index_plans
from idesluss.search.indexing import write_index
from tests.support import catalogues, project, registers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages import Page
    from idesluss.search import WrittenPage

_QUESTIONS = project.HERE / "prove" / "search_questions.toml"
_PAGE = '<!doctype html><html lang="sv"><meta charset="utf-8"><title>Sök</title></html>'


def corpora() -> list[tuple[str, dict[str, Any]]]:
    """Records of both registers, each with the name that a question calls it by."""
    rows = [(f"tillvaxtverket/{row['id']}", row) for row in registers.summarised_rows(2497)]
    rows += [(f"swecris/{row['id']}", row) for row in registers.summarised_rows(1408, "swecris-vinnova")]
    unknown = [row for _, row in rows if row["budget"] != row["budget"]]  # NaN is not itself
    for row in unknown:
        row["budget"] = None
    return rows


def questions() -> list[dict[str, Any]]:
    """What readers ask, of which kind that is, and the names of what they should find.

    `kinds` are those of entries that the reader has chosen; the catalogue's own are found in no other way.
    """
    listed: list[dict[str, Any]] = tomllib.loads(_QUESTIONS.read_text(encoding="utf-8"))["question"]
    return listed


def lay(folder: Path, content: Path, rows: list[dict[str, Any]]) -> Catalogue:
    """The catalogue in `content` with these records added."""
    shutil.copytree(content, folder / "ideas")
    registers.write_entries(folder, rows)
    settings = folder / "ideas" / "catalogue.yml"
    settings.write_text(_once(settings.read_text(encoding="utf-8")), encoding="utf-8")
    return catalogues.read(folder)


def _once(settings: str) -> str:
    """The settings without names that were added where they stood already."""
    lines = settings.splitlines()
    section, kept = "", dict[tuple[str, str], int]()
    dropped = set()
    for at, line in enumerate(lines):
        section = line if line[:1].isalpha() else section
        key = line.partition(":")[0]
        if len(key) - len(key.lstrip()) == 2 and (section, key) in kept:
            dropped.add(kept[section, key])
        kept[section, key] = at
    return "\n".join(line for at, line in enumerate(lines) if at not in dropped) + "\n"


def index(
    found: Catalogue, site: Path, pages: Iterable[Page] = (), documents: Iterable[WrittenPage] = ()
) -> None:
    """A site of nothing but the Swedish index, of entries and of these pages too, and the scripts."""
    shutil.copytree(project.ROOT / "hooks" / "idesluss" / "theme" / "scripts", site / "scripts")
    (site / "index.html").write_text(_PAGE, encoding="utf-8")
    write_index(site, [next(iter(index_plans(found, pages, documents)))])


def named(found: Catalogue, content: Path, rows: list[tuple[str, dict[str, Any]]]) -> dict[str, str]:
    """The address of each entry's page to the name that a question calls it by."""
    addresses = Addresses(found.settings, "sv")
    numbers = {str(number): name for number, (name, _) in enumerate(rows)}
    own = {path.name for path in content.glob("*/*")}
    return {
        addresses.idea(entry): f"shipped/{entry.slug}"
        if entry.slug in own
        else numbers[entry.slug.rpartition("-")[2]]
        for entry in found.entries
    }


OPEN = """async (address) => {
  const { Finder } = await import(address + "/scripts/search/finder.js");
  window.finder = new Finder(address + "/pagefind/sv/", address + "/");
  await window.finder.ready;
}"""
# The words, and the kinds of entries that the reader has chosen, if any.
ASK = """async ([words, kinds]) => {
  const start = performance.now();
  const found = await window.finder.find(words, kinds.length ? { kind: { any: kinds } } : {});
  const shown = await Promise.all(found.results.slice(0, 10).map((one) => window.finder.load(one)));
  return {
    milliseconds: performance.now() - start,
    count: found.results.length,
    urls: shown.map((one) => new URL(one.url).pathname.slice(1)),
    changed: found.changed.map((term) => [term.typed, term.word]),
  };
}"""
