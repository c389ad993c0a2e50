"""What axe finds in a page as it is shown now, in each scheme that a reader may have chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from axe_playwright_python.base import AXE_SCRIPT

from .page_kinds import DESK, PHONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page

Scheme = tuple[Literal["light", "dark"], Literal["none", "active"]]

# WCAG 2.2 AA and axe's best practices.
_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# Forced colours change nothing else; the rules that they can break.
_COLOURS = {**_OPTIONS, "runOnly": ["color-contrast", "link-in-text-block"]}
# Waited for from outside: in a window without script nothing that is promised ever comes.
_RUN = """options => {
  window.barriers = undefined;
  axe.run(options).then(({ violations }) => {
    window.barriers = violations.flatMap(({ id, nodes }) =>
      nodes.map(node => [id, node.target, node.failureSummary]));
  });
}"""
_FOUND = "() => window.barriers && { found: window.barriers }"
SCHEMES: tuple[Scheme, ...] = (("light", "none"), ("dark", "none"), ("light", "active"), ("dark", "active"))
OWN_COLOURS = SCHEMES[:2]
# Of a page that is read at both widths each scheme is seen once, and so are light and dark at each width.
CROSSED: dict[int, tuple[Scheme, ...]] = {
    PHONE: (("light", "none"), ("dark", "active")),
    DESK: (("dark", "none"), ("light", "active")),
}
# The same in the page's own colours alone, for a kind of page that is read in all schemes elsewhere.
IN_TURN: dict[int, tuple[Scheme, ...]] = {PHONE: OWN_COLOURS[:1], DESK: OWN_COLOURS[1:]}
_IS_THERE = "() => 'axe' in window"


def barriers(page: Page, schemes: Iterable[Scheme] = SCHEMES) -> dict[str, list[Any]]:
    """Rule, element and summary of each violation, by scheme; the page is left light, in its own colours.

    Axe needs a window with script.
    """
    if not page.evaluate(_IS_THERE):
        page.evaluate(AXE_SCRIPT)
    by_scheme: dict[str, list[Any]] = {}
    for scheme, forced in schemes:
        page.emulate_media(color_scheme=scheme, forced_colors=forced)
        page.evaluate(_RUN, _OPTIONS if forced == "none" else _COLOURS)
        if violations := page.wait_for_function(_FOUND).json_value()["found"]:
            by_scheme[f"{scheme}, {'forced' if forced == 'active' else 'own'} colours"] = violations
    page.emulate_media(color_scheme="light", forced_colors="none")
    return by_scheme
