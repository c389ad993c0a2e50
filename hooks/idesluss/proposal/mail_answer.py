"""What becomes of a message: the idea's file and its picture, and what its sender is told."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..history.stages import fields_as_written
from ..reading.document import parse_document
from ..words import say
from . import folder_name, free_name, idea_folder
from .issue import read_issue
from .issue_answer import harmless_title
from .mail_picture import picture_lines, untold_note, with_picture
from .plain_text import typed_as_line
from .receipt import Receipt, receipt_of

if TYPE_CHECKING:
    from ..catalogue.catalogue import Catalogue
    from ..words import Language
    from .mail import Mail

_DIGITS = 12  # of the message's digest, which tells it from others and nothing of whom it is from


@dataclass(frozen=True, slots=True)
class MailReceipt:
    """The receipt, the language it speaks, and the picture's path and bytes where one comes along."""

    receipt: Receipt
    language: Language
    picture: tuple[str, bytes] | None = None


def branch_of(message: bytes) -> str:
    """The branch that the idea is proposed on; the same for the same message."""
    return f"ide-{hashlib.sha256(message).hexdigest()[:_DIGITS]}"


def message_of(receipt: Receipt) -> str:
    """The commit's message, which names nobody."""
    return f"Propose: {harmless_title(receipt.title)}\n\nFrom a message to the catalogue's mailbox.\n"


def receipt_of_mail(catalogue: Catalogue, mail: Mail) -> MailReceipt:
    """The file that is attached, else one made of the answers in the message, with its picture."""
    facts, words = picture_lines(mail.words, catalogue.settings)
    if mail.file is not None:
        receipt, language = _attached(catalogue, mail.file)
    else:
        received = read_issue(words, catalogue.settings)
        language = received.language
        receipt = receipt_of(catalogue, received, language, "mail")
    complete = _with_what_is_left(receipt, mail, language)
    if not (receipt.path and mail.picture):
        return MailReceipt(complete, language)
    content, name, is_shown = with_picture(complete.content, mail.picture, facts)
    note = "" if is_shown else untold_note(catalogue.settings, language)
    path = f"{complete.path.rpartition('/')[0]}/{name}"
    complete = replace(complete, content=content, comment=complete.comment + note)
    return MailReceipt(complete, language, (path, mail.picture.content))


def _attached(catalogue: Catalogue, content: bytes) -> tuple[Receipt, Language]:
    """The file as it is; what is wrong with it the check tells, as of any other."""
    fields = fields_as_written(parse_document("idea.md", content))
    settings = catalogue.settings
    written = fields.get("language")
    language = written if written in settings.site_languages else settings.language
    title = typed_as_line(str(fields.get("title") or ""))
    name = title if folder_name(title) else say("mail.unnamed", settings.language)
    path = f"{idea_folder(free_name(catalogue, name), catalogue.today)}/idea.md"
    comment = "\n".join([say("mail.made", language), "", f"- `{path}`", "", say("mail.then", language)])
    words = content.decode("utf-8", "replace")
    return Receipt(path, words, title or name, f"{comment}\n"), language


def _with_what_is_left(receipt: Receipt, mail: Mail, language: Language) -> Receipt:
    """The same, which says what in the message could not be taken."""
    return replace(receipt, comment=receipt.comment + left_notes(mail, language))


def left_notes(mail: Mail, language: Language) -> str:
    """What in the message could not be taken, each in a paragraph of its own."""
    return "".join(f"\n{say(f'mail.left.{what}', language)}\n" for what in mail.left)
