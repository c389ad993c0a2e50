"""Commands that remind: remind."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ..reading.problem import in_order
from ..review import reminder
from .terminal import Spoken, Today, app, read, show, spoken, write_out


@app.command()
def remind(
    form: Annotated[
        Literal["markdown", "json"], typer.Option("--format", help="For people, or for programs.")
    ] = "markdown",
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Tell what ought to be done: late answers, passed dates, calls that close soon."""
    found = read(today, lang)
    language = spoken(found, lang)
    if isinstance(found, list):
        show(in_order(found), language)
        raise typer.Exit(1)
    write_out((reminder.as_json if form == "json" else reminder.as_markdown)(found, language))
