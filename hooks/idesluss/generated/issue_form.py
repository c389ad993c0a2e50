"""GitHub's form for a new idea: the same questions as on the site, as `.github/ISSUE_TEMPLATE/idea.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from ..model import Settings
from ..proposal import issue, questions
from ..proposal.issue import answer_heading, both_labels
from ..reading.document import read_document
from ..reading.files import DiskFiles
from ..reading.folders import SETTINGS
from ..reading.records import validate
from ..words import LANGUAGES, text

if TYPE_CHECKING:
    from pathlib import Path

    from ..proposal import Question

PATH = ".github/ISSUE_TEMPLATE/idea.yml"
_HEAD = "# Made by `idesluss generate` from the model and ideas/catalogue.yml. Do not edit it here.\n"
_WIDE = 10_000  # no line is folded, so that a changed word changes one line


def issue_form(root: Path) -> dict[str, str]:
    """Path below the repository's root to the form; nothing where the catalogue cannot be read."""
    settings, _ = validate(read_document(DiskFiles(root), SETTINGS), Settings)
    return {PATH: _HEAD + _written(_form(settings))} if settings else {}


def _written(form: dict[str, Any]) -> str:
    return yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=_WIDE)


def _form(settings: Settings) -> dict[str, Any]:
    return {
        "name": both_labels(text("issue.name")),
        "description": both_labels(text("issue.description")),
        "labels": [issue.LABEL],
        "body": [
            {"type": "markdown", "attributes": {"value": _advice()}},
            *(_element(question) for question in questions(settings)),
            _language_choice(),
        ],
    }


def _advice() -> str:
    """What to know before writing, as a list in each language."""
    advice = [text(f"propose.{key}") for key in ("is_public", "no_persons")] + [text("issue.next")]
    lists = ["\n".join(f"- {words.in_(language)}" for words in advice) for language in LANGUAGES]
    return "\n\n".join(lists)


def _element(question: Question) -> dict[str, Any]:
    """A question as an element of the form."""
    attributes: dict[str, Any] = {
        "label": answer_heading(question),
        "description": both_labels(question.help),
    }
    if question.options:
        attributes["options"] = [both_labels(option.label) for option in question.options]
    if question.kind == "choices":
        attributes["multiple"] = True
    if question.example:
        attributes["placeholder"] = question.example
    return {
        "type": _type(question),
        "id": question.name.replace(".", "-"),
        "attributes": attributes,
        **({"validations": {"required": True}} if question.is_required else {}),
    }


def _type(question: Question) -> str:
    if question.kind in {"choice", "choices"}:
        return "dropdown"
    return "input" if question.kind == "line" else "textarea"


def _language_choice() -> dict[str, Any]:
    return {
        "type": "dropdown",
        "id": "language",
        "attributes": {"label": both_labels(text("issue.language")), "options": list(issue.LANGUAGE_BY_NAME)},
        "validations": {"required": True},
    }
