"""Commands that write files: new, generate, codeowners."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import generated as faces
from .. import proposal
from ..disk.files import write_text
from ..model.vocabulary import term_label, terms_of
from ..proposal import folder_name, idea_folder, taken_names
from ..reading.problem import has_errors, one_of
from ..review import codeowners as owners
from ..words import say
from .terminal import (
    Spoken,
    Today,
    app,
    current_catalogue,
    in_catalogue,
    problems_since,
    refuse_use,
    show_problems,
)

if TYPE_CHECKING:
    from ..catalogue.catalogue import Catalogue
    from ..model import Settings
    from ..words import Language

IsCheck = Annotated[bool, typer.Option("--check", help="Write nothing; fail when a file is out of date.")]


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
    catalogue = current_catalogue(today, lang)
    language = lang or catalogue.settings.language
    answers = {
        "title": title or typer.prompt(say("cli.ask_title", language)),
        "summary": summary or typer.prompt(say("cli.ask_summary", language)),
        "sector": _chosen(catalogue.settings, "sectors", sector, language),
        "origin": _chosen(catalogue.settings, "origins", origin, language),
        "section.need": need or typer.prompt(say("cli.ask_need", language)),
    }
    _write(catalogue, answers, language)


@app.command()
def generate(is_check: IsCheck = False) -> None:
    """Write the files that are made from the model: field pages, schemas and the form for a new idea."""
    in_catalogue(None)
    _bring_up_to_date(faces.faces(Path.cwd()), "idesluss generate", is_check=is_check)


@app.command()
def codeowners(is_check: IsCheck = False) -> None:
    """Write .github/CODEOWNERS: who must approve what, from the roles in catalogue.yml."""
    catalogue = current_catalogue(None, None)
    _bring_up_to_date({owners.PATH: owners.codeowners(catalogue)}, "idesluss codeowners", is_check=is_check)


def _bring_up_to_date(wanted: dict[str, str], command: str, *, is_check: bool) -> None:
    """Write the files that differ from what they should be, or only tell which they are."""
    stale = [path for path, text in wanted.items() if _text(Path(path)) != text]
    for path in stale:
        if is_check:
            typer.echo(say("cli.stale", "en", path=path, command=command), err=True)
        else:
            write_text(Path(path), wanted[path])
            typer.echo(say("cli.wrote", "en", path=path))
    raise typer.Exit(1 if is_check and stale else 0)


def _text(path: Path) -> str | None:
    # What cannot be read is out of date.
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else None


def _chosen(settings: Settings, vocabulary: str, given: str | None, language: Language) -> str:
    """The key given or asked for; asks again until it is in the list."""
    known = terms_of(settings, vocabulary)

    def refusal(key: str) -> str:
        return say("cli.not_choice", language, given=key, choices=one_of(list(known)))

    if given is not None:
        return given if given in known else refuse_use(refusal(given))
    for key in known:
        typer.echo(f"  {key}: {term_label(settings, vocabulary, key).in_(language)}")
    question = say(f"cli.ask_{vocabulary.removesuffix('s')}", language)
    while (answer := str(typer.prompt(question))) not in known:
        typer.echo(refusal(answer))
    return answer


def _write(catalogue: Catalogue, answers: dict[str, str], language: Language) -> None:
    try:
        "".join(answers.values()).encode()
    except UnicodeEncodeError:
        refuse_use(say("cli.unreadable", language))
    name = folder_name(answers["title"])
    if not name:
        refuse_use(say("cli.blank", language))
    path = Path(idea_folder(name, catalogue.today), "idea.md")
    if path.parent.exists() or name in taken_names(catalogue):
        refuse_use(say("cli.exists", language, path=path.parent))
    write_text(path, proposal.idea_file(answers, catalogue.settings, catalogue.today, language))
    own = problems_since(catalogue)
    if own:
        show_problems(own, language)
    typer.echo(say("cli.written", language, path=path))
    raise typer.Exit(1 if has_errors(own) else 0)
