"""The rules that explain themselves: a list of them, and a page for each."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from ...checks.explain import explanation_of, rule_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...checks import explain
    from ..base.published import Published
    from ..base.site import Site

_CODE = re.compile(r"`([^`]+)`")
_EXCERPT = re.compile(r" +\d* \| ")


def pages(site: Site) -> Iterator[Published]:
    told = {
        group: [explanation_of(name, site.language) for name in names]
        for group, names in rule_groups().items()
    }
    yield site.page(
        "lists/rules.html",
        site.addresses.section("rules"),
        title=site.word("nav.rules"),
        description=site.word("rules.lead").replace("`", ""),
        section="about",
        translation=site.other_addresses.section("rules"),
        groups=told,
        code=_code,
    )
    for rules in told.values():
        yield from (_page(site, rule) for rule in rules)


def _page(site: Site, rule: explain.Explanation) -> Published:
    return site.page(
        "lists/rule.html",
        site.addresses.rule(rule.name),
        title=rule.name,
        description=rule.what.replace("`", ""),
        section="about",
        translation=site.other_addresses.rule(rule.name),
        crumbs=(site.crumb("rules"),),
        rule=rule,
        report=_parts(rule.example.report) if rule.example else [],
        code=_code,
    )


def _parts(report: str) -> list[tuple[bool, list[str]]]:
    """The report's lines, those of an excerpt by themselves: broken ones would lead their carets astray."""
    lines = [line for line in report.splitlines() if line.strip()]
    return [(is_excerpt, list(part)) for is_excerpt, part in groupby(lines, _is_excerpt)]


def _is_excerpt(line: str) -> bool:
    return _EXCERPT.match(line) is not None


def _code(words: str) -> Markup:
    """The words with what stands between grave accents as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(words))))  # noqa: S704  # escaped first
