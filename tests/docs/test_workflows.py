"""What the workflows promise: the least they need, pinned, and nothing of a contributor's in a shell."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support import project

FOLDER = project.ROOT / ".github" / "workflows"
NAMES = sorted(file.stem for file in FOLDER.glob("*.yml"))
TEMPLATES = project.ROOT / ".github" / "PULL_REQUEST_TEMPLATE"
# What only somebody who may write in the repository decides, or GitHub itself.
TRUSTED = re.compile(r"github\.(token|ref|sha|event\.repository\.default_branch|event\.issue\.number)$")


def read(name: str) -> dict[str, Any]:
    # YAML 1.1 takes the key `on` for a truth value.
    text = (FOLDER / f"{name}.yml").read_text(encoding="utf-8").replace("\non:", '\n"on":', 1)
    made: dict[str, Any] = yaml.safe_load(text)
    return made


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_the_workflows_are_those_that_are_described() -> None:
    assert NAMES == ["check", "from-issue", "publish", "remind", "site", "test"]


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_may_do_the_least_it_needs(name: str) -> None:
    """No rights but those that a job names, a time limit, one run at a time, and pinned actions."""
    workflow = read(name)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 45
        assert isinstance(job["permissions"], dict)
    for step in steps(workflow):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]), step
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_somebody_wrote_is_a_part_of_a_command(name: str) -> None:
    """Commands hold no expressions at all; what they need comes as variables, from GitHub itself."""
    for step in steps(read(name)):
        assert "${{" not in step.get("run", "")
        for value in step.get("env", {}).values():
            for expression in re.findall(r"\$\{\{ *(.*?) *\}\}", str(value)):
                parts = [part.strip() for part in expression.split("||")]
                allowed = [p for p in parts if TRUSTED.match(p) or p == "github.event.pull_request.base.sha"]
                assert allowed == parts, expression


@pytest.mark.parametrize("name", NAMES)
def test_code_of_strangers_meets_no_rights(name: str) -> None:
    """Pull requests run with reading rights alone, and never as pull_request_target; no secrets."""
    workflow = read(name)
    assert "pull_request_target" not in workflow["on"]
    assert "secrets" not in (FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    if "pull_request" in workflow["on"]:
        rights = {right for job in workflow["jobs"].values() for right in job["permissions"].values()}
        assert rights == {"read"}


def test_the_change_is_judged_by_the_base() -> None:
    """Both sides are checked out apart, and only the base's script is run in check.yml."""
    listed = steps(read("check"))
    places = {
        step["with"]["path"]: step["with"]["ref"] for step in listed if "checkout" in step.get("uses", "")
    }
    assert "base.sha" in places["base"]
    assert "head.sha" in places["head"]
    commands = [step["run"] for step in listed if "run" in step]
    assert not any(re.search(r"(^|[ ;])(\./)?head/", command) for command in commands)
    assert 'base/.ci/check head "$REVISION" result' in commands


def test_a_proposal_from_an_issue_starts_the_check_that_is_there() -> None:
    """`gh workflow run` names a workflow that can be started, with an input that it has."""
    script = (project.ROOT / ".ci" / "from-issue").read_text(encoding="utf-8")
    assert "gh workflow run check.yml" in script
    assert "-f branch=" in script
    assert "branch" in read("check")["on"]["workflow_dispatch"]["inputs"]


def test_pull_request_templates_are_told_of() -> None:
    """One for each kind of change, linked from the usual one."""
    usual = (project.ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    names = sorted(file.name for file in TEMPLATES.glob("*.md"))
    assert names == ["beslut.md", "kod.md", "ny-ide.md", "plan.md", "resultat.md"]
    for name in names:
        assert f"template={name}" in usual
        assert "- [ ] " in (TEMPLATES / name).read_text(encoding="utf-8")


def ran(
    script: str, *arguments: object, cwd: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # our own scripts
        [str(project.ROOT / ".ci" / script), *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_broken_links_are_found(tmp_path: Path) -> None:
    """A page, a place and a picture that are not there; outside addresses are let be."""
    (tmp_path / "a").mkdir()
    good = (
        '<a href="a/#x">1</a> <a href="a/">2</a> <a href="https://x.example/">3</a> <a href="#y" id="y">4</a>'
    )
    (tmp_path / "index.html").write_text(good, encoding="utf-8")
    (tmp_path / "a" / "index.html").write_text('<p id="x">', encoding="utf-8")
    assert (ran("links", tmp_path).returncode, ran("links", tmp_path).stdout) == (0, "0 broken links\n")
    for bad in ('<a href="b/">', '<a href="a/#z">', '<img src="p.png">'):
        (tmp_path / "index.html").write_text(good + bad, encoding="utf-8")
        done = ran("links", tmp_path)
        assert done.returncode == 1
        assert "index.html: " in done.stdout


def test_the_preview_holds_the_pages_that_differ(tmp_path: Path) -> None:
    """Before and after, with what they need; the same page is left out."""
    for side, text in (("one", "old"), ("two", "new")):
        for path, words in (
            ("same.html", "same"),
            ("x/index.html", text),
            (f"{side}.html", side),
            ("assets/a.css", "a"),
        ):
            file = tmp_path / side / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(words, encoding="utf-8")
    done = ran("preview", tmp_path / "one", tmp_path / "two", tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, "3 pages differ\n")
    kept = {
        file.relative_to(tmp_path / "out").as_posix()
        for file in (tmp_path / "out").rglob("*")
        if file.is_file()
    }
    pages = {"before/x/index.html", "after/x/index.html", "before/one.html", "after/two.html"}
    assert kept == {"index.html", "before/assets/a.css", "after/assets/a.css", *pages}


@pytest.mark.parametrize(("number", "verb"), [("", "create"), ("5", "edit")])
def test_one_issue_holds_the_reminder(tmp_path: Path, number: str, verb: str) -> None:
    """It is made once, and then written anew."""
    folder = tmp_path / "p"
    folder.mkdir()
    project.make(folder, project.BASE)
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    answer = f'[ "$2" = list ] && echo "{number}"'
    gh.write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/log"\n{answer}\ntrue\n', encoding="utf-8")
    gh.chmod(0o755)
    path = f"{gh.parent}{os.pathsep}{os.environ['PATH']}"
    program = str(Path(sys.executable).parent / "idesluss")
    done = ran("remind", cwd=folder, PATH=path, IDESLUSS=program, GITHUB_REPOSITORY="a/b")
    assert done.returncode == 0, done.stderr
    log = (tmp_path / "log").read_text(encoding="utf-8")
    assert f"issue {verb}" in log
    assert ("issue create" in log) != ("issue edit" in log)
