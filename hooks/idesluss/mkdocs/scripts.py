"""The theme's scripts among MkDocs' files, placed where no browser shows an older one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure import files as mkdocs_files

from ..pages.files.assets import script_addresses

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_SOURCE = "scripts/"


def place_scripts(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Name to address of each script."""
    sources = [file for file in files if file.src_uri.startswith(_SOURCE)]
    texts = {file.src_uri.removeprefix(_SOURCE): file.content_string for file in sources}
    addresses = script_addresses(texts)
    for file in sources:
        files.remove(file)
    for name, text in texts.items():
        files.append(mkdocs_files.File.generated(config, addresses[name], content=text))
    return addresses
