"""Commands for a change that is checked out beside the base's program: judge."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import reporters
from ..catalogue.catalogue import read_catalogue
from ..checks import judge_unread_change, judged_change
from ..disk.files import write_text
from ..history.change import read_change
from ..history.git import Repository, Unreadable
from ..history.merging import merged_change
from ..history.whole_change import read_whole_change
from ..reading.files import DiskFiles
from ..reading.problem import has_errors
from ..reporters.failure import failure_as_text
from ..review import report_as_json, report_as_markdown, unreadable_as_json, unreadable_as_markdown
from ..words import SOURCE, say
from .terminal import Spoken, Today, app, given_day, refuse_use, write_out

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from ..history.merging import MergedChange
    from ..reading.problem import Problem
    from ..words import Language

REPORT, JSON, SARIF = "report.md", "report.json", "check.sarif"
# What hosts set that show a line of the log beside the line of the file that it names.
_SHOWS_ANNOTATIONS = "GITHUB_ACTIONS"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a change: for its reviewer, for programs, and problem by problem."""

    report: str
    report_json: str
    problems: Sequence[Problem]
    older: Sequence[Problem]
    language: Language
    site_url: str | None = None


Checkout = Annotated[
    Path, typer.Argument(help="A checkout of the change. It is data: nothing of it is run.", exists=True)
]
Out = Annotated[Path, typer.Argument(help="A folder for report.md, report.json and check.sarif.")]


@app.command()
def judge(
    folder: Checkout,
    revision: Annotated[str, typer.Argument(help="The version before the change, known in FOLDER.")],
    out: Out,
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Judge a checkout of a change by this program, as merging it would leave it."""
    day = given_day(today, lang)
    try:
        with merged_change(folder.resolve(), revision) as change:
            verdict = _verdict(change, revision, day, lang)
    except Unreadable as refusal:
        words = say(f"history.{refusal.key}", lang or SOURCE, **refusal.values)
        write_text(out / REPORT, f"{words}\n")
        refuse_use(words)
    except Exception as error:
        # Whoever reads the report is told that there is no verdict, and why.
        write_text(out / REPORT, failure_as_text(error, lang or SOURCE))
        raise
    _write(verdict, out)
    raise typer.Exit(1 if has_errors(verdict.problems) else 0)


def _verdict(change: MergedChange, revision: str, day: dt.date, lang: Language | None) -> Verdict:
    reading, repository = read_catalogue(DiskFiles(change.folder), day), Repository(change.folder)
    language = lang or reading.language
    if reading.catalogue is None:
        whole = read_whole_change(repository, repository.base(revision))
        problems = judge_unread_change(reading, whole)
        words = unreadable_as_markdown(problems, language)
        return Verdict(words, unreadable_as_json(problems, language), problems, [], language)
    judged = judged_change(read_change(repository, revision, reading.catalogue))
    return Verdict(
        report_as_markdown(judged, language, is_unmerged=change.is_alone),
        report_as_json(judged, language),
        judged.caused,
        judged.older,
        language,
        reading.catalogue.settings.full_address(""),
    )


def _write(verdict: Verdict, out: Path) -> None:
    """The files, and the problems line by line as the host shows them."""
    given = verdict.problems, verdict.language, verdict.older
    write_text(out / REPORT, verdict.report)
    write_text(out / JSON, verdict.report_json)
    write_text(out / SARIF, reporters.in_format("sarif", *given, verdict.site_url))
    write_out(reporters.in_format("github" if os.environ.get(_SHOWS_ANNOTATIONS) else "text", *given))
    sys.stdout.flush()
