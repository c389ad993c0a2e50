"""What the workflows promise: the least they need, pinned, and nothing of a contributor's in a shell."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from idesluss.cli.on_github import CHECK_WORKFLOW
from idesluss.review.protection import CHECK
from tests.support import project
from tests.support.waiting import HANGS

FOLDER = project.ROOT / ".github" / "workflows"
NAMES = sorted(file.stem for file in FOLDER.glob("*.yml"))
TEMPLATES = project.ROOT / ".github" / "PULL_REQUEST_TEMPLATE"
# What only somebody who may write in the repository decides, or GitHub itself.
TRUSTED = re.compile(
    r"(github\.(token|ref|sha|event\.repository\.default_branch|event\.issue\.number)|needs\.(check|address)\.outputs\.\w+)$"
)


def read(name: str) -> dict[str, Any]:
    # YAML 1.1 takes the key `on` for a truth value.
    text = (FOLDER / f"{name}.yml").read_text(encoding="utf-8").replace("\non:", '\n"on":', 1)
    made: dict[str, Any] = yaml.safe_load(text)
    return made


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def is_by_hand_alone(job: dict[str, Any]) -> bool:
    """Whether only somebody who may write in the repository can start it."""
    return "github.event_name == 'workflow_dispatch'" in job.get("if", "").split(" && ")


def test_the_workflows_are_those_that_are_described() -> None:
    assert NAMES == ["check", "from-issue", "publish", "release", "remind", "site", "test"]


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
                assert [part for part in parts if TRUSTED.match(part)] == parts, expression


@pytest.mark.parametrize("name", NAMES)
def test_code_of_strangers_meets_no_rights(name: str) -> None:
    """Pull requests run with reading rights alone, and never as pull_request_target; no secrets."""
    workflow = read(name)
    assert "pull_request_target" not in workflow["on"]
    assert "secrets" not in (FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    if "pull_request" in workflow["on"]:
        jobs = [job for job in workflow["jobs"].values() if not is_by_hand_alone(job)]
        assert {right for job in jobs for right in job["permissions"].values()} == {"read"}


def test_the_program_is_tested_whatever_else_is_touched() -> None:
    """Tests read files of every kind, so nothing is left out but ideas, which check.yml judges."""
    paths = read("test")["on"]["pull_request"]["paths"]
    assert paths == ["**", "!ideas/**", "ideas/catalogue.yml", "ideas/vocabularies/**"]


def test_the_change_is_judged_by_the_base() -> None:
    """Both sides are checked out apart, and only the base's script is run in check.yml."""
    listed = steps(read("check"))
    places = {
        step["with"]["path"]: step["with"]["ref"] for step in listed if "checkout" in step.get("uses", "")
    }
    # Not the commit that the event names, which stays where it was when the run is started again.
    assert places["base"] == "${{ github.base_ref || github.sha }}"
    assert "head.sha" in places["head"]
    commands = [step["run"] for step in listed if "run" in step]
    assert not any(re.search(r"(^|[ ;])(\./)?head/", command) for command in commands)
    judged = 'base/.venv/bin/idesluss judge head "$REVISION" result'
    (judging,) = [command for command in commands if judged in command]
    assert 'exit "$code"' in judging
    assert "REVISION=$(git -C base rev-parse HEAD)" in judging


@pytest.mark.parametrize(
    ("verdict", "state"), [("0", "success"), ("1", "failure"), ("2", "error"), ("3", "error"), ("", "error")]
)
def test_the_verdict_of_a_dispatched_check_is_a_status(tmp_path: Path, verdict: str, state: str) -> None:
    """In a job of its own that may do nothing else; what is no verdict is neither success nor failure."""
    jobs = read("check")["jobs"]
    job = jobs["status"]
    assert is_by_hand_alone(job)
    assert job["permissions"] == {"statuses": "write"}
    assert job["needs"] == "check"
    (step,) = job["steps"]
    gh = tmp_path / "gh"
    gh.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    gh.chmod(0o755)
    given = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "SHA": "abc", "VERDICT": verdict}
    given |= {"GITHUB_REPOSITORY": "a/b", "GITHUB_SERVER_URL": "https://x", "GITHUB_RUN_ID": "7"}
    assert jobs["check"]["name"] == CHECK  # what a protected branch asks for
    told = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", step["run"]],  # noqa: S607  # bash is wherever the machine has it
        env=given,
        capture_output=True,
        text=True,
        check=True,
        timeout=HANGS,
    ).stdout
    assert f"repos/a/b/statuses/abc -f state={state} " in told
    assert f"context={jobs['check']['name']} " in told


def test_a_release_is_tested_and_built_without_the_right_to_publish() -> None:
    """By a tag alone; what was attested is what is published, after both the tests and the build."""
    workflow = read("release")
    assert workflow["on"] == {"push": {"tags": ["v*"]}}
    jobs = workflow["jobs"]
    assert [name for name, job in jobs.items() if job["permissions"].get("contents") == "write"] == [
        "release"
    ]
    assert jobs["release"]["needs"] == ["test", "build"]
    assert [step["run"] for step in jobs["test"]["steps"] if "run" in step] == [".ci/run"]
    build = "\n".join(step.get("run", "") for step in jobs["build"]["steps"])
    assert '.ci/release.py dist "$GITHUB_REF_NAME" "$address"' in build
    (attested,) = [step for step in jobs["build"]["steps"] if "attest" in step.get("uses", "")]
    assert attested["with"]["subject-path"] == "dist/*"
    publish = "\n".join(step["run"] for step in jobs["release"]["steps"])
    assert publish.index("sha256sum --check") < publish.index("gh release create")
    assert not any("uses" in step for step in jobs["release"]["steps"])


def test_the_site_is_built_without_a_token_and_published_without_the_repository() -> None:
    """Whoever can change what is built can neither sign nor publish; what is signed is what is published."""
    jobs = read("publish")["jobs"]
    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert "token" not in json.dumps(jobs["build"]["steps"])
    (kept,) = [step["with"] for step in jobs["build"]["steps"] if "upload" in step.get("uses", "")]
    publish = jobs["publish"]
    assert publish["needs"] == "build"
    uses = [step["uses"].partition("@")[0] for step in publish["steps"] if "uses" in step]
    assert uses == ["actions/attest-build-provenance", "actions/deploy-pages"]
    (fetched,) = [step["run"] for step in publish["steps"] if "run" in step]
    assert f"--name {kept['name']}" in fetched
    (attested,) = [
        step["with"]["subject-path"] for step in publish["steps"] if "attest" in step.get("uses", "")
    ]
    assert attested == kept["path"]
    assert [name for name, job in jobs.items() if "id-token" in job["permissions"]] == ["publish"]


def test_a_preview_is_made_by_the_bases_program() -> None:
    """The change's own could say that its links lead somewhere and that nothing differs."""
    commands = [step["run"] for step in steps(read("site")) if "run" in step]
    own = [command for command in commands if "idesluss" in command]
    assert len(own) == 2
    assert all(command.startswith("base/.venv/bin/idesluss ") for command in own)


def test_a_proposal_from_an_issue_starts_the_check_that_is_there() -> None:
    """`gh workflow run` names a workflow that can be started, with an input that it has."""
    assert CHECK_WORKFLOW == "check.yml"
    assert "branch" in read("check")["on"]["workflow_dispatch"]["inputs"]


def test_pull_request_templates_are_told_of() -> None:
    """One for each kind of change, linked from the usual one."""
    usual = (project.ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    names = sorted(file.name for file in TEMPLATES.glob("*.md"))
    assert names == ["beslut.md", "kod.md", "ny-ide.md", "plan.md", "resultat.md"]
    for name in names:
        assert f"template={name}" in usual
        assert "- [ ] " in (TEMPLATES / name).read_text(encoding="utf-8")


def test_every_script_that_is_run_is_there() -> None:
    """Scripts say by their ending what they are; all but the one that CI is told to run."""
    commands = [step.get("run", "") for name in NAMES for step in steps(read(name))]
    named = {script for command in commands for script in re.findall(r"\.ci/([\w.-]+)", command)}
    files = {file.name: file for file in (project.ROOT / ".ci").iterdir() if file.is_file()}
    assert named <= set(files)
    assert {Path(name).suffix for name in set(files) - {"run"}} == {".sh", ".py"}
    assert [name for name, file in files.items() if not os.access(file, os.X_OK)] == []
