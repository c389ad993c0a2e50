"""The command that lets go of MkDocs: write."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic_core import PydanticCustomError

from ..catalogue.catalogue import read_catalogue
from ..checks import judge_reading
from ..derived.whole import Derived
from ..disk.staging import Staging
from ..history.brought_copies import neighbourhood_at
from ..history.git import Repository
from ..model.site_places import PLACE_VARIABLES, read_places
from ..portable import SURROUNDINGS, whole_list, write_site
from ..reading.files import DiskFiles
from ..reading.problem import in_order
from ..search.indexing import NotIndexedError
from ..words import SOURCE, say
from .terminal import Spoken, Today, app, given_day, in_catalogue, refuse_use, show_problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..reading.problem import Problem
    from ..words import Language


@app.command()
def write(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write; a folder of its own.")],
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Write the site to a folder for another generator: pages with front matter, files, data for a frame."""
    in_catalogue(lang)
    if not _is_free(folder):
        refuse_use(say("cli.folder_taken", lang or SOURCE, folder=folder.as_posix()))
    reading = read_catalogue(DiskFiles(Path.cwd()), given_day(today, lang), places=_places(lang))
    catalogue = reading.catalogue
    derived = Derived(catalogue, neighbourhood_at(Path.cwd(), catalogue)) if catalogue else None
    language = lang or reading.language
    _refuse_errors(judge_reading(reading, derived), language)
    if derived:
        typer.echo(_write(folder, derived, language))


def _is_free(folder: Path) -> bool:
    """Whether nothing of anybody else's lies there: nothing at all, or what was written before."""
    return not folder.exists() or (folder.is_dir() and (_is_ours(folder) or not any(folder.iterdir())))


def _is_ours(folder: Path) -> bool:
    return (folder / SURROUNDINGS).is_file()


def _places(lang: Language | None) -> dict[str, str]:
    try:
        return read_places(os.environ)
    except PydanticCustomError:
        refuse_use(say("cli.bad_place", lang or SOURCE, names=[*PLACE_VARIABLES.values()]))


def _refuse_errors(problems: Sequence[Problem], language: Language) -> None:
    errors = in_order(problem for problem in problems if problem.severity == "error")
    if errors:
        show_problems(errors, language)
        raise typer.Exit(1)


def _write(folder: Path, derived: Derived, language: Language) -> str:
    """What was written, in words; what lay there before is left where it could not be."""
    repository = Repository(Path.cwd())
    listed = whole_list(derived, repository)
    _refuse_errors(listed.problems, language)
    staging = Staging(folder)
    try:
        write_site(staging.folder, listed, derived.catalogue, repository.root)
        staging.publish()
    except NotIndexedError as error:
        refuse_use(str(error))
    finally:
        staging.forget()
    count = len(listed.pages) + len(listed.written)
    return say("cli.wrote_site", language, count=count, folder=folder.as_posix())
