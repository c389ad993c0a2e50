"""The command for changing a list of the program's: unfold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..beginning.unfolding import UNFOLDED, NotNamed, unfolded
from ..disk.files import write_bytes
from ..reading.paths import SETTINGS
from ..reading.problem import one_of
from ..words import say
from .terminal import Spoken, app, current_catalogue, refuse_use


@app.command()
def unfold(
    name: Annotated[str, typer.Argument(help="The list, such as stages or sectors.")], lang: Spoken = None
) -> None:
    """Write a list of the program's out in catalogue.yml, so that what it says can be changed."""
    settings = current_catalogue(None, lang).settings
    language = lang or settings.language
    if name not in UNFOLDED:
        refuse_use(say("cli.not_choice", language, given=name, choices=one_of(UNFOLDED)))
    file = Path(SETTINGS)
    try:
        write_bytes(file, unfolded(file.read_bytes(), name, settings.site_languages))
    except NotNamed:
        refuse_use(say("begin.not_named", language, name=name, path=SETTINGS))
    typer.echo(say("begin.unfolded", language, name=name, path=SETTINGS))
