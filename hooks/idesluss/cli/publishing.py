"""Commands that show the catalogue: build and serve."""

from __future__ import annotations

import os
import sys
from typing import Annotated, NoReturn

import typer

from ..model.today import DAY_VARIABLE
from ..offline import VARIABLE as OFFLINE_VARIABLE
from .terminal import Today, app, given_day, in_catalogue

_OFFLINE = "Also write the site for a disk into site-offline/, and a file of it for readers to fetch."


@app.command()
def build(
    today: Today = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q")] = False,
    offline: Annotated[bool, typer.Option("--offline", help=_OFFLINE)] = False,
) -> None:
    """Build the site into site/; the old one stands until the new one is whole."""
    if offline:
        os.environ[OFFLINE_VARIABLE] = "on"
    _mkdocs("build", today, *(("--quiet",) if quiet else ()))


@app.command()
def serve(
    address: Annotated[str, typer.Option("--address", help="Where to serve.")] = "127.0.0.1:8000",
    today: Today = None,
) -> None:
    """Build, serve, and build again when something changes."""
    _mkdocs("serve", today, "--dev-addr", address)


def _mkdocs(command: str, today: str | None, *options: str) -> NoReturn:
    """Become MkDocs: with no process in between, whoever ends this one ends the work too."""
    in_catalogue(None)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if today:
        given_day(today, None)
        environment[DAY_VARIABLE] = today
    sys.stdout.flush()
    program = [sys.executable, "-m", "mkdocs", command, *options]
    os.execve(sys.executable, program, environment)  # noqa: S606  # our own command, no shell
