"""The version of the program that a catalogue runs: its wheel by digest, and all that it leans on."""

from __future__ import annotations

import hashlib
import io
import json
import re
import urllib.request
import zipfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from urllib.parse import unquote, urlsplit

NAME = "idesluss"
FILE = "requirements.txt"
_LOCK = f"{NAME}/{FILE}"  # where a wheel carries what it was tested with
# The first line: the wheel by its address, or as a file beside, and its digest.
_PLACE = re.compile(rf"(?m)^(?:{NAME} @ (?P<address>\S+)|\./(?P<file>\S+\.whl)) --hash=sha256:")
# As versions are written: numbers with points between, and what may follow the last.
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)+[0-9A-Za-z.+-]*")
_HANGS = 60  # seconds after which nothing more is expected of a server


class NoProgram(Exception):  # noqa: N818  # a refusal, not an error of ours
    """No wheel can be named. `key` names the words that say what to do."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True)
class Program:
    """A wheel of the program, and the address that it is fetched from; it lies beside where that is empty."""

    name: str
    content: bytes
    lock: str
    address: str = ""

    @property
    def requirements(self) -> str:
        """What `pip install --require-hashes` takes."""
        where = f"{NAME} @ {self.address}" if self.address else f"./{self.name}"
        return f"{where} --hash=sha256:{hashlib.sha256(self.content).hexdigest()}\n{self.lock}"

    @property
    def files(self) -> dict[str, bytes]:
        """The files of a catalogue that say which program it runs."""
        wheel = {} if self.address else {self.name: self.content}
        return {FILE: self.requirements.encode(), **wheel}


def program_in(wheel: bytes, name: str, address: str = "") -> Program:
    """The program in a wheel, with the lock that it carries. Raises NoProgram where it is none of ours."""
    try:
        with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
            lock = archive.read(_LOCK).decode("utf-8")
    except (zipfile.BadZipFile, KeyError):
        raise NoProgram("no_wheel", path=address or name) from None
    return Program(name, wheel, lock, address)


def named_program(given: str) -> Program:
    """The wheel at a path or an address; without one, that which this program was installed from."""
    place = given or _installed_from()
    if urlsplit(place).scheme == "https":
        return program_in(_fetched(place), _file_name(place), place)
    file = Path(unquote(urlsplit(place).path)) if place.startswith("file:") else Path(place)
    try:
        wheel = file.read_bytes()
    except OSError:
        raise NoProgram("no_wheel", path=file) from None
    return program_in(wheel, file.name)


def _installed_from() -> str:
    """The address of the wheel, as pip keeps it beside what it installs."""
    try:
        kept = json.loads(metadata.distribution(NAME).read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        kept = {}
    url = str(kept.get("url", ""))
    if "archive_info" not in kept or not url.endswith(".whl"):
        raise NoProgram("no_program")
    return url


def program_of_version(requirements: str, version: str, folder: Path) -> Program:
    """The wheel of another version, from where requirements.txt has the one that runs now."""
    place = _PLACE.match(requirements)
    if not place or not _NUMBER.fullmatch(version):
        raise NoProgram("no_place" if not place else "no_number", given=version)
    if place["address"]:
        return named_program(_with_number(place["address"], version))
    return named_program(str(folder / _with_number(place["file"], version)))


def _with_number(place: str, version: str) -> str:
    """The same place with another number, in the wheel's name and wherever else it stands."""
    now = _file_name(place).split("-")[1]
    return place.replace(now, version)


def _file_name(place: str) -> str:
    return unquote(urlsplit(place).path).rpartition("/")[2]


def _fetched(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=_HANGS) as answer:  # noqa: S310  # https alone
            return bytes(answer.read())
    except OSError:
        raise NoProgram("no_answer", address=address) from None
