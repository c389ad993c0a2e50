"""What becomes of what somebody tells of an idea: a plain addition to its file, or words to its reviewer."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Idea
from ..model.vocabulary import term_label
from ..reading.document import parse_document
from ..reading.front_matter import joined, split_front
from ..words import say
from ..words.characters import slugify
from ..words.inert import inert, quiet
from .plain_text import typed_as_line, typed_as_markdown
from .supplement import ASKED, field_heading, supplemented_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from .supplement import Supplement

FIELD = "reused_by"
_LONGEST_KEY = 60
_LONGEST_LINE = 700
# A field of the front matter: its name first on the line, then a colon.
_NAMED = re.compile(r"^([a-z_]+):")

_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class SupplementReceipt:
    """The answer to the sender and the words to the reviewer, in Markdown; and the file that is changed.

    Where no file is changed `path` and `content` are empty, and `review` says what the reviewer is to do.
    """

    comment: str
    review: str = ""
    path: str = ""
    content: str = ""
    title: str = ""


def receipt_of_supplement(
    catalogue: Catalogue, supplement: Supplement, file: str | None
) -> SupplementReceipt:
    """What is answered. `file` is the idea's text; None where it is not to be changed."""
    language = supplement.language
    entry = supplemented_entry(catalogue, supplement)
    if entry is None:
        return SupplementReceipt(_said(supplement, "unknown", given=inert(supplement.idea)))
    if supplement.missing:
        field = quiet(field_heading(supplement.missing, language))
        return SupplementReceipt(_said(supplement, "remains", field=f"**{field}**"))
    if supplement.kind != "use":
        return _to_reviewer(entry, supplement)
    return _used(catalogue, entry, supplement, file)


def _said(supplement: Supplement, key: str, **values: object) -> str:
    return say(f"supplement.{key}", supplement.language, **values) + "\n"


def _to_reviewer(entry: Entry, supplement: Supplement, *more: str) -> SupplementReceipt:
    """The sender's words, each line quoted and inert."""
    review = [_said(supplement, "review", path=f"`{entry.path}`")]
    for field in ASKED[supplement.kind]:
        answer = typed_as_markdown(supplement.answers[field.name])
        if answer:
            lines = [f"> {quiet(line, _LONGEST_LINE)}".rstrip() for line in answer.split("\n")]
            review.append(
                "\n".join([f"**{quiet(field_heading(field, supplement.language))}**", "", *lines, ""])
            )
    return SupplementReceipt(_said(supplement, "thanks"), "\n".join([*review, *more]))


def _used(catalogue: Catalogue, entry: Entry, supplement: Supplement, file: str | None) -> SupplementReceipt:
    name = typed_as_line(supplement.answers["organisation"])
    key = _organisation(catalogue, name)
    if key is None:
        key = slugify(name, _LONGEST_KEY)
        term = json.dumps({"key": key, "name": name}, ensure_ascii=False)
        return _to_reviewer(entry, supplement, _said(supplement, "term"), inert(term, _LONGEST_LINE) + "\n")
    shown = term_label(catalogue.settings, "organisations", key).in_(supplement.language)
    if any(reuse.organisation == key for reuse in entry.idea.reused_by):
        return SupplementReceipt(_said(supplement, "there", organisation=quiet(shown)))
    item = list(_item(key, supplement))
    is_year = _YEAR.fullmatch(supplement.answers["year"].strip())
    content = with_item(file, item) if file is not None and is_year else None
    if content is None:
        return _to_reviewer(entry, supplement, _said(supplement, "line"), *(f"    {line}" for line in item))
    comment = (
        _said(supplement, "made", organisation=quiet(shown)).rstrip() + f"\n\n- {inert(entry.path, 200)}\n"
    )
    title = f"{shown} uses {entry.idea.title}"
    return SupplementReceipt(comment, "", entry.path, content, title)


def _organisation(catalogue: Catalogue, name: str) -> str | None:
    """The key of the organisation of that name, in any language and whatever its case."""
    wanted = name.casefold()
    for key in catalogue.settings.organisations:
        label = term_label(catalogue.settings, "organisations", key)
        names = {label.in_(language).casefold() for language in catalogue.settings.site_languages}
        if wanted in {key, *names}:
            return key
    return None


def _item(key: str, supplement: Supplement) -> Iterator[str]:
    """The lines of an item; words within quotation marks."""
    yield f"  - organisation: {key}"
    yield f"    year: {typed_as_line(supplement.answers['year'])}"
    note = typed_as_line(supplement.answers["note"])
    if note:
        yield f"    note: {json.dumps(note, ensure_ascii=False)}"


def with_item(text: str, item: list[str]) -> str | None:
    """The file with the item last in the list, or in a new one; None where something else would change."""
    front = split_front(text)
    if front is None:
        return None
    lines = front.fields.split("\n")[:-1]
    names = [match[1] if (match := _NAMED.match(line)) else "" for line in lines]
    if FIELD in names:
        start = names.index(FIELD) + 1
        end = next((at for at in range(start, len(names)) if names[at]), len(names))
        while end > start and not lines[end - 1].startswith(" "):
            end -= 1  # notes and empty lines above the next field belong to that
        changed = [*lines[:end], *item, *lines[end:]]
    else:
        order = list(Idea.model_fields)
        later = {name for name in order if order.index(name) > order.index(FIELD)}
        at = next((at for at, name in enumerate(names) if name in later), len(lines))
        changed = [*lines[:at], f"{FIELD}:", *item, *lines[at:]]
    after = joined(changed, front.below)
    return after if _only_adds(text, after) else None


def _only_adds(before: str, after: str) -> bool:
    """Whether all that was said is said still, and one item more."""
    old, new = (parse_document("idea.md", text.encode()) for text in (before, after))
    fields, more = old.front.plain(), new.front.plain()
    if new.problems or not (isinstance(fields, dict) and isinstance(more, dict)):
        return False
    listed = fields.pop(FIELD, [])
    grown = more.pop(FIELD, None)
    is_grown = isinstance(grown, list) and grown[:-1] == listed
    return is_grown and fields == more and old.markdown == new.markdown
