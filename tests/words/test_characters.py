# ruff: noqa: RUF001  # letters of other scripts are what is tried
"""What cannot be seen is refused; every script and sign that people write passes."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.words import characters as text

PASSES = {
    "swedish": "Räksmörgås på Åland – ”så här”, 50 % kl. 12:30…",
    "sámi": "Sámi giella: čáhci, đ, ŋ, š, ŧ, ž, ïhke",
    "arabic": "مرحبا بالعالم، هذا اختبار ١٢٣",
    "arabic with marks": "بِسْمِ ٱللَّهِ",
    "hebrew": "שָׁלוֹם עוֹלָם",
    "persian non-joiner": "می\u200cخواهم کتاب\u200cها",
    "yiddish": "ייִדיש",
    "hindi": "नमस्ते दुनिया",
    "hindi joiner": "क्\u200dष",
    "sinhala joiner": "ශ්\u200dරී ලංකා",
    "thai": "สวัสดี",
    "chinese": "漢字かな交じり文",
    "korean": "한국어",
    "family": "👨\u200d👩\u200d👧\u200d👦",
    "skin tones": "👩🏽\u200d🚀 🧑🏻\u200d🤝\u200d🧑🏿",
    "heart on fire": "❤\ufe0f\u200d🔥",
    "text and emoji style": "☎\ufe0e ☎\ufe0f ™\ufe0f ©\ufe0f ℹ\ufe0f 〰\ufe0f ‼\ufe0f",
    "keycaps": "1\ufe0f\u20e3 #\ufe0f\u20e3 *\ufe0f\u20e3",
    "flags": "🇸🇪 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏳\ufe0f\u200d🌈 🏴\u200d☠\ufe0f",
    "spaces": "5\u00a0000 kr\u202f–\u2009x\ty\nz",
}
HIDDEN = {
    "soft hyphen": "in\u00adno",
    "zero width space": "a\u200bb",
    "joiner between letters": "a\u200db",
    "non-joiner between letters": "a\u200cb",
    "joiner last": "👨\u200d",
    "override": "a\u202eb",
    "isolate": "a\u2066b\u2069",
    "mark": "a\u200fb",
    "arabic letter mark": "a\u061cb",
    "byte order mark inside": "a\ufeffb",
    "line separator": "a\u2028b",
    "paragraph separator": "a\u2029b",
    "next line": "a\u0085b",
    "NUL": "a\x00b",
    "escape": "a\x1b[31mb",
    "delete": "a\x7fb",
    "C1": "a\x9bb",
    "tags": "a\U000e0041b",
    "variation on a letter": "a\ufe0fb",
    "more variations": "a\U000e0100b",
    "hangul filler": "a\u3164b",
    "halfwidth filler": "a\uffa0b",
    "private use": "a\ue000b",
    "private plane": "a\U000f0000b",
    "replacement": "f\ufffdr",
    "noncharacter": "a\uffffb",
    "surrogate": "a\ud800b",
    "invisible times": "a\u2062b",
    "musical": "a\U0001d173b",
    "shorthand": "a\U0001bca0b",
    "mongolian": "a\u180eb",
    "flag without end": "🏴\U000e0067\U000e0062b",
}
# Signs that the standard counts as format characters, though they have a shape of their own.
SEEN = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13460)}


@pytest.mark.parametrize("name", PASSES)
def test_writing_passes(name: str) -> None:
    """People's scripts, emoji and flags have no hidden characters."""
    assert list(text.hidden_characters(PASSES[name])) == []


@pytest.mark.parametrize("name", HIDDEN)
def test_hidden_is_found_after_good_text(name: str) -> None:
    """A hidden character is found with its offset, with good text of every script before it."""
    before = " ".join(PASSES.values()) + "\n"
    found = list(text.hidden_characters(before + HIDDEN[name]))
    at = next(at for at, _ in enumerate(HIDDEN[name]) if list(text.hidden_characters(HIDDEN[name][: at + 1])))
    assert found
    assert found[0][0] == len(before) + at
    assert found[0][1].startswith("U+")


def test_every_control_and_format_character_is_hidden() -> None:
    """Between two letters, no control, format, private or surrogate character passes."""
    passed = [
        f"U+{code:04X}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
        and chr(code) not in "\t\n"
        and code not in SEEN
        and not list(text.hidden_characters(f"a{chr(code)}b"))
    ]
    assert passed == []


@pytest.mark.parametrize(
    ("given", "slug"),
    [
        ("Behov på sikt", "behov-pa-sikt"),
        ("  ÅÄÖ – åäö!  ", "aao-aao"),
        ("Straße & Øl", "strasse-l"),
        ("---", ""),
        ("漢字", ""),
        ("a_b.c", "a-b-c"),
    ],
)
def test_slugify(given: str, slug: str) -> None:
    """A slug has a–z, 0–9 and single hyphens only."""
    assert text.slugify(given) == slug


def test_fold_ignores_case_width_and_spacing() -> None:
    """Headings are the same however they are spaced."""
    assert text.fold(" Viktiga\u00a0 RESULTAT ") == text.fold("viktiga resultat")
    assert text.fold("Behov") != text.fold("Nytta")


def test_plain_escapes_and_cuts() -> None:
    """A line of a log cannot be broken, coloured or turned round."""
    assert text.plain("a\n::error::\x1b[31m\u202e") == "a\\n::error::\\x1b[31m\\u202e"
    assert text.plain("å" * 300, 10) == "å" * 9 + "…"


@given(st.text(st.characters(codec=None), max_size=100))
def test_plain_is_always_one_printable_line(given: str) -> None:
    """Whatever comes in, one line that any terminal can take comes out."""
    shown = text.plain(given)
    assert shown.isprintable()
    shown.encode("utf-8")


@given(st.text(max_size=80))
def test_slug_is_stable(given: str) -> None:
    """A slug of a slug is the slug."""
    assert text.slugify(text.slugify(given)) == text.slugify(given)


@given(st.text(max_size=80))
def test_composed_is_nfc(given: str) -> None:
    """å is one character."""
    assert unicodedata.is_normalized("NFC", text.composed(given))
