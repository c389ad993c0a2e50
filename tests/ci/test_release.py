"""`.ci/release.py`: the wheel that is released is the tag's, the same each time, and nobody's catalogue."""

from __future__ import annotations

import hashlib
import tomllib
import zipfile
from typing import TYPE_CHECKING

import pytest

import release
from tests.support import ci
from tests.support.wheels import EPOCH, changed_program

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """
name: Idéer i Storby
brand: { colours: { brand: "#12abEF" } }
"""


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """Not a program, but what one could hold."""
    path = tmp_path / "x.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x/words.toml", "title = 'idéer i STORBY'")
        archive.writestr("x/look.css", ":root { --brand: #12ABef; }")
        archive.writestr("x/picture.py", "BRAND = (0x12, 0xAB, 0xEF)")
        archive.writestr("x/clean.py", "NAME = 'Idéer i Lillby'")
        archive.writestr("x/font.woff2", b"\0Lerum")
        archive.writestr("x.dist-info/licenses/LICENSE", "Copyright Idéer i Storby")
    return path


def test_a_name_or_colour_of_the_catalogue_is_seen(wheel: Path, tmp_path: Path) -> None:
    """In words, styles and code; not in a licence, nor in what is no text."""
    settings = tmp_path / "catalogue.yml"
    settings.write_text(SETTINGS, encoding="utf-8")
    words = release.catalogue_words(settings)
    assert words == sorted(["#12abEF", "Idéer i Storby", *release.NAMES])
    assert release.foreign_words(wheel, words) == [
        "x/words.toml: Idéer i Storby",
        "x/look.css: #12abEF",
        "x/picture.py: #12abEF",
    ]


def test_a_shipped_list_names_what_it_lists(wheel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "SHIPPED_LISTS", ("x/words",))
    assert release.foreign_words(wheel, ["Idéer i Storby"]) == []


def test_the_record_may_name_what_is_shipped_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list or a map called by a register's name; a module of that name is the program's own."""
    monkeypatch.setattr(release, "SHIPPED_LISTS", ("x/maps/",))
    listed = {"x/maps/storby.yml": [], "x/storby.py": ["x.dist-info/RECORD: Storby"]}
    for name, seen in listed.items():
        path = tmp_path / "x.whl"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("x.dist-info/RECORD", f"{name},sha256=,1\nx/maps/other.yml,sha256=,1\n")
        assert release.foreign_words(path, ["Storby"]) == seen


def test_a_tag_that_is_not_the_version_is_refused(tmp_path: Path) -> None:
    """Before anything is built."""
    done = ci.run("release.py", tmp_path / "out", "v99.0", "https://example.org/v99.0")
    assert done.returncode == 1
    assert "v99.0" in done.stderr
    assert not (tmp_path / "out").exists()
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2"\n', encoding="utf-8")
    assert release.refusal_of_tag("v1.2", tmp_path) == ""
    assert "v1.2" in release.refusal_of_tag("1.2", tmp_path)


def test_two_builds_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever lies beside from earlier builds; where they differ there is no wheel."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    (tmp_path / "sources").mkdir()
    sources = changed_program(tmp_path / "sources")
    first = release.built_twice(sources, tmp_path / "first")
    left = sources / "build" / "lib" / "idesluss" / "left.py"
    left.parent.mkdir(parents=True)
    left.write_text("LEFT = 1\n", encoding="utf-8")
    second = release.built(sources, tmp_path / "second", {})
    assert first
    assert release.digest(first) == release.digest(second)
    monkeypatch.setattr(release, "built", _numbered)
    assert release.built_twice(sources, tmp_path / "third") is None
    assert not (tmp_path / "third").exists()


def _numbered(_root: Path, scratch: Path, _variables: dict[str, str]) -> Path:
    """A build that leaves a trace of where it was made."""
    scratch.mkdir()
    wheel = scratch / "idesluss.whl"
    wheel.write_text(scratch.name, encoding="utf-8")
    return wheel


def test_what_is_released_lies_in_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wheel and its requirements; nothing where the wheel names the catalogue."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    sources, out = tmp_path / "sources", tmp_path / "out"
    (sources / "ideas").mkdir(parents=True)
    settings = changed_program(sources) / "ideas" / "catalogue.yml"
    settings.write_text("name: Slussar i Storstad\n", encoding="utf-8")
    version = tomllib.loads((sources / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert release.main(sources, out, f"v{version}", "https://example.org/new") is None
    assert sorted(path.suffix for path in out.iterdir()) == [".txt", ".whl"]
    settings.write_text("name: An open innovation catalogue\n", encoding="utf-8")
    # The program is as it was, and so is what another build would give.
    monkeypatch.setattr(release, "built_twice", lambda _root, _out: next(out.glob("*.whl")))
    refusal = release.main(sources, out)
    assert refusal
    assert "METADATA: An open innovation catalogue" in refusal


def test_requirements_name_the_wheel_and_its_digest(wheel: Path) -> None:
    """By its address where it is published, else beside the file; the lock follows."""
    lock = "nh3==1 \\\n    --hash=sha256:00\n"
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("idesluss/requirements.txt", lock)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    published = release.requirements(wheel, "https://example.org/v1")
    assert published.splitlines()[0] == f"idesluss @ https://example.org/v1/x.whl --hash=sha256:{digest}"
    assert published.endswith(lock)
    assert release.requirements(wheel, "").splitlines()[0] == f"./x.whl --hash=sha256:{digest}"


def test_the_content_is_told_with_sizes(wheel: Path) -> None:
    listed = [line.split() for line in release.content(wheel)]
    assert ["27", "x/look.css"] in listed
    assert len(listed) == 6
