"""What `init` writes for a host: each pipeline's own commands, in clean folders, with the base's program."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.support import begun, gitrepo, pipelines, project
from tests.support.pipelines import ActionsJob

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

NEW = (
    'make install && .venv/bin/idesluss new --title "Bänkar vid torget" --sector urban-development '
    '--origin resident --summary "Den som väntar på bussen ska kunna sitta." --need "Det saknas bänkar."'
)
IDEA = "ideas/2026/bankar-vid-torget/idea.md"
TRAP = "install:\n\ttouch ../sprung; mkdir -p .venv/bin; cp /bin/true .venv/bin/idesluss\n"
SITE = "https://kiruna.example/ideer/"
SERVER, NAME = "https://host.example", "kiruna/ideer"
GH = """#!/bin/sh
echo "$@" >> "{log}"
case "$*" in
  *pages*) echo https://kiruna.example/ideer/ ;;
  *"--json state,reviews"*|*issues?*) echo '[]' ;;
  *"--jq length"*) echo 0 ;;
  "run download"*) touch artifact.tar ;;
esac
"""


class Hosted(NamedTuple):
    """A catalogue at a host: its bare repository, with the branches `good`, `jumped` and `trap`."""

    folder: Path
    remote: Path
    machine: begun.Machine


@pytest.fixture(scope="module")
def hosted(request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Hosted:
    scratch = tmp_path_factory.mktemp(request.param)
    folder, machine = scratch / "catalogue", begun.Machine(scratch / "machine")
    given = ("--yes", "--municipality", "Kiruna", "--host", request.param, "--program", str(wheel))
    done = project.run(scratch, "idesluss", "init", str(folder), *given)
    assert done.returncode == 0, done.stderr
    gitrepo.start(folder)
    gitrepo.commit(folder)
    gitrepo.git(folder, "switch", "--quiet", "--create", "good")
    assert machine.run(folder, NEW).returncode == 0
    gitrepo.commit(folder)
    for name in ("jumped", "trap"):
        gitrepo.git(folder, "switch", "--quiet", "--create", name)
        text = (folder / IDEA).read_text(encoding="utf-8").replace("stage: idea", "stage: feasibility")
        (folder / IDEA).write_text(text, encoding="utf-8")
        if name == "trap":
            (folder / "Makefile").write_text(TRAP, encoding="utf-8")
        gitrepo.commit(folder)
    gitrepo.git(folder, "switch", "--quiet", "main")
    remote = scratch / "remote.git"
    gitrepo.git(scratch, "clone", "--quiet", "--bare", str(folder), str(remote))
    machine.give("gh", GH.format(log=scratch / "gh.log"))
    machine.variables.update(host_variables(remote))
    return Hosted(folder, remote, machine)


def host_variables(remote: Path) -> dict[str, str]:
    """What the host sets; and git finds the repository of its address where it lies, token or none."""
    addresses = [f"{SERVER}/{NAME}", f"https://publish:x@host.example/{NAME}.git"]
    variables = {"GITHUB_REPOSITORY": NAME, "GITHUB_SERVER_URL": SERVER, "GIT_CONFIG_COUNT": "2"}
    for at, address in enumerate(addresses):
        variables[f"GIT_CONFIG_KEY_{at}"] = f"url.{remote}.insteadOf"
        variables[f"GIT_CONFIG_VALUE_{at}"] = address
    return variables


def actions_job(hosted: Hosted, tmp_path: Path, workflow: str, job: str, **branches: str) -> ActionsJob:
    folder = hosted.folder / (".github" if (hosted.folder / ".github").exists() else ".forgejo")
    made = pipelines.read(folder / "workflows" / f"{workflow}.yml")["jobs"][job]
    number = {"good": "1", "jumped": "2", "trap": "3"}.get(branches.get("head", ""), "0")
    known = {
        "github.token": "x",
        "needs.address.outputs.site": SITE,
        "github.server_url": SERVER,
        "github.repository": NAME,
        "github.base_ref": "main",
        "github.ref_name": "main",
        "github.event.pull_request.number": number,
    }
    return ActionsJob(hosted.machine, tmp_path / job, hosted.remote, known, branches).run(made)


# What the trap does comes on top of what the change before it does.
JUDGED = [
    ("good", 0, "Inga fel"),
    ("trap", 1, "Då har någon av grindarna"),
    pytest.param("jumped", 1, "Då har någon av grindarna", marks=pytest.mark.prove),
]


@pytest.mark.parametrize("hosted", ["github"], indirect=True)
@pytest.mark.parametrize(("branch", "code", "words"), JUDGED)
def test_github_judges_by_the_base(
    hosted: Hosted, tmp_path: Path, branch: str, code: int, words: str
) -> None:
    """The report is in the summary, and nothing that the change brings is run."""
    done = actions_job(hosted, tmp_path, "check", "check", base="main", head=branch)
    assert done.code == code, done.told
    assert words in (tmp_path / "check.summary").read_text(encoding="utf-8")
    assert f"verdict={code}" in (tmp_path / "check.output").read_text(encoding="utf-8")
    assert not (tmp_path / "check" / "sprung").exists()


@pytest.mark.parametrize("hosted", ["github"], indirect=True)
def test_github_shows_publishes_and_reminds(hosted: Hosted, tmp_path: Path) -> None:
    shown = actions_job(hosted, tmp_path, "site", "build", base="main", head="good")
    assert shown.code == 0, shown.told
    assert (tmp_path / "build/preview/after/ideer/2026/bankar-vid-torget/index.html").is_file()
    for workflow, job in (("publish", "address"), ("publish", "build"), ("remind", "remind")):
        done = actions_job(hosted, tmp_path / workflow, workflow, job, **{".": "main"})
        assert done.code == 0, done.told
    assert (tmp_path / "publish" / "build" / "artifact.tar").is_file()
    page = (tmp_path / "publish/build/site/index.html").read_text(encoding="utf-8")
    assert f'href="{SITE}' in page
    log = (hosted.remote.parent / "gh.log").read_text(encoding="utf-8")
    assert "issue create" in log


@pytest.mark.parametrize("hosted", ["gitlab"], indirect=True)
@pytest.mark.parametrize(("branch", "code", "words"), JUDGED)
def test_gitlab_judges_by_the_target(
    hosted: Hosted, tmp_path: Path, branch: str, code: int, words: str
) -> None:
    """The report is last in the log. Whose pipeline it is, the setting of the project decides."""
    done = gitlab_job(hosted, tmp_path, branch, "Judge the content")
    assert done.returncode == code, done.stdout + done.stderr
    assert words in done.stdout
    assert not list(tmp_path.rglob("sprung"))


@pytest.mark.parametrize("hosted", ["gitlab"], indirect=True)
def test_gitlab_shows_publishes_and_reminds(hosted: Hosted, tmp_path: Path) -> None:
    done = gitlab_job(hosted, tmp_path, "good", "Show what differs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "good/preview/after/ideer/2026/bankar-vid-torget/index.html").is_file()
    for name in ("pages", "Remind"):
        done = gitlab_job(hosted, tmp_path / name, "main", name)
        assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "pages/main/public/index.html").read_text(encoding="utf-8")
    assert f'href="{SITE}' in page


def gitlab_job(hosted: Hosted, tmp_path: Path, branch: str, name: str) -> subprocess.CompletedProcess[str]:
    """As the runner does it: a clone of the source's commit alone."""
    tmp_path.mkdir(exist_ok=True)
    folder = tmp_path / branch
    gitrepo.git(tmp_path, "clone", "--quiet", str(hosted.remote), str(folder))
    gitrepo.git(folder, "switch", "--quiet", "--detach", f"origin/{branch}")
    given = {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_PAGES_URL": SITE.rstrip("/")}
    given |= {"CI_PROJECT_URL": "https://gitlab.example/kiruna/ideer", "TMPDIR": str(tmp_path)}
    pipeline = pipelines.read(hosted.folder / ".gitlab-ci.yml")
    return pipelines.run_gitlab(hosted.machine, folder, pipeline, name, **given)


@pytest.mark.parametrize("hosted", ["forgejo"], indirect=True)
@pytest.mark.parametrize(("branch", "code", "words"), JUDGED)
def test_forgejo_judges_by_the_base(
    hosted: Hosted, tmp_path: Path, branch: str, code: int, words: str
) -> None:
    for number, name in enumerate(("good", "jumped", "trap"), 1):
        gitrepo.git(hosted.remote, "update-ref", f"refs/pull/{number}/head", f"refs/heads/{name}")
    done = actions_job(hosted, tmp_path, "check", "check", head=branch)
    assert done.code == code, done.told
    assert words in done.told
    assert not list(tmp_path.rglob("sprung"))


@pytest.mark.parametrize("hosted", ["forgejo"], indirect=True)
def test_forgejo_publishes_on_a_branch_and_reminds(hosted: Hosted, tmp_path: Path) -> None:
    for workflow, job in (("publish", "publish"), ("remind", "remind")):
        done = actions_job(hosted, tmp_path / workflow, workflow, job)
        assert done.code == 0, done.told
    assert "index.html" in gitrepo.git(hosted.remote, "ls-tree", "--name-only", "pages").split()
