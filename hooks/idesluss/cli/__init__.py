"""The command line: what each command of `idesluss` asks for, prints and ends with."""

from __future__ import annotations

import os
import sys

from ..reporters.failure import EXIT_CODE, failure_as_text
from ..words import SOURCE
from . import authoring, judging, protecting, publishing, receiving, reminding
from .terminal import app

__all__ = ["app", "authoring", "judging", "main", "protecting", "publishing", "receiving", "reminding"]


def main() -> None:
    """Run the command that the arguments of the process name.

    Where the program itself fails it ends with a code of its own, so that nobody takes that for a verdict.
    """
    try:
        app()
    except Exception as error:  # noqa: BLE001  # the outermost floor: what gets here is known to nobody below
        sys.stderr.write(failure_as_text(error, SOURCE))
        _give_up_output()
        sys.exit(EXIT_CODE)


def _give_up_output() -> None:
    """Let what could not be written go, so that Python does not try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
