"""The command line. Exit codes: 0 no error, 1 at least one error, 2 wrong use."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer
from rich.console import Console
from rich.text import Text as Coloured

from . import catalogue as catalogues
from . import checks, faces, proposal, report
from . import today as days
from .problem import has_errors, in_order, one_of
from .vocabulary import entries, label
from .words import say
from .writing import write_text

if TYPE_CHECKING:
    import datetime as dt

    from .catalogue import Catalogue
    from .model import Settings
    from .problem import Problem
    from .words import Language

app = typer.Typer(
    help="Keeps an open innovation catalogue of Markdown files in git.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="Count waiting times as of this day, 2026-11-23."),
]
Spoken = Annotated[
    Literal["sv", "en"] | None,
    typer.Option("--lang", help="Language of messages; else catalogue.yml decides."),
]
_COLOURS = {"error": "bold red", "warning": "bold yellow", "hint": "bold cyan"}


@app.command()
def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Only problems in these files and folders.")
    ] = None,
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Judge the content and tell what to put right."""
    found = _read(today, lang)
    problems = in_order(found) if isinstance(found, list) else checks.run(found)
    language = _language(found, lang)
    if paths:
        wanted = [_inside(path, language) for path in paths]
        problems = [p for p in problems if any(_is_below(p.place.path, path) for path in wanted)]
    _print(problems, language)
    raise typer.Exit(1 if has_errors(problems) else 0)


@app.command()
def build(today: Today = None, quiet: Annotated[bool, typer.Option("--quiet", "-q")] = False) -> None:
    """Build the site into site/; the old one stands until the new one is whole."""
    _mkdocs("build", today, *(("--quiet",) if quiet else ()))


@app.command()
def serve(
    address: Annotated[str, typer.Option("--address", help="Where to serve.")] = "127.0.0.1:8000",
    today: Today = None,
) -> None:
    """Build, serve, and build again when something changes."""
    _mkdocs("serve", today, "--dev-addr", address)


@app.command()
def new(
    title: Annotated[str | None, typer.Option(help="What the idea is called.")] = None,
    summary: Annotated[str | None, typer.Option(help="Two or three sentences.")] = None,
    sector: Annotated[str | None, typer.Option(help="A key from catalogue.yml.")] = None,
    origin: Annotated[str | None, typer.Option(help="A key from catalogue.yml.")] = None,
    need: Annotated[str | None, typer.Option(help="The need it meets.")] = None,
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Ask a few questions and write an idea that passes."""
    found = _read(today, lang)
    language = _language(found, lang)
    if isinstance(found, list):
        _print(found, language)
        raise typer.Exit(1)
    answers = proposal.Answers(
        title=title or typer.prompt(say("cli.ask_title", language)),
        summary=summary or typer.prompt(say("cli.ask_summary", language)),
        sector=_chosen(found.settings, "sectors", sector, language),
        origin=_chosen(found.settings, "origins", origin, language),
        need=need or typer.prompt(say("cli.ask_need", language)),
        language=language,
    )
    _write(found, answers, language)


@app.command()
def generate(
    is_check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail when a file is out of date.")
    ] = False,
) -> None:
    """Write the files that are made from the model: field and rule pages, and the README's session."""
    _in_catalogue(None)
    root = Path.cwd()
    stale = [
        (path, text)
        for path, text in faces.faces(root).items()
        if not (root / path).exists() or (root / path).read_text(encoding="utf-8") != text
    ]
    for path, text in stale:
        if is_check:
            typer.echo(say("cli.stale", "en", path=path), err=True)
        else:
            write_text(root / path, text)
            typer.echo(say("cli.wrote", "en", path=path))
    raise typer.Exit(1 if is_check and stale else 0)


def _read(today: str | None, lang: Language | None) -> Catalogue | list[Problem]:
    _in_catalogue(lang)
    return catalogues.of(Path.cwd(), _day(today, lang))


def _in_catalogue(lang: Language | None) -> None:
    if not Path("ideas", "catalogue.yml").exists():
        _misused(say("cli.no_catalogue", lang or "sv"))


def _day(today: str | None, lang: Language | None) -> dt.date:
    try:
        return days.read({**os.environ, **({days.VARIABLE: today} if today else {})})
    except (ValueError, OverflowError, OSError):
        _misused(say("cli.bad_date", lang or "sv"))


def _language(found: Catalogue | list[Problem], lang: Language | None) -> Language:
    return lang or ("sv" if isinstance(found, list) else found.settings.language)


def _misused(words: str) -> NoReturn:
    typer.echo(words, err=True)
    raise typer.Exit(2)


def _inside(path: Path, language: Language) -> str:
    try:
        inside = path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        inside = ""
    if not inside or not path.exists():
        _misused(say("cli.no_path", language, path=path))
    return inside


def _is_below(path: str, folder: str) -> bool:
    return folder in {".", path} or path.startswith(f"{folder}/")


def _print(problems: list[Problem], language: Language) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for problem in problems:
        told = Coloured(report.block(problem, language))
        told.highlight_words([f"[{problem.rule}]"], _COLOURS[problem.severity])
        console.print(told)
    console.print(Coloured(report.summary(problems, language)))


def _chosen(settings: Settings, vocabulary: str, given: str | None, language: Language) -> str:
    """The key given or asked for; asks again until it is in the list."""
    known = entries(settings, vocabulary)

    def refusal(key: str) -> str:
        return say("cli.not_choice", language, given=key, choices=one_of(list(known)))

    if given is not None:
        return given if given in known else _misused(refusal(given))
    for key in known:
        typer.echo(f"  {key}: {label(settings, vocabulary, key).in_(language)}")
    question = say(f"cli.ask_{vocabulary.removesuffix('s')}", language)
    while (answer := str(typer.prompt(question))) not in known:
        typer.echo(refusal(answer))
    return answer


def _write(found: Catalogue, answers: proposal.Answers, language: Language) -> None:
    try:
        f"{answers.title}{answers.summary}{answers.need}".encode()
    except UnicodeEncodeError:
        _misused(say("cli.unreadable", language))
    if not proposal.has_name(answers):
        _misused(say("cli.blank", language))
    path = Path(proposal.folder(answers, found.today), "idea.md")
    if path.parent.exists() or path.parent.name in found.by_slug:
        _misused(say("cli.exists", language, path=path.parent))
    write_text(path, proposal.idea_file(answers, found.settings, found.today))
    again = catalogues.of(Path.cwd(), found.today)
    problems = [] if isinstance(again, list) else checks.run(again)
    own = [problem for problem in problems if problem.place.path == path.as_posix()]
    if own:
        _print(own, language)
    typer.echo(say("cli.written", language, path=path))
    raise typer.Exit(1 if has_errors(own) else 0)


def _mkdocs(command: str, today: str | None, *options: str) -> NoReturn:
    _in_catalogue(None)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if today:
        _day(today, None)
        environment[days.VARIABLE] = today
    child = subprocess.Popen(  # noqa: S603  # our own command, no shell
        [sys.executable, "-m", "mkdocs", command, *options], env=environment
    )
    # Ctrl-C reaches the child as well; it stops and cleans up after itself while we wait.
    signal.signal(signal.SIGINT, lambda *_: None)
    raise typer.Exit(1 if child.wait() else 0)


def main() -> None:
    app()
