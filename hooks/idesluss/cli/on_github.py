"""What a workflow does on GitHub with `gh` and git: a proposal made of an issue, and the reminder's issue.

What somebody wrote reaches them in files alone, never as words of a command.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from ..disk.files import write_text
from ..words import SOURCE, say
from .terminal import refuse_use

if TYPE_CHECKING:
    from ..words import Language

# GitHub's own account for workflows, who commits what comes of an issue.
_BOT = "41898282+github-actions[bot]@users.noreply.github.com"
_BOT_NAME = "github-actions[bot]"
_MOST_ISSUES = 100
_LONGEST = 300
CHECK_WORKFLOW = "check.yml"


def repository() -> str:
    """The repository that the workflow runs for, as `owner/name`."""
    return os.environ.get("GITHUB_REPOSITORY", "")


def gh(*arguments: str) -> str:
    """What `gh` answers; ends with exit code 2 where it fails."""
    return _run("gh", *arguments)


def git(*arguments: str) -> str:
    """What git answers; ends with exit code 2 where it fails."""
    return _run("git", *arguments)


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # no shell
    if done.returncode:
        # Not with its arguments, where a token may stand.
        refuse_use(
            say("host.refused", SOURCE, command=" ".join(command[:2]), told=done.stderr.strip()[-300:])
        )
    return done.stdout


def remote_of(given: str) -> str:
    """The repository to push to: the one given, else GitHub's by the workflow's own token."""
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    scheme, _, host = server.partition("://")
    token = os.environ.get("GH_TOKEN", "")
    return given or f"{scheme}://x-access-token:{token}@{host}/{repository()}.git"


def fetched(remote: str, branch: str) -> str:
    """The commit that the branch is at; empty where there is none."""
    fetching = subprocess.run(  # noqa: S603  # no shell
        ["git", "fetch", "--quiet", remote, f"refs/heads/{branch}"],  # noqa: S607  # git is wherever it is
        capture_output=True,
        check=False,
    )
    if fetching.returncode:
        return ""
    # Where a shallow clone ends, commits of the base's own would count as made in the branch.
    if git("rev-parse", "--is-shallow-repository").strip() == "true":
        git("fetch", "--quiet", "--unshallow", remote, f"refs/heads/{branch}")
    return git("rev-parse", "FETCH_HEAD").strip()


def has_work_of_others(base: str, tip: str) -> bool:
    """Whether somebody but the workflow has committed on the way from `base` to `tip`."""
    return any(name != _BOT for name in git("log", "--format=%ce", f"{base}..{tip}").splitlines())


def pulls_of(branch: str) -> Any:
    """The pull requests of a branch, with state and reviews."""
    return _listed(*_asked_pulls(branch), "--state", "all", "--json", "state,reviews")


def _asked_pulls(branch: str) -> tuple[str, ...]:
    return ("pr", "list", "--repo", repository(), "--head", branch)


def latest_issues(label: str) -> Any:
    """The latest issues with a label."""
    query = urlencode({"labels": label, "state": "all", "per_page": _MOST_ISSUES})
    return _listed("api", f"repos/{repository()}/issues?{query}")


def _listed(*arguments: str) -> Any:
    try:
        return json.loads(gh(*arguments))
    except ValueError:
        refuse_use(say("host.refused", SOURCE, command="gh", told="JSON"))


def propose(out: Path, branch: str, had: str, remote: str, into: str, number: int) -> None:
    """Push what was written below `ideas/` to the branch, with a pull request and a check of it."""
    git("switch", "--quiet", "--force-create", branch)
    git("add", "--", "ideas")
    by = ("-c", f"user.name={_BOT_NAME}", "-c", f"user.email={_BOT}")
    git(*by, "commit", "--quiet", "--file", str(out / "message"))
    # Whatever has come into the branch meanwhile is not written over either.
    place = f"refs/heads/{branch}"
    git("push", "--quiet", f"--force-with-lease={place}:{had}", remote, f"HEAD:{place}")
    count = gh(*_asked_pulls(branch), "--state", "open", "--json", "number", "--jq", "length")
    if count.strip() == "0":
        _open(out, branch, into, number)


def _open(out: Path, branch: str, into: str, number: int) -> None:
    title, body = out / "title", out / "body"
    write_text(title, f"{(out / 'message').read_text(encoding='utf-8').splitlines()[0]}\n")
    write_text(body, f"Closes #{number}\n")
    fields = ("-F", f"title=@{title}", "-F", f"body=@{body}", "-f", f"head={branch}", "-f", f"base={into}")
    gh("api", "--silent", f"repos/{repository()}/pulls", *fields)


def comment(out: Path, number: int) -> None:
    """Tell the author, in the comment that tells of the proposal."""
    options = ("--edit-last", "--create-if-none", "--body-file", str(out / "comment.md"))
    gh("issue", "comment", str(number), "--repo", repository(), *options)


def start_check(branch: str, into: str) -> None:
    """A pull request that a workflow's own token opens starts nothing by itself."""
    gh("workflow", "run", CHECK_WORKFLOW, "--repo", repository(), "--ref", into, "-f", f"branch={branch}")


def keep_reminder(text: str, language: Language) -> None:
    """Write the reminder to the one issue that holds it, which is made where there is none."""
    label, title = (say(f"remind.{name}", language) for name in ("label", "issue_title"))
    options = ("--repo", repository())
    with tempfile.TemporaryDirectory() as scratch:
        body = Path(scratch, "reminder.md")
        write_text(body, text)
        gh("label", "create", label, *options, "--force", "--description", "idesluss remind")
        asked = ("--label", label, "--state", "open", "--limit", "1", "--json", "number")
        number = gh("issue", "list", *options, *asked, "--jq", ".[0].number // empty").strip()
        if number:
            gh("issue", "edit", number, *options, "--body-file", str(body))
        else:
            gh("issue", "create", *options, "--title", title, "--label", label, "--body-file", str(body))
