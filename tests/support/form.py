"""The form for a new idea, filled in as somebody would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

IDEA = {
    "title": "Cyklar att låna vid busshållplatsen",
    "summary": "Den som kommer med bussen ska kunna låna en cykel den sista biten hem.",
    "section.need": "Från hållplatsen är det två kilometer hem.\n\n- mörkt\n- långt",
    "origin": "resident",
    "sector": "vard-och-omsorg",
}


def answer(page: Page, answers: Mapping[str, str]) -> None:
    """Write or choose the answer to each question, by its name."""
    for name, words in answers.items():
        field = page.locator(f"[name='{name}']")
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(words)
        else:
            field.fill(words)


def sent(page: Page) -> str:
    """Review what is written, and return the file that the form shows."""
    page.get_by_role("button", name="Granska och skicka").click()
    expect(page.get_by_role("heading", name="Granska och skicka")).to_be_visible()
    return str(page.locator(".propose__file").text_content())
