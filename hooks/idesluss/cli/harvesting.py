"""The command that fetches what neighbours tell: harvest. No other touches the network."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from ..disk.files import write_text
from ..harvesting.fetching import SECONDS, Limits
from ..harvesting.harvest import harvest_all
from ..harvesting.use_messages import messages_of_use
from ..history.brought_copies import brought_copies, neighbourhood_at
from ..neighbours.copies import FOLDER, copy_path, copy_text
from ..words import say
from ..words.characters import plain
from .terminal import Spoken, Today, app, current_catalogue

if TYPE_CHECKING:
    from ..catalogue.catalogue import Catalogue
    from ..harvesting.harvest import Harvested
    from ..neighbours.copies import Neighbourhood
    from ..words import Language


@app.command()
def harvest(
    messages: Annotated[
        Path | None,
        typer.Option("--tell", help="Fetch nothing; write what neighbours are to be told into this folder."),
    ] = None,
    seconds: Annotated[
        float, typer.Option(min=0.1, help="How long each neighbour may take for all of its answer.")
    ] = SECONDS,
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Fetch what the neighbours in catalogue.yml tell of their ideas, and keep it in harvested/."""
    catalogue = current_catalogue(today, lang, exit_code=2)
    language = lang or catalogue.settings.language
    root = Path.cwd()
    before, brought = neighbourhood_at(root, catalogue), brought_copies(root)
    if brought:
        typer.echo(say("harvest.tracked", language, count=len(brought), folder=f"{FOLDER}/"), err=True)
    if not before:
        typer.echo(say("harvest.none", language))
    elif messages:
        _tell(catalogue, before, messages, language)
    else:
        _harvest(catalogue, before, Limits(seconds), language)
    _forget_others(root, before)


def _harvest(catalogue: Catalogue, before: Neighbourhood, limits: Limits, language: Language) -> None:
    now, console = dt.datetime.now(dt.UTC), Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bars:
        task = bars.add_task(say("harvest.progress", language), total=len(before.neighbours))
        for became in harvest_all(catalogue, before, now, limits, tell=lambda more: bars.advance(task, more)):
            write_text(Path(copy_path(became.key)), copy_text(became.copy))
            typer.echo(_line(became, language))


def _line(became: Harvested, language: Language) -> str:
    """What became of a neighbour, on a line, and below it what is worth knowing."""
    copy, name = became.copy, plain(became.neighbour.name)
    values = {"name": name, "count": len(copy.ideas), "day": copy.fetched[:10]}
    key = became.fate if became.fate != "failed" else "kept" if copy.fetched else "nothing"
    lines = [say(f"harvest.became.{key}", language, **values)]
    notes = [*([copy.failed] if copy.failed else []), *copy.notes]
    lines += [f"  {plain(note.words(language), 300)}" for note in notes]
    return "\n".join(lines)


def _tell(catalogue: Catalogue, neighbourhood: Neighbourhood, folder: Path, language: Language) -> None:
    messages = [*messages_of_use(catalogue, neighbourhood)]
    for message in messages:
        write_text(folder / message.path, message.text)
        copy = neighbourhood.copies[message.neighbour]
        name = plain(neighbourhood.neighbours[message.neighbour].name)
        where = plain(copy.contact or copy.home)
        path = (folder / message.path).as_posix()
        typer.echo(say("harvest.tell", language, path=path, name=name, where=where))
    if not messages:
        typer.echo(say("harvest.told", language))


def _forget_others(root: Path, neighbourhood: Neighbourhood) -> None:
    """Take away copies of what is no neighbour any more."""
    for file in (root / FOLDER).glob("*.json"):
        if file.stem not in neighbourhood.neighbours:
            file.unlink()
