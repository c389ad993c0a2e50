"""The letters that come with the site, drawn as they are."""

from __future__ import annotations

import pytest
from PIL import ImageFont

from tests.support.project import ROOT

FONTS = ROOT / "hooks" / "idesluss" / "theme" / "assets" / "fonts"


@pytest.mark.parametrize("name", ["text.woff2", "text-italic.woff2", "heading.woff2"])
@pytest.mark.parametrize("weight", [300, 400, 650, 800])
def test_a_zero_has_no_stroke_through_it(name: str, weight: int) -> None:
    """Its middle is empty and its edge is not: a column of amounts does not read as corrected."""
    font = ImageFont.truetype(FONTS / name, 200)
    axes = font.get_variation_axes()
    font.set_variation_by_axes(
        [float(weight if axis["name"] == b"Weight" else axis["default"] or 0) for axis in axes]
    )
    drawn = font.getmask("0")
    wide, high = drawn.size
    inner = [
        (x, y)
        for x in range(wide * 45 // 100, wide * 55 // 100)
        for y in range(high * 3 // 10, high * 7 // 10)
    ]
    assert {drawn.getpixel(spot) for spot in inner} == {0}
    assert drawn.getpixel((wide // 2, high - 4)) == 255
