"""Every kind of page in Chromium: readable, reachable, quiet, and within its own host."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

PAGES = {
    "home": "/",
    "home in English": "/en/",
    "idea": "/ideer/2024/lanecykel-vid-stationen/",
    "idea in English": "/en/ideas/2024/lanecykel-vid-stationen/",
    "idea with plan": "/ideer/2025/trygg-hemgang/",
    "idea on hold": "/ideer/2023/skolmat-efter-sasong/",
    "idea written in English": "/ideer/2026/quiet-hour/",
    "research": "/ideer/2022/foljeforskning-hemgang/",
    "propose": "/foresla/",
    "propose in English": "/en/propose/",
    "list": "/ideer/",
    "pipeline": "/slussen/",
    "topics": "/amnen/",
    "facet": "/sektorer/vard-och-omsorg/",
    "empty facet": "/skeden/operation/",
    "calls": "/utlysningar/",
    "call": "/utlysningar/testbaddar-2025/",
    "lessons": "/lardomar/",
    "lessons in English": "/en/lessons/",
    "key factors": "/nyckelfaktorer/",
    "goals": "/mal/",
    "organisations": "/organisationer/",
    "municipalities": "/kommuner/",
    "organisation": "/organisationer/storby-kommun/",
    "key factor": "/nyckelfaktorer/time_set_aside/",
    "awaiting": "/vantar-pa-svar/",
    "awaiting in English": "/en/awaiting-answer/",
    "latest": "/senaste-nytt/",
    "latest in English": "/en/latest/",
    "calendar": "/kalender/",
    "calendar in English": "/en/calendar/",
    "figures": "/nyckeltal/",
    "figures in English": "/en/figures/",
    "about": "/om/",
    "fields": "/falt/",
    "rules": "/regler/",
    "rules in English": "/en/rules/",
    "rule": "/regler/body_link/",
    "rule in English": "/en/rules/yaml/",
    "decisions": "/decisions/",
    "not found": "/finns/inte/",
}
# WCAG 2.2 AA and axe's best practices.
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Scheme = Literal["light", "dark"]


def opened(chromium: Browser, url: str, *, width: int = 1440, **options: Any) -> tuple[Page, list[str]]:
    """A page in a fresh context, and all that it complained of or asked other hosts for."""
    context = chromium.new_context(viewport={"width": width, "height": 800}, **options)
    page = context.new_page()
    page.set_default_timeout(10_000)
    complaints: list[str] = []
    host = url.split("/")[2]
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda r: complaints.append(r.url) if r.url.split("/")[2] != host else None)
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    page.on("console", lambda m: complaints.append(m.text) if m.type in {"error", "warning"} else None)
    page.goto(url)
    return page, [c for c in complaints if not ("404" in c and "/finns/" in url)] or complaints[:0]


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("kind", PAGES)
def test_page_opens_quietly_and_fits(
    chromium: Browser, address: str, kind: str, width: int, javascript: bool
) -> None:
    """No message in the console, nothing asked of another host, one h1, and no sideways scrolling."""
    url = address + PAGES[kind]
    page, complaints = opened(chromium, url, width=width, java_script_enabled=javascript)
    assert complaints == []
    assert page.locator("h1").count() == 1
    expect(page.locator("main")).to_be_visible()
    if javascript:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


@pytest.mark.parametrize("forced", ["none", "active"], ids=["own colours", "forced colours"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(
    chromium: Browser, address: str, kind: str, width: int, scheme: Scheme, forced: Literal["none", "active"]
) -> None:
    """Axe is silent in every scheme and width."""
    page, _ = opened(
        chromium,
        address + PAGES[kind],
        width=width,
        color_scheme=scheme,
        forced_colors=forced,
        bypass_csp=True,
    )
    results = Axe().run(page, options={"runOnly": STANDARDS})
    found = [
        (v["id"], n["target"], n["failureSummary"])
        for v in results.response["violations"]
        for n in v["nodes"]
    ]
    assert found == []
    page.context.close()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_menu_by_keyboard_on_a_phone(chromium: Browser, address: str, javascript: bool) -> None:
    """At 320 px the menu opens, is walked through and closed from the keyboard, and leads on."""
    page, _ = opened(chromium, address + "/", width=320, java_script_enabled=javascript)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    button = page.get_by_role("button", name="Meny")
    for _ in range(6):
        page.keyboard.press("Tab")
        if button.evaluate("e => e === document.activeElement"):
            break
    expect(button).to_be_focused()
    expect(page.get_by_role("link", name="Slussen", exact=True)).to_be_hidden()
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Slussen", exact=True)
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Slussen")
    page.context.close()


def test_focus_is_never_off_screen(chromium: Browser, address: str) -> None:
    """Whatever Tab reaches at 320 px can be seen."""
    # Without smooth scrolling, which would still be under way when the place is read.
    page, _ = opened(chromium, address + PAGES["idea"], width=320, reduced_motion="reduce")
    for _ in range(60):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "() => { const e = document.activeElement; if (e === document.body) return null;"
            " const b = e.getBoundingClientRect(); return [b.left, b.right, b.width, b.top, innerHeight]; }"
        )
        if box is None:
            break
        assert box[0] >= -1
        assert box[1] <= 321
        assert box[2] > 0
        assert -1 <= box[3] <= box[4]
    page.context.close()


def test_skip_link_leads_to_the_content(chromium: Browser, address: str) -> None:
    """The first Tab offers to skip the menu, and Enter does."""
    page, _ = opened(chromium, address + "/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.context.close()


def test_reader_chooses_dark_and_it_stays(chromium: Browser, address: str) -> None:
    """The choice of dark holds on the next page and after a reload, and can be taken back."""
    page, _ = opened(chromium, address + "/", color_scheme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Mörkt läge").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto(address + "/slussen/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    page.get_by_role("button", name="Ljust läge").click()
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light
    page.context.close()


def test_language_switch_keeps_the_page(chromium: Browser, address: str) -> None:
    """The switch leads to the same idea in the other language; what stays Swedish says so."""
    page, _ = opened(chromium, address + PAGES["idea"])
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Borrow a bicycle at the station")
    expect(page.locator(".prose").first).to_have_attribute("lang", "sv")
    page.get_by_role("link", name="Svenska").click()
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    page.context.close()


def test_first_screen_answers(chromium: Browser, address: str) -> None:
    """What it is, where it is, whose move it is and what came of it stand above the fold at 1440 px."""
    page, _ = opened(chromium, address + PAGES["idea"])
    for words in ("Var är den?", "Vems tur är det?", "Vad blev det?"):
        box = page.get_by_text(words).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 800
    page.context.close()
