"""Commands that remind: remind."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ..derived.whole import Derived
from ..review.reminder import reminders_as_json, reminders_as_markdown
from .terminal import Spoken, Today, app, current_catalogue, write_out


@app.command()
def remind(
    form: Annotated[
        Literal["markdown", "json"], typer.Option("--format", help="For people, or for programs.")
    ] = "markdown",
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Tell what ought to be done: late answers, passed dates, calls that close soon."""
    catalogue = current_catalogue(today, lang)
    language = lang or catalogue.settings.language
    write_out((reminders_as_json if form == "json" else reminders_as_markdown)(Derived(catalogue), language))
