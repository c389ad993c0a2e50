"""Another brand for a catalogue: deep blue with orange, and a logo."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAIN, ACCENT, PAPER = "#1e3a8a", "#f28c28", "#ffffff"
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="19" fill="#fff"/>'
    f'<path d="M8 26c6-8 9 4 14-4s8-2 10-6v10a14 14 0 0 1-24 0z" fill="{MAIN}"/></svg>\n'
)
_SETTINGS = f"""brand:
  colours:
    main: "{MAIN}"
    accent: "{ACCENT}"
    paper: "{PAPER}"
  logo: brand/logo.svg
"""


def give(root: Path) -> Path:
    """The catalogue of `root` with this brand."""
    settings = root / "ideas" / "catalogue.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + _SETTINGS, encoding="utf-8")
    folder = root / "ideas" / "brand"
    folder.mkdir()
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    return root
