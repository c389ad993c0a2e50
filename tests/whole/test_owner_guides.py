"""The guides for who owns the process and who puts a catalogue into use, followed as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import begun, guides, markup, project

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = {
    "change": ("andra-processen.md", "en/change-the-process.md"),
    "use": ("ta-i-bruk.md", "en/put-into-use.md"),
}


def municipal(folder: Path) -> Path:
    """A catalogue as a municipality has it, which has just begun."""
    return begun.lay(folder, begun.beginning(languages=("sv", "en"), host="github"))


@pytest.mark.parametrize("pages", LANGUAGES.values())
def test_a_guide_says_the_same_in_both_languages(pages: tuple[str, str]) -> None:
    """The same files, changes and commands."""
    first, second = map(guides.blocks_of, pages)
    assert first == second
    assert len(first) >= 4


def text_at(site: Path, address: str) -> str:
    page = (site / address / "index.html").read_text(encoding="utf-8")
    return markup.tree(page).one("main").text


def test_changes_of_the_process_show_everywhere(tmp_path: Path) -> None:
    """By the commands of the guide alone: on the page of the process, in the forms and in the schema."""
    made = municipal(tmp_path)
    commands = guides.follow("andra-processen.md", made)
    assert commands == ["idesluss unfold stages", "idesluss check", "idesluss generate"]
    site = project.build(made)
    process = text_at(site, "process")
    assert "Från Bedömning till Undersökning" in process
    assert "Från Undersökning till Projekt" in process
    assert "Målgrupp (från och med 1 januari 2027)" in process
    assert "Svar inom: 21 dagar" in process
    assert "Landsbygd" in text_at(site, "foresla")
    form = (made / ".github" / "ISSUE_TEMPLATE" / "idea.yml").read_text(encoding="utf-8")
    assert "Landsbygd" in form
    assert guides.run("idesluss generate --check", made).returncode == 0


def test_a_catalogue_is_put_into_use(wheel: Path, tmp_path: Path) -> None:
    """From nothing: folder, address, domain, mailbox, reviewers, statements, and what the host needs."""
    machine = begun.Machine(tmp_path / "machine")
    machine.give("idesluss", begun.INSTALLED.format(wheel=wheel))
    commands = guides.follow("ta-i-bruk.md", tmp_path, **machine.environment)
    assert commands[0].startswith("idesluss init ideer ")
    assert commands[-1] == ".venv/bin/idesluss protect"
    made = tmp_path / "ideer"
    site = made / "site"
    assert (site / "CNAME").read_text(encoding="utf-8") == "ideer.storby.example\n"
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://ideer.storby.example/">' in home
    assert 'href="mailto:ideer@storby.example"' in home
    for address in ("om", "tillganglighet", "personuppgifter", "en/accessibility", "en/privacy"):
        text = text_at(site, address)
        assert "Inte ifyllt" not in text, address
        assert "Not filled in" not in text, address
    assert "delvis förenlig med lagens krav" in text_at(site, "tillganglighet")
    owners = (made / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    assert "@storby/granskare" in owners
    assert "@storby/forvaltare" in owners


TOLD = {"sv": "filer som görs ur katalogen är inaktuella", "en": "are out of date"}


def test_the_report_says_what_to_run(tmp_path: Path) -> None:
    """Where what is made from the process was not made anew; and nothing once it was."""
    made = municipal(tmp_path)
    guides.run("idesluss generate", made)
    git = "git -c user.name=x -c user.email=x@example.se"
    guides.run(f"git init -q && git add -A && {git} commit -qm Före && git branch base", made)
    guides.follow("andra-processen.md", made)
    commit = f"git add -A && {git} commit -qm Efter"
    guides.run("git checkout -q base -- docs .github && " + commit, made)
    for language, told in TOLD.items():
        report = guides.run(f"idesluss report --base base --lang {language}", made).stdout
        assert told in report
        assert "`docs/schema/catalogue.schema.json`" in report
        assert "> `idesluss generate && idesluss codeowners`" in report
    guides.run(f"idesluss generate && {commit}", made)
    report = guides.run("idesluss report --base base --lang sv", made).stdout
    assert report
    assert TOLD["sv"] not in report
