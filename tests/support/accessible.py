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
_RUN = """async options => {
  const { violations } = await axe.run(options);
  return violations.flatMap(({ id, nodes }) => nodes.map(node => [id, node.target, node.failureSummary]));
}"""
_SCHEMES: tuple[tuple[Literal["light", "dark"], Literal["none", "active"]], ...] = (
    ("light", "none"),
    ("dark", "none"),
    ("light", "active"),
    ("dark", "active"),
)


def barriers(page: Page) -> dict[str, list[Any]]:
    """Rule, element and summary of each violation, by scheme; the page is left light, in its own colours."""
    page.evaluate(AXE_SCRIPT)
    by_scheme: dict[str, list[Any]] = {}
    for scheme, forced in _SCHEMES:
        page.emulate_media(color_scheme=scheme, forced_colors=forced)
        if violations := page.evaluate(_RUN, _OPTIONS):
            by_scheme[f"{scheme}, {'forced' if forced == 'active' else 'own'} colours"] = violations
    page.emulate_media(color_scheme="light", forced_colors="none")
    return by_scheme
