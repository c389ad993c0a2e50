"""The map: a dot for each municipality that has entries, where it lies, larger the more there are."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from idesluss.model.shipped import country_outline, municipal_places, shipped_terms
from idesluss.pages.charts.map import country_map

PLACES = municipal_places()
NAMES = {key: term["name"] for key, term in shipped_terms("municipalities", "sweden").items()}
_LAND = 0.5  # degrees from the outline at most: towns on islands too small to be drawn


def test_every_municipality_of_the_list_has_a_place_on_or_by_the_land() -> None:
    points = [point for part in country_outline() for point in part]
    south, north = (pick(point.latitude for point in points) for pick in (min, max))
    west, east = (pick(point.longitude for point in points) for pick in (min, max))
    assert PLACES.keys() == set(NAMES.values())
    for key, place in PLACES.items():
        assert south - _LAND < place.latitude < north + _LAND, key
        assert west - _LAND < place.longitude < east + _LAND, key


def test_north_is_up_and_east_is_right() -> None:
    drawn = country_map({"kiruna": 1, "malmo": 1, "goteborg": 1, "stockholm": 1}, NAMES)
    assert drawn
    spots = {dot.key: (dot.x, dot.y) for dot in drawn.dots}
    assert spots["kiruna"][1] < spots["stockholm"][1] < spots["malmo"][1]
    assert spots["goteborg"][0] < spots["stockholm"][0]
    assert drawn.height > 1.8 * drawn.width


@given(st.dictionaries(st.sampled_from([*NAMES, "nowhere", "storby"]), st.integers(1, 5000), max_size=40))
def test_each_municipality_has_one_dot_inside_the_picture(counts: dict[str, int]) -> None:
    """Largest first, so that none hides a smaller one; what has no place is counted."""
    drawn = country_map(counts, NAMES)
    placed = {key: count for key, count in counts.items() if key in NAMES}
    assert (drawn is None) == (not placed)
    if drawn is None:
        return
    assert {dot.key: dot.count for dot in drawn.dots} == placed
    assert drawn.unplaced == len(counts) - len(placed)
    assert [dot.radius for dot in drawn.dots] == sorted((d.radius for d in drawn.dots), reverse=True)
    for dot in drawn.dots:
        assert 0 < dot.x < drawn.width
        assert 0 < dot.y < drawn.height


def test_the_outline_is_closed_lines_within_the_picture() -> None:
    drawn = country_map({"lund": 1}, NAMES)
    assert drawn
    assert re.fullmatch(r"M[\d. L]+Z(?: M[\d. L]+Z)+", drawn.land)
    numbers = [float(number) for number in re.findall(r"[\d.]+", drawn.land)]
    assert max(numbers) < max(drawn.width, drawn.height)
    assert min(numbers) > 0
