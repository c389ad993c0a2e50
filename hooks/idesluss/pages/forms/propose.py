"""The form for a new idea: the questions as fields, and what a script needs to write the file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ...model import Idea
from ...model.values import MAIL
from ...proposal import Question, idea_file, plain_text, questions
from ...words import LANGUAGES
from ..base.published import File

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...words import Language
    from ..base.published import Page, Published
    from ..base.site import Site

SCRIPTS = ("propose-file.js", "propose.js")
LONGEST_ADDRESS = 7000  # characters; GitHub refuses addresses of more than about eight thousand
LONGEST_MAIL = 1800  # some programs for e-mail cut addresses at two thousand
_GIVEN = {"language", "stage", "outcome", "submitted"}
_MESSAGES = {"empty": "field.empty", "short": "field.short", "long": "field.long", "many": "field.many"}


@dataclass(frozen=True, slots=True)
class FormField:
    """A question as the form shows it. `messages` are what the check would say, with lengths to fill in."""

    question: Question
    id: str
    messages: dict[str, str]


def pages(site: Site) -> Iterator[Published]:
    yield _page(site)
    yield File(_template(site), idea_template(site.catalogue, site.language))


def idea_template(catalogue: Catalogue, language: Language) -> str:
    """A file to write over: what everybody is asked, with what is expected in the place of answers."""
    asked = [question for question in questions(catalogue.settings) if question.is_first]
    answers = {question.name: _example(question, language) for question in asked}
    return idea_file(answers, catalogue.settings, catalogue.today, language)


def _example(question: Question, language: Language) -> str:
    if question.options:
        return question.options[0].key
    return question.help.in_(language)


def _template(site: Site) -> str:
    return f"{site.addresses.section('propose')}{site.word('propose.template_name')}"


def _page(site: Site) -> Page:
    asked = [_asked(site, question) for question in questions(site.catalogue.settings)]
    settings = site.catalogue.settings
    return site.page(
        "forms/propose.html",
        site.addresses.section("propose"),
        title=site.word("nav.propose"),
        description=site.word("propose.lead"),
        section="propose",
        translation=site.other_addresses.section("propose"),
        scripts=SCRIPTS,
        first=[one for one in asked if one.question.is_first],
        then=[one for one in asked if not one.question.is_first],
        form=_json(_form(site, [one.question for one in asked])),
        doors=_doors(site),
        template=_template(site),
        repository=settings.repository,
        contact=settings.contact,
    )


def _asked(site: Site, question: Question) -> FormField:
    field = question.title.in_(site.language)
    limits = {"empty": 0, "short": question.shortest, "long": question.longest, "many": question.most}
    told = {
        name: site.word(
            f"problem.{key}.message", field=field, length="{length}", limit=limits[name], name=question.name
        )
        for name, key in _MESSAGES.items()
    }
    if question.name == "contact":
        told["mail"] = site.word("problem.value.mail.message", field=field, given="{given}")
    return FormField(question, f"q-{question.name.replace('.', '-').replace('_', '-')}", told)


def _form(site: Site, asked: list[Question]) -> dict[str, Any]:
    """What the script needs to write the same file as `proposal.idea_file` does."""
    settings = site.catalogue.settings
    process = settings.process
    return {
        "language": site.language,
        "order": [name for name in Idea.model_fields if name in {q.name for q in asked} | _GIVEN],
        "given": {
            "language": site.language,
            "stage": next(iter(process.stages)),
            "outcome": next(iter(process.outcomes)),
        },
        "questions": [_told(question) for question in asked],
        "sections": {
            q.name: {language: q.title.in_(language) for language in LANGUAGES} for q in asked if q.section
        },
        "rules": plain_text.RULES,
        "line_rules": plain_text.LINE_RULES,
        "mail": MAIL,
        "repository": (settings.repository or "").rstrip("/"),
        "branch": settings.branch,
        "contact": settings.contact or "",
        "longest_address": LONGEST_ADDRESS,
        "longest_mail": LONGEST_MAIL,
    }


def _told(question: Question) -> dict[str, Any]:
    return {
        "name": question.name,
        "kind": question.kind,
        "required": question.is_required,
        "shortest": question.shortest,
        "longest": question.longest,
        "most": question.most,
    }


def _json(value: object) -> Markup:
    """JSON that can stand within an element: no sign of it ends or begins one."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    escapes = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
    return Markup("".join(escapes.get(sign, sign) for sign in told))  # noqa: S704  # nothing of markup is left


def _doors(site: Site) -> list[str]:
    """The other ways to propose that this catalogue has."""
    settings = site.catalogue.settings
    return [
        *(["issue", "file"] if settings.repository else []),
        *(["mail"] if settings.contact else []),
        "template",
        "own",
    ]
