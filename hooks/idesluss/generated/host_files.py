"""What a catalogue needs at its repository's host: checks, publishing, and questions for a new idea."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING

from ..model.host import HOSTS
from ..proposal import questions
from ..proposal.issue import answer_heading, joined_labels, language_choices
from ..words import say, text
from .issue_form import issue_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Settings
    from ..model.host import HostKind
    from ..proposal import Question
    from ..words import Language

# Where a host looks for its pipelines, by what they are called here.
_FOLDERS: dict[HostKind, str] = {
    "github": ".github/workflows/{name}",
    "gitlab": ".{name}",
    "forgejo": ".forgejo/workflows/{name}",
}
# From the sign before what is done for neighbours to the sign after it.
_FOR_NEIGHBOURS = re.compile(r"^ *# neighbours\n.*?^ *# neighbours end\n", re.MULTILINE | re.DOTALL)
# Each of the two signs, with its line.
_SIGNS = re.compile(r"^ *# neighbours(?: end)?\n", re.MULTILINE)
_HEAD = "# Made by `idesluss generate`. Do not edit it here: a new version of the program writes it anew.\n"


def host_files(settings: Settings) -> dict[str, str]:
    """Path below the repository's root to the file; nothing where no host is known."""
    kind = settings.host_kind
    if kind is None:
        return {}
    form = _template(settings) if kind == "gitlab" else issue_form(settings)
    return {HOSTS[kind].form: form, **_pipelines(kind, settings)}


def _pipelines(kind: HostKind, settings: Settings) -> dict[str, str]:
    folder = resources.files(__package__ or "").joinpath("hosts", kind)
    values = {"@branch@": settings.branch, "@label@": say("issue.label", settings.language)}
    written: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        filled = file.read_text(encoding="utf-8")
        for sign, value in values.items():
            filled = filled.replace(sign, value)
        # Lines of signs alone where there are neighbours to fetch, and with all between them where not.
        filled = (_SIGNS if settings.neighbours else _FOR_NEIGHBOURS).sub("", filled)
        written[_FOLDERS[kind].format(name=file.name)] = _HEAD + filled
    return written


def _template(settings: Settings) -> str:
    """The questions as text to fill in, for a host that has no forms. Each says in a note what is asked."""
    return "\n".join(_parts(settings))


def _parts(settings: Settings) -> Iterator[str]:
    languages = settings.site_languages
    for question in questions(settings):
        yield _part(answer_heading(question, languages), _note(question, languages))
    if len(languages) > 1:
        heading = joined_labels(text("issue.language"), languages)
        yield _part(heading, ", ".join(language_choices(languages)))


def _part(heading: str, note: str) -> str:
    return f"### {heading}\n\n<!-- {note} -->\n\n"


def _note(question: Question, languages: tuple[Language, ...]) -> str:
    choices = ", ".join(joined_labels(option.label, languages) for option in question.options)
    words = joined_labels(question.help, languages)
    return f"{words} ({choices})" if choices else words
