"""The form for a new idea, in Chromium: what it checks, keeps, finds and writes."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from idesluss import proposal
from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judge_catalogue
from idesluss.reading.files import DiskFiles
from tests.support import catalogues, project, registers
from tests.support.accessible import CROSSED, barriers
from tests.support.browser import fits
from tests.support.form import IDEA, answer, sent
from tests.support.vectors import own_vectors

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.support.browser import Visit

DAY = dt.date.fromisoformat(project.TODAY)
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
    assert barriers(page, CROSSED[width]) == {}
    assert fits(page, width)
    answer(page, IDEA)
    question = f"{IDEA['title']} {IDEA['summary']}"
    expect(page.locator(".propose__similar")).to_have_attribute("data-question", question)
    sent(page)
    expect(page.locator("#done")).to_be_visible()
    assert barriers(page, CROSSED[width]) == {}
    assert fits(page, width)
