"""Commands that judge: check, explain."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from .. import checks
from .. import reporters as report
from ..checks.explain import explanation_as_text, rules_as_text, unknown_rule
from ..disk.files import write_bytes
from ..reading import repair
from ..reading.problem import has_errors
from ..reading.repair import repair_difference
from ..words import SOURCE, say
from .comparing import judged_since
from .remembered import remembering
from .terminal import (
    Base,
    Spoken,
    Today,
    app,
    in_catalogue,
    read_current,
    refuse_use,
    show_problems,
    spoken_here,
    write_out,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Settings
    from ..reading.problem import Problem
    from ..words import Language
    from .remembered import Look


@app.command()
def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Only problems in these files and folders.")
    ] = None,
    base: Base = None,
    form: Annotated[
        Literal["text", "json", "github", "sarif"],
        typer.Option("--format", help="How problems are told; all but text are for programs."),
    ] = "text",
    summary: Annotated[
        bool, typer.Option("--summary", help="A line for each cause, with how many files it stands in.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Show mechanical repairs, and make them.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --fix: do not ask first.")] = False,
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Judge the content and tell what to put right."""
    in_catalogue(lang)
    if summary and form != "text":
        refuse_use(say("cli.summary_is_text", lang or spoken_here()))
    wanted = [_inside(path, lang) for path in paths or ()]
    if fix:
        _repair(wanted, lang or spoken_here(), asks=not yes)
    settings, (problems, older) = remembering(partial(_judged, today, lang, base))
    language = lang or (settings.language if settings else SOURCE)
    if wanted:
        problems, older = (_below(part, wanted) for part in (problems, older))
    if summary:
        write_out(report.as_summary(problems, language, older))
    elif form == "text":
        show_problems(problems, language, older)
    else:
        site_url = settings.full_address("") if settings else None
        write_out(report.in_format(form, problems, language, older if base else None, site_url))
    raise typer.Exit(1 if has_errors(problems) else 0)


def _judged(
    today: str | None, lang: Language | None, base: str | None, look: Look | None
) -> tuple[Settings | None, tuple[list[Problem], list[Problem]]]:
    """The settings, where they can be read; the problems to put right, and those from before a change."""
    reading = read_current(today, lang, look)
    settings = reading.catalogue.settings if reading.catalogue else None
    return settings, judged_since(reading, base, lang or reading.language, look)


@app.command()
def explain(
    rule: Annotated[str | None, typer.Argument(help="The word in brackets in a message.")] = None,
    lang: Spoken = None,
) -> None:
    """Tell what a rule is for, and how to put right what it found."""
    language = lang or spoken_here()
    if rule is None:
        write_out(rules_as_text(language))
        return
    if rule not in checks.rules():
        refuse_use(unknown_rule(rule, language))
    write_out(explanation_as_text(rule, language))


def _below(problems: Sequence[Problem], wanted: Sequence[str]) -> list[Problem]:
    return [p for p in problems if any(_is_below(p.place.path, path) for path in wanted)]


def _inside(path: Path, lang: Language | None) -> str:
    try:
        inside = path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        inside = ""
    if not inside or not path.exists():
        refuse_use(say("cli.no_path", lang or spoken_here(), path=path))
    return inside


def _is_below(path: str, folder: str) -> bool:
    return folder in {".", path} or path.startswith(f"{folder}/")


def _repair(wanted: Sequence[str], language: Language, *, asks: bool) -> None:
    """Show what can be mended without asking anybody what was meant, and mend it."""
    in_catalogue(language)
    mended: dict[Path, bytes] = {}
    for path in sorted(Path("ideas").rglob("*.*")):
        is_content = path.suffix in {".md", ".yml"} and path.is_file() and not path.is_symlink()
        if is_content and (not wanted or any(_is_below(path.as_posix(), folder) for folder in wanted)):
            before = path.read_bytes()
            after = repair.repaired(path.as_posix(), before)
            if after != before:
                mended[path] = after
                typer.echo(repair_difference(path.as_posix(), before, after))
    if not mended:
        typer.echo(say("cli.nothing_to_fix", language))
    elif not asks or typer.confirm(say("cli.ask_fix", language, count=len(mended))):
        for path, content in mended.items():
            write_bytes(path, content)
        typer.echo(say("cli.fixed", language, count=len(mended)))
