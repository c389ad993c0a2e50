"""What a build keeps of the site before, and shares out, is never seen in the bytes."""

from __future__ import annotations

import os
import random
import re
from typing import TYPE_CHECKING

import pytest

from tests.support import generated_ideas, project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COUNT = 14  # generated ideas: as many as lead to no other
DECIDED = """\
decisions:
  - gate: G1
    date: 2026-06-01
    verdict: go
    role: granskare
    reason: Den är lagom stor.
sources:
"""
# Sees every page, as a plugin may that somebody names in mkdocs.yml.
LISTENER = """
def on_post_page(output, page, config):
    return output.replace("</body>", "<!-- seen --></body>")
"""


def _ideas(folder: Path) -> list[Path]:
    return sorted(folder.glob("ideas/*/genererad-*/idea.md"))


def _replaced(path: Path, pattern: str, new: str) -> None:
    text, count = re.subn(pattern, new, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert count, (path, pattern)
    path.write_text(text, encoding="utf-8")


def _text(folder: Path, chance: random.Random) -> None:
    path = chance.choice(_ideas(folder))
    _replaced(path, r"\Z", f"\n{chance.choice(('Ett stycke', 'Ett till'))} {chance.random()}.\n")


def _title(folder: Path, chance: random.Random) -> None:
    _replaced(chance.choice(_ideas(folder)), r"^title: .*", f"title: En ny titel {chance.randrange(99)}")


def _stage(folder: Path, chance: random.Random) -> None:
    path = chance.choice([path for path in _ideas(folder) if "stage: idea\n" in path.read_text("utf-8")])
    _replaced(path, r"^stage: idea$", "stage: assessment")
    _replaced(path, r"^sources:\n", DECIDED)


def _relation(folder: Path, chance: random.Random) -> None:
    one, other = chance.sample(_ideas(folder), 2)
    if "relations:" not in one.read_text("utf-8"):
        related = f"relations:\n  - kind: builds_on\n    idea: {other.parent.name}\nsources:\n"
        _replaced(one, r"^sources:\n", related)


def _name(folder: Path, chance: random.Random) -> None:
    """A new name, the old one kept as a former one."""
    path = chance.choice(_ideas(folder))
    new = path.parent.with_name(f"genererad-{chance.randrange(10**6)}")
    if "aliases:" not in path.read_text("utf-8") and not _is_named(folder, path.parent.name):
        _replaced(path, r"^sources:\n", f"aliases: [{path.parent.name}]\nsources:\n")
        path.parent.rename(new)


def _is_named(folder: Path, name: str) -> bool:
    return any(f"idea: {name}\n" in path.read_text("utf-8") for path in _ideas(folder))


def _deletion(folder: Path, chance: random.Random) -> None:
    paths = [path for path in _ideas(folder) if not _is_named(folder, path.parent.name)]
    path = chance.choice(paths)
    if len(paths) > COUNT // 2:
        path.unlink()
        path.parent.rmdir()


def _label(folder: Path, chance: random.Random) -> None:
    settings = folder / "ideas" / "catalogue.yml"
    _replaced(settings, r"title: \{ sv: Samhällsbygg\w*", f"title: {{ sv: Samhällsbygge{chance.randrange(9)}")


EDITS: dict[str, Callable[[Path, random.Random], None]] = {
    "text": _text,
    "title": _title,
    "stage": _stage,
    "relation": _relation,
    "name": _name,
    "deletion": _deletion,
    "label": _label,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = project.make_without_program(tmp_path)
    generated_ideas.write(made, COUNT)
    return made


def built(folder: Path, name: str, day: str, *, is_alone: bool = False) -> Path:
    """The site built into a folder of this name; `is_alone` leaves one processor to it."""
    allowed = os.sched_getaffinity(0)
    try:
        if is_alone:
            os.sched_setaffinity(0, {min(allowed)})
        project.build(folder, "-q", "--site-dir", name, IDESLUSS_TODAY=day)
    finally:
        os.sched_setaffinity(0, allowed)
    return folder / name


def times(site: Path) -> dict[str, tuple[int, int]]:
    """By path which file it is, and when it was written."""
    known = {path.relative_to(site).as_posix(): path.stat() for path in site.rglob("*") if path.is_file()}
    return {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in known.items()}


def tried(folder: Path, chance: random.Random, rounds: int) -> None:
    """As many builds over the one before, each after some edits, compared with one anew by one process."""
    day = project.TODAY
    for at in range(rounds):
        edits = chance.choices([*EDITS], k=chance.randint(1, 4))
        for edit in edits:
            EDITS[edit](folder, chance)
        day = chance.choice((day, "2026-11-24", "2027-02-01"))
        kept = project.snapshot(built(folder, "site", day))
        anew = project.snapshot(built(folder, f"anew{at}", day, is_alone=bool(at % 2)))
        assert kept.keys() == anew.keys(), edits
        assert [path for path in anew if anew[path] != kept[path]] == [], edits


def test_whatever_was_edited_the_bytes_are_those_of_a_build_anew(folder: Path) -> None:
    built(folder, "site", project.TODAY)
    tried(folder, random.Random(17), 3)  # noqa: S311  # not for secrets


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(8))
def test_whatever_was_edited_many_times(folder: Path, seed: int) -> None:
    built(folder, "site", project.TODAY)
    tried(folder, random.Random(seed), 12)  # noqa: S311  # not for secrets


def test_what_is_the_same_stays_the_very_file(folder: Path) -> None:
    """Nothing generated is written again where nothing has changed; after an edit only what it changes is."""
    before = times(built(folder, "site", project.TODAY))
    after = times(built(folder, "site", project.TODAY))
    generated = {path for path in before if path.startswith(("ideer/", "data/", "organisationer/"))}
    assert len(generated) > COUNT
    assert {path: after[path] for path in generated} == {path: before[path] for path in generated}
    _text(folder, random.Random(1))  # noqa: S311  # not for secrets
    edited = times(built(folder, "site", project.TODAY))
    written = {path for path in generated if edited[path] != after[path]}
    assert any(path.endswith("/idea.md") for path in written)
    assert len(written) < len(generated) / 2


def test_nothing_is_taken_over_from_outside_the_site(folder: Path) -> None:
    """A folder of the old site that has become a link elsewhere holds the same bytes, and is not used."""
    site = built(folder, "site", project.TODAY)
    before = project.snapshot(site)
    (site / "ideer").rename(folder / "elsewhere")
    (site / "ideer").symlink_to(folder / "elsewhere")
    outside = times(folder / "elsewhere")
    built(folder, "site", project.TODAY)
    assert project.snapshot(site) == before
    assert not (site / "ideer").is_symlink()
    assert {ino for ino, _ in times(site / "ideer").values()}.isdisjoint(ino for ino, _ in outside.values())
    assert times(folder / "elsewhere") == outside


def test_what_listens_to_pages_still_sees_each(folder: Path) -> None:
    """Something named in mkdocs.yml beside the program changes generated pages and those by hand alike."""
    plain = project.snapshot(built(folder, "site", project.TODAY))
    (folder / "listener.py").write_text(LISTENER, encoding="utf-8")
    _replaced(folder / "mkdocs.yml", r"mkdocs_hooks\.py$", "mkdocs_hooks.py\n  - listener.py")
    heard = project.snapshot(built(folder, "heard", project.TODAY))
    assert heard.keys() == plain.keys()
    pages = {path for path, content in plain.items() if b"</body>" in content}
    seen = {path for path, content in heard.items() if b"<!-- seen -->" in content}
    assert {path for path in pages if path.startswith("ideer/2")} & seen
    assert {path: content.replace(b"<!-- seen -->", b"") for path, content in heard.items()} == plain
