"""The theme's own files, as the site has them: one sheet, scripts and fonts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..pages import File, colour_sheet
from ..pages.base.framed_page import FIRST_SCRIPT, MODULES
from ..pages.files.assets import SHEET, joined_sheet, script_addresses, versioned

if TYPE_CHECKING:
    from ..model import Settings

_THEME = Path(__file__).parents[1] / "theme"
_BASE = "assets/base.css"
FONTS = _THEME / "assets" / "fonts"


@dataclass(frozen=True, slots=True)
class Assets:
    """The files, and the addresses of sheets and scripts below the root; `scripts` by their names."""

    files: list[File]
    stylesheets: list[str]
    scripts: dict[str, str]

    @property
    def first_script(self) -> str:
        return self.scripts[FIRST_SCRIPT]

    @property
    def modules(self) -> list[str]:
        """Those of every page."""
        return [self.scripts[name] for name in MODULES]


def read_assets(settings: Settings) -> Assets:
    """All that the theme brings to the site of these settings."""
    sheet = joined_sheet(colour_sheet(settings), _texts(_THEME / "styles"))
    scripts = _texts(_THEME / "scripts")
    addresses = script_addresses(scripts)
    assets = _THEME / "assets"
    files = [File(path, content) for path, content in _contents(assets, "assets/").items()]
    sheets = {_BASE: Path(__file__).with_name("base.css").read_text(encoding="utf-8"), SHEET: sheet}
    files += (File(path, text) for path, text in sheets.items())
    files += (File(addresses[name], text) for name, text in scripts.items())
    return Assets(files, [versioned(path, text.encode()) for path, text in sheets.items()], addresses)


def _texts(folder: Path) -> dict[str, str]:
    return {name: content.decode() for name, content in _contents(folder, "").items()}


def _contents(folder: Path, beginning: str) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {f"{beginning}{path.relative_to(folder).as_posix()}": path.read_bytes() for path in files}
