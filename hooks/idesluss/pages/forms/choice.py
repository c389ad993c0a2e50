"""A choice as the forms show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """What is sent when it is chosen, and what it is called."""

    key: str
    label: str
