"""The format of golden cases: what a person writes is what is laid out, and what is unclear is told."""

from __future__ import annotations

import difflib
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.support import project
from tests.support.case_lines import bytes_of
from tests.support.case_trees import Link, Tree, lay_out
from tests.support.cases import CaseError

IDEA = "ideas/2026/gata/idea.md"
CONTENT = b"---\ntitle: Gata\n---\n\n## Behov\n\nText.\n\n## Mer\n\nText.\n"
BASE: dict[str, bytes] = {
    "ideas/catalogue.yml": "name: Prövning\nstages:\n  a: {}\n  b: {}\n".encode(),
    IDEA: CONTENT,
    "ideas/2026/gata/skiss.png": b"\x89PNG\r\n",
}
EDITED = CONTENT.replace(b"Gata", b"Torg")
# A change that can be read, to stand before one that cannot.
GOOD = f"@@ {IDEA}\n-title: Gata\n+title: Torg\n"
MORE = f"{GOOD}...\n ## Behov\n"


@pytest.fixture
def tests(tmp_path: Path) -> Path:
    """A folder such as tests/, with a small base, another base that is made of it, and a picture."""
    for path, content in BASE.items():
        file = tmp_path / "catalogues" / "base" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    staged = "base: base\n@@ ideas/catalogue.yml\n   b: {}\n+  c: {}\n"
    (tmp_path / "catalogues" / "staged.case").write_text(staged, encoding="utf-8")
    (tmp_path / "checks" / "pictures").mkdir(parents=True)
    (tmp_path / "checks" / "pictures" / "map.png").write_bytes(b"\x89PNG map")
    return tmp_path


def trees(tests: Path, text: str) -> dict[str, Tree]:
    file = tests / "near.case"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return lay_out(file, tests)


def after(tests: Path, text: str) -> Tree:
    """What the steps of a case make of the small base."""
    return list(trees(tests, f"base: base\n{text}").values())[-1]


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (GOOD, {IDEA: EDITED}),
        (f"What it shows,\nin two lines.\n\n{GOOD}\n\n", {IDEA: EDITED}),
        (f"@@ {IDEA}\n \n-title: Gata\n+title: Torg\n\n", {IDEA: EDITED}),
        (f"{MORE}+\n+Mer.\n", {IDEA: EDITED.replace(b"Behov\n", b"Behov\n\nMer.\n")}),
        (f"@@ {IDEA}\n ## Mer\n\n-Text.\n", {IDEA: CONTENT.removesuffix(b"Text.\n")}),
        ("@@ ideas/x.md (new)\n+a\n+\n+b\n", {"ideas/x.md": b"a\n\nb\n"}),
        ("@@ ideas/x.md (new)\n", {"ideas/x.md": b""}),
        ("@@ ideas/x y (1).md (new)\n+a\n", {"ideas/x y (1).md": b"a\n"}),
        ("@@ ideas/a{U+2013 EN DASH}b.md (new)\n+a\n", {"ideas/a–b.md": b"a\n"}),
        (f"@@ {IDEA} (removed)\n", {IDEA: None}),
        ("@@ ideas/2026 (removed)\n", dict.fromkeys(list(BASE)[1:])),
        ("@@ ideas/2024 (link to 2026)\n", {"ideas/2024": Link("2026")}),
        (f"@@ {IDEA} (link to plan.md)\n", {IDEA: Link("plan.md")}),
        ("@@ ideas/x.png (picture map.png)\n", {"ideas/x.png": b"\x89PNG map"}),
        (f"@@ ideas/x.md (copy of {IDEA})\n-title: Gata\n+title: Torg\n", {"ideas/x.md": EDITED}),
        (f"@@ ideas/x.md (moved from {IDEA})\n", {"ideas/x.md": CONTENT, IDEA: None}),
        (f"@@ ideas/x.md (moved from {IDEA})\n@@ {IDEA} (new)\n+a\n", {"ideas/x.md": CONTENT, IDEA: b"a\n"}),
        ("@@ ideas/x.md (new) (saved in utf-16)\n+å\n", {"ideas/x.md": b"\xff\xfe\xe5\0\n\0"}),
    ],
)
def test_what_is_written_is_laid_out(tests: Path, text: str, changed: dict[str, bytes | Link | None]) -> None:
    """Each way to change a file does so, and leaves the others alone."""
    expected = {path: content for path, content in {**BASE, **changed}.items() if content is not None}
    assert after(tests, text) == expected


@pytest.mark.parametrize(
    ("way", "start"),
    [
        ("in latin-1", b"name: Pr\xf6vning\n"),
        ("in utf-16", b"\xff\xfen\0a\0"),
        ("with a BOM", b"\xef\xbb\xbfname: Pr\xc3\xb6vning\n"),
        ("with CRLF", b"name: Pr\xc3\xb6vning\r\nstages:\r\n"),
    ],
)
def test_a_file_is_saved_otherwise(tests: Path, way: str, start: bytes) -> None:
    """A file of the base can be the same in another form."""
    content = after(tests, f"@@ ideas/catalogue.yml (saved {way})\n")["ideas/catalogue.yml"]
    assert isinstance(content, bytes)
    assert content.startswith(start)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("å – \\n {x} { sv: a }", "å – \\n {x} { sv: a }\n".encode()),
        ("{U+200B}{U+00A0 NO-BREAK SPACE}", b"\xe2\x80\x8b\xc2\xa0\n"),
        ("a{U+000D CARRIAGE RETURN}", b"a\r\n"),
        ("{U+0000 NULL}{U+1F600}{U+0020}", b"\0\xf0\x9f\x98\x80 \n"),
        ("{0xE4}{0xFF}", b"\xe4\xff\n"),
        ("{3 times ab }{10 times >}", b"ab ab ab >>>>>>>>>>\n"),
        ("a{no newline}", b"a"),
        ("{U+007B}no newline}", b"{no newline}\n"),
    ],
)
def test_what_an_eye_would_miss_is_written_out(text: str, expected: bytes) -> None:
    """Characters, bytes, repetitions and the end of a file; other braces mean themselves."""
    assert bytes_of(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{U+00E5}\t", "column 9; write {U+0009}"),
        ("{U+00E5}\u200ba", "column 9; write {U+200B}"),
        ("{U+00E5} ", "column 9; write {U+0020}"),
        ("{U+00E5}\r", "column 9; write {U+000D}"),
        ("{U+00E5}{U+20}", "`{U+`"),
        ("{U+00E5}{U+110000}", "`{U+`"),
        ("{U+00E5}{U+DC80}", "`{U+`"),
        ("{U+00E5}{U+200B", "`{U+`"),
        ("{U+00E5}{U+200B ZERO WIDTH SPICE}", "U+200B is not ZERO WIDTH SPICE"),
        ("{U+00E5}{U+200B SPACE}", "U+200B is not SPACE"),
        ("{0xE4}{0x41}", "`{0x`"),
        ("{2 times a}{2 times }", "`{2 times`"),
        ("{2 times a}{0 times a}", "`{0 times`"),
        ("{U+00E5}{no newline}a", "`{no newline`"),
    ],
)
def test_a_line_that_is_unclear_is_told(text: str, words: str) -> None:
    """What begins well is read to the end, so that nothing means something else than it seems to."""
    with pytest.raises(ValueError, match=re.escape(words)):
        bytes_of(text)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "a case has files"),
        ("Words.\n-title: Gata\n", 3, "no heading"),
        (f"{GOOD}*title\n", 5, "begins with `+`, `-` or a space"),
        (f"{GOOD}+a\tb\n", 5, "write {U+0009}"),
        (f"{MORE}-Borta.\n", 6, "the file has no line `Borta.`"),
        (f"{MORE}-## Mer\n", 6, "do not follow each other"),
        (f"{GOOD}...\n-Text.\n", 6, "stand 2 times"),
        (f"{GOOD}...\n+Mer.\n", 6, "nothing says where"),
        (f"{GOOD}...\n ## Mer\n", 6, "no line is added or removed"),
        (f"{GOOD}...\n\n", 2, "no line is added or removed"),
        (f"{GOOD}...\n----\n", 6, "stand 2 times"),
        (f"{MORE}+Mer.\n...\n ---\n title: Gata\n+a\n", 9, "above those before"),
        (f"{GOOD}...\n ## Mer\n\n-Text.\n+Text.{{no newline}}\n+a\n", 2, "without a newline"),
        (f"{GOOD}@@ ideas/x.md\n-a\n", 5, "ideas/x.md is not there"),
        (f"{GOOD}@@ ideas/x.md (nwe)\n+a\n", 5, "ideas/x.md (nwe) is not there"),
        (f"{GOOD}@@ ideas/x.md (removed)\n", 5, "ideas/x.md is not there"),
        (f"{GOOD}@@ ideas/x.md (copy of ideas/y.md)\n", 5, "ideas/y.md is no file"),
        (f"{GOOD}@@ ideas/x.md (picture no.png)\n", 5, "no picture"),
        (f"{GOOD}@@ ideas/catalogue.yml (new)\n+a\n", 5, "is there already"),
        (f"{GOOD}@@ ideas/catalogue.yml (copy of {IDEA})\n", 5, "is there already"),
        (f"{GOOD}@@ ideas/catalogue.yml (removed)\n+a\n", 5, "nothing more can be said"),
        (f"{GOOD}@@ ideas/x.md (new)\n+a\n...\n+b\n", 8, "above those before"),
        (f"{GOOD}@@ ideas/x.md (new) (saved in latin-1)\n+{{U+2013}}\n", 5, "latin-1"),
        (f"{GOOD}@@ ideas/catalogue.yml\n", 5, "nothing is changed"),
        (f"{GOOD}@@ ideas/catalogue.yml\n-stages:\n+stages:\n", 5, "nothing is changed"),
        (f"{GOOD}@@ catalogue.yml (removed)\n", 5, "begins with `@@ ideas/` or `@@ docs/`"),
        (f"{GOOD}{GOOD}", 5, "stands twice in this step"),
        (f"{GOOD}=== commit 1\n{GOOD}", 1, "a case has files"),
        (f"=== before\n{GOOD}", 1, "a case has files"),
        (f"=== commit 1\n{GOOD}=== commit 3\n@@ {IDEA} (removed)\n", 1, "a case has files"),
        (f"=== commit 1\n{GOOD}=== commit 2\n", 6, "nothing is changed in this step"),
        (f"=== commit 1\n{GOOD}=== commit two\n", 6, "a step is"),
        (f"=== commit 1\n+a\n{GOOD}", 3, "no heading"),
        (f"=== commit 1\n{GOOD}=== commit 2\n{GOOD}", 8, "the file has no line `title: Gata`"),
    ],
)
def test_a_case_that_is_unclear_is_told(tests: Path, text: str, line: int, words: str) -> None:
    """The line is named, and what is wrong there, after what was right."""
    with pytest.raises(CaseError, match=re.escape(words)) as told:
        after(tests, text)
    assert f"near.case:{line}: " in str(told.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", ":1: a case begins with the name of its base"),
        (GOOD.encode(), ":1: a case begins with the name of its base"),
        (b"base: ../base\n", ":1: a case begins with the name of its base"),
        (f"base: bas\n{GOOD}".encode(), ":1: no catalogue of that name"),
        (f"base: base\n{GOOD}".encode().replace(b"\n", b"\r\n"), "near.case: a case is saved with LF"),
        (f"base: base\n{GOOD}".encode() + b"+\xe4\n", "write such a byte as {0xE4}"),
    ],
)
def test_a_file_that_is_no_case_is_told(tests: Path, text: bytes, words: str) -> None:
    """A base is named first, and the file is plain text."""
    (tests / "near.case").write_bytes(text)
    with pytest.raises(CaseError, match=re.escape(words)):
        lay_out(tests / "near.case", tests)


def test_a_base_can_be_made_of_another(tests: Path) -> None:
    """What several cases begin with is written once, as a case of its own."""
    made = trees(tests, "base: staged\n@@ ideas/catalogue.yml\n   c: {}\n+  d: {}\n")
    assert made["base"] == {**BASE, "ideas/catalogue.yml": BASE["ideas/catalogue.yml"] + b"  c: {}\n"}
    assert made["after"]["ideas/catalogue.yml"] == BASE["ideas/catalogue.yml"] + b"  c: {}\n  d: {}\n"


def test_each_step_begins_where_the_one_before_ends(tests: Path) -> None:
    """A catalogue a step, in order; two files can change places, as each is taken from before the step."""
    made = trees(
        tests,
        f"base: base\n=== earlier\nWhat the step shows.\n\n{GOOD}=== before\n@@ ideas/x.md (new)\n"
        f"=== commit 1\n@@ ideas/x.md (moved from {IDEA})\n@@ {IDEA} (moved from ideas/x.md)\n"
        "=== commit 2\n@@ ideas/x.md (removed)\n",
    )
    assert list(made) == ["base", "earlier", "before", "commit 1", "commit 2"]
    assert made["earlier"] == {**BASE, IDEA: EDITED}
    assert made["before"] == {**BASE, IDEA: EDITED, "ideas/x.md": b""}
    assert made["commit 1"] == {**BASE, IDEA: b"", "ideas/x.md": EDITED}
    assert made["commit 2"] == {**BASE, IDEA: b""}


# Any edit can be written

REAL = {
    path: content for path, content in project.snapshot(project.BASE.parent).items() if b"\0" not in content
}
LINES = st.one_of(
    st.sampled_from(b"".join(REAL.values()).splitlines(keepends=True)),
    st.text().map(lambda text: text.encode("utf-8", "replace").replace(b"\n", b"") + b"\n"),
    st.binary().map(lambda content: content.replace(b"\n", b"") + b"\n"),
    st.sampled_from(
        [b"\n", b" \n", b"...\n", b"@@ ideas/x.md (new)\n", b"{no newline}\n", b"{U+0041}{2 times a}\r\n"]
    ),
)
# Where in the file, how many lines are taken away there, and what is put in their place.
EDITS = st.lists(st.tuples(st.integers(0, 150), st.integers(0, 3), st.lists(LINES, max_size=3)), min_size=1)


def split(content: bytes) -> list[bytes]:
    return re.findall(rb"[^\n]*\n|[^\n]+", content)


def written(old: list[bytes], new: list[bytes]) -> str:
    """The parts of a case that make `new` of `old`, with as many lines round them as say where they are."""
    for around in range(1, len(old) + 2):
        groups = list(difflib.SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(around))
        if all(is_one_place(old, group[0][1], group[-1][2]) for group in groups):
            break
    return "\n...\n".join("\n".join(part(group, old, new)) for group in groups) + "\n"


def is_one_place(lines: list[bytes], start: int, end: int) -> bool:
    block, size = lines[start:end], end - start
    return sum(lines[at : at + size] == block for at in range(len(lines) - size + 1)) == 1


def part(group: list[tuple[str, int, int, int, int]], old: list[bytes], new: list[bytes]) -> list[str]:
    lines: list[str] = []
    for kind, start, end, first, last in group:
        if kind == "equal":
            lines += [f" {line_of(line)}" if line != b"\n" else "" for line in old[start:end]]
        else:
            lines += [f"-{line_of(line)}" for line in old[start:end]]
            lines += [f"+{line_of(line)}" for line in new[first:last]]
    # An empty line at the edge of a part is air; taken away and put back it is a line of the file.
    lines[:1] = lines[:1] if lines[0] else ["-", "+"]
    lines[-1:] = lines[-1:] if lines[-1] else ["-", "+"]
    return lines


def line_of(line: bytes) -> str:
    text = line.removesuffix(b"\n").decode("utf-8", "surrogateescape").replace("{", "{U+007B}")
    shown = "".join(map(spelt, text))
    shown = f"{shown[:-1]}{{U+0020}}" if shown.endswith(" ") else shown
    return shown if line.endswith(b"\n") else f"{shown}{{no newline}}"


def spelt(character: str) -> str:
    if "\udc80" <= character <= "\udcff":
        return f"{{0x{ord(character) - 0xDC00:02X}}}"
    return character if character.isprintable() else f"{{U+{ord(character):04X}}}"


@given(
    path=st.sampled_from(sorted(REAL)), edits=EDITS, end=st.sampled_from([b"", b"\n", b"{", b"\xe4", b"x"])
)
def test_any_edit_can_be_written(path: str, edits: list[tuple[int, int, list[bytes]]], end: bytes) -> None:
    """A file of the base with lines taken away and put in is what its case makes of the base."""
    old = split(REAL[path])
    lines = list(old)
    for at, size, put in edits:
        lines[at : at + size] = put
    content = b"".join(lines) + end
    assume(content != REAL[path])
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "near.case"
        case.write_text(
            f"base: base\n@@ {path}\n{written(old, split(content))}", encoding="utf-8", newline="\n"
        )
        made = lay_out(case, project.HERE)
    assert made["after"] == {**made["base"], path: content}
    assert made["base"] == project.snapshot(project.BASE.parent)
