"""Commands for a new version of the program: migrate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..disk.files import write_bytes
from ..model.forms import NEWEST_FORM
from ..reading.repair import repair_difference
from ..reading.rewriting import Unmovable, rewritten, rewritten_part, with_form
from ..words import say
from .terminal import Spoken, app, current_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.forms import RecordKind
    from ..reading.folders import ContentTree
    from ..words import Language


@app.command()
def migrate(
    is_check: Annotated[
        bool, typer.Option("--check", help="Change nothing; fail where something is to be changed.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before the files are changed.")] = False,
    lang: Spoken = None,
) -> None:
    """Bring the content of an older version to the form of this one: show what changes, ask, change it."""
    catalogue = current_catalogue(None, lang)
    language = lang or catalogue.settings.language
    changed = _changed(catalogue.tree, language)
    for path, (before, after) in changed.items():
        typer.echo(repair_difference(path, before, after))
    if not changed:
        typer.echo(say("migrate.newest", language, form=NEWEST_FORM))
    elif is_check:
        typer.echo(say("migrate.lacking", language, count=len(changed)), err=True)
        raise typer.Exit(1)
    elif yes or typer.confirm(say("migrate.ask", language, count=len(changed))):
        for path, (_, after) in changed.items():
            write_bytes(Path(path), after)
        typer.echo(say("migrate.done", language, count=len(changed), form=NEWEST_FORM))


def _changed(tree: ContentTree, language: Language) -> dict[str, tuple[bytes, bytes]]:
    """Each file that is to be changed, as it is and as it is to be; ends where one cannot be by lines."""
    changed: dict[str, tuple[bytes, bytes]] = {}
    for path, kind, vocabulary in _files(tree):
        before = Path(path).read_bytes()
        try:
            after = (
                rewritten_part(path, before, vocabulary, tree.form)
                if vocabulary
                else rewritten(path, before, kind, tree.form)
            )
        except Unmovable as refusal:
            typer.echo(say("migrate.by_hand", language, path=path, line=refusal.line), err=True)
            raise typer.Exit(1) from None
        if path == tree.settings.path and tree.form < NEWEST_FORM:
            after = with_form(after, NEWEST_FORM)
        if after != before:
            changed[path] = (before, after)
    return changed


def _files(tree: ContentTree) -> Iterator[tuple[str, RecordKind, str]]:
    """The path of each file, of what kind it is, and the vocabulary that it holds alone."""
    yield tree.settings.path, "catalogue", ""
    for vocabulary, part in tree.settings.parts.items():
        yield part.path, "catalogue", vocabulary
    for call in tree.calls.values():
        yield call.path, "call", ""
    for folder in tree.folders:
        yield folder.idea.path, "idea", ""
        if folder.plan:
            yield folder.plan.path, "plan", ""
