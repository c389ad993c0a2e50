"""Words with code in them, as the words of rules and messages are written."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

# What stands between grave accents is code.
_CODE = re.compile(r"`([^`]+)`")


def with_code(words: str) -> Markup:
    """The words with what stands between grave accents as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(words))))  # noqa: S704  # escaped first
