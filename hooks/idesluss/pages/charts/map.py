"""A map of the country: its outline, and a dot for each municipality by how many entries it has."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ...model.shipped import country_outline, municipal_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...model.shipped import GeographicPoint

_SCALE = 38  # units of the picture to a degree of latitude
_MARGIN = 14  # round the land, so that the largest dot at its edge is whole
_SMALLEST, _GROWTH = 4.5, 2.0  # units: the radius of a dot for one entry grows with the root of the number


@dataclass(frozen=True, slots=True)
class MapDot:
    """A municipality on the map: the middle and the radius of its dot, and how many entries it has."""

    key: str
    count: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class CountryMap:
    """The picture's size, the outline as the path of an SVG, and the dots, the largest first.

    `unplaced` is how many municipalities have entries and no place that is known.
    """

    width: int
    height: int
    land: str
    dots: tuple[MapDot, ...]
    unplaced: int


@dataclass(frozen=True, slots=True)
class _Projection:
    """Degrees to the picture: as wide as they are high in the middle of the country."""

    west: float
    north: float
    narrowing: float

    def spot(self, point: GeographicPoint) -> tuple[float, float]:
        x = (point.longitude - self.west) * self.narrowing * _SCALE + _MARGIN
        return round(x, 1), round((self.north - point.latitude) * _SCALE + _MARGIN, 1)


def country_map(counts: Mapping[str, int], names: Mapping[str, str]) -> CountryMap | None:
    """The map of how many entries each municipality has, by its key; None where no place of any is known.

    `names` are what the keys stand for.
    """
    places, projection = municipal_places(), _projection()
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    dots = []
    for key, count in ordered:
        place = places.get(names.get(key, key))
        if place:
            x, y = projection.spot(place)
            dots.append(MapDot(key, count, x, y, round(_SMALLEST + _GROWTH * math.sqrt(count - 1), 1)))
    if not dots:
        return None
    corners = [projection.spot(point) for part in country_outline() for point in part]
    width, height = (math.ceil(max(axis) + _MARGIN) for axis in zip(*corners, strict=True))
    land = " ".join(_path(map(projection.spot, part)) for part in country_outline())
    return CountryMap(width, height, land, tuple(dots), len(counts) - len(dots))


@cache
def _projection() -> _Projection:
    points = [point for part in country_outline() for point in part]
    north, south = (pick(point.latitude for point in points) for pick in (max, min))
    narrowing = math.cos(math.radians((north + south) / 2))
    return _Projection(min(point.longitude for point in points), north, narrowing)


def _path(spots: Iterable[tuple[float, float]]) -> str:
    """A closed line through the spots."""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in spots) + "Z"
