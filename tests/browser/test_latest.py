"""What waits, what happened and what comes, in Chromium: with a history in git, with and without script."""

from __future__ import annotations

import functools
import threading
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Quiet, Server
from tests.browser.test_pages import STANDARDS, opened
from tests.history.test_timeline import Repo
from tests.support import gitrepo, project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

SMALL = "2026/enklare-felanmalan"
IDEA = f"/ideer/{SMALL}/"
DAYS = 12


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site is served whose catalogue has changed on many days, and has somebody waiting long."""
    repo = Repo(gitrepo.start(project.make(tmp_path_factory.mktemp("story"))))
    late = repo.root / "ideas" / "2020" / "bank-i-skuggan" / "idea.md"
    late.parent.mkdir(parents=True)
    text = (repo.root / "ideas" / SMALL / "idea.md").read_text(encoding="utf-8")
    text = text.replace("2026-11-02", "2020-11-02", 1).replace("Enklare felanmälan", "Bänk i skuggan")
    late.write_text(text, encoding="utf-8")
    repo.commit("2026-11-03")
    for day in range(DAYS):
        repo.change(f"2026-11-{day + 4:02}", f"{SMALL}/idea.md", ("## Behov\n\n", "## Behov\n\nTillägg. "))
    done = project.run(repo.root, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    server = Server(("127.0.0.1", 0), functools.partial(Quiet, directory=repo.root / "site"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_older_changes_unfold_by_keyboard(chromium: Browser, told: str, javascript: bool) -> None:
    """The latest are in sight; Enter shows the rest, down to the day the entry came."""
    page, complaints = opened(chromium, told + IDEA, width=320, java_script_enabled=javascript)
    history = page.locator("section.history")
    expect(history.get_by_text("15 november 2026")).to_be_visible()
    came = history.get_by_text("Lades in i katalogen")
    expect(came).to_be_hidden()
    history.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(came).to_be_visible()
    assert history.get_by_role("listitem").count() == DAYS + 1
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_from_the_count_to_whom_it_is_about(chromium: Browser, told: str, javascript: bool) -> None:
    """The sum of those that have waited too long leads to the first of them, and on to the idea."""
    page, _ = opened(chromium, f"{told}/vantar-pa-svar/", java_script_enabled=javascript)
    page.get_by_role("link", name="1 har väntat för länge.").click()
    expect(page).to_have_url(f"{told}/vantar-pa-svar/#late")
    row = page.locator("#late")
    expect(row).to_be_in_viewport()
    row.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bänk i skuggan")
    page.context.close()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_from_a_month_to_what_comes_in_it(chromium: Browser, told: str, javascript: bool) -> None:
    """The list of months leads to the month, and its dates to their ideas."""
    url = f"{told}/kalender/"
    page, _ = opened(chromium, url, width=320, java_script_enabled=javascript, reduced_motion="reduce")
    page.get_by_role("navigation", name="Kommande månader").get_by_role("link", name="Februari 2027").click()
    heading = page.get_by_role("heading", name="Februari 2027")
    expect(heading).to_be_in_viewport()
    page.get_by_role("region", name="Februari 2027").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Trygg hemgång")
    page.context.close()


def test_news_from_git_lead_to_the_idea(chromium: Browser, told: str) -> None:
    """An idea that came in stands beside the decisions, each under its day."""
    page, _ = opened(chromium, f"{told}/senaste-nytt/")
    expect(page.get_by_text("utan katalogens historik")).to_have_count(0)
    day = page.locator(".day").filter(has_text="3 november 2026")
    day.get_by_role("link", name="Bänk i skuggan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bänk i skuggan")
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [IDEA, "/vantar-pa-svar/", "/senaste-nytt/", "/kalender/"])
def test_axe_finds_nothing_with_a_history(
    chromium: Browser, told: str, path: str, scheme: Literal["light", "dark"]
) -> None:
    """Also where changes, late answers and news are shown."""
    page, _ = opened(chromium, told + path, width=320, color_scheme=scheme, bypass_csp=True)
    for summary in page.locator("section.history summary").all():
        summary.click()
    results = Axe().run(page, options={"runOnly": STANDARDS})
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in results.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()
