"""Templates are compiled once, with the words of their language in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment

from tests.support import catalogues

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_site_that_is_made_again_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And it is the same, in each of its languages."""
    found = catalogues.read(catalogues.lay(tmp_path))
    first = catalogues.pages_of(found)
    compiled = Environment._generate

    def generate(self: Environment, source: Any, name: str | None, *given: Any, **named: Any) -> str:
        again.append(name)
        return compiled(self, source, name, *given, **named)

    again: list[str | None] = []
    monkeypatch.setattr(Environment, "_generate", generate)
    second = catalogues.pages_of(found)
    assert again == []
    assert {page.language for page in second.values()} == {"sv", "en"}
    assert [page.content for page in second.values()] == [page.content for page in first.values()]
