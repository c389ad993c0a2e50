"""Commands that write what is made from the model and the catalogue: generate, codeowners."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .. import generated as faces
from ..disk.files import write_text
from ..review.codeowners import owners_file
from ..words import say
from .terminal import app, current_catalogue, in_catalogue

IsCheck = Annotated[bool, typer.Option("--check", help="Write nothing; fail when a file is out of date.")]


@app.command()
def generate(is_check: IsCheck = False) -> None:
    """Write the files that are made from the model: field pages, schemas and the form for a new idea."""
    in_catalogue(None)
    _bring_up_to_date(faces.faces(Path.cwd()), "idesluss generate", is_check=is_check)


@app.command()
def codeowners(is_check: IsCheck = False) -> None:
    """Write the host's CODEOWNERS: who must approve what, from the roles in catalogue.yml."""
    catalogue = current_catalogue(None, None)
    wanted = owners_file(catalogue)
    if not wanted:
        typer.echo(say("codeowners.no_host", catalogue.settings.language))
        return
    _bring_up_to_date(wanted, "idesluss codeowners", is_check=is_check)


def _bring_up_to_date(wanted: dict[str, str], command: str, *, is_check: bool) -> None:
    """Write the files that differ from what they should be, or only tell which they are."""
    stale = [path for path, text in wanted.items() if _text(Path(path)) != text]
    for path in stale:
        if is_check:
            typer.echo(say("cli.stale", "en", path=path, command=command), err=True)
        else:
            write_text(Path(path), wanted[path])
            typer.echo(say("cli.wrote", "en", path=path))
    raise typer.Exit(1 if is_check and stale else 0)


def _text(path: Path) -> str | None:
    # What cannot be read is out of date.
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else None
