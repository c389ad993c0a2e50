"""No address dies: what led to an idea under another name or in another year leads to it, feeds too."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

import pytest

from idesluss.pages import File
from tests.support import catalogues

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from idesluss.pages import Published

# The idea has had another name this year, its own and a third in others, and one is written in two ways.
ALIASES = "[felanmalan, 2025/enklare-felanmalan, 2019/anmal-hal, 2026/felanmalan, 2026/enklare-felanmalan]"
FORMER = ("2026/felanmalan", "2025/enklare-felanmalan", "2019/anmal-hal")
NOW = "2026/enklare-felanmalan"
_TARGET = re.compile(r'content="0; url=([^"]+)"')


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Published]:
    root: Path = catalogues.lay(tmp_path_factory.mktemp("redirects"))
    file = root / "ideas" / NOW / "idea.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\nsector:", f"\naliases: {ALIASES}\nsector:"), encoding="utf-8")
    return catalogues.publish_all(catalogues.read(root))


@pytest.mark.parametrize("section", ["ideer", "en/ideas"])
@pytest.mark.parametrize("former", FORMER)
def test_a_former_address_leads_to_the_page(
    published: Mapping[str, Published], section: str, former: str
) -> None:
    target = _TARGET.search(catalogues.text_in(published, f"{section}/{former}/index.html"))
    assert target
    found = posixpath.normpath(posixpath.join(section, former, target[1]))
    assert found == f"{section}/{NOW}"
    assert f"{found}/index.html" in catalogues.only_pages(published)


@pytest.mark.parametrize("section", ["ideer", "en/ideas"])
@pytest.mark.parametrize("former", FORMER)
def test_whoever_follows_a_feed_goes_on_doing_so(
    published: Mapping[str, Published], section: str, former: str
) -> None:
    """A feed is read by programs, which follow no page that leads on."""
    for name in ("feed.xml", "feed.json"):
        own = catalogues.text_in(published, f"{section}/{NOW}/{name}")
        assert catalogues.text_in(published, f"{section}/{former}/{name}") == own


def test_an_address_leads_on_once(published: Mapping[str, Published]) -> None:
    """Also where a name is written in two ways, or where the page is, which the check tells of."""
    leading = {
        posixpath.dirname(path)
        for path, item in published.items()
        if isinstance(item, File) and _TARGET.search(str(item.content))
    }
    ours = {f"{section}/{former}" for section in ("ideer", "en/ideas") for former in FORMER}
    others = {f"{section}/2024/lanecykel" for section in ("ideer", "en/ideas")}
    assert leading == ours | others
