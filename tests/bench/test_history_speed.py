"""How long it takes to judge a change of 5,000 commits, git's own work included."""

from __future__ import annotations

import resource
import shutil
from typing import TYPE_CHECKING

from tests.support import gitrepo, project

if TYPE_CHECKING:
    from pathlib import Path

COMMITS = 5000
IDEAS = 50
ALLOWED = 5.0  # CPU seconds
STAGES = ("idea", "assessment")


def _idea(number: int, step: int) -> str:
    text = (project.BASE / "2026" / "enklare-felanmalan" / "idea.md").read_text(encoding="utf-8")
    text = text.replace("title: Enklare felanmälan", f"title: Anmälan {number}")
    text = text.replace("stage: idea", f"stage: {STAGES[step // 25 % 2]}")
    return text + f"\nÄndring {step}.\n" + "Mer text om behovet, som kommunen har samlat in.\n" * 60


def _imported(root: Path) -> Path:
    """A repository whose branch `base` has the ideas and whose HEAD is 5,000 commits further on."""
    gitrepo.start(root)
    shutil.copytree(project.BASE, root / "ideas")
    for number in range(IDEAS):
        path = root / "ideas" / "2026" / f"idé-{number}".replace("é", "e")
        path.mkdir()
        (path / "idea.md").write_text(_idea(number, 0), encoding="utf-8")
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    stream: list[bytes] = []
    for at in range(COMMITS):
        content = _idea(at % IDEAS, at // IDEAS + 1).encode()
        stream.append(
            b"commit refs/heads/main\ncommitter test <test@example.org> 1700000000 +0000\ndata 1\n.\n"
            + (b"from refs/heads/base\n" if at == 0 else b"")
            + b"M 100644 inline ideas/2026/ide-%d/idea.md\ndata %d\n%s\n"
            % (at % IDEAS, len(content), content)
        )
    gitrepo.git(root, "fast-import", "--quiet", "--force", given=b"".join(stream))
    gitrepo.git(root, "reset", "--quiet", "--hard", "main")
    return root


def test_five_thousand_commits_are_judged_in_five_seconds(tmp_path: Path) -> None:
    """Every commit is looked at, and each step of each idea is judged."""
    root = _imported(tmp_path / "r")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = project.run(root, "idesluss", "check", "--base", "base", "--format", "json")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"\n{COMMITS:,} commits: {seconds:.2f} s CPU, git included ({ALLOWED})")
    assert done.returncode in {0, 1}, done.stderr
    assert done.stdout.count("stage_step") >= IDEAS
    assert seconds <= ALLOWED
