"""A page of the site as it opens from a disk: its addresses, its policy, and one script for its modules."""

from __future__ import annotations

import re

from .addresses import from_disk

# Tags whose attributes hold addresses of the site; no attribute's value has a `>` that is not escaped.
_TAG = re.compile(r"<(?:a|aside|div|form|link|meta|nav)\b[^>]*>")
# What the page, and a script for it, leads to.
_ADDRESS = re.compile(r' (href|action|data-ideas|data-own|data-search-page)="([^"]*)"')
# A page at a former name, which leads on by itself.
_LEADS_ON = re.compile(r'(http-equiv="refresh" content="\d+; url=)([^"]*)"')
# The page's policy as the frame writes it.
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)')
# Fetched in a way that a page from a disk may not use; the sheet brings the letters.
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')
# Modules stand beside each other in the page's head; each is named below the folder of all.
_MODULES = re.compile(r'(?:<script src="[^"]*" type="module"></script>\s*)+')
# The way to the root, the folder and the module's name.
_MODULE = re.compile(r'src="((?:\.\.?/)*)(assets/scripts/\w+/)([^"]*)"')
# What only the site itself can do stands between two marks.
_ONLINE = re.compile(r"<!--online-->.*?<!--/online-->\n?", re.DOTALL)
_ON_DISK = "<!--on-disk-->"

JOINED = "joined.js"
# As online, but of files. Nothing is fetched, so that there is nothing to connect to.
POLICY = (
    "default-src 'none'; script-src 'self' file: 'wasm-unsafe-eval'; style-src 'self' file:; "
    "img-src 'self' file: data:; font-src data:; base-uri 'none'; form-action 'self' file:"
)


def page_from_disk(page: str, said: str) -> str:
    """The page; `said` is HTML that tells what copy this is, where the page has a place for it."""
    for pattern, instead in ((_ONLINE, ""), (_PRELOAD, ""), (_POLICY, rf"\g<1>{POLICY}\g<2>")):
        page = pattern.sub(instead, page)
    page = _MODULES.sub(_one_script, page)
    return _TAG.sub(_tag, page).replace(_ON_DISK, said)


def _tag(match: re.Match[str]) -> str:
    leading_on = _LEADS_ON.sub(lambda match: f'{match[1]}{from_disk(match[2])}"', match[0])
    return _ADDRESS.sub(lambda match: f' {match[1]}="{from_disk(match[2])}"', leading_on)


def _one_script(match: re.Match[str]) -> str:
    """One script in place of modules, which a browser does not fetch from a disk."""
    modules = _MODULE.findall(match[0])
    root, folder, _ = modules[0]
    names = " ".join(name for _, _, name in modules)
    return f'<script src="{root}{folder}{JOINED}" data-root="{root}" data-modules="{names}" defer></script>\n'
