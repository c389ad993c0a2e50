"""Workflow commands: read back as the runner reads them, they say what was said, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from idesluss import reporters as report
from idesluss.reporters.github import workflow_command
from idesluss.words.characters import plain
from tests.support import sample_problems

if TYPE_CHECKING:
    from idesluss.reading.problem import Problem, Severity

TEXTS = st.text() | st.lists(
    st.sampled_from(["::", "%", "%0A", "%25", "\n", "\r", ",", "=", ":", "error", " ", "##[", "]", "å"])
).map("".join)


class Command(NamedTuple):
    """A command as the runner understands it."""

    name: str
    properties: dict[str, str]
    message: str


def read(line: str) -> Command | None:
    """The command on a line, by the rules of the runner (ActionCommand.TryParseV2); None if it is none."""
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, told = line[2:end].partition(" ")
    pairs = [pair.partition("=") for pair in told.strip().split(",") if pair]
    properties = {key: unescaped(value, ",:\n\r") for key, _, value in pairs if value}
    return Command(name, properties, unescaped(line[end + 2 :], "\n\r"))


def unescaped(text: str, characters: str) -> str:
    for character in f"{characters}%":
        text = text.replace(f"%{ord(character):02X}", character)
    return text


@given(message=TEXTS, path=TEXTS)
def test_reader_gets_what_was_written(message: str, path: str) -> None:
    """One command on one line, with the parts that went into it."""
    line = workflow_command("error", {"file": f"ideas/{path}", "line": 3}, message)
    assert "\n" not in line
    assert "\r" not in line
    assert read(line) == Command("error", {"file": f"ideas/{path}", "line": "3"}, message)


@given(words=TEXTS, path=TEXTS)
def test_problem_is_one_command(words: str, path: str) -> None:
    """Whatever a field and a path hold: a command, and the sum."""
    problem = sample_problems.problem(words, path=f"ideas/{path}", source=words)
    lines = report.as_github([problem], "en").split("\n")
    assert lines[1:] == ["1 error", ""]
    found = read(lines[0])
    assert found is not None
    assert found.message.split("\n")[0] == plain(problem.message("en"), 600)
    assert found.properties["file"] == plain(f"ideas/{path}", 4096)
    assert set(found.properties) == {"file", "line", "col", "endColumn", "title"}


def commands(problems: list[Problem], older: list[Problem] | None = None) -> list[Command]:
    """The commands that a report holds."""
    lines = report.as_github(problems, "sv", older).split("\n")
    return [found for line in lines if (found := read(line))]


def test_severity_decides_the_command() -> None:
    """An older problem is noticed at most, whatever its severity."""
    names: tuple[tuple[Severity, str], ...] = (("error", "error"), ("warning", "warning"), ("hint", "notice"))
    for severity, name in names:
        problem = sample_problems.problem(severity=severity)
        now, then = commands([problem], [problem])
        assert (now.name, then.name) == (name, "notice")
        assert then.message == f"Fanns redan före ändringen:\n{now.message}"


def test_place_is_told_as_far_as_it_is_known() -> None:
    """A file as a whole has no line, and a line may have no column."""
    places = ((0, 0), (3, 0), (3, 2))
    given = [sample_problems.problem(line=line, column=column, length=4) for line, column in places]
    whole, line, mark = (command.properties for command in commands(given))
    assert set(whole) == {"file", "title"}
    assert line["line"] == "3"
    assert "col" not in line
    assert (mark["col"], mark["endColumn"]) == ("2", "6")
