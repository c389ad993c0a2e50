"""Addresses as they work from a disk, where a folder shows its list of files and not its page."""

from __future__ import annotations

import re

_PAGE = "index.html"
# What stands before a query or a place in the page, and those.
_PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)
# A scheme, or a host.
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def from_disk(address: str) -> str:
    """`../ideer/?q=bad#a` becomes `../ideer/index.html?q=bad#a`; what leads elsewhere stays."""
    path, rest = _split(address)
    is_folder = path.endswith("/") or path.rpartition("/")[2] in {".", ".."}
    if _ELSEWHERE.match(address) or not is_folder:
        return address
    return f"{path.rstrip('/')}/{_PAGE}{rest}" if path != "/" else address


def _split(address: str) -> tuple[str, str]:
    match = _PARTS.fullmatch(address)
    return (match[1], match[2]) if match else (address, "")
