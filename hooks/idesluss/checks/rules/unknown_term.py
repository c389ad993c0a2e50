"""Values from a list are in that list.

Sectors, themes, organisations, calls and other ideas are named by words that `ideas/catalogue.yml` or a
folder's name defines, so that the same thing is always called the same and is found in one place. Use
the word that the message suggests, or add a new one to `ideas/catalogue.yml` in the same change.

På svenska
----------
Värden ur en lista finns i listan.

Sektorer, teman, organisationer, utlysningar och andra idéer anges med ord som `ideas/catalogue.yml`
eller ett mappnamn bestämmer, så att samma sak alltid heter likadant och hittas på ett ställe. Använd
det ord som beskedet föreslår, eller lägg till ett nytt i `ideas/catalogue.yml` i samma ändring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.vocabulary import OF_FILES, mentions, terms_of, vocabulary_name
from ...reading.problem import one_of
from ...reading.records import nearest
from ...words.characters import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ...catalogue.catalogue import Catalogue
    from ...model import Record
    from ...model.vocabulary import Mention
    from ...reading.document import Document
    from ...reading.problem import Problem

GROUP = "fields"
MAY_BE_EXEMPTED = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    yield from _judge(catalogue, catalogue.tree.settings, catalogue.settings)
    for entry in catalogue.judged:
        yield from _judge(catalogue, entry.document, entry.idea, entry.unread_of("idea"))
        if entry.plan and entry.plan_document:
            yield from _judge(catalogue, entry.plan_document, entry.plan, entry.unread_of("plan"))
    for call in catalogue.calls.values():
        yield from _judge(catalogue, call.document, call.call)


def may_wait(problem: Problem) -> bool:
    """Whether the process can be followed all the same: not where its stages or gates are not known."""
    return problem.values["of"] not in {"stages", "gates"}


def _judge(
    catalogue: Catalogue, document: Document, record: Record, unread: Collection[object] = ()
) -> Iterator[Problem]:
    for mention in mentions(record):
        if mention.where[0] in unread:
            continue
        known = _known(catalogue, mention.vocabulary)
        if mention.key not in known:
            yield _problem(document, mention, known)


def _known(catalogue: Catalogue, vocabulary: str) -> Collection[str]:
    if vocabulary not in OF_FILES:
        return terms_of(catalogue.settings, vocabulary)
    if vocabulary == "calls":
        return catalogue.tree.calls
    return {folder.slug for folder in catalogue.tree.folders}


def _problem(document: Document, mention: Mention, known: Collection[str]) -> Problem:
    likely = nearest(mention.key, known)
    key = mention.vocabulary if mention.vocabulary in OF_FILES else "far"
    return document.problem(
        document.place_of(*mention.where),
        "unknown_term",
        f"unknown_term.{'near' if likely else key}",
        given=plain(mention.key, 80),
        of=mention.vocabulary,
        vocabulary=vocabulary_name(mention.vocabulary),
        nearest=likely or "",
        choices=one_of(sorted(known)[:12]),
    )
