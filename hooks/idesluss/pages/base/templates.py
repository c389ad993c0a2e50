"""The templates that lie beside their pages: what they can call, and how they show values."""

from __future__ import annotations

from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup

from ...model.web_address import site_name
from ...reading.markdown import ROOT
from ...words import SOURCE, language_name
from .code_words import with_code
from .compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...words import Text
    from .wording import Wording


class _Values(Context):
    """What a template is filled with. A function of ours is called as it is, as none asks for more.

    Jinja asks each time whether the function wants to know where it is called from.
    """

    def call(self, asked: Callable[..., Any], /, *arguments: Any, **named: Any) -> Any:
        if type(asked) in _OWN:
            for name in _OF_JINJA:
                named.pop(name, None)
            return asked(*arguments, **named)
        return super().call(asked, *arguments, **named)


def template_environment(wording: Wording) -> Environment:
    """Where templates are read and filled: they know words and addresses, and the settings."""
    environment = Environment(
        loader=PackageLoader("idesluss", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled(wording.language),
    )
    environment.context_class = _Values
    environment.globals |= _globals(wording)
    environment.filters |= _filters(wording)
    return environment


def _globals(wording: Wording) -> dict[str, Any]:
    missing = Markup('<span class="missing">{}</span>').format(wording.word("idea.missing"))
    return {
        "address": wording.addresses,
        "call_title": wording.call_title,
        "facet_label": wording.facet_label,
        "field": wording.field,
        "gate_label": wording.gate_label,
        "has_page": wording.has_page,
        "href": _href,
        "label": wording.label,
        "lang": wording.lang,
        "language": wording.language,
        "language_name": language_name,
        "missing": missing,
        "outcome_look": wording.outcome_look,
        "pattern": wording.pattern,
        "process": wording.settings.process,
        "requirement_label": wording.requirement_label,
        "role": wording.role,
        "settings": wording.settings,
        "source_language": SOURCE,
        "t": wording.word,
        "text_in": wording.text_in,
    }


_OWN = frozenset({FunctionType, MethodType})
_OF_JINJA = ("_block_vars", "_loop_vars")  # what it hands on to functions that want to know


def _href(address: str) -> Markup:
    """An address below the site's root, from wherever the page lies."""
    return Markup(ROOT) + address  # noqa: S704  # a mark of ours, and the address is escaped


def _filters(wording: Wording) -> dict[str, Callable[..., Any]]:
    def in_language(text: Text) -> str:
        return text.in_(wording.language)

    return {
        # On constant words Jinja applies a filter once, when it compiles the template.
        "t": wording.word,
        "code": with_code,
        "date": wording.date,
        "day": wording.day,
        "difference": wording.difference,
        "money": wording.money,
        "number": wording.number,
        "period": wording.period,
        "site_name": site_name,
        "in_language": in_language,
    }
