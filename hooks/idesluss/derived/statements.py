"""What the pages on responsibility, accessibility and personal data need, and the catalogue leaves unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.statements import Accessibility, Privacy

if TYPE_CHECKING:
    from ..model import Settings
    from ..model.statements import Law

# The pages, and where readers turn whom they do not satisfy, by country.
STATEMENTS = ("about", "accessibility", "privacy")
SUPERVISORS: dict[Law, str] = {"sweden": "https://www.digg.se/tdosanmalan"}
AUTHORITIES: dict[Law, str] = {"sweden": "https://www.imy.se/"}


def needed_fields(page: str, *, has_law: bool) -> tuple[str, ...]:
    """The fields of the key by the page's name, without which the page says that something is missing."""
    if page == "accessibility":
        return (*(("compliance",) if has_law else ()), "assessed_on", "method")
    return ("controller", "basis", "kept", "host") if page == "privacy" else ()


def unsaid(settings: Settings, page: str) -> list[str]:
    """The fields that the page needs and the catalogue leaves empty, as catalogue.yml names them."""
    said: Accessibility | Privacy | None = None
    if page != "about":
        said = getattr(settings, page) or (Accessibility() if page == "accessibility" else Privacy())
    has_law = said is not None and said.law is not None
    needed: dict[str, object] = {}
    if page == "about" or (page == "accessibility" and has_law):
        needed["publisher"] = settings.publisher
    if page == "accessibility" and has_law:
        needed["contact"] = settings.contact or settings.repository
    needed |= {f"{page}.{name}": getattr(said, name) for name in needed_fields(page, has_law=has_law)}
    return [name for name, value in needed.items() if not value]
