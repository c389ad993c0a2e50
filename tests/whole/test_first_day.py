"""The first day of a municipality: from nothing to a published catalogue with ideas, and on to a new version.

What somebody types is counted: the commands, and the lines of files and forms written by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from idesluss.delivery.links import BuiltSite
from tests.support import begun, messages

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://kiruna.example/ideer/"
INIT = "idesluss init ideer --yes --municipality Kiruna --contact ideer@kiruna.example --host github"
# The answers in the form for a new idea, which makes the message of them.
QUESTIONS = ("Titel", "Sammanfattning", "Behov", "Målgrupp", "Vem kom med idén?", "Sektor")
ANSWERS = (
    ("Bänkar vid torget", "Den som väntar ska kunna sitta.", "Det saknas bänkar.", "Den som åker buss"),
    ("Lånecyklar i byarna", "Cyklar att låna vid hållplatserna.", "Bussen går sällan.", "Den som pendlar"),
    ("Läxhjälp på nätet", "Elever får hjälp på kvällen.", "Det är långt till skolan.", "Elever"),
)
WHO, SECTOR = "Invånare", "Samhällsbyggnad"
# The spreadsheet that is there today, as Excel saves it here: fifty rows, a few with something wrong.
COLUMNS = "Dnr;Rubrik;Sammanfattning;Sektor;Startdatum;Slutdatum;Finansiär;Beviljat belopp;Kontaktperson;Länk"
ROW = "{n};Försök {n} på prov;Vad försöket med nummer {n} gav.;Samhällsbyggnad;{start};2024-06-30;Vinnova;"
ROWS = 50
WRONG = {7: ("2023-02-01", "31 februari"), 12: ("Försök 12 på prov", ""), 30: ("1 250 000 kr", "mycket")}
REFUSED = 1  # that without a name
# A row that became nothing is told by the exit code.
IMPORT = (
    (
        ".venv/bin/idesluss import ../blad.csv --map kommunalt-kalkylblad --add-terms "
        "--set sources.read=2026-11-20 || test $? -eq 1"
    ),
)
PLACES = {"site_url:": f"site_url: {SITE}", "repository:": "repository: https://github.com/kiruna/ideer"}
GIT = {
    f"GIT_{who}_{what}": "x@kiruna.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}
# What it took when this was written; whoever needs more makes the first day longer.
COMMANDS, LINES = 14 + len(IMPORT), 3 * len(QUESTIONS) + len(PLACES)


@dataclass
class Hand:
    """Somebody at a computer, in a folder; each command has to go well."""

    machine: begun.Machine
    folder: Path
    commands: list[str] = field(default_factory=list)
    lines: int = 0

    def run(self, command: str) -> str:
        done = self.machine.run(self.folder, command)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        self.commands.append(command)
        return done.stdout

    def change(self, path: str, lines: dict[str, str]) -> None:
        """Write lines in place of others, each of which stands there once."""
        file = self.folder / path
        written = file.read_text(encoding="utf-8").splitlines()
        for line, wanted in lines.items():
            assert written.count(line) == 1, line
            written[written.index(line)] = wanted
        file.write_text("\n".join(written) + "\n", encoding="utf-8")
        self.lines += len(lines)

    def propose(self, answers: tuple[str, ...]) -> Path:
        """Fill in the form, and send its message to the catalogue's mailbox."""
        told = zip(QUESTIONS, (*answers, WHO, SECTOR), strict=True)
        text = "\n\n".join(f"### {question}\n\n{answer}" for question, answer in told)
        message = self.folder.parent / f"{len(self.commands)}.eml"
        message.write_bytes(messages.message(text).as_bytes())
        self.lines += len(QUESTIONS)
        return message


def test_the_first_day_is_short(wheel: Path, newer_wheel: Path, tmp_path: Path) -> None:
    machine = begun.Machine(tmp_path / "machine", GIT)
    machine.give("idesluss", begun.INSTALLED.format(wheel=wheel))
    hand = Hand(machine, tmp_path)
    hand.run(INIT)
    hand.folder = tmp_path / "ideer"
    hand.run("git init --quiet")
    hand.run("make test")
    for answers in ANSWERS:
        command = f".venv/bin/idesluss from-mail {hand.propose(answers)} && cat from-mail/comment.md"
        assert "Tack!" in hand.run(command)
    (tmp_path / "blad.csv").write_bytes(spreadsheet().encode("cp1252"))
    (told,) = [hand.run(command) for command in IMPORT]
    assert f"{ROWS}" in told
    records = list(hand.folder.glob("ideas/20[0-9][0-9]/*/idea.md"))
    assert len(records) == ROWS - REFUSED + len(ANSWERS)
    hand.change("ideas/catalogue.yml", PLACES)
    hand.run("make generate")
    hand.run("make test")
    hand.run("git add --all && git commit --quiet --message Första")
    published(hand.folder / "site", tmp_path / "server" / "ideer")
    upgraded(hand, newer_wheel)
    assert (len(hand.commands), hand.lines) == (COMMANDS, LINES)


def spreadsheet() -> str:
    rows = []
    for number in range(1, ROWS + 1):
        row = ROW.format(n=number, start="2023-02-01") + f"1 250 000 kr;Någon;https://kiruna.example/{number}"
        old, new = WRONG.get(number, ("", ""))
        rows.append(row.replace(old, new) if old else row)
    return "\r\n".join([COLUMNS, *rows, ""])


def published(site: Path, below: Path) -> None:
    """What `make test` has built lies below the path that the address says, and leads nowhere else."""
    below.parent.mkdir()
    site.rename(below)
    built = BuiltSite(below.parent)
    assert list(built.broken_links()) == []
    rooted = {link for link in built.pages["ideer/404.html"].links if link.startswith("/")}
    assert rooted
    assert [link for link in rooted if not link.startswith("/ideer/")] == []
    assert [link for link in rooted if built.target("index.html", f".{link}") not in built.paths] == []
    for address in ("", "ideer/2026/lanecyklar-i-byarna/"):
        page = (below / address / "index.html").read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="{SITE}{address}">' in page
    titles = (below / "ideer" / "index.html").read_text(encoding="utf-8")
    assert [title for title, *_ in ANSWERS if title not in titles] == []


def upgraded(hand: Hand, newer: Path) -> None:
    """A release has come: the number first, and then the content in its form."""
    (hand.folder / newer.name).write_bytes(newer.read_bytes())
    told = hand.run(f"make upgrade VERSION={newer.name.split('-')[1]}")
    assert "Kör `idesluss migrate`" in told
    hand.run("git add --all && git commit --quiet --message Version")
    hand.run(".venv/bin/idesluss migrate --yes")
    hand.run("make test")
    hand.run("git add --all && git commit --quiet --message Form")
    ideas = [path.read_text(encoding="utf-8") for path in hand.folder.glob("ideas/2026/*/idea.md")]
    assert len(ideas) == len(ANSWERS)
    assert [text for text in ideas if "\nmeant_for: " not in text] == []
