"""Copies of neighbours as they lie on the disk, and all neighbours with theirs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from pydantic import ValidationError

from .harvested import HarvestedIdea, NeighbourCopy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ..model import Settings
    from ..model.neighbour import Neighbour
    from ..reading.files import Files

FOLDER = "harvested"  # beside ideas/; git does not keep it, so that no change of content brings what is in it
MOST_BYTES = 200_000_000


def copy_path(key: str) -> str:
    """Where the copy of a neighbour lies, below the catalogue's root."""
    return f"{FOLDER}/{key}.json"


def read_copy(files: Files, key: str, neighbour: Neighbour) -> NeighbourCopy | None:
    """The copy of a neighbour; None where there is none of its address that can be read."""
    content = files.read(copy_path(key), MOST_BYTES)
    if not isinstance(content, bytes):
        return None
    try:
        copy = NeighbourCopy.model_validate_json(content)
    except ValidationError:
        return None
    return copy if copy.url == neighbour.url else None


def copy_text(copy: NeighbourCopy) -> str:
    """The copy as a file."""
    return copy.model_dump_json(exclude_defaults=True) + "\n"


def address_key(url: str) -> str:
    """An address as it is compared: a slash at its end, and the place within the page, do not matter."""
    return url.partition("#")[0].rstrip("/")


class Elsewhere(NamedTuple):
    """An idea of a neighbour's, and whose it is."""

    neighbour: str
    idea: HarvestedIdea

    @property
    def key(self) -> str:
        """What it is called among all of them."""
        return f"{self.neighbour}/{self.idea.slug}"


@dataclass(frozen=True)
class Neighbourhood:
    """The neighbours in the order of the settings, with the copies that there are."""

    neighbours: Mapping[str, Neighbour] = field(default_factory=dict)
    copies: Mapping[str, NeighbourCopy] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.neighbours)

    def ideas_of(self, key: str) -> tuple[HarvestedIdea, ...]:
        """What a neighbour tells of."""
        return self.copies[key].ideas if key in self.copies else ()

    @cached_property
    def ideas(self) -> dict[str, Elsewhere]:
        """Every idea by its key, neighbour after neighbour."""
        listed = (Elsewhere(key, idea) for key in self.neighbours for idea in self.ideas_of(key))
        return {elsewhere.key: elsewhere for elsewhere in listed}

    @cached_property
    def by_address(self) -> dict[str, Elsewhere]:
        """Every idea by the key of its page's address in each language.

        Of several with one, that of the neighbour at whose host it is; else the first.
        """
        addresses = [(address, each) for each in self.ideas.values() for address in each.idea.page.values()]
        addresses.sort(key=lambda pair: self._is_at_home(*pair), reverse=True)
        return {address_key(address): each for address, each in reversed(addresses)}

    def _is_at_home(self, address: str, elsewhere: Elsewhere) -> bool:
        """Whether the address is at the host that the neighbour is fetched from."""
        return urlsplit(address).hostname == urlsplit(self.neighbours[elsewhere.neighbour].url).hostname


def read_neighbourhood(files: Files, settings: Settings, tracked: Collection[str] = ()) -> Neighbourhood:
    """All neighbours with their copies; a copy that git has `tracked` was brought by a change and is none."""
    return Neighbourhood(settings.neighbours, dict(_copies(files, settings, tracked)))


def _copies(
    files: Files, settings: Settings, tracked: Collection[str]
) -> Iterator[tuple[str, NeighbourCopy]]:
    for key, neighbour in settings.neighbours.items():
        copy = None if copy_path(key) in tracked else read_copy(files, key, neighbour)
        if copy:
            yield key, copy
