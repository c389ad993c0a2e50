"""What somebody tells of an idea that is there: added where it is plain, else handed to the reviewer."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from idesluss.cli.every import app
from idesluss.proposal.supplement import ASKED, SUPPLEMENTS, field_heading, read_supplement, supplement_text
from idesluss.proposal.supplement_answer import with_item
from idesluss.words import LANGUAGES, say
from tests.support import catalogues, project
from tests.support.messages import ANSWERS, PICTURE, SENDER, message, with_file
from tests.support.same_cases import HOSTILE

if TYPE_CHECKING:
    from idesluss.proposal.supplement import SupplementKind
    from idesluss.words import Language

IDEA = "2025/trygg-hemgang"
FILE = f"ideas/{IDEA}/idea.md"
KNOWN = "Storby kommun"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    monkeypatch.chdir(catalogues.lay(tmp_path, project.BASE))
    return tmp_path


def words(kind: SupplementKind, answers: dict[str, str], language: Language = "sv", idea: str = IDEA) -> str:
    """The message as the form writes it."""
    fields = [field for field in ASKED[kind] if field.name in answers]
    parts = [f"### {field_heading(field, language)}\n\n{answers[field.name]}" for field in fields]
    return "\n\n".join([supplement_text(kind, idea, language), *parts])


def answered(text: str) -> dict[str, str]:
    """The files that the command leaves, with its exit code."""
    Path("message.eml").write_bytes(message(text).as_bytes())
    result = CliRunner().invoke(app, ["from-mail", "message.eml", "--out", "out"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    files = {file.name: file.read_text(encoding="utf-8") for file in Path("out").iterdir()}
    return files | {"exit": str(result.exit_code)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SUPPLEMENTS)
def test_what_the_form_writes_is_read(kind: SupplementKind, language: Language) -> None:
    answers = {field.name: f"Svar {field.name}"[: field.longest] for field in ASKED[kind]}
    read = read_supplement(words(kind, answers, language).replace("\n", "\r\n"))
    assert read is not None
    assert (read.kind, read.idea, read.language) == (kind, IDEA, language)
    assert read.answers == answers


def test_a_new_idea_is_not_taken_for_it() -> None:
    assert read_supplement(ANSWERS) is None
    assert read_supplement("Hej! Gäller idén om bänkar.") is None


def test_that_an_organisation_uses_the_idea_is_added_to_its_file(root: Path) -> None:
    """As a proposal with the file's other lines as they were; nobody who sent it is named."""
    before = (root / FILE).read_text(encoding="utf-8")
    told = answered(
        words("use", {"organisation": KNOWN.upper(), "year": "2024", "note": 'Allt "utom" tavlan'})
    )
    assert (told["exit"], told["action"], told["path"], told["review.md"]) == ("0", "propose", FILE, "")
    after = (root / FILE).read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added[-3:] == [
        "  - organisation: storby-kommun",
        "    year: 2024",
        '    note: "Allt \\"utom\\" tavlan"',
    ]
    kept = [line for line in after.splitlines() if line not in added]
    assert kept == before.splitlines()
    assert told["message"].startswith("Propose: Storby kommun uses ")
    assert SENDER.split()[0] not in "".join(told.values())


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("correction", {"what": "Det blev 12 platser.", "source": "https://storby.example/beslut"}),
        ("knowledge", {"municipality": "Storby", "known": "Det lades ner.\nIngen använde det."}),
        ("use", {"organisation": "Föreningen Bänken", "year": "2024"}),
        ("use", {"organisation": KNOWN, "year": "nyss"}),
        ("use", {"organisation": KNOWN, "year": "1024"}),
    ],
)
def test_all_else_is_handed_to_the_reviewer(
    root: Path, kind: SupplementKind, answers: dict[str, str]
) -> None:
    """Word for word and quoted; the idea's file is as it was."""
    before = (root / FILE).read_bytes()
    told = answered(words(kind, answers))
    assert (told["exit"], told["action"], told["path"]) == ("0", "comment", "")
    assert told["comment.md"] == say("supplement.thanks", "sv") + "\n"
    quoted = [line for line in told["review.md"].splitlines() if line.startswith("> ")]
    assert len(quoted) == sum(len(answer.splitlines()) for answer in answers.values())
    assert f"`{FILE}`" in told["review.md"]
    assert (root / FILE).read_bytes() == before


@pytest.mark.usefixtures("root")
def test_an_organisation_that_is_not_in_the_list_becomes_a_proposed_term() -> None:
    told = answered(words("use", {"organisation": "Föreningen Bänken", "year": "2024"}))
    assert '`{"key": "foreningen-banken", "name": "Föreningen Bänken"}`' in told["review.md"]


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    ("text", "says"),
    [
        (words("use", {"organisation": KNOWN, "year": "2024"}, idea="2025/finns-inte"), "finns-inte"),
        (words("use", {"organisation": KNOWN}), field_heading(ASKED["use"][1], "sv")),
        (words("correction", {"what": " "}, "en"), field_heading(ASKED["correction"][0], "en")),
    ],
)
def test_what_cannot_be_used_is_told_to_its_sender(text: str, says: str) -> None:
    told = answered(text)
    assert (told["exit"], told["action"], told["review.md"]) == ("1", "comment", "")
    assert says in told["comment.md"]


@pytest.mark.usefixtures("root")
def test_what_is_there_already_is_not_added_again() -> None:
    text = words("use", {"organisation": KNOWN, "year": "2024"})
    assert answered(text)["action"] == "propose"
    told = answered(text)
    assert (told["action"], told["path"]) == ("comment", "")
    assert told["comment.md"] == say("supplement.there", "sv", organisation=KNOWN) + "\n"


@pytest.mark.usefixtures("root")
def test_what_is_attached_is_not_left_out_without_a_word() -> None:
    made = with_file(message(words("correction", {"what": "Fel år."})), PICTURE, "karta.png", "image/png")
    Path("message.eml").write_bytes(with_file(made, b"x", "lista.bin").as_bytes())
    CliRunner().invoke(app, ["from-mail", "message.eml", "--out", "out"])
    comment = Path("out", "comment.md").read_text(encoding="utf-8")
    assert say("supplement.picture", "sv") in comment
    assert say("mail.left.unknown", "sv") in comment


def test_an_issue_is_read_like_a_message(root: Path) -> None:
    """On the branch of its number, and not where somebody works on what it proposed."""
    body = words("use", {"organisation": KNOWN, "year": "2024"})
    event = json.dumps({"issue": {"number": 7, "body": body}})
    (root / "event.json").write_text(event, encoding="utf-8")
    before = (root / FILE).read_bytes()
    for more in (["--taken"], []):
        assert (root / FILE).read_bytes() == before
        result = CliRunner().invoke(app, ["from-issue", "event.json", "--out", "out", *more])
        assert result.exit_code == 0
    assert (root / "out" / "branch").read_text(encoding="utf-8") == "ide-7"
    assert (root / "out" / "path").read_text(encoding="utf-8") == FILE
    assert (root / FILE).read_bytes() != before


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_words(root: Path, hostile: str) -> None:
    """In each answer of each kind they stand in quoted lines or in code, beside sentences of our own."""
    before = (root / FILE).read_bytes()
    sentences = {say(f"supplement.{key}", "sv", path=f"`{FILE}`") for key in ("review", "term", "line")}
    titles = {f"**{field_heading(field, 'sv')}**" for asked in ASKED.values() for field in asked}
    for kind in SUPPLEMENTS:
        told = answered(words(kind, {field.name: hostile for field in ASKED[kind]}))
        others = {line for line in told["review.md"].splitlines() if line and not line.startswith(">")}
        loose = others - sentences - titles
        assert [line for line in loose if not re.fullmatch("(`+)[^`].*[^`]\\1", line)] == []
        assert not re.search(r"(?m)^> (?:#|>|<|```|-)", told["review.md"])
        assert (root / FILE).read_bytes() == before


LISTS = ("reused_by:\n  - organisation: b\n    year: 2020", "reused_by: [{ organisation: b }]", "")
OTHERS = (
    "# En not.",
    "title: Ett",
    "sources:\n  - url: https://a.example",
    "summary: |\n  reused_by:\n\n  x",
)


def test_an_item_comes_in_where_nothing_else_changes() -> None:
    """Whatever other fields, notes and lists the file has; a list on one line is left to a person."""
    item = ["  - organisation: a", "    year: 2024"]
    chance = random.Random(14)  # noqa: S311  # no secret
    outcomes = set()
    for _ in range(300):
        fields = [*chance.sample(OTHERS, chance.randint(1, len(OTHERS))), chance.choice(LISTS)]
        chance.shuffle(fields)
        text = "\n".join(["---", *filter(None, fields), "---", "", "Text.", ""])
        after = with_item(text, item)
        is_new = LISTS[0] not in text
        outcomes.add((after is None, is_new))
        if after is None:
            assert LISTS[1] in text
            continue
        block = "\n".join([*(["reused_by:"] if is_new else []), *item]) + "\n"
        assert after.count(block) == 1
        assert after.replace(block, "") == text
    assert outcomes == {(False, False), (False, True), (True, True)}
    assert with_item("Ingen idé.\n", item) is None
