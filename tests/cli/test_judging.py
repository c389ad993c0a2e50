"""`check --base`, `--format`, `--fix`, `report`, `explain` and `codeowners`, as a person runs them."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from idesluss.cli.every import app
from tests.support import gitrepo, project

if TYPE_CHECKING:
    from pathlib import Path

IDEA = "ideas/2026/enklare-felanmalan/idea.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base catalogue in a repository, with branch `base`, as the current folder."""
    root = gitrepo.start(tmp_path / "r")
    shutil.copytree(project.BASE, root / "ideas")
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    monkeypatch.chdir(root)
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    return root


def run(*command: str, given: str = "") -> Result:
    return CliRunner().invoke(app, command, input=given)


def edit(root: Path, old: str, new: str, path: str = IDEA) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_only_what_the_change_caused_fails(root: Path) -> None:
    """An older mistake is listed below a heading of its own and does not stop the change."""
    edit(root, "origin: resident\n", "")
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "--force", "base")
    edit(root, "minst en gång", "minst två gånger")
    done = run("check", "--base", "base")
    assert done.exit_code == 0
    told, _, older = done.stdout.partition("Fanns redan före ändringen:")
    assert told == ""
    assert "Inga fel.\nFanns redan före ändringen: 1 fel" in older
    assert "fel[required]: Fältet Kommer från saknas" in older
    assert run("check").exit_code == 1


def test_a_mistake_of_the_change_fails_also_before_it_is_committed(root: Path) -> None:
    """The working tree is what is judged, saved in git or not."""
    edit(root, "stage: idea", "stage: feasibility")
    done = run("check", "--base", "base", "--lang", "en")
    assert done.exit_code == 1
    assert (
        "error[stage_step]: The stage has gone from Idea to Feasibility study in a single step" in done.stdout
    )


def test_the_summary_is_a_line_for_each_cause(root: Path) -> None:
    """With what to do, and where every place is told; for people, so not in a form for programs."""
    edit(root, "sector: samhallsbyggnad", "sector: vattenvard")
    done = run("check", "--summary")
    assert done.exit_code == 1
    first, remedy, *_ = done.stdout.split("\n")
    assert first == f"fel[unknown_term]: `vattenvard` finns inte i listan Sektorer: {IDEA}"
    assert remedy.startswith("  Gör så här: ")
    assert done.stdout.endswith("\n\n1 fel\n")
    refused = run("check", "--summary", "--format", "json")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "--summary går inte att använda tillsammans med --format" in refused.stderr


def test_a_problem_that_only_moved_is_older(root: Path) -> None:
    """Lines above it, or another name of its folder, do not make a mistake new."""
    edit(root, "origin: resident\n", "")
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "--force", "base")
    gitrepo.git(root, "mv", "ideas/2026/enklare-felanmalan", "ideas/2026/felanmalan")
    moved = "ideas/2026/felanmalan/idea.md"
    edit(root, "title:", "aliases: [enklare-felanmalan]\ntitle:", moved)
    done = run("check", "--base", "base", "--format", "json")
    assert done.exit_code == 0
    problems = json.loads(done.stdout)["problems"]
    assert [(p["rule"], p["caused_by"], p["path"]) for p in problems] == [("required", "before", moved)]


def test_a_base_that_cannot_be_read_does_not_blame_the_change(root: Path) -> None:
    """Whoever mends a broken catalogue.yml is not told that every idea is new."""
    edit(root, "proposer: idegivare", "proposer: [", "ideas/catalogue.yml")
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "--force", "base")
    edit(root, "proposer: [", "proposer: idegivare", "ideas/catalogue.yml")
    assert run("check", "--base", "base").exit_code == 0


def test_the_first_commit_of_a_catalogue_may_hold_older_projects_with_waivers_only(root: Path) -> None:
    """A repository that had no catalogue: what begins further on says why its history is not here."""
    gitrepo.git(root, "checkout", "--quiet", "--orphan", "empty")
    gitrepo.git(root, "rm", "-r", "--quiet", "--cached", "ideas")
    gitrepo.git(root, "commit", "--quiet", "--allow-empty", "--message=none")
    done = run("check", "--base", "empty", "--format", "json")
    told = [(p["rule"], p["path"]) for p in json.loads(done.stdout)["problems"] if p["severity"] == "error"]
    assert told == [("born_late", "ideas/2025/trygg-hemgang/idea.md")]


@pytest.mark.parametrize(
    ("revision", "words"),
    [("nowhere", "Det finns ingen version `nowhere`"), ("--x", "Det finns ingen version")],
)
def test_an_unknown_base_is_wrong_use(root: Path, revision: str, words: str) -> None:
    """It says what to write instead, and exits with 2."""
    done = run("check", f"--base={revision}")
    assert (root.exists(), done.exit_code) == (True, 2)
    assert words in done.stderr


def test_a_shallow_clone_is_refused_with_the_command_that_helps(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The history is not there, so nothing can be said of the way."""
    edit(root, "Enklare", "Lättare")
    gitrepo.commit(root)
    gitrepo.git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    done = run("check", "--base", "HEAD")
    assert done.exit_code == 2
    assert "git fetch --unshallow" in done.stderr


def test_fix_shows_a_difference_and_asks(root: Path) -> None:
    """No means no, yes writes, and a second time there is nothing left."""
    file = root / IDEA
    tidy = file.read_bytes()
    untidy = b"\xef\xbb\xbf" + tidy.replace(b"title: Enklare felanm\xc3\xa4lan\n", b"").replace(
        b"outcome: open\n", b"outcome: open  \ntitle: Enklare felanma\xcc\x88lan\n"
    ).replace(b"submitted: 2026-11-02", b'submitted: "2026-11-02"').replace(b"\n", b"\r\n")
    file.write_bytes(untidy)
    said = run("check", "--fix", given="n\n")
    assert '-submitted: "2026-11-02"' in said.stdout
    assert "+submitted: 2026-11-02" in said.stdout
    assert file.read_bytes() == untidy
    run("check", "--fix", "--yes")
    assert file.read_bytes() == tidy
    assert "Det finns inget som programmet kan rätta" in run("check", "--fix").stdout


def test_formats_keep_the_exit_code(root: Path) -> None:
    """A program that reads the report also gets to know that there was an error."""
    assert [run("check", "--format", form).exit_code for form in ("text", "json", "github", "sarif")] == [
        0
    ] * 4
    edit(root, "sector: samhallsbyggnad", "sector: skolan")
    assert [run("check", "--format", form).exit_code for form in ("text", "json", "github", "sarif")] == [
        1
    ] * 4
    assert run("check", "--format", "github").stdout.startswith(f"::error file={IDEA},line=8,")


def test_the_report_names_who_must_approve_by_the_rules_of_the_base(root: Path) -> None:
    """By the money limit as it was before the change, whatever the change says of it."""
    settings = "ideas/catalogue.yml"
    edit(root, "process:\n", "process:\n  money_limits:\n    - { above: 100, role: mottagare }\n", settings)
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "--force", "base")
    edit(root, "    - { above: 100, role: mottagare }", "    - { above: 900000, role: mottagare }", settings)
    edit(root, "awarded: 500000", "awarded: 600000", "ideas/2025/trygg-hemgang/idea.md")
    done = run("report", "--base", "base", "--format", "json")
    asked = {one["path"]: one["approvals"] for one in json.loads(done.stdout)["asked"]}
    roles = {one["role"]: one["reasons"] for one in asked["ideas/2025/trygg-hemgang/idea.md"]}
    assert roles == {"mottagare": ["beloppet 600 000 kr är mer än 100 kr"]}
    assert [one["reasons"] for one in asked[settings]] == [["katalogens egna regler ändras"]]


def test_settings_that_need_the_program_of_the_change(root: Path) -> None:
    """They cannot be read, and the check and the report say that the program comes first."""
    edit(root, "name: Prövning\n", "name: Prövning\nfavourites: ja\n", "ideas/catalogue.yml")
    schema = root / "docs" / "schema" / "catalogue.schema.json"
    schema.parent.mkdir(parents=True, exist_ok=True)
    schema.write_text('{"properties": {"favourites": {}}}\n', encoding="utf-8")
    gitrepo.commit(root)
    for command in ("check", "report"):
        done = run(command, "--base", "base")
        assert done.exit_code == 1
        assert "`favourites` finns i programmet som ändringen har med sig" in done.stdout


def test_a_folder_of_other_case_is_told(root: Path) -> None:
    """No case can lay one out, as some disks cannot hold both."""
    path = "Docs/ny.md"
    blob = gitrepo.git(root, "hash-object", "-w", "--stdin", given=b"Hej\n").strip()
    gitrepo.git(root, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
    gitrepo.git(root, "commit", "--quiet", "--message=add")
    done = run("check", "--base", "base")
    assert done.exit_code == 1
    assert "`Docs/ny.md` ligger i mappen `Docs`" in done.stdout
    assert "Lägg filen i `docs/`" in done.stdout
    assert (
        "On many computers that is the same folder as `docs`"
        in run("check", "--base", "base", "--lang", "en").stdout
    )


def test_the_report_makes_hostile_words_harmless(root: Path) -> None:
    """Titles reach a reviewer as words: no mention, no link, no HTML, no command."""
    edit(
        root, "title: Enklare felanmälan", "title: '@all ``x`` <img src=x> ::error::y [z](https://e.example)'"
    )
    told = run("report", "--base", "base").stdout
    line = next(line for line in told.splitlines() if "@all" in line)
    assert line == "## `@all` `x` \\<img src=x\\> `::error::y` `[z](https://e.example`)"


def test_the_report_tells_the_step_and_the_gate(root: Path) -> None:
    """Stage before and after, the decision, and whose approval the gate asks for."""
    edit(root, "stage: idea", "stage: assessment")
    edit(
        root,
        "relations:",
        "target_group: Alla\ndecisions:\n  - gate: G1\n    date: 2026-11-20\n    verdict: go\n"
        "    role: granskare\n    reason: Behovet är belagt.\nrelations:",
    )
    told = run("report", "--base", "base").stdout
    assert "- Skede: Idé → Bedömning" in told
    assert "### Beslut vid grinden G1 Prövning" in told
    assert "Beslut 2026-11-20: **gå vidare**, av Granskare" in told
    assert "- Granskare: beslut vid grinden G1 Prövning" in told


def test_codeowners_are_written_and_checked(root: Path) -> None:
    """Roles become teams once somebody holds them; until then their lines wait."""
    assert "inte var arkivet finns" in run("codeowners", "--check").stdout
    with (root / "ideas" / "catalogue.yml").open("a", encoding="utf-8") as settings:
        settings.write("host: github\n")
    assert run("codeowners", "--check").exit_code == 1
    assert run("codeowners").exit_code == 0
    assert run("codeowners", "--check").exit_code == 0
    owners = (root / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    assert [line for line in owners.splitlines() if line and not line.startswith("#")] == []
    edit(root, "  granskare:\n", '  granskare:\n    holders: ["@example/granskare"]\n', "ideas/catalogue.yml")
    assert run("codeowners", "--check").exit_code == 1
    run("codeowners")
    assert "/ideas/" in (root / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    assert "@example/granskare" in (root / ".github" / "CODEOWNERS").read_text(encoding="utf-8")


def test_explain_tells_of_a_rule_in_both_languages(root: Path) -> None:
    """Every rule that a message names can be looked up; a misspelt one gets the nearest."""
    assert root.exists()
    assert "Ett skede ändras en grind i taget" in run("explain", "stage_step").stdout
    assert "A stage changes one gate at a time" in run("explain", "stage_step", "--lang", "en").stdout
    wrong = run("explain", "stage_stepp")
    assert wrong.exit_code == 2
    assert "stage_step" in wrong.stderr
    assert "plan_balance" in run("explain").stdout
