"""`idesluss protect`, with a host of our own: what is lacking is told, set, and then there."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner, Result

from idesluss.cli.every import app
from idesluss.review.protection import CHECK, PROTECTIONS
from tests.support import project

if TYPE_CHECKING:
    from pathlib import Path

# Answers and remembers as GitHub does, in a file; a place that is not there is an error.
GH = """#!{python} -IS
import json, pathlib, sys
file = pathlib.Path("{state}")
state = json.loads(file.read_text())
words = sys.argv[2:]
method = words.pop(words.index("--method") + 1) if "--method" in words else "GET"
(path,) = [w.removeprefix("repos/{{owner}}/{{repo}}").strip("/") for w in words if w.startswith("repos/")]
if method == "GET":
    if path not in state:
        sys.exit("HTTP 404")
    print(json.dumps(state[path]))
    sys.exit()
given = json.load(sys.stdin)
state["asked"].append([method, path])
if path.startswith("rulesets"):
    state["rulesets"] = [{{"id": 5, "name": given["name"]}}]
    state["rules/branches/main"] += given["rules"]
elif state["refuses"]:
    sys.exit("HTTP 403 \\x1b[31mno")
else:
    state[path] = {{**state.get(path, {{}}), **given}}
file.write_text(json.dumps(state))
"""
BARE: dict[str, Any] = {
    "": {"default_branch": "main"},
    "rules/branches/main": [],
    "rulesets": [],
    "actions/permissions/workflow": {
        "default_workflow_permissions": "write",
        "can_approve_pull_request_reviews": False,
    },
    "private-vulnerability-reporting": {"enabled": False},
    "asked": [],
    "refuses": False,
}


class Host:
    """What the host's settings are, and how the command fares with it."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "state.json"
        self.state = json.loads(json.dumps(BARE))

    def run(self, *options: str, answers: str = "") -> Result:
        self.file.write_text(json.dumps(self.state), encoding="utf-8")
        done = CliRunner().invoke(app, ["protect", *options], input=answers)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        self.state = json.loads(self.file.read_text(encoding="utf-8"))
        return done


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Host:
    shutil.copytree(project.BASE, tmp_path / "ideas")
    monkeypatch.chdir(tmp_path)
    made = Host(tmp_path)
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(GH.format(python=sys.executable, state=made.file), encoding="utf-8")
    gh.chmod(0o755)
    monkeypatch.setenv("PATH", f"{gh.parent}{os.pathsep}{os.environ['PATH']}")
    return made


def marks(told: str) -> str:
    return "".join(line[0] for line in told.splitlines() if line[:2] in {"✓ ", "✗ ", "– "})


def test_what_is_lacking_is_told_and_nothing_is_set(host: Host) -> None:
    done = host.run("--check", "--yes")
    assert (done.exit_code, marks(done.stdout)) == (1, "✗" * len(PROTECTIONS))
    assert f"Kontrollen *{CHECK}* krävs. Annars kan" in done.stdout
    assert host.state["asked"] == []


def test_what_is_lacking_is_set_once(host: Host) -> None:
    """After a yes; then all is there, and a second time there is nothing to do."""
    assert host.run(answers="n\n").exit_code == 1
    assert host.state["asked"] == []
    done = host.run(answers="y\n")
    assert done.exit_code == 0
    assert marks(done.stdout) == "✗" * len(PROTECTIONS) + "✓" * len(PROTECTIONS)
    assert ["POST", "rulesets"] in host.state["asked"]
    assert ["POST", "pages"] in host.state["asked"]
    host.state["asked"] = []
    assert host.run("--check").exit_code == host.run().exit_code == 0
    assert host.state["asked"] == []


@pytest.mark.parametrize("protection", PROTECTIONS, ids=lambda protection: protection.key)
def test_each_setting_is_missed(host: Host, protection: Any) -> None:
    """Whichever is switched off; our own rules are then written anew, not a second time."""
    assert host.run("--yes").exit_code == 0
    host.state["asked"] = []
    if protection.rule:
        rules = host.state["rules/branches/main"]
        kept = [rule for rule in rules if rule["type"] != protection.rule]
        parts = [
            rule["parameters"] for rule in rules if rule["type"] == protection.rule and "parameters" in rule
        ]
        weaker = [
            {name: value for name, value in part.items() if name not in protection.wanted} for part in parts
        ]
        host.state["rules/branches/main"] = [
            *kept,
            *({"type": protection.rule, "parameters": w} for w in weaker),
        ]
    else:
        host.state[protection.place] |= dict.fromkeys(protection.wanted, "annat")
    done = host.run("--check")
    assert done.exit_code == 1
    assert marks(done.stdout).count("✗") == 1
    assert host.run("--yes").exit_code == 0
    path = "rulesets/5" if protection.rule else protection.place
    assert host.state["asked"] == [["PUT", path]]


def test_stricter_rules_of_others_are_enough(host: Host) -> None:
    """Two approvals are more than one, and other checks may be required too."""
    host.run("--yes")
    for rule in host.state["rules/branches/main"]:
        if rule["type"] == "pull_request":
            rule["parameters"]["required_approving_review_count"] = 2
        if rule["type"] == "required_status_checks":
            rule["parameters"]["required_status_checks"].insert(
                0, {"context": "make test", "integration_id": 1}
            )
    assert host.run("--check").exit_code == 0


def test_what_the_host_refuses_is_told(host: Host) -> None:
    host.state["refuses"] = True
    done = host.run("--yes")
    assert done.exit_code == 2
    assert "actions/permissions/workflow: HTTP 403 " in done.output
    assert "\x1b" not in done.output


def test_without_a_host_the_settings_are_told_for_who_sets_them_by_hand(host: Host) -> None:
    """A check that cannot see is no verdict."""
    del host.state[""]
    for options, code in (((), 0), (("--check", "--lang", "en"), 2)):
        done = host.run(*options)
        assert (done.exit_code, marks(done.stdout)) == (code, "–" * len(PROTECTIONS))
        assert "gh auth login" in done.output
