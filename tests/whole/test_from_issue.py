"""`idesluss from-issue --send`: what becomes of an issue, in real repositories and with our own gh."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from idesluss.cli.every import app
from tests.support import gitrepo, project
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from typer.testing import Result

PROGRAM = Path(sys.executable).parent / "idesluss"
BODIES = project.HERE / "proposal" / "issues"
# Writes down how it was called, what the files it was given hold, and answers what GitHub would.
GH = """#!PYTHON -IS
import json, os, pathlib, sys
log = pathlib.Path(os.environ["GH_LOG"])
given = [pathlib.Path(a.split("@", 1)[-1]) for a in sys.argv[1:]]
files = [p.read_text(encoding="utf-8") for p in given if p.is_absolute() and p.is_file()]
with log.open("a", encoding="utf-8") as f:
    f.write(json.dumps({"called": sys.argv[1:], "files": files}) + "\\n")
if sys.argv[1:3] == ["pr", "list"]:
    is_counted = "--jq" in sys.argv
    print(os.environ.get("GH_OPEN", "0") if is_counted else os.environ.get("GH_PULLS", "[]"))
if sys.argv[1] == "api" and "/issues?" in sys.argv[2]:
    print(os.environ.get("GH_ISSUES", "[]"))
"""


@dataclass(frozen=True)
class Place:
    """A clone with its remote, and what gh was asked for."""

    clone: Path
    remote: Path
    log: Path

    def run(self, body: str, **variables: str) -> Result:
        """What becomes of the issue, by the command as the command line has it."""
        command, environment = self.called_by_the_host(body)
        with pytest.MonkeyPatch.context() as here:
            here.chdir(self.clone)
            for name, value in {**environment, **variables}.items():
                here.setenv(name, value)
            done = CliRunner().invoke(app, command)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done

    def called_by_the_host(self, body: str) -> tuple[list[str], dict[str, str]]:
        """The command, and the variables with which the host calls it."""
        user = {"login": "kommun-konto", "id": 4711}
        issue = {"number": 17, "body": body, "user": user, "updated_at": "2026-11-23T12:00:00Z"}
        event = {"issue": issue}
        file = self.clone.parent / "event.json"
        file.write_text(json.dumps(event), encoding="utf-8")
        gitrepo.git(self.clone, "switch", "--quiet", "--force", "main")
        gitrepo.git(self.clone, "clean", "-fdq")
        environment = {
            "PATH": f"{self.clone.parent / 'bin'}:{os.environ['PATH']}",
            "IDESLUSS_TODAY": project.TODAY,
            "GH_TOKEN": "x",
            "GH_LOG": str(self.log),
            "GITHUB_EVENT_PATH": str(file),
            "GITHUB_REPOSITORY": "a/b",
        }
        out = str(self.clone.parent / "out")
        return ["from-issue", "--send", "--remote", str(self.remote), "--out", out], environment

    def calls(self) -> list[dict[str, list[str]]]:
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [json.loads(line) for line in lines]

    def called(self, *first: str) -> list[dict[str, list[str]]]:
        return [one for one in self.calls() if tuple(one["called"][: len(first)]) == first]

    def opened(self) -> list[dict[str, list[str]]]:
        """The pull requests that were opened."""
        return [one for one in self.called("api") if any(word.endswith("/pulls") for word in one["called"])]

    def advanced_and_shallow(self) -> Place:
        """The same remote, whose main has one commit more, in a clone of that commit alone."""
        gitrepo.git(self.clone, "switch", "--quiet", "--force", "main")
        gitrepo.commit(self.clone, "en annan idé")
        gitrepo.git(self.clone, "push", "--quiet", str(self.remote), "main")
        shallow = self.clone.parent / "shallow"
        source = self.remote.as_uri()  # a path would be cloned whole
        gitrepo.git(self.clone.parent, "clone", "--quiet", "--depth=1", source, str(shallow))
        return replace(self, clone=shallow)

    def branches(self) -> list[str]:
        return gitrepo.git(self.remote, "branch", "--format=%(refname:short)").split()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    clone = gitrepo.start(tmp_path / "clone")
    shutil.copytree(project.BASE, clone / "ideas")
    gitrepo.commit(clone)
    remote = tmp_path / "remote.git"
    gitrepo.git(tmp_path, "clone", "--quiet", "--bare", str(clone), str(remote))
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(GH.replace("PYTHON", sys.executable, 1), encoding="utf-8")
    gh.chmod(0o755)
    return Place(clone, remote, tmp_path / "gh.log")


def body(name: str) -> str:
    return (BODIES / f"{name}.md").read_bytes().decode()


def test_an_issue_becomes_a_branch_with_a_pull_request_and_a_check(place: Place) -> None:
    """One commit with the idea alone, its author credited; the author is told, the check is started.

    Here by the installed program, as the host has it.
    """
    command, variables = place.called_by_the_host(body("good"))
    done = subprocess.run(
        [str(PROGRAM), *command],
        cwd=place.clone,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS,
    )
    assert done.returncode == 0, done.stderr
    changed = gitrepo.git(place.remote, "diff", "--name-only", "main", "ide-17").split()
    assert changed == ["ideas/2026/lanecykel-vid-stationen/idea.md"]
    message = gitrepo.git(place.remote, "log", "-1", "--format=%B", "ide-17")
    assert "Co-authored-by: kommun-konto" in message
    (pull,) = place.opened()
    assert pull["files"] == ["Propose: Lånecykel vid stationen\n", "Closes #17\n"]
    (comment,) = place.called("issue", "comment")
    assert "Svaren är nu ett förslag" in comment["files"][0]
    (started,) = place.called("workflow", "run")
    assert "branch=ide-17" in started["called"]


def test_an_edited_issue_writes_the_proposal_anew(place: Place) -> None:
    """In the same branch, with no second pull request."""
    place.run(body("good"))
    done = place.run(body("good").replace("Lånecykel vid", "Två cyklar vid"), GH_OPEN="1")
    assert done.exit_code == 0, done.stderr
    changed = gitrepo.git(place.remote, "diff", "--name-only", "main", "ide-17").split()
    assert changed == ["ideas/2026/tva-cyklar-vid-stationen/idea.md"]
    assert len(place.opened()) == 1


def test_somebodys_work_in_the_branch_is_not_written_over(place: Place) -> None:
    place.run(body("good"))
    gitrepo.git(place.clone, "commit", "--quiet", "--allow-empty", "--message=en granskares rad")
    gitrepo.git(place.clone, "push", "--quiet", str(place.remote), "HEAD:ide-17")
    before = gitrepo.git(place.remote, "rev-parse", "ide-17")
    done = place.run(body("good").replace("Lånecykel", "Tvåhjuling"))
    assert done.exit_code == 0, done.stderr
    assert gitrepo.git(place.remote, "rev-parse", "ide-17") == before
    assert "Någon arbetar redan vidare" in place.called("issue", "comment")[-1]["files"][0]


def test_somebodys_work_is_seen_however_much_there_is(place: Place) -> None:
    """More committers than a pipe holds, of whom the first that is looked at is enough."""
    place.run(body("good"))
    commits = b"".join(
        b"commit refs/heads/ide-17\ncommitter granskare <granskare@storby.example> 1795200000 +0000\ndata 0\n"
        + b"from refs/heads/ide-17^0\n" * (number == 0)
        for number in range(4000)
    )
    gitrepo.git(place.remote, "fast-import", "--quiet", given=commits)
    before = gitrepo.git(place.remote, "rev-parse", "ide-17")
    assert place.run(body("good").replace("Lånecykel", "Tvåhjuling")).exit_code == 0
    assert gitrepo.git(place.remote, "rev-parse", "ide-17") == before


def test_the_bases_own_commits_are_nobodys_work(place: Place) -> None:
    """Also where main has moved on, and the clone holds no more than its last commit."""
    place.run(body("good"))
    later = place.advanced_and_shallow()
    done = later.run(body("good").replace("Lånecykel vid", "Två cyklar vid"), GH_OPEN="1")
    assert done.exit_code == 0, done.stderr
    changed = gitrepo.git(place.remote, "diff", "--name-only", "main", "ide-17").split()
    assert changed == ["ideas/2026/tva-cyklar-vid-stationen/idea.md"]


def test_somebodys_work_is_seen_in_a_shallow_clone(place: Place) -> None:
    place.run(body("good"))
    gitrepo.git(place.clone, "commit", "--quiet", "--allow-empty", "--message=en granskares rad")
    gitrepo.git(place.clone, "push", "--quiet", str(place.remote), "HEAD:ide-17")
    before = gitrepo.git(place.remote, "rev-parse", "ide-17")
    later = place.advanced_and_shallow()
    assert later.run(body("good").replace("Lånecykel", "Tvåhjuling")).exit_code == 0
    assert gitrepo.git(place.remote, "rev-parse", "ide-17") == before


def test_a_branch_without_work_is_written_over(place: Place) -> None:
    """Somebody has made the branch, and nothing in it."""
    gitrepo.git(place.clone, "push", "--quiet", str(place.remote), "HEAD:ide-17")
    done = place.run(body("good"))
    assert done.exit_code == 0, done.stderr
    changed = gitrepo.git(place.remote, "diff", "--name-only", "main", "ide-17").split()
    assert changed == ["ideas/2026/lanecykel-vid-stationen/idea.md"]


def test_what_remains_is_told_and_nothing_is_pushed(place: Place) -> None:
    done = place.run(body("missing-need"))
    assert done.exit_code == 0, done.stderr
    assert place.branches() == ["main"]
    assert place.opened() == place.called("workflow") == []
    assert len(place.called("issue", "comment")) == 1


MEMBER = {"authorAssociation": "MEMBER"}
STRANGER = {"authorAssociation": "NONE"}


@pytest.mark.parametrize(
    ("pull", "words"),
    [
        ({"state": "OPEN", "reviews": [STRANGER, MEMBER]}, "En granskare har redan svarat"),
        ({"state": "CLOSED", "reviews": []}, "Förslaget är stängt"),
        ({"state": "MERGED", "reviews": []}, ""),
    ],
    ids=["reviewed", "closed", "merged"],
)
def test_nothing_is_pushed_over_what_was_judged(place: Place, pull: dict[str, object], words: str) -> None:
    """After a review, or the end of the proposal, an edited issue changes nothing; its author is told."""
    place.run(body("good"))
    before = gitrepo.git(place.remote, "rev-parse", "ide-17")
    told = len(place.called("issue", "comment"))
    done = place.run(
        body("good").replace("Lånecykel", "Tvåhjuling"), GH_OPEN="1", GH_PULLS=json.dumps([pull])
    )
    assert done.exit_code == 0, done.stderr
    assert gitrepo.git(place.remote, "rev-parse", "ide-17") == before
    comments = place.called("issue", "comment")[told:]
    assert [words in comment["files"][0] for comment in comments] == ([True] if words else [])
    assert (len(place.opened()), len(place.called("workflow"))) == (1, 1)


def test_a_word_of_a_stranger_is_no_review(place: Place) -> None:
    """Else anybody could keep an author from mending an answer."""
    place.run(body("good"))
    pulls = json.dumps([{"state": "OPEN", "reviews": [STRANGER]}])
    done = place.run(body("good").replace("Lånecykel vid", "Två cyklar vid"), GH_OPEN="1", GH_PULLS=pulls)
    assert done.exit_code == 0, done.stderr
    changed = gitrepo.git(place.remote, "diff", "--name-only", "main", "ide-17").split()
    assert changed == ["ideas/2026/tva-cyklar-vid-stationen/idea.md"]


def test_an_author_can_send_so_many_a_day_and_no_more(place: Place) -> None:
    """Others' proposals do not count, nor those of the day before yesterday."""
    own, other = {"id": 4711}, {"id": 12}
    today, before = "2026-11-23T08:00:00Z", "2026-11-21T08:00:00Z"
    several = [{"number": n, "user": own, "created_at": today} for n in range(10, 14)]
    several += [{"number": n, "user": other, "created_at": today} for n in range(1, 6)]
    several += [{"number": n, "user": own, "created_at": before} for n in range(6, 10)]
    several += [
        {"number": 17, "user": own, "created_at": today},
        {"number": 18, "user": own, "created_at": today},
    ]
    one_more = [*several, {"number": 14, "user": own, "created_at": today}]
    assert place.run(body("good"), GH_ISSUES=json.dumps(one_more)).exit_code == 0
    assert place.branches() == ["main"]
    assert "5 idéer det senaste dygnet" in place.called("issue", "comment")[0]["files"][0]
    assert place.run(body("good"), GH_ISSUES=json.dumps(several)).exit_code == 0
    assert place.branches() == ["ide-17", "main"]


@pytest.mark.parametrize("answer", ["", "{}", "[1]", '[{"state": "OPEN"}]'])
def test_what_github_does_not_tell_is_not_guessed(place: Place, answer: str) -> None:
    assert place.run(body("good"), GH_PULLS=answer or "x").exit_code == 2
    assert place.branches() == ["main"]


@pytest.mark.parametrize("name", [f.stem for f in sorted(BODIES.glob("hostile-*.md"))])
def test_hostile_words_run_nothing(place: Place, name: str) -> None:
    """No command in a title or a text is run, and none of it is a word of a command."""
    text = body(name).replace("/tmp/x", str(place.clone.parent / "pwned"))  # noqa: S108  # the body's own words
    done = place.run(text)
    assert done.exit_code == 0, done.stderr
    assert not (place.clone.parent / "pwned").exists()
    words = {word for one in place.calls() for word in one["called"]}
    assert not any(sign in word for word in words for sign in ("$(", "`", "<script", "::", "\x1b", "\n"))
    assert not [line for line in done.stdout.splitlines() if line.startswith("::")]
