"""Commands that remind: remind."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ..derived.whole import Derived
from ..review.reminder import reminders_as_json, reminders_as_markdown
from .on_github import keep_reminder
from .terminal import Spoken, Today, app, current_catalogue, write_out


@app.command()
def remind(
    form: Annotated[
        Literal["markdown", "json"], typer.Option("--format", help="For people, or for programs.")
    ] = "markdown",
    is_sent: Annotated[
        bool, typer.Option("--send", help="Keep the reminder in an issue on GitHub, with `gh`.")
    ] = False,
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Tell what ought to be done: late answers, passed dates, calls that close soon, old sources."""
    catalogue = current_catalogue(today, lang)
    language = lang or catalogue.settings.language
    derived = Derived(catalogue)
    if is_sent:
        keep_reminder(reminders_as_markdown(derived, language), language)
    else:
        write_out((reminders_as_json if form == "json" else reminders_as_markdown)(derived, language))
