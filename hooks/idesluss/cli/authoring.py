"""The command for who has an idea: new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import proposal
from ..disk.files import write_text
from ..proposal import folder_name, idea_folder, taken_names
from ..reading.problem import has_errors, one_of
from ..words import keys, say
from .terminal import Spoken, Today, app, current_catalogue, problems_since, refuse_use, show_problems

if TYPE_CHECKING:
    from ..catalogue.catalogue import Catalogue
    from ..proposal import Question
    from ..words import Language


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
    asked = {question.name: question for question in proposal.questions(catalogue.settings)}
    of_need = f"{proposal.SECTION}{catalogue.settings.process.section_for('need')}"
    if need and of_need not in asked:
        refuse_use(say("cli.no_need", language))
    given = {"title": title, "summary": summary, "sector": sector, "origin": origin, of_need: need}
    known = [name for name in given if name in asked]
    further = [name for name, question in asked.items() if question.is_required and name not in given]
    answers = {
        name: _answered(asked[name], given.get(name), language, "need" if name == of_need else name)
        for name in (*known, *further)
    }
    _write(catalogue, answers, language)


def _answered(question: Question, given: str | None, language: Language, asked_as: str) -> str:
    """The answer given or asked for, in the words for it, else by what the question is called."""
    own = f"cli.ask_{asked_as}"
    words = say(own, language) if own in keys(language) else question.title.in_(language)
    if question.options:
        return _chosen(question, given, language, words)
    return given or str(typer.prompt(words))


def _chosen(question: Question, given: str | None, language: Language, words: str) -> str:
    """The key given or asked for; asks again until it is in the list."""
    known = {option.key: option.label for option in question.options}

    def refusal(key: str) -> str:
        return say("cli.not_choice", language, given=key, choices=one_of(list(known)))

    if given is not None:
        return given if given in known else refuse_use(refusal(given))
    for key, label in known.items():
        typer.echo(f"  {key}: {label.in_(language)}")
    while (answer := str(typer.prompt(words))) not in known:
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
