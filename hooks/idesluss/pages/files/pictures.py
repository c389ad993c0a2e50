"""The files of pictures: those that texts show as they are, and each entry's own in the sizes of the site.

What is made anew holds pixels alone: no place, no camera, no profile of colours.
"""

from __future__ import annotations

import io
import posixpath
import warnings
from typing import TYPE_CHECKING

from PIL import Image, ImageCms, ImageOps

from ...reading.pictures import orientation
from ..base.published import Copy, File
from ..base.shown_picture import card_size, page_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...catalogue.entry import Entry
    from ..base.site import Site

_QUALITY = 80
# How each value of EXIF's orientation is turned upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_DEEP_GREY = ("I;16", "I;16B", "I")


def picture_files(site: Site, entries: Iterable[Entry]) -> Iterator[Copy | File]:
    """Each picture of these entries; one that stands for its entry only is there in new sizes."""
    catalogue, addresses = site.catalogue, site.writer.addresses
    for entry in entries:
        folder = posixpath.dirname(entry.path)
        for name in entry.pictures:
            path = f"{folder}/{name}"
            if path != entry.picture_path or path in catalogue.pictures_in_texts:
                yield Copy(addresses.picture(entry, name), path)
        if entry.picture_size:
            whole = upright(catalogue.picture_of(entry))
            page = whole.resize(page_size(entry.picture_size), Image.Resampling.LANCZOS, reducing_gap=3)
            card = ImageOps.fit(page, card_size(entry.picture_size), Image.Resampling.LANCZOS)
            yield File(addresses.own_picture(entry, "card"), _webp(card))
            yield File(addresses.own_picture(entry, "page"), _webp(page))


def upright(content: bytes) -> Image.Image:
    """The first picture in these bytes, as it is seen: upright, in the screen's colours, on white.

    No smaller than a page shows it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(content)) as opened:
            # A JPEG can be read at half its size, or less, where no page shows more.
            opened.draft(None, page_size(opened.size))
            turn = _TURNS.get(orientation(opened))
            seen = _in_screen_colours(opened)
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A") if seen.mode == "RGBA" else None)
    return paper if turn is None else paper.transpose(turn)


def _in_screen_colours(opened: Image.Image) -> Image.Image:
    profile = opened.info.get("icc_profile")
    if opened.mode in _DEEP_GREY:
        return opened.convert("I").point(lambda depth: depth / 256).convert("L").convert("RGB")
    if opened.has_transparency_data or opened.mode == "P":
        opened = opened.convert("RGBA")
    if profile:
        mode = "RGBA" if opened.mode == "RGBA" else "RGB"
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            picture = ImageCms.profileToProfile(opened, own, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            picture = None  # browsers, too, show it without a profile that they cannot use
        if picture:
            return picture
    return opened if opened.mode == "RGBA" else opened.convert("RGB")


def _webp(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "WEBP", quality=_QUALITY, method=4)
    return written.getvalue()
