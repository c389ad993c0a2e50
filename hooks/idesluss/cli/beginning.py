"""Commands for a catalogue of one's own: init, and upgrade to another version of the program."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar, get_args

import typer

from ..beginning.choices import Beginning, Process, likely_publisher, municipality_named
from ..beginning.folder import begun_folder
from ..beginning.gathered import neighbours_table
from ..beginning.requirements import FILE, NoProgram, named_program, program_of_version
from ..catalogue.catalogue import read_catalogue
from ..checks import judge_reading
from ..disk.files import write_bytes, write_text
from ..generated import faces
from ..model.host import HOSTS, HostKind
from ..reading.files import DiskFiles
from ..reading.problem import has_errors, one_of
from ..review.codeowners import owners_file
from ..words import LANGUAGES, SOURCE, say
from .terminal import Spoken, app, given_day, refuse_use, show_problems, spoken_here

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..beginning.requirements import Program
    from ..catalogue.catalogue import Catalogue
    from ..model.host import HostKind
    from ..model.shipped import KnownMunicipality
    from ..words import Language

T = TypeVar("T")
_NONE = "none"
Name = Annotated[str | None, typer.Option(help="What the catalogue is called.")]
Place = Annotated[str | None, typer.Option(help="A municipality of Sweden, by name or code.")]
Responsible = Annotated[str | None, typer.Option(help="Who is responsible for the catalogue.")]
Languages = Annotated[str | None, typer.Option(help="The languages of the site, the main one first: sv,en.")]
Contact = Annotated[str | None, typer.Option(help="A mailbox for ideas and corrections.")]
Hosted = Annotated[str | None, typer.Option(help="github, gitlab, forgejo or none.")]
Address = Annotated[str | None, typer.Option(help="The address of the repository, where it is known.")]
Begun = Annotated[str | None, typer.Option(help="gateway, small or list.")]
Colour = Annotated[str | None, typer.Option(help="The main colour, such as #1e3a8a.")]
Accent = Annotated[str | None, typer.Option(help="The colour beside it.")]
Logo = Annotated[
    Path | None, typer.Option(help="A file with the logo, svg or png.", exists=True, dir_okay=False)
]
Gathered = Annotated[
    Path | None,
    typer.Option(
        "--gather",
        help="A list of neighbours, for a catalogue that shows what they have: a table or addresses.",
        exists=True,
        dir_okay=False,
    ),
]
Wheel = Annotated[str, typer.Option("--program", help="The program's wheel, as a file or an address.")]
Silent = Annotated[bool, typer.Option("--yes", help="Ask nothing; what is not given is left open.")]
Tried = Annotated[bool, typer.Option("--dry-run", help="List the files and write none.")]


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="A folder that is empty, or is not there yet.")],
    name: Name = None,
    municipality: Place = None,
    publisher: Responsible = None,
    languages: Languages = None,
    contact: Contact = None,
    host: Hosted = None,
    repository: Address = None,
    process: Begun = None,
    colour: Colour = None,
    accent: Accent = None,
    logo: Logo = None,
    gather: Gathered = None,
    wheel: Wheel = "",
    yes: Silent = False,
    is_tried: Tried = False,
    lang: Spoken = None,
) -> None:
    """Begin a catalogue of one's own: ask a few questions, and write the folder."""
    given = {key: value for key, value in locals().items() if isinstance(value, str)}
    asked = Asked(lang or _readers_language(), given, asks=not yes)
    _refuse_taken(folder, asked.language)
    program = _named(wheel, asked.language)
    beginning = replace(_beginning(asked, logo), neighbours=_neighbours(gather, asked.language))
    files = _files(beginning, program, logo.read_bytes() if logo else b"", asked.language)
    _write(folder, files, asked.language, is_tried=is_tried)


def _beginning(asked: Asked, logo: Path | None) -> Beginning:
    place, languages = asked.municipality(), asked.languages()
    name = asked.text("name", say("begin.likely_name", languages[0], name=place.name) if place else "")
    return Beginning(
        name=name or refuse_use(say("begin.no_name", asked.language)),
        languages=languages,
        municipality=place,
        publisher=asked.text("publisher", likely_publisher(place, languages[0]) if place else ""),
        contact=asked.text("contact"),
        process=asked.process(),
        host=asked.host(),
        repository=asked.given.get("repository", ""),
        main=(colour := asked.text("colour")),
        accent=asked.text("accent", colour) if colour else "",
        logo=logo.suffix.removeprefix(".").lower() if logo else "",
    )


def _neighbours(gather: Path | None, language: Language) -> str:
    """The rows of the list of neighbours; empty where none is given."""
    try:
        return neighbours_table(gather.read_text(encoding="utf-8")) if gather else ""
    except (OSError, UnicodeDecodeError):
        refuse_use(say("begin.no_neighbours", language, path=gather))


def _write(folder: Path, files: Mapping[str, bytes], language: Language, *, is_tried: bool) -> None:
    if is_tried:
        typer.echo("\n".join(f"{len(content):>8} {path}" for path, content in files.items()))
        return
    for path, content in files.items():
        write_bytes(folder / path, content)
    typer.echo(say("begin.done", language, folder=folder, count=len(files)))


@app.command()
def upgrade(
    version: Annotated[str, typer.Argument(help="The version's number, such as 1.2.3.")], lang: Spoken = None
) -> None:
    """Let requirements.txt name another version of the program, from where this one comes."""
    language = lang or spoken_here()
    file = Path(FILE)
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    try:
        files = program_of_version(text, version, Path.cwd()).files
    except NoProgram as refusal:
        refuse_use(say(f"begin.{refusal.key}", language, **refusal.values))
    for path, content in files.items():
        write_bytes(Path(path), content)
    typer.echo(say("begin.upgraded", language, version=version))


def _readers_language() -> Language:
    """The language that the terminal is set to, or else the first there is."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(variable, "").split("_")[0]
        if code in LANGUAGES:
            return code
    return SOURCE


def _refuse_taken(folder: Path, language: Language) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        refuse_use(say("begin.taken", language, folder=folder))


def _named(wheel: str, language: Language) -> Program:
    try:
        return named_program(wheel)
    except NoProgram as refusal:
        refuse_use(say(f"begin.{refusal.key}", language, **refusal.values))


def _files(beginning: Beginning, program: Program, logo: bytes, language: Language) -> dict[str, bytes]:
    """All files of the folder, made and judged beside; ends with what is wrong where something is."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        for path, content in begun_folder(beginning, program, logo).items():
            write_bytes(root / path, content)
        reading = read_catalogue(DiskFiles(root), given_day(None, language))
        problems = judge_reading(reading)
        if reading.catalogue is None or has_errors(problems):
            show_problems(problems, language)
            refuse_use(say("begin.not_written", language))
        for path, text in _made_files(reading.catalogue, root).items():
            write_text(root / path, text)
        paths = sorted(path for path in root.rglob("*") if path.is_file())
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def _made_files(catalogue: Catalogue, root: Path) -> dict[str, str]:
    """What is made of the catalogue: by `generate`, and who approves at the host."""
    return {**faces(root), **owners_file(catalogue)}


class Asked:
    """Answers by their questions: those given as options, and those asked for where somebody can answer."""

    def __init__(self, language: Language, given: Mapping[str, str], *, asks: bool) -> None:
        self.language, self.given, self.asks = language, given, asks

    def text(self, key: str, likely: str = "") -> str:
        """What was given or is answered; `likely` where nothing is."""
        if key in self.given:
            return self.given[key].strip()
        return self._prompted(key, likely) if self.asks else likely

    def _prompted(self, key: str, likely: str) -> str:
        return str(typer.prompt(say(f"begin.{key}", self.language), default=likely)).strip()

    def _until(
        self, key: str, likely: str, read: Callable[[str], T | None], refusal: Callable[[str], str]
    ) -> T:
        """What an answer is read as; asks again until it can be, and ends where it was given as an option."""
        answer = self.text(key, likely)
        while (value := read(answer)) is None:
            if key in self.given:
                refuse_use(refusal(answer))
            typer.echo(refusal(answer))
            answer = self._prompted(key, likely)
        return value

    def _not_among(self, choices: Sequence[str]) -> Callable[[str], str]:
        return lambda given: say("cli.not_choice", self.language, given=given, choices=one_of(list(choices)))

    def host(self) -> HostKind | None:
        """The kind of host, or none."""
        choices = [*HOSTS, _NONE]
        answer = self._until(
            "host", _NONE, lambda given: given if given in choices else None, self._not_among(choices)
        )
        return next((kind for kind in HOSTS if kind == answer), None)

    def process(self) -> Process:
        """The process to begin with."""
        choices: tuple[Process, ...] = get_args(Process)
        return self._until(
            "process",
            choices[0],
            lambda given: next((choice for choice in choices if choice == given), None),
            self._not_among(choices),
        )

    def languages(self) -> tuple[Language, ...]:
        """The languages of the site, the main one first."""

        def read(given: str) -> tuple[Language, ...] | None:
            codes = tuple(dict.fromkeys(code.strip() for code in given.split(",")))
            return codes if set(codes) <= set(LANGUAGES) else None

        return self._until("languages", self.language, read, self._not_among(LANGUAGES))

    def municipality(self) -> KnownMunicipality | None:
        """The municipality, None where the catalogue is of none."""
        (place,) = self._until(
            "municipality",
            "",
            lambda given: (municipality_named(given),) if not given or municipality_named(given) else None,
            lambda given: say("begin.no_municipality", self.language, given=given),
        )
        return place
