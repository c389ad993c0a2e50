"""The form for a new idea where a host shows forms: the same questions as on the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from ..proposal import questions
from ..proposal.issue import answer_heading, joined_labels, language_choices
from ..words import say, text

if TYPE_CHECKING:
    from ..model import Settings
    from ..proposal import Question
    from ..words import Language

    Languages = tuple[Language, ...]

_HEAD = "# Made by `idesluss generate` from the model and ideas/catalogue.yml. Do not edit it here.\n"
_WIDE = 10_000  # no line is folded, so that a changed word changes one line


def issue_form(settings: Settings) -> str:
    """The form, as GitHub and Forgejo read it."""
    return _HEAD + _written(_form(settings))


def _written(form: dict[str, Any]) -> str:
    return yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=_WIDE)


def _form(settings: Settings) -> dict[str, Any]:
    languages = settings.site_languages
    return {
        "name": joined_labels(text("issue.name"), languages),
        "description": joined_labels(text("issue.description"), languages),
        "labels": [say("issue.label", settings.language)],
        "body": [
            {"type": "markdown", "attributes": {"value": _advice(languages)}},
            *(_element(question, languages) for question in questions(settings)),
            *([_language_choice(languages)] if len(languages) > 1 else []),
        ],
    }


def _advice(languages: Languages) -> str:
    """What to know before writing, as a list in each language."""
    advice = [text(f"propose.{key}") for key in ("is_public", "no_persons")] + [text("issue.next")]
    lists = ["\n".join(f"- {words.in_(language)}" for words in advice) for language in languages]
    return "\n\n".join(lists)


def _element(question: Question, languages: Languages) -> dict[str, Any]:
    """A question as an element of the form."""
    attributes: dict[str, Any] = {
        "label": answer_heading(question, languages),
        "description": joined_labels(question.help, languages),
    }
    if question.options:
        attributes["options"] = [joined_labels(option.label, languages) for option in question.options]
    if question.kind == "choices":
        attributes["multiple"] = True
    if question.example:
        attributes["placeholder"] = question.example.in_(languages[0])
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


def _language_choice(languages: Languages) -> dict[str, Any]:
    return {
        "type": "dropdown",
        "id": "language",
        "attributes": {
            "label": joined_labels(text("issue.language"), languages),
            "options": list(language_choices(languages)),
        },
        "validations": {"required": True},
    }
