"""Values from a list are in that list."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from ...catalogue.outlining import outline_of
from ...model.vocabulary import OF_FILES, mentions, terms_of, vocabulary_name
from ...reading.paths import is_of_settings
from ...reading.problem import one_of
from ...reading.records import nearest
from ...words.characters import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from ...catalogue.catalogue import Catalogue
    from ...model import Record
    from ...model.vocabulary import Mention
    from ...reading.document import Document
    from ...reading.folders import ContentTree
    from ...reading.problem import Problem

GROUP = "fields"
MAY_BE_EXEMPTED = True
LEAVES_UNREAD = True
MEANS = {"name": "field"}

_MOST_CHOICES = 100


def check(catalogue: Catalogue) -> Iterator[Problem]:
    known = _known(catalogue, _names_of_files(catalogue))
    judge = partial(_judge, catalogue, known)
    yield from judge(catalogue.tree.settings, catalogue.settings)
    for entry in catalogue.judged:
        if all(key in known(vocabulary) for vocabulary, key in outline_of(entry).mentions):
            continue
        yield from judge(entry.document, entry.idea, entry.unread_of("idea"))
        if entry.plan and entry.plan_document:
            yield from judge(entry.plan_document, entry.plan, entry.unread_of("plan"))
    for call in catalogue.calls.values():
        yield from judge(call.document, call.call)


def may_wait(problem: Problem) -> bool:
    """Whether the process can be followed all the same: not where its stages or gates are not known."""
    return problem.values["of"] not in {"stages", "gates"}


def covers(own: Problem, other: Problem) -> bool:
    """A gate between stages that do not exist asks for nothing, so that waivers of it seem of no use."""
    is_in_process = own.values["of"] == "stages" and is_of_settings(own.place.path)
    return is_in_process and other.key == "unused_waiver.not_required"


def _names_of_files(catalogue: Catalogue) -> Mapping[str, Collection[str]]:
    """The vocabularies whose keys are files: gathered once, however often they are referred to."""
    return {"calls": catalogue.tree.calls, "ideas": {folder.slug for folder in catalogue.tree.folders}}


def _known(catalogue: Catalogue, of_files: Mapping[str, Collection[str]]) -> Callable[[str], Collection[str]]:
    """The keys of each vocabulary."""

    @cache
    def known(vocabulary: str) -> Collection[str]:
        return of_files[vocabulary] if vocabulary in OF_FILES else terms_of(catalogue.settings, vocabulary)

    return known


def _judge(
    catalogue: Catalogue,
    known_keys: Callable[[str], Collection[str]],
    document: Document,
    record: Record,
    unread: Collection[object] = (),
) -> Iterator[Problem]:
    for mention in mentions(record):
        if mention.where[0] in unread:
            continue
        known = known_keys(mention.vocabulary)
        if mention.key not in known:
            yield _problem(catalogue.tree, document, mention, known)


def _problem(tree: ContentTree, document: Document, mention: Mention, known: Collection[str]) -> Problem:
    likely = nearest(mention.key, known)
    key = mention.vocabulary if mention.vocabulary in OF_FILES else "far"
    if mention.vocabulary in tree.shipped:
        key = "shipped"
    return document.problem(
        document.place_of(*mention.where),
        "unknown_term",
        f"unknown_term.{'near' if likely else key}",
        given=plain(mention.key, 80),
        of=mention.vocabulary,
        vocabulary=vocabulary_name(mention.vocabulary),
        nearest=likely or "",
        file=tree.path_of_vocabulary(mention.vocabulary),
        choices=one_of(sorted(known)[:_MOST_CHOICES], shown=12),
        name=next((str(step) for step in reversed(mention.where) if isinstance(step, str)), ""),
    )
