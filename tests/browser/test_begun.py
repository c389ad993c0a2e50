"""Catalogues that have just begun, one at each host and in each language, as their first readers see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect

from idesluss.delivery.links import BuiltSite
from idesluss.words import say
from tests.support import begun, guides, project
from tests.support.accessible import IN_TURN, barriers
from tests.support.browser import fits, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from idesluss.words import Language
    from tests.support.browser import Visit
    from tests.support.once import Once

MAILBOX = "ideer@storby.example"
BEGUN: dict[str, dict[str, object]] = {
    "in Swedish on GitHub": {"languages": ("sv",), "host": "github", "contact": MAILBOX},
    "in English on no host": {"languages": ("en",), "process": "small", "municipality": None},
    "in both on GitLab": {
        "languages": ("sv", "en"),
        "host": "gitlab",
        "main": "#0d4a50",
        "accent": "#e9b14a",
    },
    "in English first on Forgejo": {"languages": ("en", "sv"), "host": "forgejo", "process": "list"},
}
NEW = (
    'idesluss new --title "Bänkar vid torget" --sector urban-development --origin resident '
    '--summary "Den som väntar ska kunna sitta." --need "Det saknas bänkar."'
)
IDEA = "2026/bankar-vid-torget"
SHOWN = ("", "ideas", "idea", "propose", "pipeline", "process", "accessibility", "privacy", "about")


class BegunSite(NamedTuple):
    """A catalogue with one idea, built; and where it is served."""

    folder: Path
    address: str
    language: Language


@pytest.fixture(scope="session", params=BEGUN)
def begun_site(request: pytest.FixtureRequest, once: Once) -> Iterator[BegunSite]:
    choices = begun.beginning(
        **{"name": "Storbys idéer", "publisher": "Storby kommun", **BEGUN[request.param]}
    )

    def fill(folder: Path) -> None:
        begun.lay(folder, choices)
        made = guides.run(f"idesluss generate && {NEW}", folder)
        assert made.returncode == 0, made.stderr
        project.build(folder, "--strict")

    folder = once.folder(f"begun {request.param}", fill) / "site"
    with served(folder) as address:
        yield BegunSite(folder, address, choices.language)


def path_of(kind: str, language: Language) -> str:
    if kind == "idea":
        return f"{say('path.ideas', language)}/{IDEA}/"
    return f"{say(f'path.{kind}', language)}/" if kind else ""


@pytest.mark.parametrize("kind", SHOWN)
def test_its_pages_fit_and_are_accessible(visit: Visit, begun_site: BegunSite, kind: str) -> None:
    """Axe is silent in light on a phone and in dark on a desk."""
    page = visit(f"{begun_site.address}/{path_of(kind, begun_site.language)}")
    expect(page.locator("main")).to_be_visible()
    for width, schemes in IN_TURN.items():
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page, width)
        assert barriers(page, schemes) == {}


def test_its_links_lead_somewhere(begun_site: BegunSite) -> None:
    site = BuiltSite(begun_site.folder)
    assert len(site.pages) > 40
    assert list(site.broken_links()) == []
