"""How long a search takes in Chromium once it is open, and how much is fetched before the first answer."""

from __future__ import annotations

import gzip
import resource
import time
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import project, search_site
from tests.support.browser import served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Response

ALLOWED = {2497: 100, 10_000: 300}  # milliseconds, by how many ideas there are
LARGEST = 200_000  # bytes before the first answer, compressed
TIMES = 3
# Words that nearly every entry holds are the slowest to ask for.
COMMON = ["projekt", "företag", "kommun", "utveckling", "företag projekt utveckling"]


@pytest.mark.parametrize("count", ALLOWED)
def test_a_search_answers_at_once(
    chromium: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str], count: int
) -> None:
    """The median and the slowest of all questions, each the best of three, with ten results shown."""
    found = search_site.lay(tmp_path, project.BASE, many(count))
    before = time.process_time(), children()
    search_site.index(found, tmp_path / "site")
    spent = time.process_time() - before[0], children() - before[1]
    with served(tmp_path / "site") as address:
        page = chromium.new_page()
        fetched: list[Response] = []

        def fetch(response: Response) -> None:
            fetched.append(response)

        page.on("response", fetch)
        page.goto(address)
        page.evaluate(search_site.OPEN, address)
        page.evaluate(search_site.ASK, ("äldreomsorg", []))
        # Whatever the answer needed has been told of before the answer itself.
        first = sum(sent(response) for response in fetched)
        asked = [*COMMON, *(question["asks"] for question in search_site.questions())]
        times = {words: best(page, words) for words in asked}
        page.close()
    slowest = max(times, key=lambda words: times[words])
    with capsys.disabled():
        print(f"\n{len(found.entries):,} entries: index {spent[0]:.1f} + {spent[1]:.1f} s CPU")
        print(f"median {median(times.values()):.0f} ms, slowest {times[slowest]:.0f} ms ({slowest})")
        print(f"before the first answer: {first / 1000:.0f} kB compressed, of {LARGEST / 1000:.0f}")
    assert median(times.values()) <= ALLOWED[count]
    assert times[slowest] <= ALLOWED[count]
    if first > LARGEST:
        pytest.xfail(f"missed: {first / LARGEST:.2f} times what it may be")


def sent(response: Response) -> int:
    """Bytes of the body as a server sends it: text is compressed, and Pagefind's own files are already."""
    body = response.body()
    return (
        len(gzip.compress(body)) if response.url.partition("?")[0].endswith((".js", ".json")) else len(body)
    )


def many(count: int) -> list[dict[str, Any]]:
    """So many real records; the same again with another title where there are too few."""
    rows = [row for _, row in search_site.corpora()]
    return [
        {**rows[at % len(rows)], "title": f"{rows[at % len(rows)]['title']} {at // len(rows) or ''}"}
        for at in range(count)
    ]


def best(page: Any, words: str) -> float:
    return min(float(page.evaluate(search_site.ASK, (words, []))["milliseconds"]) for _ in range(TIMES))


def children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
