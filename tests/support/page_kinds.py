"""Every kind of page of the rich catalogue's site, and one of each opened in Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.support.browser import MISSING

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.browser import Visit

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
    "search": "/sok/",
    "compare": "/jamfor/",
    "download": "/ladda-ner/",
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
    "municipality": "/kommuner/storby/",
    "funder": "/finansiarer/framsyn/",
    "organisation": "/organisationer/storby-kommun/",
    "key factor": "/nyckelfaktorer/time_set_aside/",
    "awaiting": "/vantar-pa-svar/",
    "awaiting in English": "/en/awaiting-answer/",
    "latest": "/senaste-nytt/",
    "latest in English": "/en/latest/",
    "calendar": "/kalender/",
    "calendar in English": "/en/calendar/",
    "archive": "/beslutsarkiv/",
    "archive in English": "/en/decision-archive/",
    "freshness": "/aldre-kallor/",
    "freshness in English": "/en/older-sources/",
    "figures": "/nyckeltal/",
    "figures in English": "/en/figures/",
    "about": "/om/",
    "process": "/process/",
    "process in English": "/en/process/",
    "accessibility": "/tillganglighet/",
    "accessibility in English": "/en/accessibility/",
    "personal data": "/personuppgifter/",
    "personal data in English": "/en/privacy/",
    "fields": "/falt/",
    "rules": "/regler/",
    "rules in English": "/en/rules/",
    "rule": "/regler/body_link/",
    "rule in English": "/en/rules/yaml/",
    "decisions": "/decisions/",
    "neighbours": "/grannar/",
    "neighbour": "/grannar/lillby/",
    "neighbour in English": "/en/neighbours/lillby/",
    "neighbour without ideas": "/grannar/silent/",
    "needs": "/behov/",
    "needs in English": "/en/needs/",
    "not found": "/finns/inte/",
}
PHONE, DESK = 320, 1440


def opened(visit: Visit, address: str, kind: str, width: int = DESK, *, script: bool = True) -> Page:
    """The page of that kind, with one heading of the first rank and its content in sight."""
    provokes = MISSING if kind == "not found" else ""
    page = visit(address + PAGES[kind], width=width, script=script, provokes=provokes)
    expect(page.locator("main")).to_be_visible()
    assert page.locator("h1").count() == 1
    return page
