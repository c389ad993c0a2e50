"""The short forms on an idea's page: the ways that a catalogue has, and those alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.model.web_address import mail_to
from idesluss.pages.base.writer import Writer
from idesluss.pages.idea.supplements import shown_supplements
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Trygg%20hemg%C3%A5ng"
ISSUE = "https://{host}/new?{title}=Vi%20anv%C3%A4nder%20id%C3%A9n%3A%20" + TITLE + "&{text}="
MAIL = f"mailto:ideer@storby.example?subject=Vi%20anv%C3%A4nder%20id%C3%A9n%3A%20{TITLE}&body="


@pytest.mark.parametrize(
    ("given", "mail", "issue"),
    [
        ({}, None, None),
        ({"contact": "ideer@storby.example"}, MAIL, ""),
        (
            {"repository": "https://github.com/a/b"},
            "",
            ISSUE.format(host="github.com/a/b/issues", title="title", text="body"),
        ),
        (
            {"repository": "https://gitlab.com/a/b", "contact": "ideer@storby.example"},
            MAIL,
            ISSUE.format(
                host="gitlab.com/a/b/-/issues", title="issue%5Btitle%5D", text="issue%5Bdescription%5D"
            ),
        ),
    ],
)
def test_a_way_is_there_where_it_leads_somewhere(
    tmp_path: Path, given: dict[str, str], mail: str | None, issue: str | None
) -> None:
    found = catalogues.read(catalogues.lay(tmp_path, project.BASE))
    settings = found.settings.model_copy(update=given)
    shown = shown_supplements(Writer(settings, "sv"), found.by_slug["trygg-hemgang"])
    if mail is None:
        assert shown == ()
        return
    use = {supplement.kind: supplement for supplement in shown}["use"]
    assert (use.mail, use.issue) == (mail, issue)
    assert use.blank.startswith("%23%23%23%20G%C3%A4ller%20id%C3%A9n%0D%0A%0D%0A2025%2Ftrygg-hemgang%0D%0A")


def test_a_message_keeps_its_words_whatever_they_are() -> None:
    """No sign of the subject begins another part of the address; lines end as in a message."""
    address = mail_to("a+b@c.example", "Å & ?=#", "En\ntvå\n")
    assert address == "mailto:a+b@c.example?subject=%C3%85%20%26%20%3F%3D%23&body=En%0D%0Atv%C3%A5"
