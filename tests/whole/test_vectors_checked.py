"""Every vector as a file of a catalogue, through the command line: refused or read, and never a traceback."""

from __future__ import annotations

import json
import shutil
import time
from typing import TYPE_CHECKING, Any

from idesluss.reading.document import parse_document
from tests.support import project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

GOOD = (project.BASE / "2026" / "enklare-felanmalan" / "idea.md").read_text(encoding="utf-8")


def files(shared: Path, own: Callable[[str], Any]) -> Iterator[bytes]:
    """Files that each hold one vector, in its place or as the whole file."""
    for case in json.loads((shared / "yaml_test_suite.json").read_text(encoding="utf-8")):
        yield f"---\n{case['yaml']}\n---\n\nText\n".encode("utf-8", "surrogatepass")
    for case in own("frontmatter_differential"):
        yield case["input"].encode("utf-8", "surrogatepass")
    texts = [case["text"] for name in ("hostile_text", "pii_sv") for case in own(name)["items"]]
    texts += json.loads((shared / "blns.json").read_text(encoding="utf-8"))
    for text in texts:
        yield (GOOD + f"\n{text}\n").encode("utf-8", "surrogatepass")
        yield GOOD.replace("Enklare felanmälan", json.dumps(text)).encode("utf-8", "surrogatepass")


def test_every_vector_is_judged_without_a_traceback(
    shared: Path, own: Callable[[str], Any], tmp_path: Path
) -> None:
    """All in one run: an exit code of 1, a report that a program can read, and nothing on the side."""
    shutil.copytree(project.BASE, tmp_path / "ideas")
    count = 0
    for count, content in enumerate(files(shared, own), 1):
        path = tmp_path / "ideas" / "2024" / f"vektor-{count}" / "idea.md"
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    done = project.run(tmp_path, "idesluss", "check", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    problems = json.loads(done.stdout)["problems"]
    assert count > 1300
    assert len({problem["path"] for problem in problems if problem["severity"] == "error"}) > 500


def test_every_refusal_is_quick(shared: Path, own: Callable[[str], Any]) -> None:
    """A second is more than any of them may take, on any machine."""
    for content in files(shared, own):
        start = time.perf_counter()
        parse_document("ideas/2024/x/idea.md", content)
        assert time.perf_counter() - start < 1
