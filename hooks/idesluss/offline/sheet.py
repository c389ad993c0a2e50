"""The site's sheet with its letters in it, since a page from a disk may be given no font from beside it."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# A font as the sheet names it, from where it lies.
_FONT = re.compile(r'url\("(fonts/[\w-]+\.woff2)"\)')


def with_letters(sheet: str, folder: Path) -> str:
    """The sheet that lies in `folder`, with the fonts that it names."""

    def font(match: re.Match[str]) -> str:
        content = base64.b64encode((folder / match[1]).read_bytes()).decode()
        return f'url("data:font/woff2;base64,{content}")'

    return _FONT.sub(font, sheet)
