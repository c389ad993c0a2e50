"""What there is is documented: commands, rules, fields, variables, and pages in both languages."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest
import typer

from idesluss.cli.every import app
from idesluss.model import Call, Idea, Plan, Settings
from idesluss.reading.paths import VOCABULARY_FOLDER
from idesluss.review.protection import PROTECTIONS
from idesluss.words import say
from tests.support import project

if TYPE_CHECKING:
    from idesluss.words import Language

DOCS = project.ROOT / "docs"
README = (project.ROOT / "README.md").read_text(encoding="utf-8")
EVERYTHING = README + "".join(
    path.read_text(encoding="utf-8") for path in (*DOCS.rglob("*.md"), *project.ROOT.glob("*.md"))
)

# Where a path in the documents may begin: at the root, in the program, or in some catalogue's repository.
PLACES = [
    project.ROOT,
    project.ROOT / "hooks" / "idesluss",
    project.ROOT / "tests" / "catalogues" / "base",
    project.ROOT / "tests" / "catalogues" / "rich",
]
KEPT = [".ci", ".github", "docs", "hooks", "tests"]
ARCHITECTURE = "docs/en/architecture.md"
# For whoever works on the program, as decisions are.
ENGLISH_ONLY = {"en/architecture.md", "en/develop.md", "en/leave.md"}
# Where variables are read, and how; names of a script's own are small.
VARIABLES = {
    "hooks/**/*.py": r"\b(?:IDESLUSS_[A-Z_]+|GH_TOKEN)",
    "tests/**/*.py": r"\bIDESLUSS_[A-Z_]+",
    ".github/**/*.yml": r"\bIDESLUSS_[A-Z_]+",
    ".ci/*.py": r"\b(?:IDESLUSS|SOURCE)_[A-Z_]+",
    ".ci/*.sh": r"\$\{?([A-Z][A-Z_]+)",
    "Makefile": r"^([A-Z_]+) \?=",
}


def is_there(path: str) -> bool:
    """Whether a path, with `<…>` and `*` for any name, leads somewhere; a bare name may lie anywhere."""
    pattern = re.sub(r"<[^>]+>", "*", path.rstrip("/"))
    if path.startswith("ideas/"):
        # The shipped catalogue may hold nothing of the kind, and the small one is in one file.
        return (
            path.strip("/") == VOCABULARY_FOLDER or next(project.BASE.parent.glob(pattern), None) is not None
        )
    if "/" in path:
        return any(next(place.glob(pattern), None) for place in PLACES)
    return (project.ROOT / path).exists() or any(
        next((project.ROOT / folder).rglob(path), None) for folder in KEPT
    )


def rows_below(head: str) -> list[list[str]]:
    """The cells of each row of the architecture page's table with this head."""
    text = (project.ROOT / ARCHITECTURE).read_text(encoding="utf-8")
    _, _, table = text.partition(f"\n{head}\n")
    lines = itertools.takewhile(lambda line: line.startswith("|"), table.splitlines())
    rows = [line.strip("| ").split(" | ") for line in lines]
    assert rows, head
    return rows[1:]


def marked(words: str) -> set[str]:
    """What stands in code marks."""
    return set(re.findall(r"`([^`]+)`", words))


def options_of(words: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", words))


def test_every_command_and_option_is_documented() -> None:
    """In rows of the command's own, or in one that says which commands take the option; and no other is."""
    commands = {
        name: {option for parameter in command.params for option in parameter.opts if option[:2] == "--"}
        for name, command in typer.main.get_group(app).commands.items()
    }
    common = {
        option: marked(takers)
        for (option, takers, _) in rows_below("| option | of the commands | what it sets |")
    }
    told: dict[str, set[str]] = {}
    for cells in rows_below("| command | what it does |"):
        name = cells[0].strip("`").split()[1]
        told[name] = told.get(name, set()) | options_of(" ".join(cells))
    for name, own in told.items():
        own |= {option.strip("`") for option, takers in common.items() if name in takers}
    assert told == commands


@pytest.mark.parametrize("page", ["falt.md", "en/fields.md"])
def test_every_field_is_explained(page: str) -> None:
    """Each field of each file has its place in the list."""
    text = (DOCS / page).read_text(encoding="utf-8")
    for record in (Idea, Plan, Call, Settings):
        assert [name for name in record.model_fields if f"`{name}` – " not in text] == []


def test_pages_lead_to_their_counterparts_and_back() -> None:
    """A page for readers stands in both languages; decisions and architecture in English only."""
    for path in DOCS.rglob("*.md"):
        name = path.relative_to(DOCS).as_posix()
        found = re.search(r"^translation: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        if found is None:
            assert name.startswith("decisions/") or name in ENGLISH_ONLY, name
            continue
        other = (DOCS / found[1]).read_text(encoding="utf-8")
        assert f"\ntranslation: {name}\n" in other, name


@pytest.mark.parametrize(("page", "language"), [("skydda.md", "sv"), ("en/protect.md", "en")])
def test_every_setting_of_the_host_is_explained(page: str, language: Language) -> None:
    """In the words of the command, and in its order."""
    text = (DOCS / page).read_text(encoding="utf-8")
    words = [
        "\n:   ".join(say(f"protect.{protection.key}.{part}", language) for part in ("title", "why"))
        for protection in PROTECTIONS
    ]
    assert text.endswith("\n\n".join(words) + "\n")


def test_every_target_that_is_named_exists() -> None:
    """`make x` in the documents is a target."""
    made = set(
        re.findall(r"^([a-z-]+):", (project.ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    named = set(re.findall(r"(?:`|\$ )make ([a-z-]+)", EVERYTHING))
    assert named - made == set()
    assert {"serve", "test", "build", "check", "bench"} <= made


def test_every_variable_is_documented() -> None:
    """Those that the program, the workflows and their scripts, `make` and the tests read have a row."""
    read = {
        name
        for (files, pattern) in VARIABLES.items()
        for path in project.ROOT.glob(files)
        for name in re.findall(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)
        if not name.startswith(("BASH_", "GITHUB_"))  # whose own they are to explain
    }
    rows = [marked(first) for first, _ in rows_below("| variable | what it sets |")]
    assert set[str]().union(*rows) == read


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", ARCHITECTURE])
def test_every_path_that_is_named_exists(page: str) -> None:
    """In code marks, from the root or from the program's folder, and as links; what git ignores is made."""
    text = (project.ROOT / page).read_text(encoding="utf-8")
    made = {line.strip("/") for line in (project.ROOT / ".gitignore").read_text(encoding="utf-8").split()}
    # A path has a slash within or at its end, or is a file's name; addresses of the site begin with one.
    named = re.findall(r"`((?:[\w.<>*-]+/)+[\w.<>*-]*|[\w-]+\.(?:css|html|js|md|py|toml|txt|yml))`", text)
    kept = [path for path in named if path.strip("/").split("/")[0] not in made]
    assert len(kept) >= 5
    assert [path for path in kept if not is_there(path)] == []
    links = [link for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if "://" not in link]
    assert [link for link in links if not ((project.ROOT / page).parent / link).exists()] == []


def test_every_decision_can_be_found() -> None:
    """From the page that lists them, and from the architecture page where it matters."""
    files = {path.name for path in (DOCS / "decisions").glob("[0-9]*.md")}
    for page in ("decisions/index.md", "en/architecture.md"):
        text = (DOCS / page).read_text(encoding="utf-8")
        assert set(re.findall(r"(\d{4}-[a-z-]+\.md)", text)) == files, page
