"""The rules that explain themselves: a list of them, and a page for each."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from ...checks.explain import Message, explanation_of, rule_groups
from ..base.code_words import with_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...checks.explain import Explanation
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer

# A line of an excerpt in a report: its number, or room for one, and a bar.
_EXCERPT = re.compile(r" +\d* \| ")


def pages(site: Site) -> Iterator[Page]:
    """The list of all rules by group, then each rule's page."""
    language = site.language
    groups = {
        group: [explanation_of(name, language) for name in names] for group, names in rule_groups().items()
    }
    yield _write_overview(site.writer, groups)
    for rules in groups.values():
        yield from (_write_rule(site.writer, rule) for rule in rules)


def _write_overview(writer: Writer, groups: dict[str, list[Explanation]]) -> Page:
    lead = writer.word("rules.lead")
    return writer.page(
        "lists/rules.html",
        writer.places(lambda at: at.section("rules")),
        title=writer.word("nav.rules"),
        description=_plain(lead),
        section="about",
        lead=with_code(lead),
        groups={group: [_rule_with_code(rule) for rule in rules] for group, rules in groups.items()},
    )


def _write_rule(writer: Writer, rule: Explanation) -> Page:
    return writer.page(
        "lists/rule.html",
        writer.places(lambda at: at.rule(rule.name)),
        title=rule.title,
        description=_plain(rule.what),
        section="about",
        crumbs=(writer.crumb("rules"),),
        rule=_rule_with_code(rule),
        named=with_code(writer.word("rules.named", name=rule.name)),
        report=_parts(rule.example.report) if rule.example else [],
    )


def _parts(report: str) -> list[tuple[bool, list[str]]]:
    """The report's lines, those of an excerpt by themselves: broken ones would lead their carets astray."""
    lines = [line for line in report.splitlines() if line.strip()]
    return [(is_excerpt, list(part)) for is_excerpt, part in groupby(lines, _is_excerpt)]


def _is_excerpt(line: str) -> bool:
    return _EXCERPT.match(line) is not None


def _rule_with_code(rule: Explanation) -> Explanation:
    """The rule with all its words as markup."""
    return replace(
        rule,
        what=with_code(rule.what),
        why=[with_code(paragraph) for paragraph in rule.why],
        messages=[Message(with_code(message.words), with_code(message.remedy)) for message in rule.messages],
    )


def _plain(words: str) -> str:
    return words.replace("`", "")
