"""How long it takes to tell how 2,497 ideas changed in 5,000 commits, git's own work included."""

from __future__ import annotations

import resource
import shutil
import time
from typing import TYPE_CHECKING

from idesluss.history.git import Repository
from idesluss.history.timeline import read_timeline
from tests.support import catalogues, gitrepo, project, registers

if TYPE_CHECKING:
    from pathlib import Path

IDEAS = 2497
COMMITS = 5000
ALLOWED = 5.0  # CPU seconds, as for judging as many commits
MEMORY = 200  # MB


def _edited(text: str, step: int) -> str:
    """What a commit does to an idea: a field, a grant or the text, in turn, and now and then all of it."""
    stage = "stage: project" if step % 2 else "stage: idea"
    edits = (
        text.replace("stage: project", stage),
        text.replace("origin: employee", "origin: resident"),
        text.replace("awarded: ", f"awarded: {step + 1}"),
        f"{text}\n\n## Ändring {step}\n\nMer om behovet, som kommunen har samlat in.\n",
    )
    return edits[step % len(edits)]


def _repository(root: Path) -> Path:
    """Real records as one commit, and 5,000 commits that each change one of them."""
    gitrepo.start(root)
    shutil.copytree(project.BASE, root / "ideas")
    registers.write_entries(root, registers.summarised_rows(IDEAS))
    gitrepo.commit(root)
    texts = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in root.glob("ideas/*/*/idea.md")
    }
    paths = sorted(texts)
    stream: list[bytes] = []
    for at in range(COMMITS):
        path = paths[at * 7 % len(paths)]
        texts[path] = _edited(texts[path], at)
        content = texts[path].encode()
        stream.append(
            b"commit refs/heads/main\ncommitter test <test@example.org> %d +0000\ndata 1\n.\n"
            % (1795200000 + at)
            + (b"from refs/heads/main^0\n" if at == 0 else b"")
            + b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(content), content)
        )
    gitrepo.git(root, "fast-import", "--quiet", given=b"".join(stream))
    gitrepo.git(root, "reset", "--quiet", "--hard", "main")
    return root


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def test_five_thousand_commits_are_told_in_five_seconds(tmp_path: Path) -> None:
    """Both languages, for every idea, without the catalogue growing much in memory."""
    root = _repository(tmp_path / "r")
    found = catalogues.read(root)
    before, size = _spent(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = read_timeline(Repository(root), found)
    seconds = _spent() - before
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - size) // 1024
    assert told
    moments = [moment for entry in found.entries for moment in told.of(entry)]
    changed = sum(event.kind != "came_in" for moment in moments for event in moment.events)
    told_of = f"{seconds:.2f} s CPU ({ALLOWED}), {more} MB more ({MEMORY})"
    print(f"\n{len(found.entries):,} ideas, {COMMITS:,} commits: {told_of}")
    assert all(told.of(entry)[-1].events[0].kind == "came_in" for entry in found.entries)
    assert changed >= COMMITS // 2
    assert seconds <= ALLOWED
    assert more <= MEMORY
