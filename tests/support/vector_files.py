"""Vectors as files of a catalogue: each in its place within a good idea, or as the whole file."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from idesluss.reading.document import parse_document
from tests.support import project
from tests.support.vectors import foreign_vectors, hostile_bodies, naughty_texts, own_vectors
from tests.support.work import calls_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_GOOD = (project.BASE / "2026" / "enklare-felanmalan" / "idea.md").read_text(encoding="utf-8")

_CALLS, _FIRST_CALLS = 2, 500  # for each byte, and whatever the file


def own_vector_files() -> Iterator[bytes]:
    """A file for each vector of our own."""
    yield from _with_fields(case["yaml"] for case in own_vectors("yaml_oddities"))
    for case in own_vectors("frontmatter_differential"):
        yield case["input"].encode("utf-8", "surrogatepass")
    texts = [case["text"] for name in ("hostile_text", "pii_sv") for case in own_vectors(name)["items"]]
    yield from _with_texts([*texts, *hostile_bodies(), *naughty_texts()])


def foreign_vector_files() -> Iterator[bytes]:
    """A file for each vector by others."""
    yield from _with_fields(case["yaml"] for case in foreign_vectors("yaml_test_suite"))
    yield from _with_texts(foreign_vectors("blns"))


def _with_fields(texts: Iterable[str]) -> Iterator[bytes]:
    return (f"---\n{text}\n---\n\nText\n".encode("utf-8", "surrogatepass") for text in texts)


def _with_texts(texts: Iterable[str]) -> Iterator[bytes]:
    """Each as a paragraph, and as a title."""
    for text in texts:
        yield f"{_GOOD}\n{text}\n".encode("utf-8", "surrogatepass")
        yield _GOOD.replace("Enklare felanmälan", json.dumps(text)).encode("utf-8", "surrogatepass")


def heavy_files(files: Iterable[bytes]) -> list[bytes]:
    """Those that take more calls to read or refuse than their signs warrant."""

    def calls(content: bytes) -> int:
        return calls_of(lambda: parse_document("ideas/2024/x/idea.md", content))

    return [content for content in files if calls(content) > _CALLS * len(content) + _FIRST_CALLS]


def problems_of_files(root: Path, files: list[bytes]) -> list[dict[str, Any]]:
    """What the command line says of a catalogue with all of them, which has to fail in good order."""
    shutil.copytree(project.BASE, root / "ideas")
    for number, content in enumerate(files):
        path = root / "ideas" / "2024" / f"vektor-{number}" / "idea.md"
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    done = project.run(root, "idesluss", "check", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    problems: list[dict[str, Any]] = json.loads(done.stdout)["problems"]
    return problems
