"""The form for a new idea, in Chromium: what it checks, keeps, finds and writes."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from idesluss import proposal
from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judge_catalogue
from idesluss.proposal.mail import read_mail
from idesluss.proposal.mail_answer import receipt_of_mail
from idesluss.reading.files import DiskFiles
from tests.support import catalogues, project, registers
from tests.support.accessible import barriers
from tests.support.browser import fits
from tests.support.form import answer
from tests.support.vectors import own_vectors

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.browser import Visit

DAY = dt.date.fromisoformat(project.TODAY)
GOLDEN = project.HERE / "review" / "story" / "idea.md"
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
IDEA = {
    "title": "Cyklar att låna vid busshållplatsen",
    "summary": "Den som kommer med bussen ska kunna låna en cykel den sista biten hem.",
    "section.need": "Från hållplatsen är det två kilometer hem.\n\n- mörkt\n- långt",
    "origin": "resident",
    "sector": "vard-och-omsorg",
}
STORY = {
    **IDEA,
    "section.need": "Från hållplatsen är det två kilometer hem, och efter klockan sju går ingen buss dit.",
    "sector": "samhallsbyggnad",
}
HOSTILE = [
    'Citat "inne" och \\ snedstreck',
    "# Rubrik\n\n## En till\n=====\n---\n***\n> citat",
    "<script>alert(1)</script> & &amp; &#60;",
    "[länk](javascript:alert(1)) ![bild](x.png) [ref]: http://x [^1]",
    "```\nkod\n~~~\n    indrag\n\tflik",
    "e\u0301 å a\u030a \u200b\u202e\u00ad\ufeff \u2028ny rad\u0085",
    "rad ett\r\nrad två\rrad tre\n\n\n\nrad fyra   ",
    "ett: två #tre {fyra} [fem] *sex* !sju %åtta @nio `tio`",
    "\ud800ensam \U0001f468\u200d\U0001f469\u200d\U0001f467 ❤️ 💚",
    "---\ntitle: ny\n---\n::stop-commands::x $(id)",
]


@pytest.fixture
def root(site: Path) -> Path:
    """Where the catalogue lies whose site is read."""
    return site.parent


@pytest.fixture
def placed(tracked: str) -> str:
    """The form of a catalogue whose repository has an address, so that the form leads there."""
    return f"{tracked}/foresla/"


def sent(page: Page) -> str:
    page.get_by_role("button", name="Granska och skicka").click()
    expect(page.get_by_role("heading", name="Granska och skicka")).to_be_visible()
    return str(page.locator(".propose__file").text_content())


def problems(root: Path, folder: Path, *contents: str) -> list[str]:
    """What the check says of these files, laid among the others."""
    shutil.copytree(root / "ideas", folder / "ideas")
    for number, content in enumerate(contents):
        place = folder / "ideas" / "2026" / f"ny-ide-{number}" / "idea.md"
        place.parent.mkdir()
        place.write_text(content, encoding="utf-8")
    read = read_catalogue(DiskFiles(folder), DAY).catalogue
    assert isinstance(read, Catalogue)
    own = [p for p in judge_catalogue(read) if "/ny-ide-" in p.place.path]
    return [f"{p.place.path}:{p.place.line} {p.severity} {p.rule}" for p in own if p.severity != "hint"]


def test_a_whole_idea_by_keyboard_on_a_phone(visit: Visit, address: str, root: Path, tmp_path: Path) -> None:
    """Typed, chosen and sent without a mouse at 320 px; the file passes the check."""
    page = visit(f"{address}/foresla/", width=320, day=project.TODAY)
    page.get_by_label("Titel").focus()
    for name in ("title", "summary", "section.need"):
        expect(page.locator(f"[name='{name}']")).to_be_focused()
        page.keyboard.type(IDEA[name])
        for _ in range(6):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('[data-question]')"):
                break
    for name in ("origin", "sector"):
        page.keyboard.press("Tab")
        expect(page.locator(f"[name='{name}']")).to_be_focused()
        page.keyboard.press("ArrowDown")
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type === 'submit'"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_be_focused()
    assert fits(page, 320)
    content = str(page.locator(".propose__file").text_content())
    assert f'title: "{IDEA["title"]}"' in content
    assert "- mörkt\n- långt" in content
    assert problems(root, tmp_path, content) == []


def test_what_is_missing_is_told_at_the_top_and_at_the_field(visit: Visit, address: str) -> None:
    """Focus goes to the list, its links to the fields; a mended answer is no longer complained of."""
    page = visit(f"{address}/foresla/")
    page.get_by_role("button", name="Granska och skicka").click()
    box = page.locator(".propose__wrong")
    expect(box).to_be_focused()
    expect(box.get_by_role("heading")).to_have_text("5 saker att rätta")
    box.get_by_role("link", name="Fältet Titel är tomt.").click()
    expect(page.get_by_label("Titel")).to_be_focused()
    expect(page.get_by_label("Titel")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#q-title-wrong")).to_have_text("Fältet Titel är tomt.")
    page.keyboard.type("Cyklar")
    expect(page.locator("#q-title-wrong")).to_be_hidden()
    expect(page.locator("#done")).to_be_hidden()


def test_answers_are_checked_with_the_words_of_the_check(visit: Visit, address: str) -> None:
    """Lengths as characters, an address for mail; told when the field is left, mended while typing."""
    page = visit(f"{address}/foresla/")
    page.get_by_label("Sammanfattning").fill("Kort 💚")
    page.get_by_label("Titel").focus()
    expect(page.locator("#q-summary-wrong")).to_have_text("Sammanfattning är 6 tecken. Det behövs minst 20.")
    expect(page.locator("#q-summary-count")).to_have_text("6 av högst 500 tecken")
    page.get_by_label("Titel").fill("å" * 121)
    page.get_by_label("Sammanfattning").focus()
    expect(page.locator("#q-title-wrong")).to_have_text("Titel är 121 tecken. Högst 120 får plats.")
    page.get_by_text("Mer om idén").click()
    page.get_by_label("Kontakt").fill("inte en adress")
    page.get_by_label("Titel").focus()
    expect(page.locator("#q-contact-wrong")).to_contain_text("ingen e-postadress")


def test_the_draft_is_there_after_a_reload_until_it_is_thrown_away(visit: Visit, address: str) -> None:
    page = visit(f"{address}/foresla/")
    answer(page, IDEA)
    page.get_by_text("Mer om idén").click()
    page.locator("[name=themes]").first.check()
    expect(page.locator(".propose__said")).to_have_text("Utkastet sparas i din webbläsare.")
    page.reload()
    expect(page.locator(".propose__kept")).to_contain_text("Här är ditt utkast från förra gången.")
    for name, words in IDEA.items():
        expect(page.locator(f"[name='{name}']")).to_have_value(words)
    assert page.locator("[name=themes]:checked").count() == 1
    page.locator(".propose__kept").get_by_role("button", name="Töm formuläret").click()
    expect(page.get_by_label("Titel")).to_have_value("")
    page.reload()
    expect(page.get_by_label("Titel")).to_have_value("")


def test_similar_ideas_are_shown_before_sending(visit: Visit, address: str) -> None:
    page = visit(f"{address}/foresla/")
    page.get_by_label("Titel").fill("Trygga hemgångar från sjukhuset")
    similar = page.get_by_role("region", name="Liknande idéer")
    expect(similar.get_by_role("link", name="Trygg hemgång")).to_be_visible()


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


@pytest.mark.parametrize("idea", ["2025/trygg-hemgang", "2024/lanecykel-vid-stationen", "2026/quiet-hour"])
def test_a_file_that_exists_keeps_what_is_not_changed(
    visit: Visit, address: str, root: Path, idea: str
) -> None:
    """Unchanged it comes out as it was; another title changes that line alone."""
    file = root / "ideas" / idea / "idea.md"
    page = visit(f"{address}/foresla/")
    page.get_by_text("Öppna ett sparat utkast").click()
    page.get_by_label("Välj filen idea.md").set_input_files(file)
    expect(page.locator(".propose__said")).to_have_text("Filen är inläst.")
    before = file.read_text(encoding="utf-8")
    assert sent(page).rstrip() == before.rstrip()
    page.get_by_label("Titel").fill('Ett "nytt" namn')
    after = sent(page)
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert changed == ['title: "Ett \\"nytt\\" namn"']


def test_another_file_is_refused_in_words(visit: Visit, address: str, tmp_path: Path) -> None:
    wrong = tmp_path / "brev.md"
    wrong.write_text("Hej!\n", encoding="utf-8")
    page = visit(f"{address}/foresla/")
    page.get_by_text("Öppna ett sparat utkast").click()
    page.get_by_label("Välj filen idea.md").set_input_files(wrong)
    expect(page.locator(".propose__said")).to_contain_text("går inte att läsa som en idé")


def written(page: Page, answers: dict[str, Any]) -> str:
    """The file as the form's script writes it."""
    # A lone surrogate cannot be sent to the browser as it is: both get what a field would hold.
    sendable = json.loads(json.dumps(answers).replace("\\ud800", ""))
    script = """async ([answers, day]) => {
        const page = document.querySelector("script[src$='/propose/page.js']").src;
        const { write } = await import(new URL("write.js", page));
        const form = JSON.parse(document.getElementById("proposal").textContent);
        return write(answers, form, day);
    }"""
    return str(page.evaluate(script, [sendable, str(DAY)]))


def test_the_browser_writes_what_the_program_writes(
    visit: Visit, address: str, root: Path, tmp_path: Path
) -> None:
    """The same bytes from the same answers, whatever is typed; and they pass the check."""
    settings = catalogues.read(root).settings
    page = visit(f"{address}/foresla/")
    contents = []
    for words in HOSTILE:
        title = f"Idé {words}"
        answers: dict[str, Any] = {
            **IDEA,
            "title": title,
            "summary": f"Den som vill något mer. {words}",
            "section.need": words,
            "section.benefit": words,
            "themes": [],
            "agenda_goals": ["3", "11"],
        }
        theirs = {name: tuple(value) if isinstance(value, list) else value for name, value in answers.items()}
        contents.append(written(page, answers))
        assert contents[-1] == proposal.idea_file(theirs, settings, DAY, "sv")
    assert problems(root, tmp_path, *contents) == []


@pytest.mark.parametrize("origin", ["own", pytest.param("register", marks=pytest.mark.prove)])
def test_texts_typed_as_they_are_pass(
    visit: Visit, address: str, root: Path, tmp_path: Path, origin: str
) -> None:
    """Descriptions of projects, cut where the form would say that they are too long."""
    page = visit(f"{address}/foresla/", day=project.TODAY)
    contents = []
    rows = registers.summarised_rows(400)[:375:75] if origin == "register" else own_vectors("descriptions")
    for row in rows:
        answer(
            page,
            {
                **IDEA,
                "title": row["title"][:120],
                "summary": row["summary"][:500],
                "section.need": row["summary"][:5000],
            },
        )
        contents.append(sent(page))
    assert len(contents) == 5
    assert problems(root, tmp_path, *contents) == []


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_in_any_state(visit: Visit, placed: str, width: int) -> None:
    """With everything unfolded, with mistakes told, and with the file shown."""
    page = visit(placed, width=width)
    for folded in page.locator("main details").all():
        folded.evaluate("e => e.open = true")
    page.get_by_role("button", name="Granska och skicka").click()
    expect(page.locator(".propose__wrong")).to_be_visible()
    assert barriers(page) == {}
    assert fits(page, width)
    answer(page, IDEA)
    question = f"{IDEA['title']} {IDEA['summary']}"
    expect(page.locator(".propose__similar")).to_have_attribute("data-question", question)
    sent(page)
    expect(page.locator("#done")).to_be_visible()
    assert barriers(page) == {}
    assert fits(page, width)


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
