"""The theme's scripts, placed where no browser shows an older one."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from mkdocs.structure import files as mkdocs_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_SOURCE = "scripts/"
_FOLDER = "assets/scripts"


def place_scripts(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Name to address of each script.

    Modules name each other by the way between them, which says nothing of what they hold. So they lie in a
    folder whose name does: when one changes, all have new addresses.
    """
    sources = [file for file in files if file.src_uri.startswith(_SOURCE)]
    texts = {file.src_uri.removeprefix(_SOURCE): file.content_string for file in sources}
    folder = f"{_FOLDER}/{_digest(texts)}"
    for file in sources:
        files.remove(file)
    for name, text in texts.items():
        files.append(mkdocs_files.File.generated(config, f"{folder}/{name}", content=text))
    return {name: f"{folder}/{name}" for name in texts}


def _digest(texts: Mapping[str, str]) -> str:
    whole = "".join(f"{name}\n{text}\n" for name, text in sorted(texts.items()))
    return hashlib.sha256(whole.encode()).hexdigest()[:10]
