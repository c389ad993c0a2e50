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
from . import on_github
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
    is_sent: Annotated[
        bool,
        typer.Option(
            "--send", help="Ask GitHub for all that, open a pull request with the idea, and answer."
        ),
    ] = False,
    remote: Annotated[
        str, typer.Option(help="With --send: the repository to push to, else the one of the workflow.")
    ] = "",
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
    if is_sent:
        _send(catalogue, issue, out, on_github.remote_of(remote))
    else:
        listed = [_from_github(file, language) if file else [] for file in (pulls, issues)]
        standing = _standing(issue, listed[0], listed[1], language, is_taken=is_taken)
        _receive(catalogue, issue, standing, out)


def _send(catalogue: Catalogue, issue: Issue, out: Path, remote: str) -> None:
    """As a workflow does it: somebody who has worked on in the branch is not written over."""
    settings, base = catalogue.settings, on_github.git("rev-parse", "HEAD").strip()
    had = on_github.fetched(remote, issue.branch)
    is_taken = bool(had) and on_github.has_work_of_others(base, had)
    label = say("issue.label", settings.language)
    asked, sent = on_github.pulls_of(issue.branch), on_github.latest_issues(label)
    standing = _standing(issue, asked, sent, settings.language, is_taken=is_taken)
    try:
        _receive(catalogue, issue, standing, out)
    except typer.Exit as done:
        if done.exit_code not in {0, 1}:
            raise
    action = (out / "action").read_text(encoding="utf-8")
    if action == "propose":
        on_github.propose(out, issue.branch, had, remote, settings.branch, issue.number)
    if action != "nothing":
        on_github.comment(out, issue.number)
    if action == "propose":
        on_github.start_check(issue.branch, settings.branch)


def _receive(catalogue: Catalogue, issue: Issue, standing: Standing, out: Path) -> None:
    received = read_issue(issue.body, catalogue.settings)
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


def _standing(issue: Issue, pulls: Any, issues: Any, language: Language, *, is_taken: bool) -> Standing:
    try:
        return standing_of(issue, pulls, issues, is_taken=is_taken)
    except ValueError:
        refuse_use(say("issue.no_list", language))


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
