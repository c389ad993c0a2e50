"""Commands for a site that is built: links, compare, pack."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..delivery.links import BuiltSite
from ..delivery.packing import pack_site
from ..delivery.preview import write_preview
from ..words import say
from .terminal import Spoken, app, spoken_here

Site = Annotated[Path, typer.Argument(metavar="SITE", help="The built site.", exists=True, file_okay=False)]


@app.command()
def links(site: Site = Path("site"), lang: Spoken = None) -> None:
    """Follow every link within a built site, and tell which lead nowhere."""
    language = lang or spoken_here()
    broken = list(BuiltSite(site).broken_links())
    for page, link, lacks in broken:
        typer.echo(say(f"delivery.lacks_{lacks}", language, page=page, link=link))
    typer.echo(say("delivery.broken", language, count=len(broken)))
    raise typer.Exit(1 if broken else 0)


@app.command()
def compare(
    before: Site,
    after: Site,
    out: Annotated[Path, typer.Argument(help="A folder for the pages, and a list of them.")],
    lang: Spoken = None,
) -> None:
    """Keep the pages that differ between two built sites, side by side."""
    typer.echo(write_preview(before, after, out, lang or spoken_here()))


@app.command()
def pack(site: Site, archive: Annotated[Path, typer.Argument(metavar="FILE", help="The archive.")]) -> None:
    """Pack a built site as an archive that is the same whoever packs it, and when."""
    pack_site(site, archive)
