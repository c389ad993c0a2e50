"""The ways on which an idea leaves the form, in Chromium: shown, as a message, by the host, as a file."""

from __future__ import annotations

import os
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from idesluss.proposal.mail import read_mail
from idesluss.proposal.mail_answer import receipt_of_mail
from tests.support import catalogues, project
from tests.support.form import IDEA, answer, sent

if TYPE_CHECKING:
    from tests.support.browser import Visit

GOLDEN = project.HERE / "review" / "story" / "idea.md"
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
STORY = {
    **IDEA,
    "section.need": "Från hållplatsen är det två kilometer hem, och efter klockan sju går ingen buss dit.",
    "sector": "samhallsbyggnad",
}


@pytest.fixture
def placed(tracked: str) -> str:
    """The form of a catalogue whose repository has an address, so that the form leads there."""
    return f"{tracked}/foresla/"


def test_github_opens_with_the_file_filled_in(visit: Visit, placed: str) -> None:
    """Under the author's own name; a text that is too long for an address is copied instead."""
    page = visit(placed)
    answer(page, IDEA)
    content = sent(page)
    link = urlsplit(str(page.get_by_role("link", name="Öppna GitHub").get_attribute("href")))
    assert f"{link.scheme}://{link.netloc}{link.path}" == "https://git.example.se/a/b/new/main"
    query = parse_qs(link.query)
    path = "cyklar-att-lana-vid-busshallplatsen/idea.md"
    assert query["filename"][0].endswith(path)
    assert query["value"] == [content]
    page.locator("[name='section.need']").fill("Det är långt hem. " * 250)
    sent(page)
    long = str(page.get_by_role("link", name="Öppna GitHub").get_attribute("href"))
    assert set(parse_qs(urlsplit(long).query)) == {"filename"}
    expect(page.get_by_text("Texten är för lång för att följa med i länken.")).to_be_visible()


def test_the_idea_is_shown_as_its_page_will_show_it(visit: Visit, address: str) -> None:
    """Its parts in the page's own look; what is written stands as it was written."""
    page = visit(f"{address}/foresla/")
    answer(page, {**IDEA, "title": "Cyklar <b> & \\ `lån`"})
    page.get_by_text("Mer om idén").click()
    page.locator("[name=municipalities]").first.check()
    page.get_by_label("Målgrupp").fill("Den som pendlar")
    sent(page)
    shown = page.get_by_role("article", name="Cyklar <b> & \\ `lån`")
    expect(shown.locator(".kicker")).to_contain_text("Vård och omsorg · ")
    expect(shown.locator(".lead")).to_have_text(IDEA["summary"])
    expect(shown.get_by_role("heading", name="Behov")).to_be_visible()
    assert shown.get_by_role("listitem").all_text_contents() == ["mörkt", "långt"]
    expect(shown.locator("dl")).to_contain_text("Den som pendlar")
    expect(page.locator(".propose__file")).to_be_hidden()
    expect(page.get_by_text("Utkastet som du öppnade har mer")).to_be_hidden()


def test_a_message_brings_the_file_to_the_catalogues_mailbox(
    visit: Visit, placed: str, tracked_root: Path
) -> None:
    """Saved, attached and sent as the form says, it becomes the idea that the form wrote."""
    page = visit(placed, day=project.TODAY)
    answer(page, IDEA)
    content = sent(page)
    ways = page.locator(".propose__ways h4")
    assert ways.all_text_contents() == ["Skicka som e-post", "Skicka via GitHub", "Spara som fil"]
    link = urlsplit(str(page.get_by_role("link", name="Öppna ett mejl").get_attribute("href")))
    asked = parse_qs(link.query, strict_parsing=True)
    assert (link.scheme, link.path) == ("mailto", "ideer@storby.example")
    assert asked["subject"] == [f"Idé: {IDEA['title']}"]
    assert "Bifoga filen idea.md" in asked["body"][0]
    with page.expect_download() as download:
        page.get_by_role("region", name="Skicka som e-post").get_by_role("link", name="Spara idea.md").click()
    message = EmailMessage()
    message["Subject"] = asked["subject"][0]
    message.set_content(asked["body"][0])
    message.add_attachment(
        Path(download.value.path()).read_bytes(), "application", "octet-stream", filename="idea.md"
    )
    receipt = receipt_of_mail(catalogues.read(tracked_root), read_mail(message.as_bytes())).receipt
    assert receipt.content == content
    assert receipt.path == page.locator(".propose__path").text_content()


def test_without_mailbox_and_repository_no_way_leads_nowhere(visit: Visit, address: str) -> None:
    page = visit(f"{address}/foresla/")
    answer(page, IDEA)
    sent(page)
    assert page.locator(".propose__ways h4").all_text_contents() == ["Spara som fil"]
    expect(page.get_by_text("har ännu ingen brevlåda")).to_be_visible()
    assert page.locator("#done a[href^=http], main a[href^=mailto]").count() == 0


def test_the_file_can_be_saved_and_copied(visit: Visit, address: str) -> None:
    """It is the file that the story of an idea begins with: `tests/review/test_story.py`."""
    allowed = ["clipboard-read", "clipboard-write"]
    page = visit(f"{address}/foresla/", day=project.TODAY, permissions=allowed)
    answer(page, STORY)
    content = sent(page)
    if WRITES:
        GOLDEN.write_text(content, encoding="utf-8")
    assert content == GOLDEN.read_text(encoding="utf-8")
    path = "ideas/2026/cyklar-att-lana-vid-busshallplatsen/idea.md"
    expect(page.locator(".propose__path")).to_have_text(path)
    with page.expect_download() as download:
        page.get_by_role("link", name="Spara idea.md").click()
    assert download.value.suggested_filename == "idea.md"
    assert Path(download.value.path()).read_text(encoding="utf-8") == content
    page.get_by_text("Visa filen som text").click()
    page.get_by_role("button", name="Kopiera texten").click()
    expect(page.locator(".propose__said")).to_have_text("Kopierat.")
    assert page.evaluate("navigator.clipboard.readText()") == content


def test_without_script_a_message_has_the_questions_as_headings(
    visit: Visit, placed: str, tracked_root: Path
) -> None:
    """Answered there and sent, it becomes an idea."""
    page = visit(placed, script=False)
    link = page.get_by_role("link", name="Skriv ett mejl till ideer@storby.example")
    body = parse_qs(urlsplit(str(link.get_attribute("href"))).query, strict_parsing=True)["body"][0]
    answers = [IDEA["title"], IDEA["summary"], IDEA["section.need"], "Invånare", "Vård och omsorg"]
    *headings, of_picture = body.split("\r\n\r\n")
    assert of_picture.strip().split("\r\n") == ["Bilden visar:", "Bilden är gjord av:", "Bildens licens:"]
    message = EmailMessage()
    parts = [f"{pair[0]}\n\n{pair[1]}" for pair in zip(headings, answers, strict=True)]
    message.set_content("\n\n".join([*parts, of_picture]))
    receipt = receipt_of_mail(catalogues.read(tracked_root), read_mail(message.as_bytes())).receipt
    assert "origin: resident\nsector: vard-och-omsorg\n" in receipt.content


def test_without_script_the_other_doors_are_there(visit: Visit, placed: str) -> None:
    page = visit(placed, script=False)
    expect(page.get_by_text("Formuläret behöver JavaScript.")).to_be_visible()
    expect(page.locator("#propose")).to_be_hidden()
    expect(page.get_by_role("link", name="Svara på samma frågor på GitHub")).to_be_visible()
    expect(page.get_by_role("link", name="Så bidrar du, steg för steg")).to_be_visible()
