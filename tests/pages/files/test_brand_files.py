"""The sheet of colours, the icon and the logo: what the site is known by, made from catalogue.yml."""

from __future__ import annotations

import re
from base64 import b64decode
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from idesluss.derived.palette import derive
from idesluss.model.brand import NEUTRAL, BrandColours
from idesluss.pages import File, colour_sheet
from idesluss.pages.base.shown_logo import shown_logo
from idesluss.reading.logo import Logo
from tests.support import brands, catalogues

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.pages import Published


@pytest.fixture(scope="module")
def branded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Published]:
    root = catalogues.lay(tmp_path_factory.mktemp("branded"))
    brands.give(root)
    return catalogues.publish_all(catalogues.read(root))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Published]:
    return catalogues.publish_all(catalogues.read(catalogues.lay(tmp_path_factory.mktemp("plain"))))


def properties(sheet: str, selector: str) -> dict[str, str]:
    """What the first rule with that selector says."""
    (body,) = re.findall(rf"^{re.escape(selector)} {{(.*?)}}", sheet, re.DOTALL | re.MULTILINE)[:1]
    return dict(re.findall(r"--([a-z-]+): (.+?);", body))


def test_the_sheet_says_every_tone_for_light_dark_and_paper(tmp_path: Path) -> None:
    root = catalogues.lay(tmp_path)
    brands.give(root)
    sheet = colour_sheet(catalogues.read(root).settings)
    colours = BrandColours(main=brands.MAIN, accent=brands.ACCENT, paper=brands.PAPER)
    for selector, scheme in ((":root", "light"), (':root[data-theme="dark"]', "dark")):
        said, meant = properties(sheet, selector), derive(colours, "dark" if scheme == "dark" else "light")
        assert {name: said[name] for name in meant if name not in {"shade", "veil"}} == {
            name: colour for name, colour in meant.items() if name not in {"shade", "veil"}
        }
    chosen, preferred = properties(sheet, ':root[data-theme="dark"]'), ':root:not([data-theme="light"])'
    assert properties(sheet, preferred) == chosen
    printed = properties(sheet, ":root:root")
    assert (printed["paper"], printed["ink"], printed["shade"]) == ("#ffffff", "#000000", "transparent")


def test_without_a_brand_the_sheet_is_neutral(tmp_path: Path) -> None:
    sheet = colour_sheet(catalogues.read(catalogues.lay(tmp_path)).settings)
    assert properties(sheet, ":root")["brand"] == NEUTRAL.main


def test_the_icon_is_the_mark_in_the_brands_colours(plain: dict[str, Published]) -> None:
    palette = derive(NEUTRAL, "light")
    root = ET.fromstring(catalogues.text_in(plain, "assets/icon.svg"))  # noqa: S314  # our own
    fills = [element.get("fill") for element in root]
    assert fills == [palette[tone] for tone in ("brand", "mark-low", "mark-high", "bright")]
    assert not [path for path in plain if path.startswith("assets/brand/")]


def test_a_square_logo_is_the_icon_and_lies_in_the_site(branded: dict[str, Published]) -> None:
    written = catalogues.text_in(branded, "assets/icon.svg")
    (inner,) = re.findall(r"base64,([^\"]+)", written)
    assert b64decode(inner) == brands.LOGO.encode()
    assert f'fill="{brands.MAIN}"' in written
    item = branded["assets/brand/logo.svg"]
    assert isinstance(item, File)
    assert item.content == brands.LOGO.encode()


def test_a_wide_logo_takes_the_room_of_the_name_on_a_phone() -> None:
    assert not shown_logo(Logo("a.svg", b"a", 1.2)).is_wide
    assert shown_logo(Logo("a.svg", b"a", 3)).is_wide
    assert shown_logo(Logo("a.svg", b"a", 3)).width == 96
