"""Copies of an idea's picture: upright, in the right sizes and colours, and nothing but pixels."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps

from idesluss.derived.whole import Derived
from idesluss.pages import Copy, File, publish
from idesluss.pages.base.shown_picture import CARD_BOX, PAGE_BOX, card_size, page_size
from idesluss.pages.files.pictures import upright
from idesluss.reading.picture_texts import picture_texts
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue

OWN = "ideer/2024/lanecykel-vid-stationen/"
FOLDER = "ideas/2024/lanecykel-vid-stationen"
SIDES = st.integers(1, 6000)


def written(picture: Image.Image, kind: str, **more: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **more)
    return file.getvalue()


def with_picture(root: Path, content: bytes) -> Catalogue:
    """The rich catalogue with these bytes as the picture of one of its ideas."""
    catalogues.lay(root)
    (root / FOLDER / "station.jpg").write_bytes(content)
    return catalogues.read(root)


def copies(catalogue: Catalogue) -> dict[str, bytes]:
    listed = publish(Derived(catalogue), [])
    made = {item.path: item.content for item in listed if isinstance(item, File)}
    found = {path.removeprefix(OWN): content for path, content in made.items() if path.endswith(".webp")}
    return {name: content for name, content in found.items() if isinstance(content, bytes)}


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def halves(first: str, second: str, size: tuple[int, int] = (1600, 1000)) -> Image.Image:
    """A picture whose left half has another colour than its right."""
    picture = Image.new("RGB", size, first)
    picture.paste(second, (size[0] // 2, 0, *size))
    return picture


def test_each_size_is_what_its_page_says(tmp_path: Path) -> None:
    """So that nothing moves when the picture has come."""
    catalogue = with_picture(tmp_path, written(halves("navy", "gold"), "JPEG"))
    made = copies(catalogue)
    assert made.keys() == {"picture.card.webp", "picture.page.webp"}
    page, card = opened(made["picture.page.webp"]), opened(made["picture.card.webp"])
    assert (page.size, card.size) == ((1280, 800), CARD_BOX)
    pages = catalogues.pages_of(catalogue)
    assert 'width="1280" height="800"' in pages[f"{OWN}index.html"].content
    assert 'width="300" height="200"' in pages["ideer/index.html"].content
    assert sum(map(len, made.values())) < 60_000


def test_copies_hold_pixels_alone(tmp_path: Path) -> None:
    """No place, no camera, no comment and no profile, though the original has them all."""
    exif = Image.Exif()
    exif[0x013B] = "Anna Exempelsson"
    exif.get_ifd(0x8825)[2] = (57.0, 46.0, 0.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    secret = written(halves("navy", "gold"), "JPEG", exif=exif, comment=b"Storgatan 1", icc_profile=profile)
    assert picture_texts(secret)
    for content in copies(with_picture(tmp_path, secret)).values():
        assert picture_texts(content) == ("",)
        assert not {"exif", "icc_profile", "comment", "xmp"} & opened(content).info.keys()
        assert b"Exempelsson" not in content


def test_the_original_is_published_only_where_a_text_shows_it(tmp_path: Path) -> None:
    catalogue = with_picture(tmp_path, written(halves("navy", "gold"), "JPEG"))

    def originals(found: Catalogue) -> set[str]:
        return {item.path for item in publish(Derived(found), []) if isinstance(item, Copy)}

    assert f"{OWN}station.jpg" not in originals(catalogue)
    assert "ideer/2025/trygg-hemgang/skiss.png" in originals(catalogue)
    idea = tmp_path / FOLDER / "idea.md"
    idea.write_text(f"{idea.read_text(encoding='utf-8')}\n![Stationen](station.jpg)\n", encoding="utf-8")
    assert f"{OWN}station.jpg" in originals(catalogues.read(tmp_path))


@pytest.mark.parametrize("held", range(1, 9))
def test_a_picture_is_upright_however_the_camera_was_held(tmp_path: Path, held: int) -> None:
    """What browsers show of the original is what the copies show."""
    exif = Image.Exif()
    exif[0x0112] = held
    picture = halves("navy", "gold", (600, 400))
    picture.paste("red", (0, 0, 100, 50))
    content = written(picture, "JPEG", exif=exif)
    entry = with_picture(tmp_path, content).by_slug["lanecykel-vid-stationen"]
    assert entry.picture_size == ((400, 600) if held > 4 else (600, 400))
    seen = upright(content)
    assert seen.size == entry.picture_size
    expected = ImageOps.exif_transpose(opened(content)).convert("RGB")
    assert seen.tobytes() == expected.tobytes()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_picture_can_be_shown(mode: str) -> None:
    """What is seen through is white, also where the page is dark."""
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture = Image.new("L", (40, 30), 200).convert("I;16" if mode == "I;16" else mode)
    if mode == "I;16":
        picture = Image.new("I;16", (40, 30), 200 * 256)
    if mode in {"LA", "RGBA"}:
        picture.putalpha(0)
    seen = upright(written(picture, kind))
    assert (seen.mode, seen.size) == ("RGB", (40, 30))
    grey = seen.getpixel((20, 15))
    assert isinstance(grey, tuple)
    wanted = 255 if mode in {"1", "LA", "RGBA"} else 200
    assert all(abs(part - wanted) <= 3 for part in grey), grey


def test_a_profile_that_cannot_be_used_is_passed_over() -> None:
    """As browsers do."""
    content = written(halves("navy", "gold", (64, 64)), "PNG", icc_profile=b"not a profile")
    assert upright(content).size == (64, 64)


def test_colours_of_another_profile_are_those_of_the_screen() -> None:
    """In a profile where red and blue have changed places, what was red is seen as blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red, blue = profile.index(b"rXYZ"), profile.index(b"bXYZ")
    swapped = bytearray(profile)
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    content = written(Image.new("RGB", (64, 64), "#d01010"), "PNG", icc_profile=bytes(swapped))
    seen = upright(content).getpixel((5, 5))
    assert isinstance(seen, tuple)
    assert seen[0] < 60
    assert seen[2] > 180


def test_the_first_of_several_pictures_is_shown() -> None:
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("navy", "gold")]
    seen = upright(written(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert seen.getpixel((5, 5)) == (0, 0, 128)


def test_copies_are_the_same_each_time(tmp_path: Path) -> None:
    content = (project.RICH / "2024/lanecykel-vid-stationen/station.jpg").read_bytes()
    catalogue = with_picture(tmp_path, content)
    assert copies(catalogue) == copies(catalogue)


def test_a_picture_that_is_gone_is_not_asked_for(tmp_path: Path) -> None:
    """While somebody writes the site shows the idea without it."""
    catalogues.lay(tmp_path)
    (tmp_path / FOLDER / "station.jpg").unlink()
    catalogue = catalogues.read(tmp_path)
    assert copies(catalogue) == {}
    page = catalogues.pages_of(catalogue)[f"{OWN}index.html"]
    assert "<img" not in page.content
    assert page.image.endswith(".png")


@settings(deadline=None)
@given(st.tuples(SIDES, SIDES))
def test_no_copy_is_larger_than_the_picture_or_its_place(size: tuple[int, int]) -> None:
    """And the page's has its form."""
    page, card = page_size(size), card_size(size)
    for made, most in ((page, PAGE_BOX), (card, CARD_BOX)):
        assert all(0 < side <= limit for side, limit in zip(made, most, strict=True))
        assert all(side <= max(own, 1) for side, own in zip(made, size, strict=True))
    if min(page) > 20:
        assert abs(page[0] / page[1] - size[0] / size[1]) < 0.06 * size[0] / size[1]
