"""What `docs/` may not hold stops the build too, whatever the way in; the site is left as it was."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support import project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def _write(path: str, text: str = "<script>alert(1)</script>\n") -> Callable[[Path], None]:
    def write(docs: Path) -> None:
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")

    return write


def _link(path: str, target: str) -> Callable[[Path], None]:
    return lambda docs: (docs / path).symlink_to(target)


# Only MkDocs reads this as HTML and not as code, so that only the page as it is rendered shows it.
DISPUTED = '# Om\n\n- a\n\n      <b onclick="alert(1)">b</b>\n'
HOSTILE: dict[str, tuple[Callable[[Path], None], str]] = {
    "a link to a file outside": (_link("hemlig.md", "/etc/hostname"), "docs/hemlig.md"),
    "a link to a device": (_link("enhet.png", "/dev/zero"), "docs/enhet.png"),
    "a loop": (_link("slinga", "."), "docs/slinga"),
    "a link to itself": (_link("sig.md", "sig.md"), "docs/sig.md"),
    "the domain": (_write("CNAME", "ideer.example.org\n"), "docs/CNAME"),
    "a page with scripts": (_write("sida.html"), "docs/sida.html"),
    "a drawing": (_write("bild.svg"), "docs/bild.svg"),
    "the theme's script": (_write("scripts/first.js"), "docs/scripts"),
    "the theme's frame": (_write("main.html"), "docs/main.html"),
    "a script in a page": (_write("sida.md", "# Om\n\n<script>alert(1)</script>\n"), "docs/sida.md:3"),
    "a word that vanishes": (_write("ord.md", "# Om\n\nTill <namn>.\n"), "docs/ord.md:3"),
    "a personal number": (_write("nummer.md", "# Om\n\n811218-9876\n"), "docs/nummer.md:3"),
    "a page of the program's": (_write("ideer.md", "# Om\n"), "docs/ideer.md"),
    "what one renderer takes for code": (_write("sida.md", DISPUTED), "<b onclick>"),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project.make_without_program(tmp_path_factory.mktemp("whole"))
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("som det var", encoding="utf-8")
    return folder


@pytest.fixture
def docs(whole: Path) -> Iterator[Path]:
    """The folder of hand-written pages; what a test adds is taken away."""
    before = set(whole.joinpath("docs").rglob("*"))
    yield whole / "docs"
    for path in sorted(set(whole.joinpath("docs").rglob("*")) - before, reverse=True):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()


# Only the page as it is rendered shows it, and nothing is rendered where the check has found anything.
LATE = "what one renderer takes for code"


def test_a_build_refuses_them_without_a_traceback(docs: Path) -> None:
    """Nobody need have run the check, which says of each that it is an error."""
    cases = [case for name, case in HOSTILE.items() if name != LATE]
    for lay, _ in cases:
        lay(docs)
    told = refused(docs)
    errors = [line for line in told.splitlines() if " fel[" in line]
    assert [place for _, place in cases if not any(line.startswith(place) for line in errors)] == []


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=[] if case == LATE else [pytest.mark.prove]) for case in HOSTILE]
)
def test_a_build_refuses_it_alone(case: str, docs: Path) -> None:
    lay, told = HOSTILE[case]
    lay(docs)
    assert told in refused(docs)


def refused(docs: Path) -> str:
    """What the build says that refuses; the site is as it was."""
    done = project.run(docs.parent, "mkdocs", "build", "--strict")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert project.snapshot(docs.parent / "site") == {"index.html": b"som det var"}
    return done.stdout + done.stderr


def test_a_page_is_cleaned_where_warnings_do_not_stop(docs: Path) -> None:
    """A build that is not strict publishes nothing that runs either."""
    _write("sida.md", DISPUTED)(docs)
    before = project.snapshot(docs.parent / "site")
    site = project.build(docs.parent, "--no-strict")
    page = (site / "sida" / "index.html").read_text(encoding="utf-8")
    shutil.rmtree(site)
    for path, content in before.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    assert "onclick" not in page
    assert "<b>b</b>" in page


def test_pages_lie_where_the_check_looks(docs: Path) -> None:
    """Another folder would be published unread."""
    settings = docs.parent / "mkdocs.yml"
    before = settings.read_text(encoding="utf-8")
    (docs.parent / "sidor").mkdir()
    settings.write_text(before.replace("docs_dir: docs", "docs_dir: sidor"), encoding="utf-8")
    try:
        done = project.run(docs.parent, "mkdocs", "build", "--strict")
    finally:
        settings.write_text(before, encoding="utf-8")
    assert done.returncode == 1
    assert "docs_dir: docs" in done.stdout
