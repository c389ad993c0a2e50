"""The command for reviewers: report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ..checks import judged_change
from ..generated import faces
from ..reading.paths import SETTINGS, VOCABULARY_FOLDER
from ..reading.problem import has_errors
from ..review import report_as_json, report_as_markdown, unreadable_as_json, unreadable_as_markdown
from ..review.codeowners import owners_file
from .comparing import change_since, judged_since
from .terminal import Spoken, Today, app, read_current, write_out

if TYPE_CHECKING:
    from ..history.change import Change


@app.command(name="report")
def report_change(
    base: Annotated[str, typer.Option("--base", metavar="REV", help="The version before the change.")],
    form: Annotated[
        Literal["markdown", "json"], typer.Option("--format", help="For people, or for programs.")
    ] = "markdown",
    preview: Annotated[
        str, typer.Option(help="The address of a site that shows the change, to link to.")
    ] = "",
    is_unmerged: Annotated[
        bool, typer.Option("--unmerged", help="Say that the change conflicts with REV and is judged alone.")
    ] = False,
    is_whole: Annotated[
        bool, typer.Option("--whole", help="Leave nothing out, however long the report becomes.")
    ] = False,
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Tell a reviewer what a change does, and who must approve it."""
    reading = read_current(today, lang)
    language = lang or reading.language
    if reading.catalogue is None:
        problems = judged_since(reading, base, language)[0]
        unreadable = unreadable_as_json if form == "json" else unreadable_as_markdown
        write_out(unreadable(problems, language))
        raise typer.Exit(1)
    change = change_since(reading.catalogue, base, language)
    judged = judged_change(change)
    if form == "json":
        write_out(report_as_json(judged, language))
    else:
        stale = _out_of_date(change)
        report = report_as_markdown(
            judged, language, preview, is_unmerged=is_unmerged, is_whole=is_whole, out_of_date=stale
        )
        write_out(report)
    raise typer.Exit(1 if has_errors(judged.caused) else 0)


def _out_of_date(change: Change) -> list[str]:
    """Files made from the settings that the change did not make anew; those that are not kept need not be."""
    if not any(path.startswith((SETTINGS, f"{VOCABULARY_FOLDER}/")) for path in change.files):
        return []
    wanted = {**faces(Path.cwd()), **owners_file(change.head)}
    kept = {path: text for path, text in wanted.items() if Path(path).is_file()}
    return [path for path, text in kept.items() if Path(path).read_bytes() != text.encode()]
