"""`idesluss init` in somebody's terminal: what it asks, in whose language, and what it refuses."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from idesluss.beginning import requirements
from idesluss.beginning.requirements import NoProgram, program_of_version
from idesluss.catalogue.catalogue import read_catalogue
from idesluss.cli.every import app
from idesluss.reading.files import DiskFiles

if TYPE_CHECKING:
    from pathlib import Path

LOCK = "nh3==1 \\\n    --hash=sha256:00\n"
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n'


def wheel_at(folder: Path, version: str = "1.2.3") -> Path:
    """No more of a wheel than what a catalogue is told of it."""
    file = folder / f"idesluss-{version}-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("idesluss/requirements.txt", LOCK)
    return file


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    return wheel_at(tmp_path)


def run(folder: Path, wheel: Path | str, *options: str, answers: str = "", lang: str = "C") -> Result:
    variables = {"LC_ALL": lang, "LC_MESSAGES": "", "LANG": ""}
    given = ["init", str(folder), "--program", str(wheel), *options]
    return CliRunner(env=variables).invoke(app, given, input=answers)


def settings(folder: Path) -> str:
    return (folder / "ideas" / "catalogue.yml").read_text(encoding="utf-8")


def test_it_asks_and_offers_what_is_likely(tmp_path: Path, wheel: Path) -> None:
    """An empty answer takes what stands in brackets; what is not known is asked anew."""
    mailbox = "ideer@kiruna.example"
    answers = ("Storby", "2584", "sv,en", "", "", mailbox, "small", "codeberg", "forgejo", "", "")
    done = run(tmp_path / "new", wheel, answers="\n".join(answers))
    assert done.exit_code == 0, done.output
    assert "Det finns ingen kommun som heter `Storby`" in done.output
    assert "[Idéer i Kiruna]" in done.output
    assert "[Kiruna kommun]" in done.output
    assert "`codeberg` finns inte. Välj" in done.output
    text = settings(tmp_path / "new")
    assert "name: Idéer i Kiruna\n" in text
    assert "languages: [sv, en]\n" in text
    assert "host: forgejo\n" in text
    assert "stages: small\n" in text
    assert "contact: ideer@kiruna.example\n" in text


@pytest.mark.parametrize(
    ("lang", "words"),
    [("sv_SE.UTF-8", "Vilken kommun?"), ("en_GB.UTF-8", "Which municipality"), ("C", "Vilken")],
)
def test_it_speaks_the_readers_language(tmp_path: Path, wheel: Path, lang: str, words: str) -> None:
    done = run(tmp_path / "new", wheel, answers="", lang=lang)
    assert words in done.output
    assert not (tmp_path / "new").exists()


def test_options_answer_in_place_of_somebody(tmp_path: Path, wheel: Path) -> None:
    """With a logo and colours; the folder may be there, and empty."""
    (tmp_path / "logo.svg").write_bytes(LOGO)
    (tmp_path / "new").mkdir()
    colours = ("--colour", "#0d4a50", "--accent", "#e9b14a", "--logo", str(tmp_path / "logo.svg"))
    named = ("--yes", "--name", "Ideas", "--languages", "en", "--publisher", "Nowhere", "--host", "none")
    done = run(tmp_path / "new", wheel, *named, *colours, "--process", "list")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "new" / "ideas" / "brand" / "logo.svg").read_bytes() == LOGO
    assert 'colours: { main: "#0d4a50", accent: "#e9b14a" }' in settings(tmp_path / "new")
    required = (tmp_path / "new" / "requirements.txt").read_text(encoding="utf-8")
    assert required.startswith(f"./{wheel.name} --hash=sha256:")
    assert required.endswith(LOCK)
    assert (tmp_path / "new" / wheel.name).read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), "Katalogen behöver ett namn"),
        (("--municipality", "Storby"), "Det finns ingen kommun som heter `Storby`"),
        (("--name", "X", "--languages", "sv,de"), "`sv,de` finns inte. Välj sv eller en."),
        (("--name", "X", "--host", "bitbucket"), "`bitbucket` finns inte."),
        (("--name", "X", "--process", "hela"), "`hela` finns inte."),
        (("--name", "X", "--colour", "red"), "Inget är skrivet."),
        (("--name", "X", "--colour", "#ffff00", "--accent", "#ffff00"), "Inget är skrivet."),
        (("--name", "X", "--contact", "ideer"), "Inget är skrivet."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_written(
    tmp_path: Path, wheel: Path, options: tuple[str, ...], words: str
) -> None:
    done = run(tmp_path / "new", wheel, "--yes", *options)
    assert done.exit_code == 2, done.output
    assert words in done.output
    assert not (tmp_path / "new").exists()


def test_a_folder_that_holds_something_is_let_be(tmp_path: Path, wheel: Path) -> None:
    """Nothing has been asked by then."""
    done = run(tmp_path, wheel, answers="")
    assert (done.exit_code, list(tmp_path.iterdir())) == (2, [wheel])
    assert done.output.strip() == f"{tmp_path} är inte tom. Välj en mapp som är tom, eller som inte finns än."


def test_a_trial_lists_the_files_and_writes_none(tmp_path: Path, wheel: Path) -> None:
    done = run(tmp_path / "new", wheel, "--yes", "--municipality", "Kiruna", "--dry-run")
    assert done.exit_code == 0
    assert {"ideas/catalogue.yml", "docs/bidra.md", "Makefile"} <= set(done.output.split())
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("program", ["", "nowhere.whl", "README.md"])
def test_a_program_that_cannot_be_named_is_asked_for(tmp_path: Path, program: str) -> None:
    """It was installed from sources, there is no such file, or it is no wheel."""
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    done = run(tmp_path / "new", str(tmp_path / program) if program else "", "--yes", "--name", "X")
    assert done.exit_code == 2
    assert ".whl" in done.output
    assert not (tmp_path / "new").exists()


def test_the_wheel_that_it_was_installed_from_is_named(wheel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As pip keeps it: a file is taken along, and a published one named by its address."""
    kept = '{{"url": "{}", "archive_info": {{}}}}'
    place = wheel.as_uri()

    class Installed:
        def read_text(self, _name: str) -> str:
            return kept.format(place)

    monkeypatch.setattr("importlib.metadata.distribution", lambda _name: Installed())
    assert requirements.named_program("").files.keys() == {"requirements.txt", wheel.name}
    place = f"https://example.org/v1.2.3/{wheel.name}"
    fetched: list[str] = []

    def answer(address: str, timeout: int) -> io.BytesIO:  # noqa: ARG001  # as urlopen takes it
        fetched.append(address)
        return io.BytesIO(wheel.read_bytes())

    monkeypatch.setattr("urllib.request.urlopen", answer)
    named = requirements.named_program("")
    assert (fetched, [*named.files]) == ([place], ["requirements.txt"])
    assert named.requirements.startswith(f"idesluss @ {place} --hash=sha256:")


def test_another_version_is_one_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the old wheel, or at the same place with the other number."""
    newer = wheel_at(tmp_path, "1.10.0")
    (tmp_path / "requirements.txt").write_text(f"./idesluss-1.2.3-py3-none-any.whl --hash=sha256:00\n{LOCK}")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["upgrade", "1.10.0"])
    assert (done.exit_code, "version 1.10.0" in done.output) == (0, True)
    assert (tmp_path / "requirements.txt").read_text().startswith(f"./{newer.name} --hash=sha256:")
    done = CliRunner().invoke(app, ["upgrade", "2.0.0"])
    assert done.exit_code == 2
    monkeypatch.setattr(requirements, "_fetched", lambda _address: newer.read_bytes())
    published = "idesluss @ https://x.example/v1.2.3/idesluss-1.2.3-py3-none-any.whl --hash=sha256:00\n"
    named = program_of_version(published, "1.10.0", tmp_path)
    assert named.address == "https://x.example/v1.10.0/idesluss-1.10.0-py3-none-any.whl"


@pytest.mark.parametrize(
    ("text", "version", "key"),
    [
        ("", "1.2.3", "no_place"),
        ("./idesluss-1.2.3-py3-none-any.whl --hash=sha256:00\n", "newest", "no_number"),
    ],
)
def test_a_version_that_cannot_be_found_is_refused(tmp_path: Path, text: str, version: str, key: str) -> None:
    with pytest.raises(NoProgram) as refusal:
        program_of_version(text, version, tmp_path)
    assert refusal.value.key == key


TABLE = "key,name,url\nlillby,Lillby kommun,https://ideer.lillby.example/data/v1/catalogue.json\n"
ADDRESSES = """https://ideer.lillby.example/data/v1/catalogue.json
https://ideer.lillby.example/annan/catalogue.json
https://www.aby.example/data/v1/catalogue.json
"""


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (TABLE, ["lillby"]),
        ("\ufeff" + TABLE.replace("\n", "\r\n"), ["lillby"]),
        (ADDRESSES, ["ideer-lillby-example", "ideer-lillby-example-2", "aby-example"]),
    ],
)
def test_a_list_of_neighbours_begins_a_catalogue_that_gathers(
    tmp_path: Path, wheel: Path, text: str, keys: list[str]
) -> None:
    """The list is a vocabulary of its own, and what publishes the catalogue fetches them first."""
    listed = tmp_path / "neighbours.txt"
    listed.write_bytes(text.encode())
    options = ("--yes", "--name", "Landets idéer", "--host", "github", "--gather", str(listed))
    done = run(tmp_path / "new", wheel, *options)
    assert done.exit_code == 0, done.output
    reading = read_catalogue(DiskFiles(tmp_path / "new"), dt.date(2026, 11, 23))
    assert reading.catalogue
    assert list(reading.catalogue.settings.neighbours) == keys
    publish = (tmp_path / "new" / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
    assert "run: make harvest\n" in publish
    assert "# neighbours" not in publish


@pytest.mark.parametrize("text", ["ftp://a.example/", "http://ideer.lillby.example/", "key,name\na,b\n"])
def test_a_list_that_nobody_can_fetch_from_writes_nothing(tmp_path: Path, wheel: Path, text: str) -> None:
    listed = tmp_path / "neighbours.txt"
    listed.write_text(text, encoding="utf-8")
    done = run(tmp_path / "new", wheel, "--yes", "--name", "Landets idéer", "--gather", str(listed))
    assert done.exit_code == 2
    assert not (tmp_path / "new").exists()


def test_without_neighbours_nothing_is_fetched_where_it_is_published(tmp_path: Path, wheel: Path) -> None:
    done = run(tmp_path / "new", wheel, "--yes", "--name", "Idéer", "--host", "github")
    assert done.exit_code == 0, done.output
    publish = (tmp_path / "new" / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
    assert "harvest" not in publish
    assert "# neighbours" not in publish
