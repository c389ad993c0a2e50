"""Vectors: inputs that must be refused, made harmless or kept unchanged. Those of our own, and by others.

Those by others are not copied; they lie beside the project, and only `make prove` reads them.
"""

from __future__ import annotations

import json
from typing import Any

from tests.support import project
from tests.support.beside import beside

OWN = project.HERE / "vectors"


def own_vectors(name: str) -> Any:
    """What the file of that name in `tests/vectors` holds."""
    return json.loads((OWN / f"{name}.json").read_text(encoding="utf-8"))


def foreign_vectors(name: str) -> Any:
    """What the file of that name beside the project holds."""
    return json.loads(beside(f"vectors/{name}.json").read_text(encoding="utf-8"))


def naughty_texts() -> list[str]:
    """Our own list of texts that programs stumble on."""
    return [text for texts in own_vectors("naughty").values() for text in texts]


def hostile_bodies() -> list[str]:
    """Our own list of markup that a sanitizer must take away."""
    return [case["text"] for case in own_vectors("hostile_html")]


def slow_texts(size: int) -> dict[str, str]:
    """Our own list of Markdown that makes other renderers slow, each made of `size` pieces."""
    # The expressions are ours: literals, `*`, `+`, join and range.
    return {
        case["name"]: eval(case["python_expr"], {"n": size})  # noqa: S307  # an expression of our own list
        for case in own_vectors("md_pathological")
    }
