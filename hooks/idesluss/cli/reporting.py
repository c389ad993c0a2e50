"""The command for reviewers: report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
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
from .remembered import remembering
from .terminal import Spoken, Today, app, read_current, write_out

if TYPE_CHECKING:
    from ..history.change import Change
    from ..words import Language
    from .remembered import Look


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
    asked = _Asked(form=form, preview=preview, is_unmerged=is_unmerged, is_whole=is_whole)
    report, is_wrong = remembering(partial(_report, asked, base, (today, lang)))
    write_out(report)
    raise typer.Exit(1 if is_wrong else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """How a change is told, as it was asked for."""

    form: str
    preview: str
    is_unmerged: bool
    is_whole: bool


def _report(
    asked: _Asked, base: str, given: tuple[str | None, Language | None], look: Look | None
) -> tuple[str, bool]:
    """What to write out, and whether something is wrong with the change; `given` are day and language."""
    reading = read_current(*given, look)
    language = given[1] or reading.language
    if reading.catalogue is None:
        problems = judged_since(reading, base, language)[0]
        unreadable = unreadable_as_json if asked.form == "json" else unreadable_as_markdown
        return unreadable(problems, language), True
    change = change_since(reading.catalogue, base, language, look)
    judged = judged_change(change)
    is_wrong = has_errors(judged.caused)
    if asked.form == "json":
        return report_as_json(judged, language), is_wrong
    marks = {"is_unmerged": asked.is_unmerged, "is_whole": asked.is_whole}
    stale = _out_of_date(change)
    return report_as_markdown(judged, language, asked.preview, out_of_date=stale, **marks), is_wrong


def _out_of_date(change: Change) -> list[str]:
    """Files made from the settings that the change did not make anew; those that are not kept need not be."""
    if not any(path.startswith((SETTINGS, f"{VOCABULARY_FOLDER}/")) for path in change.files):
        return []
    wanted = {**faces(Path.cwd()), **owners_file(change.head)}
    kept = {path: text for path, text in wanted.items() if Path(path).is_file()}
    return [path for path, text in kept.items() if Path(path).read_bytes() != text.encode()]
