"""The templates that lie beside their pages: what they can call, and how they show values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ...reading.markdown import ROOT
from ...words import formats

if TYPE_CHECKING:
    from collections.abc import Callable

    from .writer import Writer


def template_environment(writer: Writer) -> Environment:
    """Where templates are read and filled; they know the writer's words and addresses, and the settings."""
    environment = Environment(
        loader=PackageLoader("idesluss", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals |= _globals(writer)
    environment.filters |= _filters(writer)
    return environment


def _globals(writer: Writer) -> dict[str, Any]:
    missing = Markup('<span class="missing">{}</span>').format(writer.word("idea.missing"))
    return {
        "address": writer.addresses,
        "body": writer.body,
        "call_title": writer.call_title,
        "card": writer.card,
        "facet_label": writer.facet_label,
        "field": writer.field,
        "href": _href,
        "label": writer.label,
        "lang": writer.lang,
        "language": writer.language,
        "missing": missing,
        "other_address": writer.other_addresses,
        "other_language": writer.other,
        "other_word": writer.other_word,
        "pattern": writer.pattern,
        "process": writer.settings.process,
        "requirement_label": writer.requirement_label,
        "settings": writer.settings,
        "t": writer.word,
    }


def _href(address: str) -> Markup:
    """An address below the site's root, from wherever the page lies."""
    return Markup(ROOT) + address  # noqa: S704  # a mark of ours, and the address is escaped


def _filters(writer: Writer) -> dict[str, Callable[..., Any]]:
    language = writer.language
    return {
        # On constant words Jinja applies a filter once, when it compiles the template.
        "t": writer.word,
        "date": writer.date,
        "day": writer.day,
        "money": writer.money,
        "number": writer.number,
        "period": lambda pair: formats.period(pair[0], pair[1], language),
        "in_language": lambda text: text.in_(language),
        "told": lambda text: text.in_(language),
    }
