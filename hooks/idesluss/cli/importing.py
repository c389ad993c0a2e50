"""The command for rows of another system's sheet: import."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress, TaskID

from ..disk.files import write_text
from ..importing import report
from ..importing.fields import field_way
from ..importing.map_file import judged_with_sheet, read_map, shipped_map, shipped_maps
from ..importing.read_sheet import read_sheet
from ..importing.run import run_import
from ..importing.sheet import SheetForm, UnreadableSheet, refuse_large
from ..importing.suggest import suggested_map
from ..importing.vocabularies import added_files, by_vocabulary, proposed_table
from ..reading.document import MAX_BYTES
from ..reading.problem import has_errors, in_order
from ..words import say
from .terminal import Spoken, Today, app, current_catalogue, refuse_use, show_problems, write_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..importing.import_map import ImportMap
    from ..importing.run import ImportResult, Stage, Telling
    from ..importing.sheet import SourceSheet
    from ..words import Language


@app.command(name="import")
def import_sheet(
    file: Annotated[Path, typer.Argument(help="The sheet: CSV, JSON, JSON lines, XLSX or ODS.")],
    map_name: Annotated[
        str | None,
        typer.Option("--map", help="The map: a file, or the name of one that comes with the program."),
    ] = None,
    is_suggestion: Annotated[
        bool, typer.Option("--suggest", help="Write nothing; print a map that fits the sheet.")
    ] = False,
    is_dry: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; tell what would be written.")
    ] = False,
    adds_terms: Annotated[
        bool, typer.Option("--add-terms", help="Add words that the lists lack to ideas/vocabularies.")
    ] = False,
    rows: Annotated[bool, typer.Option("--rows", help="Tell row by row too.")] = False,
    form: Annotated[
        Literal["text", "json"],
        typer.Option("--format", help="How the report is told; json is for programs."),
    ] = "text",
    out: Annotated[Path, typer.Option(help="The folder for lists of words to add.")] = Path("import-terms"),
    constants: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="A field's value where the sheet has none."),
    ] = None,
    today: Today = None,
    lang: Spoken = None,
) -> None:
    """Make entries of the rows of a spreadsheet or a register, and tell what became of each."""
    catalogue = current_catalogue(today, lang, exit_code=2)
    language = lang or catalogue.settings.language
    content = _content(file, language)
    if is_suggestion:
        sheet = _sheet(file, content, SheetForm(), language)
        write_out(suggested_map(file.name, sheet, catalogue, language))
        return
    import_map, sheet = _map_and_sheet(file, content, map_name, constants or [], catalogue, language)
    with _progress(language) as tell:
        result = run_import(catalogue, import_map, sheet, tell, adds_terms=adds_terms, spoken=language)
    _finish(catalogue, result, language, None if is_dry else out, _Telling(form, rows, adds_terms))


class _Telling(NamedTuple):
    """How a result is told, and whether words that the lists lack are added to them."""

    form: str
    has_rows: bool
    adds_terms: bool


def _finish(
    catalogue: Catalogue, result: ImportResult, language: Language, out: Path | None, telling: _Telling
) -> NoReturn:
    """Tell the result, write what came of it where there is a folder to write to, and end."""
    is_text = telling.form == "text"
    if is_text:
        write_out(report.import_as_text(result, language, rows=telling.has_rows))
    else:
        write_out(report.import_as_json(result, language))
    if out is None:
        _tell(say("cli.import_dry", language, count=len(result.files)), is_told=is_text)
    else:
        _write(catalogue, result, language, None if telling.adds_terms else out, is_told=is_text)
    raise typer.Exit(1 if result.row_counts["refused"] else 0)


def _tell(words: str, *, is_told: bool) -> None:
    if is_told:
        typer.echo(words)


def _content(file: Path, language: Language) -> bytes:
    try:
        content = _whole(file)
    except UnreadableSheet as refusal:
        _refuse_sheet(file, refusal, language)
    if content is None:
        refuse_use(say("cli.import_no_file", language, path=file))
    return content


def _whole(file: Path) -> bytes | None:
    """What a file of the disk holds; None for what is none, such as a device that never ends."""
    try:
        if file.is_file():
            refuse_large(file.stat().st_size)
            return file.read_bytes()
    except OSError:
        pass
    return None


def _sheet(file: Path, content: bytes, reading: SheetForm, language: Language) -> SourceSheet:
    try:
        return read_sheet(file.name, content, reading)
    except UnreadableSheet as refusal:
        _refuse_sheet(file, refusal, language)


def _refuse_sheet(file: Path, refusal: UnreadableSheet, language: Language) -> NoReturn:
    reason = say(f"importing.unreadable.{refusal.key}", language, **refusal.values)
    refuse_use(say("cli.import_unreadable", language, path=file, reason=reason))


def _map_and_sheet(
    file: Path,
    content: bytes,
    map_name: str | None,
    constants: list[str],
    catalogue: Catalogue,
    language: Language,
) -> tuple[ImportMap, SourceSheet]:
    """The map that is named and the sheet as it says; where the two do not fit, shows why and stops."""
    read = read_map(*_map_file(map_name, language), catalogue.settings, _constants(constants, language))
    problems = read.problems
    if read.import_map:
        m = read.import_map
        sheet = _sheet(
            file, content, SheetForm(m.sheet, m.header, m.separator, m.encoding, m.records), language
        )
        problems = [*problems, *judged_with_sheet(read, sheet)]
        if not has_errors(problems):
            return m, sheet
    show_problems(in_order(problems), language)
    raise typer.Exit(2)


def _constants(written: list[str], language: Language) -> dict[str, str]:
    """Fields to the values that are given them on the command line."""
    pairs = [pair.partition("=") for pair in written]
    wrong = next((name for name, sign, value in pairs if not sign or not value or not field_way(name)), None)
    if wrong is not None:
        refuse_use(say("cli.import_set", language, given=wrong))
    return {name: value for name, _, value in pairs}


def _map_file(name: str | None, language: Language) -> tuple[str, bytes]:
    if name is None:
        refuse_use(say("cli.import_no_map", language))
    if name in shipped_maps():
        return f"{name}.yml", shipped_map(name)
    content = _whole(Path(name))
    if content is None:
        refuse_use(say("cli.import_unknown_map", language, given=name, choices=", ".join(shipped_maps())))
    return name if name.endswith(".yml") else f"{name}.yml", content


@contextmanager
def _progress(language: Language) -> Iterator[Telling]:
    """A bar for each stage, where somebody looks at a terminal."""
    tasks: dict[Stage, TaskID] = {}
    with Progress(console=Console(stderr=True), transient=True) as bars:

        def tell(stage: Stage, more: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(say(f"cli.import_stage_{stage}", language), total=total)
            bars.advance(tasks[stage], more)

        yield tell


def _write(
    catalogue: Catalogue, result: ImportResult, language: Language, out: Path | None, *, is_told: bool
) -> None:
    """The lists first, so that no entry is there before its words; or the words to add, elsewhere."""
    files = dict(result.files)
    if out is None:
        files = {**_lists(catalogue, result, language), **files}
    for path, text in files.items():
        write_text(Path(path), text)
    _tell(say("cli.import_written", language, count=len(files)), is_told=is_told)
    proposed = by_vocabulary(result.terms) if out else {}
    for vocabulary, terms in proposed.items():
        if out:
            write_text(out / f"{vocabulary}.csv", proposed_table(vocabulary, terms))
    if proposed and out:
        paths = ", ".join((out / f"{vocabulary}.csv").as_posix() for vocabulary in proposed)
        _tell(say("cli.import_proposed", language, paths=paths), is_told=is_told)


def _lists(catalogue: Catalogue, result: ImportResult, language: Language) -> dict[str, str]:
    """The lists with their new words, none of them larger than what is read."""
    lists = added_files(catalogue.tree, result.terms)
    for path, text in lists.items():
        if len(text.encode()) > MAX_BYTES:
            size = len(text.encode()) // 1024
            refuse_use(say("cli.import_too_large", language, path=path, size=size, limit=MAX_BYTES // 1024))
    return lists
