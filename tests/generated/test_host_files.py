"""What is written for a host: as its linter wants it, with questions whose answers are read back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from idesluss.generated.host_files import host_files
from idesluss.model.host import HOSTS
from idesluss.proposal.issue import read_issue
from tests.support import catalogues, pipelines, project
from tests.support.waiting import HANGS

BIN = Path(sys.executable).parent
# What each file is judged by; Forgejo reads what GitHub does, and no linter knows it by name.
SCHEMAS = {
    ".github/workflows/": ("vendor.github-workflows",),
    ".forgejo/workflows/": ("vendor.github-workflows",),
    ".github/ISSUE_TEMPLATE/": ("vendor.github-issue-forms",),
    ".forgejo/issue_template/": ("vendor.github-issue-forms",),
    ".gitlab-ci.yml": ("vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
}
USUAL = {"Titel / Title": "Bänkar vid torget", "Sammanfattning / Summary": "Den som väntar ska kunna sitta."}


@pytest.fixture(params=[*HOSTS])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The files for a host, in a folder."""
    root = catalogues.lay(tmp_path, project.BASE)
    with (root / "ideas" / "catalogue.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"host: {request.param}\nbranch: trunk\n")
    for path, text in host_files(catalogues.read(root).settings).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=HANGS)
    assert done.returncode == 0, done.stdout + done.stderr


def yaml_files(root: Path) -> list[Path]:
    return [path for path in sorted(root.rglob("*.yml")) if "ideas" not in path.parts]


def test_a_linter_has_nothing_to_say(written: Path) -> None:
    """The schema of its host, and for GitHub the one that looks for what can be abused."""
    files = yaml_files(written)
    assert files
    for file in files:
        path = file.relative_to(written).as_posix()
        (schema,) = [schema for start, schema in SCHEMAS.items() if path.startswith(start)]
        run(str(BIN / "check-jsonschema"), "--builtin-schema", *schema, str(file))
    if (written / ".github").exists():
        run(str(BIN / "zizmor"), "--quiet", "--offline", "--persona", "auditor", str(written / ".github"))


def test_commands_are_shell_without_a_slip(written: Path, tmp_path: Path) -> None:
    commands = [command for file in yaml_files(written) for command in commands_of(pipelines.read(file))]
    assert len(commands) >= 3
    script = tmp_path / "commands.sh"
    for command in commands:
        script.write_text(f"#!/bin/bash\n{command}\n", encoding="utf-8")
        run(str(BIN / "shellcheck"), "--exclude=SC2034,SC2154,SC2164", str(script))


def commands_of(pipeline: dict[str, object]) -> list[str]:
    jobs = pipeline.get("jobs", pipeline)
    assert isinstance(jobs, dict)
    commands: list[str] = []
    for job in jobs.values():
        if isinstance(job, dict):
            commands += [step["run"] for step in job.get("steps", []) if "run" in step]
            lines = [
                line for part in ("before_script", "script", "after_script") for line in job.get(part, [])
            ]
            commands += ["\n".join(lines)] if lines else []
    return commands


def test_the_branch_is_the_catalogues(written: Path) -> None:
    """No sign that stands for something is left."""
    texts = [file.read_text(encoding="utf-8") for file in yaml_files(written)]
    assert [text for text in texts if "@branch@" in text or "@label@" in text] == []
    assert [text for text in texts if "refs/heads/main" in text] == []


def test_questions_as_text_are_read_back(tmp_path: Path) -> None:
    """Whoever fills the template in has answered what the form would have asked."""
    root = catalogues.lay(tmp_path, project.BASE)
    with (root / "ideas" / "catalogue.yml").open("a", encoding="utf-8") as file:
        file.write("host: gitlab\n")
    settings = catalogues.read(root).settings
    template = host_files(settings)[HOSTS["gitlab"].form]
    asked = {missing.question.name for missing in read_issue(template, settings).missing}
    assert {"title", "summary", "sector"} <= asked
    filled = template
    for heading, answer in USUAL.items():
        assert f"### {heading}\n\n<!-- " in filled, heading
        start, _, rest = filled.partition(f"### {heading}\n\n")
        note, end, rest = rest.partition("-->\n")
        filled = f"{start}### {heading}\n\n{note}{end}\n{answer}\n{rest}"
    received = read_issue(filled, settings)
    assert received.answers["title"] == "Bänkar vid torget"
