"""Changes of a catalogue that no person would make: what lies there is cut, swapped and moved by chance.

The same seed gives the same change.
"""

from __future__ import annotations

import random
import re
import shutil
from typing import TYPE_CHECKING

from tests.support import gitrepo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Mutation = Callable[[random.Random, Path], None]

_VALUES = (
    "", "null", "[]", "{}", "[", "{a: 1}", "[a, a]", "''", '"', "0", "-1", "1e999", "yes", "2026-02-31",
    "9999-12-31", "0001-01-01", "idea", "go", "stop", "open", "research", "G1", "sv", "en", "x", "åäö",
    '"\\u202e"', '"\\0"', "&a", "*a", "!!python/name:os.system", "|", ">", "- 1", "%s" * 9, "{0.__class__}", "https://",
    "../../x", "#", "9" * 400, "x" * 4000, "::error::x", "</script>", "`", "[[[[[[[[[[[[",
)  # fmt: skip
_LINES = (
    "---", "...", "", "## ", "# Rubrik", "## Behov", "<!--", "| a |", "```", "> " * 300, "[" * 300,
    "![](bild.png)",
    "[x](../finns-inte/idea.md)", "[^1]", "\ufeff", "\x00", "\t- x", "key: value", "? x", "<<: *a",
    "decisions:", "  - { gate: G1, verdict: go }", "waivers: [{}]", "translations: { sv: {} }",
    "relations: [1]",
)  # fmt: skip
_NAMES = ("plan.md", "idea.md", "bild.png", "x.svg", "Idea.md", "å.md", ".dold", "catalogue.yml", "x\ny.md")
_FORMER = ("enklare-felanmalan", "trygg-hemgang", "quiet-hour", "ny", "å", "Gammal", "aldrig-sedd")
_FACTS = frozenset({"submitted", "date", "indicator", "baseline", "target", "result", "measured"})
_KEYS = ("G1", "G3", "G5", "G6", "assessment", "project", "on_hold", "completed", "granskare", "mottagare")
_SELDOM = 6
_ENDS = (b"\x00", b"\xff\xfe", b"\xe5\xe4\xf6", b"\r\r\n", b"---\n" * 3, b"")


def make_change(folder: Path, seed: int) -> None:
    """One to three commits on what lies in `folder`, each of one to four mutations."""
    chance = random.Random(seed)  # noqa: S311  # nothing is kept secret by it
    for _ in range(chance.choice((1, 1, 2, 3))):
        for _ in range(chance.randint(1, 4)):
            chance.choice(_MUTATIONS)(chance, folder)
        gitrepo.commit(folder)
        if chance.random() < 1 / _SELDOM:
            _merge_beside(chance, folder)
    if chance.random() < 1 / _SELDOM:
        _mark_file(chance, folder)


def _file(chance: random.Random, folder: Path) -> Path | None:
    """A text of the catalogue; most often an idea, as a broken catalogue.yml leaves nothing to tell of."""
    files = sorted(p for p in (folder / "ideas").rglob("*") if p.suffix in {".md", ".yml"} and p.is_file())
    weights = [3 if file.name == "idea.md" else 1 for file in files]
    return chance.choices(files, weights)[0] if files else None


def _folder(chance: random.Random, folder: Path) -> Path | None:
    folders = sorted({file.parent for file in (folder / "ideas").glob("*/*/idea.md")})
    return chance.choice(folders) if folders else None


def _edit_lines(change: Callable[[random.Random, list[str], int], None]) -> Mutation:
    def mutate(chance: random.Random, folder: Path) -> None:
        file = _file(chance, folder)
        lines = file.read_text(encoding="utf-8", errors="replace").split("\n") if file else []
        if file and lines:
            change(chance, lines, chance.randrange(len(lines)))
            file.write_text("\n".join(lines), encoding="utf-8", newline="")

    return mutate


def _set_value(chance: random.Random, lines: list[str], at: int) -> None:
    fields = [number for number, line in enumerate(lines) if ":" in line] or [at]
    at = chance.choice(fields)
    lines[at] = f"{lines[at].partition(':')[0]}: {chance.choice(_VALUES)}"


def _rename_key(chance: random.Random, lines: list[str], at: int) -> None:
    key, colon, value = lines[at].partition(":")
    lines[at] = f"{key[: chance.randint(0, len(key))]}{colon}{value}"


def _swap(chance: random.Random, lines: list[str], at: int) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _indent(chance: random.Random, lines: list[str], at: int) -> None:
    lines[at] = chance.choice(("  ", "    ", "\t", "- ")) + lines[at]


def _outdent(_chance: random.Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].lstrip()


def _remove(chance: random.Random, lines: list[str], at: int) -> None:
    del lines[at : at + chance.choice((1, 1, 2, 9))]


def _repeat(chance: random.Random, lines: list[str], at: int) -> None:
    lines[at:at] = lines[at : at + chance.choice((1, 3))]


def _insert(chance: random.Random, lines: list[str], at: int) -> None:
    lines.insert(at, chance.choice(_LINES))


def _cut_bytes(chance: random.Random, folder: Path) -> None:
    file = _file(chance, folder)
    if file:
        content = file.read_bytes()
        file.write_bytes(content[: chance.randint(0, len(content))] + chance.choice(_ENDS))


def _remove_file(chance: random.Random, folder: Path) -> None:
    file = _file(chance, folder)
    if file and file.suffix == ".md":
        file.unlink()


def _swap_files(chance: random.Random, folder: Path) -> None:
    first, second = _file(chance, folder), _file(chance, folder)
    if first and second and first.suffix == second.suffix == ".md":
        contents = first.read_bytes(), second.read_bytes()
        second.write_bytes(contents[0])
        first.write_bytes(contents[1])


def _link_file(chance: random.Random, folder: Path) -> None:
    file = _file(chance, folder)
    if file and file.suffix == ".md":
        file.unlink()
        file.symlink_to(chance.choice(("/etc/hostname", "plan.md", ".")))


def _add_file(chance: random.Random, folder: Path) -> None:
    place = _folder(chance, folder)
    name = chance.choice(_NAMES)
    if place and not (place / name).exists():
        (place / name).write_text(chance.choice(_LINES), encoding="utf-8")


def _move_folder(chance: random.Random, folder: Path) -> None:
    place = _folder(chance, folder)
    target = folder / "ideas" / chance.choice(("2024", "2026", "x")) / chance.choice(("ny", "Ny Idé", "a"))
    if place and not target.exists():
        target.parent.mkdir(exist_ok=True)
        place.rename(target)


def _copy_folder(chance: random.Random, folder: Path) -> None:
    place = _folder(chance, folder)
    target = folder / "ideas" / chance.choice(("2025", "2026")) / f"kopia-{chance.randint(1, 3)}"
    if place and not target.exists():
        shutil.copytree(place, target, symlinks=True)
        # Half of the copies lose a value, so that a new idea is half readable.
        if chance.random() < 1 / 2 and (target / "idea.md").is_file():
            lines = (target / "idea.md").read_text(encoding="utf-8", errors="replace").split("\n")
            _set_value(chance, lines, 0)
            (target / "idea.md").write_text("\n".join(lines), encoding="utf-8", newline="")


def _rename_term(chance: random.Random, folder: Path) -> None:
    """A stage, gate, outcome or role gets another key in the settings, and nowhere else."""
    file = folder / "ideas" / "catalogue.yml"
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    key = chance.choice(_KEYS)
    file.write_text(re.sub(rf"\b{key}\b", f"{key}2", text), encoding="utf-8", newline="")


def _remove_folder(chance: random.Random, folder: Path) -> None:
    place = _folder(chance, folder)
    if place:
        shutil.rmtree(place)


def _take_name(chance: random.Random, lines: list[str], _at: int) -> None:
    """A former name, perhaps one that another idea has or had."""
    lines.insert(1, f"aliases: [{chance.choice(_FORMER)}]")


def _rewrite_facts(chance: random.Random, lines: list[str], _at: int) -> None:
    """Days, scores and targets that decisions may have leaned on."""
    for at, line in enumerate(lines):
        key, colon, _ = line.partition(":")
        if key.strip() in _FACTS and chance.random() < 1 / 2:
            lines[at] = f"{key}{colon} {chance.choice(('2024-02-03', '12 procent', '.', 'TBD', '2'))}"
        lines[at] = lines[at].replace("score: 4", f"score: {chance.randint(1, 5)}")


def _empty_text(chance: random.Random, lines: list[str], _at: int) -> None:
    """The text below the fields becomes headings, or what only keeps a place."""
    ends = [at for at, line in enumerate(lines) if line == "---"]
    if len(ends) > 1:
        lines[ends[1] + 1 :] = [
            "",
            "## Behov",
            "",
            chance.choice((".", "### Mer", "…", "TBD", "![](x.png)")),
            "",
        ]


def _merge_beside(chance: random.Random, folder: Path) -> None:
    """A commit of a history of its own, or of the base's, of which nothing or all is merged."""
    parents = chance.choice(([], ["-p", "base"]))
    side = gitrepo.git(folder, "commit-tree", "HEAD^{tree}", *parents, "-m", "beside").strip()
    way = chance.choice((["-s", "ours"], ["-X", "theirs"]))
    gitrepo.git(folder, "merge", "--quiet", "--no-edit", "--allow-unrelated-histories", *way, side)


def _mark_file(chance: random.Random, folder: Path) -> None:
    """Something else in git than on the disk."""
    file = _file(chance, folder)
    path = file.relative_to(folder).as_posix() if file else ""
    if file and not file.is_symlink() and "\n" not in path:
        gitrepo.mark(folder, path, chance.choice(("a program", "a link", "a submodule")))


_ON_LINES = (
    _set_value,
    _set_value,
    _set_value,
    _rename_key,
    _swap,
    _indent,
    _outdent,
    _remove,
    _repeat,
    _insert,
    _take_name,
    _rewrite_facts,
    _empty_text,
)
_MUTATIONS: tuple[Mutation, ...] = (
    *map(_edit_lines, _ON_LINES),
    _cut_bytes,
    _remove_file,
    _swap_files,
    _link_file,
    _add_file,
    _move_folder,
    _copy_folder,
    _copy_folder,
    _remove_folder,
    _rename_term,
)
