"""How long a saved idea takes to be on screen while serving, and one that is broken to say so."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.support import generated_ideas, project
from tests.support.serving import Served
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SIZES = (1000, 10_000)
LIMIT = 0.7  # seconds from the saving to the screen, at any size
ROUNDS = 5
_IDEA = "ideas/2015/genererad-00005/idea.md"
_SHOWN = "document.querySelector('h1')?.textContent.includes('{}')"
_BROKEN = "document.querySelector('.notice--problem')?.textContent.includes('{}')"


@dataclass
class Writer:
    """Somebody who writes an idea with its page beside it."""

    served: Served
    page: Page

    def wait(self, old: str, new: str, seen: str) -> float:
        """Save, and wait until the page says what it should; seconds."""
        begun = time.monotonic()
        self.served.edit(_IDEA, old, new)
        self.page.wait_for_function(seen, polling="raf", timeout=HANGS * 1000)
        return time.monotonic() - begun


@pytest.fixture(params=SIZES)
def writer(request: pytest.FixtureRequest, tmp_path: Path, chromium: Browser) -> Iterator[Writer]:
    """At a catalogue of a size, in one language, as the issue measures it."""
    folder = project.make(tmp_path / "project", project.BASE)
    settings = folder / "ideas/catalogue.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub("(?m)^languages: .*", "languages: [sv]", text), encoding="utf-8")
    generated_ideas.write(folder, request.param)
    (tmp_path / "scratch").mkdir()
    served = Served(folder, tmp_path / "scratch")
    try:
        served.wait(lambda: "Serving on" in served.told())
        page = chromium.new_page()
        page.goto(f"http://{served.address}/ideer/2015/genererad-00005/")
        yield Writer(served, page)
        page.close()
    finally:
        served.end()


def test_a_saved_idea_is_on_screen_within_a_moment(
    writer: Writer, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    """Saved again and again, while the whole is built beside it; the median, and the longest."""
    saved, broken = [], []
    title = "title: "
    for number in range(ROUNDS):
        saved.append(writer.wait(title, f"title: Nu{number} ", _SHOWN.format(f"Nu{number}")))
        title = f"title: Nu{number} "
        broken.append(writer.wait("submitted: ", "submitted: x", _BROKEN.format("submitted: x")))
        writer.wait("submitted: x", "submitted: ", f"!({_BROKEN.format('submitted: x')})")
    size = request.node.callspec.params["writer"]
    medians = {name: sorted(found)[ROUNDS // 2] for name, found in (("saved", saved), ("broken", broken))}
    told = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in medians.items())
    with capsys.disabled():
        print(f"\n{size:,} ideas: on screen after {told}; the longest {max(*saved, *broken):.2f} s")
    missed = [f"{name} {seconds / LIMIT:.1f} times" for name, seconds in medians.items() if seconds > LIMIT]
    if missed:
        pytest.xfail(f"missed: {', '.join(missed)} what it may be")
