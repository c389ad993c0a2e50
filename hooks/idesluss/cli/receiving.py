"""Commands for what comes in from outside: from-issue."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..disk.files import write_text
from ..proposal.issue import read_issue
from ..proposal.issue_answer import Issue, commit_message, receipt_of, receipt_of_refusal
from ..words import say
from .terminal import Spoken, Today, app, current_catalogue, problems_since, refuse_use

if TYPE_CHECKING:
    from ..catalogue.catalogue import Catalogue
    from ..proposal.issue_answer import Receipt
    from ..words import Language

LARGEST = 2_000_000  # bytes of an event


@app.command(name="from-issue")
def from_issue(
    event: Annotated[
        Path | None, typer.Argument(help="GitHub's event as JSON; else the file in $GITHUB_EVENT_PATH.")
    ] = None,
    out: Annotated[
        Path, typer.Option(help="A folder for the comment, the branch's name and the commit's message.")
    ] = Path("from-issue"),
    is_taken: Annotated[
        bool, typer.Option("--taken", help="Write only the comment that somebody works on the proposal.")
    ] = False,
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Make a file of an idea that was proposed in an issue, or tell what its author is to mend."""
    catalogue = current_catalogue(today, lang, exit_code=2)
    language = lang or catalogue.settings.language
    issue = Issue.read(_event(event, language))
    if issue is None:
        refuse_use(say("issue.no_issue", language))
    received = read_issue(issue.body, catalogue.settings)
    if is_taken:
        write_text(out / "comment.md", say("issue.taken", received.language) + "\n")
        return
    receipt = _checked(catalogue, receipt_of(catalogue, received, received.language), received.language)
    _write(receipt, issue, out)
    raise typer.Exit(0 if receipt.path else 1)


def _event(path: Path | None, language: Language) -> Any:
    file = path or Path(os.environ.get("GITHUB_EVENT_PATH", ""))
    try:
        if file.stat().st_size > LARGEST:
            refuse_use(say("issue.no_issue", language))
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        refuse_use(say("issue.no_event", language, path=file))


def _checked(catalogue: Catalogue, receipt: Receipt, language: Language) -> Receipt:
    """The file is written, judged among the others, and taken away again where the check stops it."""
    if not receipt.path:
        return receipt
    file = Path(receipt.path)
    write_text(file, receipt.content)
    errors = [problem for problem in problems_since(catalogue) if problem.severity == "error"]
    if not errors:
        return receipt
    file.unlink()
    file.parent.rmdir()
    return receipt_of_refusal(receipt, errors, language)


def _write(receipt: Receipt, issue: Issue, out: Path) -> None:
    """What a workflow needs, as files: nothing of it goes through a shell."""
    out.mkdir(parents=True, exist_ok=True)
    files = {"comment.md": receipt.comment, "branch": issue.branch, "path": receipt.path}
    if receipt.path:
        files["message"] = commit_message(receipt, issue)
    for name, content in files.items():
        write_text(out / name, content)
