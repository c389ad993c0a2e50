"""Calendars to take along: read by another program, with ids that stay, and nothing that a clock says."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from idesluss.derived.whole import Derived
from idesluss.history.git import Repository
from idesluss.history.timeline import read_timeline
from idesluss.pages import pages_in
from idesluss.pages.base.site import Site
from idesluss.pages.files import ical
from idesluss.pages.files.ical import CalendarEvent
from idesluss.pages.overviews import calendar as calendar_page
from tests.support import catalogues, markup
from tests.support.calendar_reader import assert_calendars_keep, events, files, read, uids
from tests.support.feed_readers import SITE, at
from tests.support.timelines import lay_repository

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue

WHOLE = "kalender/calendar.ics"
TRYGG = "ideer/2025/trygg-hemgang/calendar.ics"
DAY = dt.date(2026, 11, 23)
texts = st.text(st.characters(codec="utf-8"))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return at(catalogues.read(catalogues.lay(tmp_path_factory.mktemp("calendars"))), site_url=SITE)


def test_every_calendar_is_what_the_standard_asks_for(found: Catalogue) -> None:
    for language in found.settings.site_languages:
        made = files(found, language)
        assert len(made) >= 4
        for content in made.values():
            read(content)


def test_the_whole_has_what_its_page_shows(found: Catalogue) -> None:
    """As many dates on the same days; a month alone is the whole month, as its day is not invented."""
    page = markup.tree("".join(page.content for page in calendar_page.pages(Site(Derived(found), "sv"))))
    made = events(files(found)[WHOLE])
    assert len(made) == len(page.all("li", "due"))
    shown = {day.attributes["datetime"] for day in page.all("time")}
    assert {day if days == 1 else day[:7] for day, _, days in made} == shown
    assert [days for day, _, days in made if day == "2026-12-01"] == [31]


def test_an_idea_has_its_own_in_the_words_of_the_language(found: Catalogue) -> None:
    told = [title for _, title, _ in events(files(found)[TRYGG])]
    assert "Milstolpe att nå: Hundra hemgångar – Trygg hemgång" in told
    english = files(found, "en")["en/ideas/2025/trygg-hemgang/calendar.ics"]
    assert any(title.startswith("Milestone to reach: Hundra hemgångar") for _, title, _ in events(english))
    own = uids(files(found)[TRYGG])
    assert sorted(uids(english).values()) == sorted(own.values())


def test_calls_and_what_is_on_hold_are_there(tmp_path: Path) -> None:
    root = catalogues.lay(tmp_path)
    made = catalogues.read(root)
    call = made.calls["testbaddar-2025"].call
    assert call.closes
    day = call.closes.last_day
    early = replace(made, today=day, judged=tuple(replace(entry, today=day) for entry in made.judged))
    told = " ".join(title for _, title, _ in events(files(early)[WHOLE]))
    assert "Sista ansökningsdag" in told
    assert "Ska tas upp igen" in told


def test_pages_lead_to_the_calendars_that_are_there(found: Catalogue) -> None:
    published = catalogues.publish_all(found)
    named = {
        page.alternates["calendar"] for page in pages_in(published.values()) if "calendar" in page.alternates
    }
    assert named == {path for path in published if path.endswith(".ics")}
    for page in pages_in(published.values()):
        if "calendar" in page.alternates:
            assert 'type="text/calendar"' in page.content


def test_ids_stay_when_a_date_is_moved_or_the_folder_named_anew(found: Catalogue) -> None:
    """So the event moves in the calendar of whoever follows it."""
    entry = found.by_slug["trygg-hemgang"]
    assert entry.plan
    moved = [m.model_copy(update={"due": m.due.read("2027-03-04")}) for m in reversed(entry.plan.milestones)]
    changed = replace(
        entry,
        slug="hemgang",
        idea=entry.idea.model_copy(update={"aliases": ("trygg-hemgang",)}),
        plan=entry.plan.model_copy(update={"milestones": tuple(moved)}),
    )
    after = replace(found, judged=tuple(changed if e is entry else e for e in found.judged))
    made = files(after)
    assert uids(made["ideer/2025/hemgang/calendar.ics"]) == uids(files(found)[TRYGG])
    assert made[TRYGG] == made["ideer/2025/hemgang/calendar.ics"], "whoever follows it there goes on"


def test_stamps_are_days_of_the_history_and_not_of_a_clock(tmp_path: Path) -> None:
    repository = lay_repository(tmp_path)
    repository.change("2026-10-05", "2025/trygg-hemgang/idea.md", ("## Behov\n\n", "## Behov\n\nMer. "))
    made = catalogues.read(tmp_path)
    story = read_timeline(Repository(tmp_path), made)
    stamps = {
        event.decoded("DTSTAMP").date() for event in read(files(made, "sv", story)[TRYGG]).walk("VEVENT")
    }
    assert stamps == {dt.date(2026, 10, 5)}
    assert files(made, "sv", story) == files(made, "sv", story)
    without = {event.decoded("DTSTAMP").date() for event in read(files(made)[TRYGG]).walk("VEVENT")}
    first = made.by_slug["trygg-hemgang"].first_date
    assert first
    assert without == {first.first_day}


@given(title=texts, words=texts)
@example(title=",;\\", words="")
def test_any_text_makes_a_calendar_that_opens(title: str, words: str) -> None:
    """What no line can hold is left out; all else comes back as it was."""
    event = CalendarEvent("u", DAY, DAY, DAY, f"a{title}", f"{words}\nEND:VEVENT\r\nX: 1", "k;,\\", SITE)
    content = ical.calendar_text(f"T{title}", SITE, [ical.event_text(event)])
    made = read(content).walk("VEVENT")
    assert len(made) == 1
    if title.isprintable():
        assert made[0]["SUMMARY"] == f"a{title}"
        # The reader knows the name as no text, and gives it as it is written.
        named = Calendar.from_ical(content.replace("\nX-WR-CALNAME:", "\nCOMMENT:"))
        assert named["COMMENT"] == f"T{title}"
    assert "X" not in made[0]


@pytest.mark.parametrize("words", ["]]><x>", "=1+1;\r\nBEGIN:VEVENT\r\n", "rad\u2028ny\u202e\x00", "ä" * 200])
def test_hostile_words_are_words(found: Catalogue, words: str) -> None:
    assert_calendars_keep(found, words)
