"""Pictures for sharing: any title has room, and pages ask for pictures that exist."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from idesluss.derived.palette import derive
from idesluss.derived.whole import Derived
from idesluss.model.brand import NEUTRAL, BrandColours
from idesluss.pages import pages_in, publish
from idesluss.pages.files.sharing import HEIGHT, WIDTH, Painter, Words
from idesluss.reading.logo import Logo
from tests.support import catalogues

if TYPE_CHECKING:
    from idesluss.pages import Published

FONTS = Path(__file__).parents[3] / "hooks" / "idesluss" / "theme" / "assets" / "fonts"
PAINTER = Painter(FONTS, derive(NEUTRAL, "light"))


OF_IDEAS = (".preview.png", ".preview.jpg")
BLUE = BrandColours(main="#1e3a8a", accent="#f28c28", paper="#ffffff")


def drawn(title: str, stage: int | None = None, painter: Painter = PAINTER) -> Image.Image:
    return Image.open(io.BytesIO(painter.png(Words(title, "Idé · Skola", "Katalogen", stage)))).convert("RGB")


def hexadecimal(picture: Image.Image, at: tuple[int, int]) -> str:
    red, green, blue = picture.crop((*at, at[0] + 1, at[1] + 1)).tobytes()
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> list[Published]:
    root = catalogues.lay(tmp_path_factory.mktemp("sharing"))
    return publish(Derived(catalogues.read(root)), [], fonts=FONTS)


def test_every_picture_that_a_page_asks_for_is_made_once(published: list[Published]) -> None:
    """No page points to a picture that is not there, and none is made twice or in vain."""
    asked = {page.image for page in pages_in(published) if page.is_indexed and page.image}
    made = [file.path for file in published if file.path.endswith((*OF_IDEAS, ".sv.png", ".en.png"))]
    assert len(made) == len(set(made))
    assert asked <= set(made)
    assert {path for path in made if path.endswith(OF_IDEAS)} <= asked
    assert {path.rpartition(".")[2] for path in made} == {"png", "jpg"}


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


@pytest.mark.parametrize("colours", [NEUTRAL, BLUE], ids=["neutral", "blue"])
def test_colours_are_those_of_the_brand(colours: BrandColours) -> None:
    """Band, water, the stage it stands in, what is dry, the gates and the paper, read from the picture."""
    palette = derive(colours, "light")
    picture = drawn("Lånecyklar", 2, Painter(FONTS, palette))
    chamber = WIDTH / 6
    seen = {
        "brand": (5, 5),
        "paper": (5, 40),
        "water": (round(chamber / 2), HEIGHT - 5),
        "now": (round(chamber * 2.5), HEIGHT - 5),
        "mute-soft": (round(chamber * 4.5), HEIGHT - 5),
        "accent": (round(chamber * 2), HEIGHT - 5),
    }
    assert {tone: hexadecimal(picture, at) for tone, at in seen.items()} == {t: palette[t] for t in seen}


def test_a_logo_of_pixels_hangs_on_the_main_colour() -> None:
    """On a plate from the upper edge; a drawing leaves the picture as it is, with the catalogue's name."""
    written = io.BytesIO()
    Image.new("RGBA", (80, 40), (0xF2, 0x8C, 0x28, 255)).save(written, "PNG")
    palette = derive(BLUE, "light")
    picture = drawn("Lånecyklar", 2, Painter(FONTS, palette, Logo("logo.png", written.getvalue(), 2)))
    right = WIDTH - 72
    assert hexadecimal(picture, (right - 5, 60)) == BLUE.main
    assert hexadecimal(picture, (right - 60, 48)) == "#f28c28"
    assert hexadecimal(picture, (5, 40)) == BLUE.paper
    plain, named = Painter(FONTS, palette), Painter(FONTS, palette, Logo("logo.svg", b"<svg/>", 2))
    words = Words("Lånecyklar", "Idé", "Katalogen", 1)
    assert plain.png(words) == named.png(words)


def test_an_idea_s_own_picture_stands_beside_its_title() -> None:
    """Right of it and above the lock; credit and licence are letters below the title."""
    own = Image.new("RGB", (900, 900), (0, 160, 80))
    for title in ("Lånecyklar", "Välfärdsteknikutvecklingssamverkan i kommunerna " * 3):
        words = Words(title, "Idé · Skola", "Katalogen", 2, credit="Bild: Storby kommun, CC BY 4.0")
        shared = Image.open(io.BytesIO(PAINTER.jpeg(words, own)))
        assert (shared.format, shared.size) == ("JPEG", (WIDTH, HEIGHT))
        assert near(shared, (1000, 300), (0, 160, 80))
        assert not near(shared, (640, 300), (0, 160, 80))
        assert not near(shared, (1000, HEIGHT - 5), (0, 160, 80))
        assert near(shared, (680, 200), (250, 250, 250))
        credit = shared.convert("L").crop((72, 458, 660, 485))
        assert min(credit.tobytes()) < 100
    assert PAINTER.jpeg(words, own) == PAINTER.jpeg(words, own)


def near(picture: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    seen = picture.getpixel(at)
    assert isinstance(seen, tuple)
    return all(abs(part - wanted) < 16 for part, wanted in zip(seen, colour, strict=True))


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
