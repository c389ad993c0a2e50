"""The theme's sheets and scripts as the site has them, given what stands in each."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SHEET = "assets/idesluss.css"
_SCRIPTS = "assets/scripts"
_DIGITS = 10


def joined_sheet(colours: str, sheets: Mapping[str, str]) -> str:
    """One sheet in order of their names, in place of many to ask for; first the brand's `colours`."""
    return "".join((colours, *(text for _, text in sorted(sheets.items()))))


def versioned(address: str, content: bytes) -> str:
    """The address with what the file holds, so that no browser shows an older one."""
    return f"{address}?v={hashlib.sha256(content).hexdigest()[:_DIGITS]}"


def script_addresses(texts: Mapping[str, str]) -> dict[str, str]:
    """Name to address of each script.

    Modules name each other by the way between them, which says nothing of what they hold. So they lie in a
    folder whose name does: when one changes, all have new addresses.
    """
    whole = "".join(f"{name}\n{text}\n" for name, text in sorted(texts.items()))
    folder = f"{_SCRIPTS}/{hashlib.sha256(whole.encode()).hexdigest()[:_DIGITS]}"
    return {name: f"{folder}/{name}" for name in texts}
