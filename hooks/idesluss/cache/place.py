"""Where things are kept between runs: among the user's other caches, and never in a catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping

CACHE_VARIABLE = "IDESLUSS_CACHE"
_OFF = "off"
_NAME = "idesluss"


def store_of(environment: Mapping[str, str]) -> Store:
    """The store that the environment names; one that keeps nothing where it names none, or says `off`."""
    return Store(_folder(environment))


def _folder(environment: Mapping[str, str]) -> Path | None:
    named = environment.get(CACHE_VARIABLE, "")
    if named:
        return None if named == _OFF else Path(named).absolute()
    of_user, home = environment.get("XDG_CACHE_HOME", ""), environment.get("HOME", "")
    if of_user.startswith("/"):
        return Path(of_user) / _NAME
    return Path(home) / ".cache" / _NAME if home.startswith("/") else None
