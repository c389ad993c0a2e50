"""The command line: what each command of `idesluss` asks for, prints and ends with."""

from __future__ import annotations

from . import authoring, judging, publishing, receiving, reminding
from .terminal import app

__all__ = ["app", "authoring", "judging", "main", "publishing", "receiving", "reminding"]


def main() -> None:
    """Run the command that the arguments of the process name."""
    app()
