#!/usr/bin/env python3
"""Build the wheel twice, compare the two, and tell what it holds: .ci/release.py OUT [TAG ADDRESS].

OUT gets the wheel, and `requirements.txt` for a catalogue that is to run this version: the wheel by its
address and digest, and all that it leans on. ADDRESS is the folder that the wheel is to be fetched from;
without one it is expected beside. A TAG that does not name the version in pyproject.toml is refused.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from idesluss.beginning.requirements import program_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HANGS = 600  # seconds after which nothing more is expected of git or pip
ROOT = Path(__file__).resolve().parents[1]
# What the catalogue in this repository is about; the package's own name has no accent.
NAMES = ("Lerum", "Vinnova", "Idésluss")
# Folders of the package that name others on purpose: lists of what there is in a country, which a catalogue
# can choose from, and maps for registers that anybody can import.
SHIPPED_LISTS = ("idesluss/lists/", "idesluss/importing/maps/")
_COLOUR = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b", re.IGNORECASE)
_NEEDED = ("LICENSE", "pyproject.toml", "requirements.txt", "setup.py")
_PIP = ("-m", "pip", "--disable-pip-version-check")
_WHEEL = ("wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation")
# What must not leave a trace in the wheel, as another machine has it otherwise.
_SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"},
)


def refusal_of_tag(tag: str, root: Path) -> str:
    """Why the tag cannot be released; empty where it names the version in pyproject.toml."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = f"v{project['version']}"
    return "" if tag == wanted else f"The tag is {tag}, but the version in pyproject.toml asks for {wanted}."


def built_twice(root: Path, out: Path) -> Path | None:
    """The wheel of the program below `root`, in `out`; nothing where two builds of it differ."""
    same = {"SOURCE_DATE_EPOCH": epoch(root)}
    with tempfile.TemporaryDirectory() as scratch:
        first, second = (
            built(root, Path(scratch, str(number)), {**same, **surroundings})
            for number, surroundings in enumerate(_SURROUNDINGS)
        )
        if first.name != second.name or first.read_bytes() != second.read_bytes():
            return None
        out.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(first, out))


def built(root: Path, scratch: Path, variables: dict[str, str]) -> Path:
    """A wheel built from a copy, so that nothing of an earlier build comes along."""
    source, out = scratch / "source", scratch / "wheel"
    shutil.copytree(
        root / "hooks" / "idesluss",
        source / "hooks" / "idesluss",
        ignore=shutil.ignore_patterns("__pycache__"),
        copy_function=shutil.copyfile,
    )
    for name in _NEEDED:
        shutil.copyfile(root / name, source / name)
    command = [sys.executable, *_PIP, *_WHEEL, "--wheel-dir", str(out), str(source)]
    # The rights of the files stand in the wheel too.
    subprocess.run(command, env={**os.environ, **variables}, umask=0o022, check=True, timeout=HANGS)  # noqa: S603  # our own command, no shell
    (wheel,) = out.glob("*.whl")
    return wheel


def epoch(root: Path) -> str:
    """The second that all files in the wheel bear: the environment's, else that of the latest commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=HANGS).stdout.strip()  # noqa: S603  # our own command, no shell


def digest(wheel: Path) -> str:
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def requirements(wheel: Path, address: str) -> str:
    """What a catalogue has installed with `pip install --require-hashes`: the wheel, and its lock."""
    place = f"{address}/{wheel.name}" if address else ""
    return program_in(wheel.read_bytes(), wheel.name, place).requirements


def foreign_words(wheel: Path, words: Iterable[str]) -> list[str]:
    """Where the wheel names one of the words, whatever its case: a program is nobody's catalogue.

    A colour is looked for as Python writes it too. Shipped lists and maps name what they are of, in the
    wheel's record of its files too, and a licence must go along as it is.
    """
    forms = {form.casefold(): word for word in words for form in (word, *_colour_in_python(word))}
    return [
        f"{path}: {word}"
        for path, text in texts(wheel)
        for form, word in forms.items()
        if form in text.casefold()
    ]


def _colour_in_python(word: str) -> list[str]:
    channels = _COLOUR.fullmatch(word)
    return [", ".join(f"0x{channel}" for channel in channels.groups())] if channels else []


def texts(wheel: Path) -> Iterator[tuple[str, str]]:
    """Each file that says something of the program's own, and its text."""
    with zipfile.ZipFile(wheel) as archive:
        for path in archive.namelist():
            found = archive.read(path)
            is_own = not path.startswith(SHIPPED_LISTS) and "/licenses/" not in path
            if is_own and b"\0" not in found:
                text = found.decode("utf-8")
                yield path, _without_shipped(text) if path.endswith(".dist-info/RECORD") else text


def _without_shipped(record: str) -> str:
    lines = record.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(SHIPPED_LISTS))


def catalogue_words(settings: Path) -> list[str]:
    """What this repository's catalogue is called, whom it is about, and the colours of its brand."""
    catalogue = yaml.safe_load(settings.read_text(encoding="utf-8"))
    colours = {match[0] for match in _COLOUR.finditer(str(catalogue.get("brand")))}
    return sorted({*NAMES, catalogue["name"], *colours})


def content(wheel: Path) -> list[str]:
    """Each file with its size, in the wheel's order."""
    with zipfile.ZipFile(wheel) as archive:
        return [f"{file.file_size:>9} {file.filename}" for file in archive.infolist()]


def main(root: Path, out: Path, tag: str = "", address: str = "") -> str | None:
    """Build and tell; what is returned is why not, where it was not done."""
    if tag and (refusal := refusal_of_tag(tag, root)):
        return refusal
    wheel = built_twice(root, out)
    if wheel is None:
        return "Two builds of the wheel differ. Nothing is released."
    if foreign := foreign_words(wheel, catalogue_words(root / "ideas" / "catalogue.yml")):
        return "\n".join([*foreign, "The program names a catalogue. Nothing is released."])
    text = requirements(wheel, address)
    (out / "requirements.txt").write_text(text, encoding="utf-8")
    print(*content(wheel), f"{digest(wheel)}  {wheel.name}", sep="\n")
    return None


if __name__ == "__main__":
    sys.exit(main(ROOT, Path(sys.argv[1]), *sys.argv[2:4]))
