"""Not this or that form but all: numbers are found, and what only looks like one is let through."""

from __future__ import annotations

import datetime as dt
import random
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from idesluss.reading.document import Document, parse_document
from idesluss.reading.personal import PersonalScans, digits, find_personal_data, masked
from tests.support import disguises, look_alikes
from tests.support.disguises import FOOTNOTE, in_markup, separated
from tests.support.vectors import own_vectors

TODAY = dt.date(2026, 11, 23)
CENTURY = 2  # digits
TIMES = 400  # of each kind of look-alike: forty have the check digit of a number
BEFORE, AFTER = "Enligt Ö ", " är det å så"


def idea(body: str, field: str = "title: Å") -> Document:
    return parse_document("ideas/2026/x/idea.md", f"---\n{field}\n---\n\n{body}{FOOTNOTE}".encode())


def hidden_part(document: Document) -> tuple[list[str], str]:
    """Identities of the numbers that are found, and the document as it may be shown."""
    source = "\n".join(document.lines)
    spans = PersonalScans(TODAY).in_document(document)
    shown = masked(source, spans)
    assert len(shown) == len(source)
    return [span.identity for span in spans if span.kind == "number"], shown


def is_hidden(shown: str) -> bool:
    """Whether no digit of whatever script is left, but perhaps those of the century."""
    return sum(unicodedata.numeric(sign, -1) >= 0 for sign in shown) <= CENTURY


@given(separated())
@example((disguises.NUMBERS[7], "000405" + " " * 40 + "9937"))
@example(("191212121212", "\u2776\u2468\u2460\u2461\u2460\u2461\u246b-\u2460\u2461\u246b"))
def test_a_number_is_found_in_every_form(form: tuple[str, str]) -> None:
    """Whatever parts its groups, in digits of whatever script, and no digit of its ten is shown."""
    number, written = form
    spans = find_personal_data(f"{BEFORE}{written}{AFTER}", TODAY)
    assert number[-10:] in [span.identity for span in spans]
    identities, shown = hidden_part(idea(f"{BEFORE}{written}{AFTER}"))
    assert number[-10:] in identities
    assert is_hidden(shown)
    assert AFTER in shown


@given(in_markup())
def test_a_number_is_found_through_markup(form: tuple[str, str]) -> None:
    """Links, footnotes, tags and comments within it, whatever their addresses hold; all of it is masked."""
    number, written = form
    identities, shown = hidden_part(idea(f"{BEFORE}{written}{AFTER}"))
    assert identities == [number[-10:]]
    assert is_hidden(shown)
    assert AFTER in shown


@given(
    st.sampled_from(disguises.NUMBERS), st.integers(1, 10), st.sampled_from((">", '"', "'", "plain", "flow"))
)
def test_a_number_is_found_in_the_value_of_a_field(number: str, at: int, style: str) -> None:
    """However the lines of the field are folded or continued."""
    first, second = number[:at], number[at:]
    fields = {
        ">": f"note: >-\n  Å {number[:8]}\n  {number[8:]} å",
        '"': f'note: "Å {first}\\\n   {second} å"',
        "'": f"note: 'Å {number[:8]}-\n  {number[8:]} å'",
        "plain": f"note: Å {number[:8]}\n  {number[8:]} å",
        "flow": f'note: ["Å {first}\\\n   {second} å"]',
    }
    document = idea("Ord", fields[style])
    assert document.is_readable
    identities, shown = hidden_part(document)
    assert identities == [number[-10:]]
    assert is_hidden(shown)


@pytest.mark.parametrize(
    "shown_alone",
    [
        "| Född | Sist |\n| --- | --- |\n| 000405 | 9937 |",
        "<table><tr><td>000405</td> <td>9937</td></tr></table>",
        "0004[05][ref]-9937\n\n[ref]: https://kommun.example/1",
        "![0004<i></i>**05**-9937](skiss.png)",
        '[Ö](plan.md "0004&#48;5-9937")',
        "- 000405\n- 9937",
        "0004\\\n05-9937",
    ],
)
def test_a_number_that_a_page_shows_is_found(shown_alone: str) -> None:
    """In cells, by references, in the words of pictures and links."""
    identities, _ = hidden_part(idea(shown_alone))
    assert identities == ["0004059937"]


def test_what_only_the_page_shows_is_looked_for_in_the_source_once() -> None:
    """A page full of such numbers is no more work than a person can read of."""
    document = idea("\n\n".join(f"{n:02}0405[-](https://x.example)9937" for n in range(100)))
    spans = PersonalScans(TODAY).in_document(document)
    assert 1 <= len([span for span in spans if span.kind == "number"]) <= 20


def test_a_number_across_what_no_page_shows_together_is_none() -> None:
    """The value of one field, and that of the next; a field and the text."""
    document = idea("9937 är antalet.", "note: Å 000405\nother: 9937")
    assert hidden_part(document)[0] == []


@pytest.mark.parametrize("kind", look_alikes.KINDS)
def test_what_only_looks_like_a_number_passes(kind: str) -> None:
    """As Swedes write it, in a sentence and alone on a line."""
    by = random.Random(kind)  # noqa: S311  # not for secrets
    for _ in range(TIMES):
        text = look_alikes.KINDS[kind](by)
        for place in (f"Se {text} för mer.", text):
            assert [span.kind for span in find_personal_data(place, TODAY)] == [], text


def test_the_look_alikes_are_sharp() -> None:
    """Most kinds come with ten digits after each other that would be somebody's, were they written so."""
    sharp = {kind for kind in look_alikes.KINDS if any(_holds_a_number(kind, n) for n in range(TIMES))}
    assert len(look_alikes.KINDS) >= 50
    assert len(sharp) >= 25


def _holds_a_number(kind: str, seed: int) -> bool:
    text = look_alikes.KINDS[kind](random.Random(seed))  # noqa: S311  # not for secrets
    signs = "".join(filter(str.isdecimal, text))
    return any(digits._is_somebodys(signs[at : at + 10], TODAY) for at in range(len(signs) - 9))


def test_what_must_pass_passes_in_a_document_too() -> None:
    """Each look-alike of our own vectors, in the text and in a field."""
    texts = [item["text"] for item in own_vectors("pii_sv")["items"] if item["must"] == "allow"]
    assert len(texts) >= 20
    for text in texts:
        assert PersonalScans(TODAY).in_document(idea(text, f"note: '{text}'")) == (), text
