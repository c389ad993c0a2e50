"""Commands that remind: remind."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ..reading.problem import in_order
from ..review.reminder import reminders_as_json, reminders_as_markdown
from .terminal import Spoken, Today, app, language_of, read_current, show_problems, write_out


@app.command()
def remind(
    form: Annotated[
        Literal["markdown", "json"], typer.Option("--format", help="For people, or for programs.")
    ] = "markdown",
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Tell what ought to be done: late answers, passed dates, calls that close soon."""
    found = read_current(today, lang)
    language = language_of(found, lang)
    if isinstance(found, list):
        show_problems(in_order(found), language)
        raise typer.Exit(1)
    write_out((reminders_as_json if form == "json" else reminders_as_markdown)(found, language))
