"""Where fields end and text begins, for everybody who asks: the reader, repairs and the history."""

from __future__ import annotations

import pytest

from idesluss.reading.front_matter import decoded, fault_in_fences, front_bytes, joined, split_front


@pytest.mark.parametrize(
    ("text", "fields", "below"),
    [
        ("---\na: b\n---\nText\n", "a: b\n", "\nText\n"),
        ("--- \t\na: b\n---  \nText\n---\n", "a: b\n", "\nText\n---\n"),
        ("---\n---", "", ""),
        ("---\na: b\n --- \n---\n", "a: b\n --- \n", "\n"),
    ],
)
def test_fields_stand_between_two_fences(text: str, fields: str, below: str) -> None:
    """Blanks after a fence are not seen, and what looks like one further down is text."""
    front = split_front(text)
    assert front == (fields, below)
    assert fault_in_fences(text) is None
    assert joined(fields.split("\n")[:-1], below).split() == text.split()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "front.missing"),
        ("----\na: b\n---\n", "front.missing"),
        ("# Text\n---\na: b\n---\n", "front.missing"),
        ("\n---\na: b\n---\n", "front.blank_first"),
        ("---\na: b\n----\n", "front.unclosed"),
        ("---", "front.unclosed"),
    ],
)
def test_what_is_wrong_with_the_fences_has_a_name(text: str, fault: str) -> None:
    assert split_front(text) is None
    assert fault_in_fences(text) == fault


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_and_byte_order_marks_say_nothing(start: bytes, end: bytes) -> None:
    content = start + end.join([b"---", b"a: A\xcc\x8a", b"---", b"Text"])
    assert decoded(content) == "---\na: Å\n---\nText"


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_bytes_are_cut_at_the_second_fence(end: bytes) -> None:
    """Before it is known whether they are text; they are whole where there is none."""
    content = end.join([b"---", b"a: \xff", b"---", b"Text"])
    assert front_bytes(content).strip() == end.join([b"---", b"a: \xff"])
    assert front_bytes(b"a: \xff") == b"a: \xff"
