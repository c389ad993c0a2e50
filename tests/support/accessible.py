"""What axe finds in a page as it is shown now, in each scheme that a reader may have chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

# WCAG 2.2 AA and axe's best practices.
_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# Waited for from outside: in a window without script nothing that is promised ever comes.
_RUN = """options => {
  window.barriers = undefined;
  axe.run(options).then(({ violations }) => {
    window.barriers = violations.flatMap(({ id, nodes }) =>
      nodes.map(node => [id, node.target, node.failureSummary]));
  });
}"""
_FOUND = "() => window.barriers && { found: window.barriers }"
_SCHEMES: tuple[tuple[Literal["light", "dark"], Literal["none", "active"]], ...] = (
    ("light", "none"),
    ("dark", "none"),
    ("light", "active"),
    ("dark", "active"),
)


def barriers(page: Page) -> dict[str, list[Any]]:
    """Rule, element and summary of each violation, by scheme; the page is left light, in its own colours.

    Axe needs a window with script.
    """
    page.evaluate(AXE_SCRIPT)
    by_scheme: dict[str, list[Any]] = {}
    for scheme, forced in _SCHEMES:
        page.emulate_media(color_scheme=scheme, forced_colors=forced)
        page.evaluate(_RUN, _OPTIONS)
        if violations := page.wait_for_function(_FOUND).json_value()["found"]:
            by_scheme[f"{scheme}, {'forced' if forced == 'active' else 'own'} colours"] = violations
    page.emulate_media(color_scheme="light", forced_colors="none")
    return by_scheme
