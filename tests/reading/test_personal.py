"""Personal data: found however it is written, told where it was written, and nothing else taken for it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.checks import rules, told_by
from idesluss.checks.personal_data import MOST_PER_DOCUMENT
from idesluss.derived.whole import Derived
from idesluss.reading import personal
from idesluss.reading.personal import (
    PersonalData,
    digits,
    find_personal_data,
    is_named_after_somebody,
    mail,
    other_numbers,
    seen,
)
from idesluss.reading.personal.seen import seen_texts
from idesluss.words.characters import composed
from tests.support.regex_steps import CountedPatterns
from tests.support.vectors import own_vectors
from tests.support.work import calls_of, is_linear

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

TODAY = dt.date(2026, 11, 23)
IDEA = "2026/enklare-felanmalan/idea.md"
SPANS: tuple[tuple[personal.Kind, int], ...] = (("mobile", 0), ("number", 2), ("mail", 12))
NUMBER = "000405-9937"
MOST_STEPS = 130  # of all patterns, for each sign that is looked at; one may stand for two digits


def kinds(text: str, today: dt.date = TODAY) -> list[str]:
    return [span.kind for span in find_personal_data(text, today)]


def written(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_personal_data(text, TODAY)]


def test_vectors_are_flagged_and_passed_as_they_say() -> None:
    """Every text of our own vectors is found or let through as it says."""
    items = own_vectors("pii_sv")["items"]
    assert len(items) >= 60
    wrong = [item for item in items if (item["must"] == "flag") != bool(kinds(item["text"]))]
    assert wrong == []


@pytest.mark.parametrize("year", ["1946", "1957", "1973", "2000"])
def test_a_number_is_found_in_every_form(year: str) -> None:
    """With and without century, sign and space; not once a digit of it is another."""
    digits = {"1946": "4608239986", "1957": "5704289999", "1973": "7302889931", "2000": "0002292399"}[year]
    day, serial = digits[:6], digits[6:]
    century = year[:2]
    other = str((int(serial[-1]) + 1) % 10)
    for form in ("{c}{d}{s}", "{d}-{s}", "{c}{d}-{s}", "{d}{s}", "{d} {s}", "{d}+{s}"):
        number = form.format(c=century, d=day, s=serial)
        assert kinds(f"Anmält av {number}, i går.") == ["number"], number
        assert kinds(f"Anmält av {number[:-1]}{other}, i går.") == [], number


@pytest.mark.parametrize(
    ("passes", "is_found"),
    [
        ("000405-9938", "000405-9937"),
        ("20000405-9938", "20000405-9937"),
        ("212000-1447", "090121+9931"),
        ("000405-0007", "200002292399"),
        ("20270405-9930", "19460823-9986"),
        ("000431-9937", "730288-9931"),
        ("000101-E221", "000101-T220"),
        ("000101-E221", "000101-t220"),
        ("2015-11-01-2016-08-31", "2000-04-05-9937"),
        ("200 004 0599 37 12", "2000 04 05 9937"),
        ("1 00 04 05 9937", "00 04 05 9937"),
        ("00040 5 9937", "000405 9937"),
        ("0 0 0 4 0 5 9 9 3 8", "0 0 0 4 0 5 9 9 3 7"),
        ("000405, 9937", "000405 / 9937"),
        ("000405--993", "000405--9937"),
        ("000405,9937", "000405.9937"),
        ("000405;\n9937", "000405\n\n9937"),
        ("000405&#44;9937", "000405&#46;9937"),
        ("000405&amp;9937", "000405&ndash;9937"),
        ("000405&#459937", "000405&#45;9937"),
        ("000405%2C9937", "000405%2D9937"),
        ("000405%3B9937", "000405%E2%80%939937"),
        (r"000405\u002c9937", r"000405\u002d9937"),
        ("000405<b>,</b>9937", "000405<b>-</b>9937"),
        ("000405<!-- 1 -->9<!-- -->38", "000405<!-- > 1 < -->-99<!-- -->37"),
        ("**000405**,**9937**", "**000405**-**9937**"),
        ("`000405`, `9937`", "`000405`-`9937`"),
        (r"000405\,9937", r"000405\-9937"),
        ("\u0660\u0660\u0660\u0664\u0660\u0665", "\u0660\u0660\u0660\u0664\u0660\u0665-9937"),
        ("a0004059937f", "pnr0004059937"),
        ("10004059937", "0004059937"),
        ("0,0004059937", "Nej,0004059937"),
        ("2015-04-05 1630", "2000-04-05 9937"),
        ("19120405 16.30", "19121212 1212"),
        ("20000405\n2097", "20000405\n9937"),
        ("version 2000.04.05-9937", "den 2000.04.05-9937"),
        ("telefon: 0004059937", "telefonen till 0004059937"),
        ("dnr 0004059937", "dnr 000405-9937"),
        ("Bankgiro nr 0004059937", "kontoret 0004059937"),
        ("7302889931 kr", "7302889931 krav"),
        ("f9200004059937", "x200004059937"),
    ],
)
def test_numbers(passes: str, is_found: str) -> None:
    """What is no number passes; what is, is found."""
    assert kinds(passes) == []
    assert kinds(is_found) == ["number"]


@pytest.mark.parametrize("letter", "TRSUWXJKLMNtrsuwxjklmn")
def test_an_interim_number_has_one_of_eleven_letters(letter: str) -> None:
    """In either case; another letter makes it no number."""
    assert kinds(f"000101-{letter}220") == ["number"]
    assert kinds(f"000101-{letter}221") == []
    assert kinds("000101-A220") == []


@pytest.mark.parametrize(
    ("passes", "is_found"),
    [
        ("anna@lerum.example", "anna@gmail.com"),
        ("anna@olive.se", "anna@live.se"),
        ("anna@live.se.example", "anna@Hotmail.SE."),
        ("anna@mail.example", "anna@mail.com"),
        ("look at live.example", "anna at live dot com"),
        ("anna (vid) gmail.com", "anna (a) gmail.com"),
        ("anna @gmail", "anna @ gmail.com"),
        ("snabel-a gmail.com", "anna snabel-a gmail punkt com"),
        ("@gmail.com", "anna@yahoo.co.uk"),
        ("anna&#65;gmail.com", "anna&#64;gmail.com"),
        ("anna&#46;gmail.com", "anna&commat;gmail.com"),
        ("anna%41gmail.com", "anna%40gmail.com"),
        ("<b>@</b>gmail.com", "anna<b>@</b>gmail.com"),
        ("**@gmail.com**", "anna@**gmail**.com"),
        ("anna\uff0bgmail.com", "anna\uff20gmail.com"),
    ],
)
def test_mail(passes: str, is_found: str) -> None:
    """A function's address passes, a private one is found."""
    assert kinds(passes) == []
    assert kinds(is_found) == ["mail"]


@pytest.mark.parametrize(
    ("passes", "is_found"),
    [
        ("lerums.kommun@lerum.example", "fornamn.efternamn@kommun.example"),
        ("innovation.lerum@kommun.example", "anna.ek2@kommun.example"),
        ("registrator@kommun.example", "a.ek@kommun.example"),
        ("lerum.registrator@x.example", "anna_ek@kommun.example"),
        ("byggenheten.norr@x.example", "anna-karin.ek@x.example"),
        ("it.norr@x.example", "birgitta.itback@x.example"),
        ("no-reply@x.example", "åsa.öberg@x.example"),
        ("samhällsbyggnadsnämnden.sekreterare@x.example", "anna.maria.ek@x.example"),
        ("", "anna.ek@annastad.example"),
    ],
)
def test_mailboxes(passes: str, is_found: str) -> None:
    """A mailbox named after somebody is told from one of a function, in whatever words."""
    assert not is_named_after_somebody(passes)
    assert is_named_after_somebody(is_found)


@pytest.mark.parametrize(
    ("passes", "is_found"),
    [
        ("konto 070 123 456-7", "kontoret 070 123 456-7"),
        ("070123" + " 14.56", "070123 4567"),
        ("0302-52 10 00", "070-123 45 67"),
        ("0771-123 456", "0761-123 456"),
        ("08-123 456 78", "072/123 45 67"),
        ("+46 8 123 456 78", "+46 70 123 45 67"),
        ("+47 70 123 45 67", "+46 (0)70-123 45 67"),
        ("004681234567", "0046701234567"),
        ("57.0701234567", "tel:+46-73-123-45-67"),
        ("070-123 45 678", "070.123.45.67"),
        ("SE35 5000 0701 2345 67", "076 \u2013 123 45 67"),
        ("070-123 45", "070-123&nbsp;45 67"),
    ],
)
def test_mobiles(passes: str, is_found: str) -> None:
    """A switchboard passes, a mobile is found."""
    assert kinds(passes) == []
    assert kinds(is_found) == ["mobile"]


def test_the_place_is_that_of_the_words_as_written() -> None:
    """The caret stands under what the author wrote, codes and markup included."""
    assert written("å 000405&#45;9937.") == ["000405&#45;9937"]
    assert written("å **000405**-**9937**.") == ["000405**-**9937"]
    assert written("å 000405<!-- -->-993&#55;!") == ["000405<!-- -->-993&#55;"]
    assert written("a%C3%A5 0004\u200b05-9937, b@gmail.com") == ["0004\u200b05-9937", "b@gmail.com"]


def test_what_overlaps_is_told_once_and_as_the_worst() -> None:
    """Where signs could be a mobile or somebody's number, they are a number."""
    mobile, number, later = (PersonalData(kind, at, at + 10) for kind, at in SPANS)
    assert personal._apart([mobile, later]) == [mobile, later]
    assert personal._apart([mobile, number, number, later]) == [number, later]
    assert kinds(f"{NUMBER} {NUMBER}") == ["number", "number"]


def test_birthdays_lie_between_1890_and_today() -> None:
    """Nobody was born tomorrow, and nobody alive before 1890."""
    assert kinds("20000405-9937", dt.date(2000, 4, 5)) == ["number"]
    assert kinds("20000405-9937", dt.date(2000, 4, 4)) == []
    assert kinds("000405-9937", dt.date(2000, 4, 4)) == ["number"]
    assert kinds("19090527+1474") == ["number"]
    assert kinds("18000405-9937") == []


def test_masked_shows_where_and_not_what() -> None:
    """The line keeps its length and loses the number."""
    text = f"Av {NUMBER} den 2 maj."
    assert personal.masked(text, find_personal_data(text, TODAY)) == "Av ••••••-•••• den 2 maj."


PARTS = [*"0123456789", " ", "-", "+", "\n", "<b>", "<!--", "-->", "&#45;", "&#4", "%2D", "%", "\\u0030", "*"]
PARTS += [
    "\u200b",
    "\u2013",
    "\uff10",
    "T",
    "å",
    "000405",
    "9937",
    "@",
    "gmail",
    ".com",
    "070",
    "(at)",
    "+46",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PARTS), max_size=40).map("".join)))
def test_any_text_can_be_looked_at(text: str) -> None:
    """Nothing is raised, spans lie in the text in order, and a number has its digits."""
    spans = find_personal_data(text, TODAY)
    ends = [0, *(at for span in spans for at in (span.start, span.end))]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text)
    assert len(personal.masked(text, spans)) == len(text)
    for span in spans:
        views = seen_texts(text[span.start : span.end], is_mail=True)
        least = {"number": 9, "mobile": 10, "mail": 0}[span.kind]  # an interim number has a letter
        assert any(sum(sign.isdecimal() for sign in view.text) >= least for view in views)


@given(st.text(st.characters(codec="utf-8"), max_size=30), st.text(st.characters(codec="utf-8"), max_size=30))
def test_a_number_is_found_whatever_surrounds_it(before: str, after: str) -> None:
    """Words round a number do not hide it."""
    text = composed(f"{before}\n\n{NUMBER}\n\n{after}")
    assert any(NUMBER in found for found in written(text))


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "0-",
        "0 ",
        "<",
        "<!--",
        "&#",
        "&#48;",
        "%30",
        "\\x30",
        "0<",
        "@",
        "a@",
        "(at)",
        "000101-",
        "+46 7",
        "00-",
        "0 \n",
        "000101 ",
        "0)(",
        "\u2460",
        "\u246b<",
        "00.04.05.",
    ],
)
def test_hostile_text_is_little_work(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as much of anything is twice the work, without going back and forth.

    How long a quarter of a megabyte takes is measured in the bench.
    """

    def look(size: int) -> None:
        find_personal_data((piece * size)[:size], TODAY)

    look(100)  # what is learnt once about a character is no work of the next text
    assert is_linear(lambda size: calls_of(lambda: look(size)), 2000)
    patterns = CountedPatterns(monkeypatch, digits, other_numbers, mail, seen)

    def steps(size: int) -> int:
        return patterns.steps(lambda: look(size))

    assert is_linear(steps, 400)
    assert 800 <= steps(800) <= MOST_STEPS * 800


def test_one_document_tells_no_more_than_can_be_read(changed: Callable[..., Catalogue]) -> None:
    """A document full of numbers is told of as often as a person can read."""
    catalogue = changed((IDEA, "## Behov", f"## Behov\n\n{f'{NUMBER} ' * 99}"))
    assert len(list(told_by(rules()["personal_number"], Derived(catalogue)))) == MOST_PER_DOCUMENT


def test_no_problem_shows_what_it_found(changed: Callable[..., Catalogue]) -> None:
    """Neither number nor address stands in message, hint or source line, not even that of another rule."""
    line = f"Ring 070-123 45 67, mejla anna@gmail.com eller sök på {NUMBER}."
    catalogue = changed((IDEA, "## Behov", f"## Behov\n\n{line}"))
    derived = Derived(catalogue)
    judging = [rules()[name] for name in ("personal_number", "private_contact")]
    problems = [problem for rule in judging for problem in told_by(rule, derived)]
    assert [problem.severity for problem in problems] == ["error", "warning", "warning"]
    for problem in problems:
        told = f"{problem.message('sv')} {problem.hint('sv')} {problem.place.source}"
        assert not any(secret in told for secret in ("9937", "123", "anna", "gmail"))
        assert len(problem.place.source) == len(line)


def test_a_name_is_told_once(changed: Callable[..., Catalogue]) -> None:
    """A folder named after a number is one mistake, however many files it holds; hidden signs do not help."""
    catalogue = changed()
    catalogue.tree.refuse(f"ideas/2026/{NUMBER}/a.pdf", "stray")
    catalogue.tree.refuse(f"ideas/2026/{NUMBER}/b.pdf", "stray")
    catalogue.tree.refuse("ideas/2026/000405U+00AD-9937.pdf", "place")
    told = [problem.place.path for problem in told_by(rules()["personal_number"], Derived(catalogue))]
    assert told == ["ideas/2026/000405-9937", "ideas/2026/000405U+00AD-9937.pdf"]
