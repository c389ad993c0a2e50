"""What every command needs: the catalogue of the current folder, its language, and a way to refuse."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.text import Text as Coloured

from .. import reporters as report
from ..catalogue.catalogue import Reading, read_catalogue, read_settings
from ..checks import judge_catalogue, judge_reading
from ..model.today import DAY_VARIABLE, read_day
from ..model.values import LanguageCode
from ..reading.files import DiskFiles
from ..reading.paths import SETTINGS
from ..reading.problem import in_order
from ..reporters import older_heading, text_blocks
from ..words import SOURCE, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.seen import Onlooker
    from ..reading.problem import Problem
    from ..words import Language

app = typer.Typer(
    help="Keeps an open innovation catalogue of Markdown files in git.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def _program() -> None:
    """Keep commands by name where only one is imported: Typer takes a lone one for the program."""


Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="Count waiting times as of this day, 2026-11-23."),
]
Spoken = Annotated[
    LanguageCode | None, typer.Option("--lang", help="Language of messages; else catalogue.yml decides.")
]
Base = Annotated[
    str | None,
    typer.Option("--base", metavar="REV", help="Judge what has changed since this version, origin/main."),
]
_COLOURS = {"error": "bold red", "warning": "bold yellow", "hint": "bold cyan"}


def read_current(
    today: str | None, lang: Language | None, look: Callable[[dt.date], Onlooker] | None = None
) -> Reading:
    """What reading the current folder gives; `look` says who looks at its entries, so that none is kept."""
    in_catalogue(lang)
    day = given_day(today, lang)
    return read_catalogue(DiskFiles(Path.cwd()), day, onlooker=look(day) if look else None)


def current_catalogue(today: str | None, lang: Language | None, *, exit_code: int = 1) -> Catalogue:
    """The catalogue of the current folder; where it cannot be read, shows why and stops."""
    reading = read_current(today, lang)
    if reading.catalogue is None:
        show_problems(in_order(reading.problems), lang or reading.language)
        raise typer.Exit(exit_code)
    return reading.catalogue


def problems_since(catalogue: Catalogue) -> list[Problem]:
    """What is wrong in the current folder now that was not when the catalogue was read."""
    before = judge_catalogue(catalogue)
    now = judge_reading(read_catalogue(DiskFiles(Path.cwd()), catalogue.today))
    return in_order(problem for problem in now if problem not in before)


def spoken_here() -> Language:
    """The language of the catalogue in the current folder; the first there is where there is none."""
    settings = read_settings(DiskFiles(Path.cwd())) if Path(SETTINGS).exists() else None
    return settings.language if settings else SOURCE


def in_catalogue(lang: Language | None) -> None:
    """Refuse the command outside a catalogue's folder."""
    if not Path(SETTINGS).exists():
        refuse_use(say("cli.no_catalogue", lang or SOURCE))


def given_day(today: str | None, lang: Language | None) -> dt.date:
    """The day that `--today` or the environment gives, else today; refuses what is no date."""
    try:
        return read_day({**os.environ, **({DAY_VARIABLE: today} if today else {})})
    except (ValueError, OverflowError, OSError):
        refuse_use(say("cli.bad_date", lang or SOURCE))


def refuse_use(words: str) -> NoReturn:
    """End with exit code 2 and the reason."""
    typer.echo(words, err=True)
    raise typer.Exit(2)


def show_problems(problems: Sequence[Problem], language: Language, older: Sequence[Problem] = ()) -> None:
    """The problems for a person, in colours where the terminal has them."""
    console = Console(highlight=False, soft_wrap=True)
    _blocks(console, problems, language)
    if older:
        console.print(Coloured(f"{older_heading(language)}\n"))
        _blocks(console, older, language)
    console.print(Coloured(report.closing(problems, language, older)))


def _blocks(console: Console, problems: Sequence[Problem], language: Language) -> None:
    for problem, written in text_blocks(problems, language):
        block = Coloured(written)
        block.highlight_words([f"[{problem.rule}]"], _COLOURS[problem.severity])
        console.print(block)


def write_out(text: str) -> None:
    """A report for another program, byte for byte."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()
