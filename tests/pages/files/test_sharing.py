"""Pictures for sharing: any title has room, and pages ask for pictures that exist."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from idesluss.derived.whole import Derived
from idesluss.pages import pages_in, publish
from idesluss.pages.files.sharing import HEIGHT, WIDTH, Painter, Words
from tests.support import catalogues

if TYPE_CHECKING:
    from idesluss.pages import Published

FONTS = Path(__file__).parents[3] / "hooks" / "idesluss" / "theme" / "assets" / "fonts"
PAINTER = Painter(FONTS)


def drawn(title: str, stage: int | None = None) -> Image.Image:
    return Image.open(io.BytesIO(PAINTER.png(Words(title, "Idé · Skola", "Katalogen", stage)))).convert("RGB")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> list[Published]:
    root = catalogues.lay(tmp_path_factory.mktemp("sharing"))
    return publish(Derived(catalogues.read(root)), [], fonts=FONTS)


def test_every_picture_that_a_page_asks_for_is_made_once(published: list[Published]) -> None:
    """No page points to a picture that is not there, and none is made twice or in vain."""
    asked = {page.image for page in pages_in(published) if page.is_indexed and page.image}
    made = [file.path for file in published if file.path.endswith((".preview.png", ".sv.png", ".en.png"))]
    assert len(made) == len(set(made))
    assert asked <= set(made)
    assert {path for path in made if path.endswith(".preview.png")} <= asked


def test_languages_share_a_picture_where_they_share_the_title(published: list[Published]) -> None:
    images = {page.path: page.image for page in pages_in(published)}
    own = "ideer/2025/trygg-hemgang/share.preview.png"
    assert images["en/ideas/2025/trygg-hemgang/index.html"] == own
    told_in_english = images["en/ideas/2024/lanecykel-vid-stationen/index.html"]
    assert told_in_english.startswith("en/")


def test_the_stage_is_seen() -> None:
    """The chamber that the idea stands in has another colour than those before and after it."""
    picture = drawn("Lånecyklar", 2)
    before, now, after = (picture.getpixel((round((at + 0.5) * WIDTH / 6), HEIGHT - 5)) for at in (1, 2, 3))
    assert len({before, now, after}) == 3
    assert picture.size == (WIDTH, HEIGHT)


def test_a_long_title_keeps_off_the_rest() -> None:
    """However long the title, nothing is written over the lock or beyond the margin."""
    empty, long = drawn("x"), drawn("Välfärdsteknikutvecklingssamverkan " * 12)
    assert empty.crop((0, 455, WIDTH, HEIGHT)).tobytes() == long.crop((0, 455, WIDTH, HEIGHT)).tobytes()
    right = (WIDTH - 68, 20, WIDTH, 455)
    assert empty.crop(right).tobytes() == long.crop(right).tobytes()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_title_is_drawn(title: str) -> None:
    """Whatever the letters, the picture is one, and the same each time."""
    assert PAINTER.png(Words(title, title, title, 1)) == PAINTER.png(Words(title, title, title, 1))
