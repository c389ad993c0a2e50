"""The form for a new idea: the questions as fields, and what a script needs to write the file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ...model import Idea
from ...model.values import MAIL
from ...model.web_address import mail_to
from ...proposal import FAULTS, Question, idea_file, plain_text, questions
from ...proposal.issue import answer_heading
from ...proposal.mail_picture import asked_lines, licence_names
from ...words import LANGUAGES
from ..base.published import File
from .choice import Choice

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from ...model import Settings
    from ...words import Language
    from ..base.published import Page, Published
    from ..base.site import Site
    from ..base.writer import Writer

SCRIPTS = ("propose/page.js",)
MANY = 40  # choices; more stand in a box of their own, and can be narrowed down
LONGEST_ADDRESS = 7000  # characters; GitHub refuses addresses of more than about eight thousand
_GIVEN = {"language", "stage", "outcome", "submitted"}


@dataclass(frozen=True, slots=True)
class FormField:
    """A question as the form shows it. `messages` are what the check would say, with lengths to fill in."""

    name: str
    id: str
    kind: str
    title: str
    help: str
    example: str
    is_required: bool
    is_counted: bool
    choices: tuple[Choice, ...]
    messages: dict[str, str]

    @property
    def is_long(self) -> bool:
        """Whether there are too many choices to be seen at once."""
        return len(self.choices) > MANY

    @property
    def input_type(self) -> str:
        return "email" if self.name == "contact" else "text"

    @property
    def rows(self) -> int:
        """How many lines of text there is room for at once."""
        return 4 if self.kind == "passage" else 7


def pages(site: Site) -> Iterator[Published]:
    """The page with the form, and the template of a file beside it."""
    writer = site.writer
    yield _write(writer, questions(site.settings))
    template = idea_template(site.settings, site.catalogue.today, site.language)
    yield File(_template_address(writer), template)


def idea_template(settings: Settings, today: dt.date, language: Language) -> str:
    """A file to write over: what everybody is asked, with what is expected in the place of answers."""
    asked = [question for question in questions(settings) if question.is_first]
    answers = {question.name: _example(question, language) for question in asked}
    return idea_file(answers, settings, today, language)


def _example(question: Question, language: Language) -> str:
    if question.options:
        return question.options[0].key
    return question.help.in_(language)


def _template_address(writer: Writer) -> str:
    return f"{writer.addresses.section('propose')}{writer.word('propose.template_name')}"


def _write(writer: Writer, asked: Sequence[Question]) -> Page:
    settings = writer.settings
    return writer.page(
        "forms/propose.html",
        writer.places(lambda at: at.section("propose")),
        title=writer.word("nav.propose"),
        description=writer.word("propose.lead"),
        section="propose",
        scripts=SCRIPTS,
        first=[_field(writer, question) for question in asked if question.is_first],
        then=[_field(writer, question) for question in asked if not question.is_first],
        for_script=_json(_for_script(settings, asked, writer.language)),
        template=_template_address(writer),
        repository=settings.repository_pages,
        contact=settings.contact,
        mail_address=_mail_address(writer),
        picture_licences=licence_names(settings, writer.language),
        mail_with_questions=_mail_with_questions(writer, asked),
        first_badge=_first_badge(settings),
    )


def _mail_with_questions(writer: Writer, asked: Sequence[Question]) -> str:
    """A message to the mailbox with what must be answered as headings, for who writes without the form."""
    settings = writer.settings
    if not settings.contact:
        return ""
    languages = settings.site_languages
    headings = [answer_heading(question, languages) for question in asked if question.is_required]
    parts = [*(f"### {heading}\n" for heading in headings), asked_lines(writer.language)]
    text = "\n\n".join(parts)
    return mail_to(settings.contact, writer.word("nav.propose"), text)


def _first_badge(settings: Settings) -> str:
    """The look of the badge of an idea that has just come in."""
    return (settings.process.kind_of(settings.process.first_outcome) or "unknown").replace("_", "-")


def _field(writer: Writer, question: Question) -> FormField:
    language = writer.language
    number = "{}. " if question.name == "agenda_goals" else ""
    return FormField(
        name=question.name,
        id=f"q-{question.name.replace('.', '-').replace('_', '-')}",
        kind=question.kind,
        title=question.title.in_(language),
        help=question.help.in_(language),
        example=question.example.in_(language) if question.example else "",
        is_required=question.is_required,
        is_counted=bool(question.longest) and question.kind not in {"choice", "choices"},
        choices=tuple(
            Choice(option.key, number.format(option.key) + option.label.in_(language))
            for option in question.options
        ),
        messages=_messages(writer, question),
    )


def _messages(writer: Writer, question: Question) -> dict[str, str]:
    field = question.title.in_(writer.language)
    messages = {
        fault: writer.word(
            f"problem.{key}.message",
            field=field,
            length="{length}",
            limit=question.limit(fault),
            name=question.name,
        )
        for fault, key in FAULTS.items()
    }
    if question.name == "contact":
        messages["mail"] = writer.word("problem.value.mail.message", field=field, given="{given}")
    return messages


def _for_script(settings: Settings, asked: Sequence[Question], language: Language) -> dict[str, Any]:
    """What the script needs to write the same file as `proposal.idea_file` does."""
    process = settings.process
    names = {question.name for question in asked} | _GIVEN
    return {
        "language": language,
        "main": settings.language,
        "order": [name for name in Idea.model_fields if name in names],
        "given": {"language": language, "stage": process.first_stage, "outcome": process.first_outcome},
        "questions": [_asked(question, language) for question in asked],
        "sections": {
            q.name: {language: q.title.in_(language) for language in LANGUAGES} for q in asked if q.section
        },
        "rules": plain_text.RULES,
        "line_rules": plain_text.LINE_RULES,
        "mail": MAIL,
        "host": _host(settings),
        "longest_address": LONGEST_ADDRESS,
    }


def _host(settings: Settings) -> dict[str, str] | None:
    """Where a new file is written on the repository's host, and what its address calls the file's parts."""
    pages = settings.repository_pages
    if pages is None:
        return None
    return {"new": pages.new_file, "file_name": pages.host.file_name, "content": pages.host.content}


def _mail_address(writer: Writer) -> str:
    """A message to the catalogue's mailbox; its subject has a place for the title, as `{title}` encoded."""
    contact = writer.settings.contact
    if not contact:
        return ""
    subject = writer.word("propose.mail_subject", title="{title}")
    text = writer.word("propose.mail_text", picture_lines=asked_lines(writer.language))
    return mail_to(contact, subject, text)


def _asked(question: Question, language: Language) -> dict[str, Any]:
    return {
        "name": question.name,
        "title": question.title.in_(language),
        "kind": question.kind,
        "required": question.is_required,
        "shortest": question.shortest,
        "longest": question.longest,
        "most": question.most,
    }


def _json(value: object) -> Markup:
    """JSON that can stand within an element: no sign of it ends or begins one."""
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    escapes = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
    return Markup("".join(escapes.get(sign, sign) for sign in words))  # noqa: S704  # nothing of markup is left
