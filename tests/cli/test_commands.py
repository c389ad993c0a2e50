"""The table of commands: each is known by its name, and loads what it needs."""

from __future__ import annotations

import subprocess
import sys

import typer

from idesluss.cli import COMMANDS
from idesluss.cli.every import app
from tests.support.waiting import HANGS


def test_each_command_stands_in_the_table_and_imports_only_its_module() -> None:
    """Whichever is asked for alone is known by its name; and the table has no other."""
    registered = {
        name: command.callback.__module__.rsplit(".", 1)[-1]
        for name, command in typer.main.get_group(app).commands.items()
        if command.callback
    }
    assert registered == COMMANDS
    code = "import sys; from idesluss.cli import command_line; command_line(['explain']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=HANGS
    )
    loaded = done.stdout.split()
    assert "idesluss.cli.judging" in loaded
    assert not {"idesluss.cli.receiving", "idesluss.pages", "idesluss.review"} & {*loaded}
