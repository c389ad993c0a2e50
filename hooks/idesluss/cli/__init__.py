"""The command line: what each command of `idesluss` asks for, prints and ends with."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ..progress import telling, terminal_teller
from ..reporters.failure import EXIT_CODE, failure_as_text
from ..words import SOURCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import typer

    from ..words import Language

# The module of each command: only that of the command asked for is imported, with all that it needs.
COMMANDS = {
    "new": "authoring",
    "check": "judging",
    "explain": "judging",
    "report": "reporting",
    "judge": "verdicts",
    "init": "beginning",
    "upgrade": "beginning",
    "migrate": "migrating",
    "unfold": "unfolding",
    "generate": "generating",
    "codeowners": "generating",
    "links": "delivering",
    "compare": "delivering",
    "pack": "delivering",
    "build": "publishing",
    "serve": "publishing",
    "write": "writing",
    "from-issue": "receiving",
    "from-mail": "receiving",
    "import": "importing",
    "harvest": "harvesting",
    "remind": "reminding",
    "protect": "protecting",
}
# What they make goes in no circles, and to look for some takes a fourth of the time of a large catalogue.
_BRIEF = {"check", "report", "judge"}


def main() -> None:
    """Run the command that the arguments of the process name.

    Where the program itself fails it ends with a code of its own, so that nobody takes that for a verdict.
    """
    is_brief = bool({*sys.argv[1:2]} & _BRIEF)
    if is_brief:
        gc.disable()
    try:
        with telling(terminal_teller(sys.stderr, _language)):
            command_line(sys.argv[1:2])()
    except SystemExit as ending:
        if is_brief and isinstance(ending.code, int):
            _end_at_once(ending.code)
        raise
    except Exception as error:  # noqa: BLE001  # the outermost floor: what gets here is known to nobody below
        sys.stderr.write(failure_as_text(error, SOURCE))
        _give_up_output()
        sys.exit(EXIT_CODE)


def _language() -> Language:
    """That of the catalogue here, which is looked at where there is something to tell."""
    from ..catalogue.catalogue import language_of  # noqa: PLC0415  # only where work takes long
    from ..reading.files import DiskFiles  # noqa: PLC0415  # likewise

    return language_of(DiskFiles(Path.cwd()))


def command_line(names: Sequence[str]) -> typer.Typer:
    """The program with these commands; with all where one is not known, as for help and mistakes."""
    asked = names if names and {*names} <= COMMANDS.keys() else [*COMMANDS]
    for module in dict.fromkeys(COMMANDS[name] for name in asked):
        import_module(f"{__name__}.{module}")
    from .terminal import app  # noqa: PLC0415  # with the terminal's libraries, which a failure has no need of

    return app


def _end_at_once(code: int) -> None:
    """What a large catalogue takes in memory is left to the system, which takes it back faster."""
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _give_up_output() -> None:
    """Let what could not be written go, so that Python does not try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
