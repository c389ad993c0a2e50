"""The key figures as plain values: in the JSON, in a file beside their page, and by name in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..derived.figures import as_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..derived.whole import Derived

_OF_ENTRIES = "waits"  # which the table of ideas tells of each


def plain_figures(derived: Derived) -> dict[str, Any]:
    """Every figure, named as in `Figures`, and the ideas that they speak of."""
    numbers = as_plain(derived.figures)
    answers = zip(numbers["answers"], derived.figures.answers, strict=True)
    return {
        **numbers,
        "answers": [{**plain, "share": of_gate.share} for plain, of_gate in answers],
        "waits": as_plain(derived.waits),
        "oldest": as_plain(derived.oldest_wait),
        "reused": {"entries": as_plain([*derived.reuses]), **numbers["reused"]},
    }


def named_figures(plain: dict[str, Any]) -> Iterator[tuple[str, int | None]]:
    """Each number with its name, such as `money.by_year.2016.budget`; those of all ideas together."""
    yield from _named({name: part for name, part in plain.items() if name != _OF_ENTRIES}, ())


def _named(plain: Any, way: tuple[str, ...]) -> Iterator[tuple[str, int | None]]:
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield from _named(value, (*way, key))
    elif isinstance(plain, list):
        for part in plain:
            yield from _named(part, (*way, _key_of(part)))
    elif not isinstance(plain, str | bool):
        yield ".".join(way), plain


def _key_of(part: Any) -> str:
    """What an item of a list is known by: the first of its values; `none` where that is nothing."""
    first = next(iter(part.values())) if isinstance(part, dict) else part
    return "none" if first is None else str(first)
