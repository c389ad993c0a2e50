"""A catalogue as `idesluss init` writes it, with the program of a wheel and nothing fetched from anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from idesluss.beginning.choices import Beginning, municipality_named
from idesluss.beginning.folder import begun_folder
from idesluss.beginning.requirements import Program
from tests.support import project
from tests.support.waiting import HANGS
from tests.support.wheels import INSTALL, build_wheel, changed_program

# Makes an environment, installs a wheel that lies beside and nothing that a registry has, and is Python else.
# What a machine has installed once it copies, as pip would write and compile the same files anew.
PYTHON = """#!/bin/sh
case "$1 $2" in
  "-m venv") mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; exit ;;
  "-m pip")
    here=$(cd "$(dirname "$0")/.." && pwd)
    wheel=$(sed -n 's/^\\(\\.\\/[^ ]*\\.whl\\) .*/\\1/p' requirements.txt)
    kept="{home}/$(cksum < "$wheel" | tr ' ' -)"
    test -d "$kept" || "{python}" {install} "$kept" "$wheel" || exit 1
    rm -rf "$here/lib" && cp -Rp "$kept" "$here/lib" || exit 1
    printf '#!/bin/sh\\nPYTHONPATH="%s" exec "{python}" -c "from idesluss.cli import main; main()" "$@"\\n' \\
      "$here/lib" > "$here/bin/idesluss"
    chmod +x "$here/bin/idesluss"
    exit ;;
esac
exec "{python}" "$@"
"""


# pip remembers which wheel it installed; the program beside the tests runs from its sources.
INSTALLED = f"""#!/bin/sh
[ "$1" = init ] && set -- "$@" --program "{{wheel}}"
exec "{Path(sys.executable).parent}/idesluss" "$@"
"""
# A version that has renamed a field, moved another, and says so; and whose newest form is therefore 3.
_RENAMED = (
    ("pyproject.toml", 'version = "', 'version = "9'),
    (
        "hooks/idesluss/model/forms.py",
        '"roles.*.holders"),)',
        '"roles.*.holders"), FormStep(3, "idea", "target_group", "meant_for"))',
    ),
    ("hooks/idesluss/model/idea.py", "    target_group:", "    meant_for:"),
)


class _Nothing(Program):
    """No wheel at all."""

    @property
    def files(self) -> dict[str, bytes]:
        return {}


NOTHING = _Nothing("", b"", "")


def beginning(**choices: object) -> Beginning:
    """Choices of a municipality that nobody has a catalogue of."""
    place = municipality_named("Kiruna")
    usual: dict[str, object] = {"name": "Idéer i Kiruna", "municipality": place, "publisher": "Kiruna kommun"}
    return Beginning(**{**usual, **choices})  # type: ignore[arg-type]  # as somebody chooses them


def lay(folder: Path, begun: Beginning, program: Program = NOTHING) -> Path:
    """The folder, but what `generate` makes; without a program it cannot be installed."""
    for path, content in begun_folder(begun, program).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@dataclass(frozen=True)
class Machine:
    """A computer with Python and git, where commands are run as whoever has the catalogue would."""

    home: Path
    variables: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        installing = {"install": " ".join(INSTALL), "home": self.home}
        self.give("python", PYTHON.format(python=sys.executable, **installing))

    def give(self, name: str, script: str) -> None:
        """A program that is on the machine."""
        (self.home / name).write_text(script, encoding="utf-8")
        (self.home / name).chmod(0o755)

    @property
    def environment(self) -> dict[str, str]:
        """The variables that commands are run with there."""
        fixed = {"IDESLUSS_TODAY": project.TODAY, "IDESLUSS_SEARCH": "off", "HOME": str(self.home)}
        path = f"{self.home}{os.pathsep}{os.environ['PATH']}"
        own = {"PATH": path, "PYTHON": str(self.home / "python"), **fixed, **self.variables}
        return {**own, "GIT_CONFIG_NOSYSTEM": "1"}

    def run(self, folder: Path, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Lines of a shell, run there until one fails."""
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],  # noqa: S607  # bash is wherever the machine has it
            cwd=folder,
            env={**self.environment, **variables},
            capture_output=True,
            text=True,
            check=False,
            timeout=HANGS,
        )


def newer_wheel(folder: Path) -> Path:
    """The wheel of such a version, which speaks of the field by its new name everywhere."""
    (folder / "sources").mkdir(parents=True)
    sources = changed_program(folder / "sources", *_RENAMED)
    for path in (sources / "hooks" / "idesluss").rglob("*"):
        if path.suffix in {".py", ".toml", ".html", ".js", ".json"} and path.name != "forms.py":
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("target_group", "meant_for"), encoding="utf-8")
    return build_wheel(sources, folder)
