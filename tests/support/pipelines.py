"""A host's pipelines, run without it: their own commands, with stand-ins for what is the host's alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from tests.support import begun, gitrepo

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

_EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")


def read(file: Path) -> dict[str, Any]:
    # YAML 1.1 takes the key `on` for a truth value.
    text = file.read_text(encoding="utf-8").replace("\non:", '\n"on":', 1)
    made: dict[str, Any] = yaml.safe_load(text)
    return made


@dataclass
class ActionsJob:
    """A job of GitHub's or Forgejo's, in a folder of its own. `known` are the host's expressions."""

    machine: begun.Machine
    folder: Path
    remote: Path
    known: dict[str, str]
    branches: dict[str, str] = field(default_factory=dict)  # of a checkout, by its path
    told: str = ""
    code: int = 0

    def run(self, job: dict[str, Any]) -> ActionsJob:
        """Every step, as the host would: after one has failed those alone that always run."""
        self.folder.mkdir(parents=True)
        for name in ("output", "summary"):
            (self.folder.parent / f"{self.folder.name}.{name}").touch()
        for step in job["steps"]:
            if not self.code or step.get("if") == "always()":
                self._step(step)
        return self

    def _step(self, step: dict[str, Any]) -> None:
        action = step.get("uses", "").partition("@")[0]
        if action == "actions/checkout":
            path = step.get("with", {}).get("path", ".")
            gitrepo.git(self.folder, "clone", "--quiet", str(self.remote), path)
            gitrepo.git(self.folder / path, "switch", "--quiet", "--detach", f"origin/{self.branches[path]}")
        elif action == "actions/upload-artifact":
            kept = step["with"]
            is_there = (self.folder / kept["path"]).exists() or kept.get("if-no-files-found") == "ignore"
            assert is_there, kept
        elif not action:
            self._command(step)

    def _command(self, step: dict[str, Any]) -> None:
        files = {"GITHUB_OUTPUT": "output", "GITHUB_STEP_SUMMARY": "summary"}
        own = {key: str(self.folder.parent / f"{self.folder.name}.{name}") for key, name in files.items()}
        given = {key: _EXPRESSION.sub(self._known, str(value)) for key, value in step.get("env", {}).items()}
        done = self.machine.run(self.folder, step["run"], **own, **given)
        self.told += done.stdout + done.stderr
        self.code = self.code or done.returncode

    def _known(self, expression: re.Match[str]) -> str:
        return self.known[expression[1]]


def run_gitlab(
    machine: begun.Machine, folder: Path, pipeline: dict[str, Any], name: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """A job of GitLab's: what it extends comes first, and its commands share one shell."""
    own = pipeline[name]
    job = {**pipeline.get(own.get("extends", ""), {}), **own}
    given = {**{key: str(value) for key, value in job.get("variables", {}).items()}, **variables}
    lines = [*job.get("before_script", []), *job["script"]]
    done = machine.run(folder, "\n".join(lines), **given)
    after = machine.run(folder, "\n".join(job.get("after_script", [":"])), **given)
    done.stdout += after.stdout
    return done
