"""Commands for what comes in from outside: from-issue, from-mail."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..disk.files import write_bytes
from ..proposal.issue import read_issue
from ..proposal.issue_answer import Issue, commit_message
from ..proposal.issue_standing import standing_comment, standing_of
from ..proposal.mail import LARGEST as LARGEST_MAIL
from ..proposal.mail import read_mail
from ..proposal.mail_answer import branch_of, left_notes, message_of, receipt_of_mail
from ..proposal.receipt import receipt_of, receipt_of_refusal
from ..proposal.supplement import read_supplement
from ..words import say
from .supplementing import answer_supplement, write_answer
from .terminal import Spoken, Today, app, current_catalogue, problems_since, refuse_use

if TYPE_CHECKING:
    from ..catalogue.catalogue import Catalogue
    from ..proposal.issue_standing import Standing
    from ..proposal.receipt import Receipt, Way
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
        bool, typer.Option("--taken", help="Somebody works on the proposal: write a comment that says so.")
    ] = False,
    pulls: Annotated[
        Path | None, typer.Option(help="The pull requests of its branch, as JSON with state and reviews.")
    ] = None,
    issues: Annotated[
        Path | None, typer.Option(help="The latest proposals in issues, as GitHub's list of them.")
    ] = None,
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Make a file of an idea that was proposed in an issue, or tell what its author is to mend."""
    catalogue = current_catalogue(today, lang, exit_code=2)
    language = lang or catalogue.settings.language
    file = event or Path(os.environ.get("GITHUB_EVENT_PATH", ""))
    issue = Issue.read(_from_github(file, language))
    if issue is None:
        refuse_use(say("issue.no_issue", language))
    received = read_issue(issue.body, catalogue.settings)
    standing = _standing(issue, pulls, issues, language, is_taken=is_taken)
    if standing != "free":
        comment = standing_comment(standing, received.language)
        action = "comment" if comment else "nothing"
        write_answer({"comment.md": comment, "action": action}, issue.branch, out)
        return
    supplement = read_supplement(issue.body)
    if supplement:
        answer_supplement(catalogue, supplement, issue.branch, out)
    receipt = _checked(catalogue, receipt_of(catalogue, received, received.language), received.language)
    files = {"comment.md": receipt.comment, "path": receipt.path, "action": "comment"}
    if receipt.path:
        files |= {"message": commit_message(receipt, issue), "action": "propose"}
    write_answer(files, issue.branch, out)
    raise typer.Exit(0 if receipt.path else 1)


def _standing(
    issue: Issue, pulls: Path | None, issues: Path | None, language: Language, *, is_taken: bool
) -> Standing:
    read = [_from_github(file, language) if file else [] for file in (pulls, issues)]
    try:
        return standing_of(issue, *read, is_taken=is_taken)
    except ValueError:
        refuse_use(say("issue.no_event", language, path=pulls or issues))


def _from_github(file: Path, language: Language) -> Any:
    try:
        if file.stat().st_size > LARGEST:
            refuse_use(say("issue.no_issue", language))
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        refuse_use(say("issue.no_event", language, path=file))


@app.command(name="from-mail")
def from_mail(
    message: Annotated[Path, typer.Argument(help="The message as a mailbox keeps it, an .eml file.")],
    out: Annotated[
        Path, typer.Option(help="A folder for the answer, the branch's name and the commit's message.")
    ] = Path("from-mail"),
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Make a file of an idea that was sent to the catalogue's mailbox, or tell its sender what to mend."""
    catalogue = current_catalogue(today, lang, exit_code=2)
    language = lang or catalogue.settings.language
    content = _message(message, language)
    branch, mail = branch_of(content), read_mail(content)
    if mail.is_automatic:
        write_answer({"comment.md": "", "action": "nothing"}, branch, out)
        return
    supplement = read_supplement(mail.words) if mail.file is None else None
    if supplement:
        notes = left_notes(mail, supplement.language)
        if mail.picture:
            notes += f"\n{say('supplement.picture', supplement.language)}\n"
        answer_supplement(catalogue, supplement, branch, out, notes)
    proposed = receipt_of_mail(catalogue, mail)
    receipt = _checked(catalogue, proposed.receipt, proposed.language, "mail", proposed.picture)
    files = {"comment.md": receipt.comment, "path": receipt.path, "action": "comment"}
    if receipt.path:
        files |= {"message": message_of(receipt), "action": "propose"}
    write_answer(files, branch, out)
    raise typer.Exit(0 if receipt.path else 1)


def _message(file: Path, language: Language) -> bytes:
    try:
        if file.stat().st_size > LARGEST_MAIL:
            refuse_use(say("mail.too_large", language, path=file))
        return file.read_bytes()
    except OSError:
        refuse_use(say("mail.no_message", language, path=file))


def _checked(
    catalogue: Catalogue,
    receipt: Receipt,
    language: Language,
    way: Way = "issue",
    picture: tuple[str, bytes] | None = None,
) -> Receipt:
    """The files are written, judged among the others, and taken away again where the check stops them."""
    if not receipt.path:
        return receipt
    files = {receipt.path: receipt.content.encode(), **dict([picture] if picture else [])}
    for path, content in files.items():
        write_bytes(Path(path), content)
    errors = [problem for problem in problems_since(catalogue) if problem.severity == "error"]
    if not errors:
        return receipt
    for path in files:
        Path(path).unlink()
    Path(receipt.path).parent.rmdir()
    return receipt_of_refusal(receipt, errors, language, way)
