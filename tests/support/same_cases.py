"""What Python and the site's scripts both do: cases with what Python makes of them, which both are held to.

They lie in `tests/scripts/cases/`; the scripts' tests read the same files.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
import re
from typing import TYPE_CHECKING, Any

from idesluss.model.values import LONGEST_SLUG, MAIL
from idesluss.pages.forms import propose
from idesluss.proposal import folder_name, idea_file, questions
from idesluss.proposal.plain_text import typed_as_line, typed_as_markdown
from idesluss.reading.strict_yaml import Refused, read_yaml
from idesluss.search.stems import WORD, bare_word
from idesluss.words import LANGUAGES, template
from idesluss.words.characters import composed, slugify
from idesluss.words.formats import day, number
from tests.support import project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from idesluss.model import Settings

Cases = dict[str, Any]
FOLDER = project.HERE / "scripts" / "cases"
DAY = dt.date.fromisoformat(project.TODAY)
# Letters of Latin, Greek and Cyrillic, signs of letters, and wide ones: blocks that Unicode adds nothing to.
RANGES = ((0x0000, 0x052F), (0x1E00, 0x1FFF), (0x2100, 0x218F), (0xFB00, 0xFB06), (0xFF00, 0xFFEF))
BLOCK = 32
TEXTS = (
    "Trygga hemgångar, för ALLA!",
    "Idé & café: smörgåstårta à la carte",
    "Straße, STRASSE, Maß",
    "E\u0301lan a\u030angrar ö",
    "Åre · Ängelholm · Öckerö · Ærø",
    "2:a försöket 3½ år ² ①",
    "naïve façade Żółć Đorđe Łódź",
    "ΣΊΣΥΦΟΣ σίσυφος ΜΆΪΟΣ",
    "Привет, Ёлка й",
    "ﬁnansiering ﬀ \u017fkola µg K Å",
    "e-post_adress under_streck",
    "हिन्दी தமிழ் ஔவை ไทย ൌ",
    "한국어 日本語",
    "a\u200bb ord\u00addelning",
)
TITLES = (
    *TEXTS,
    "Behov på sikt",
    "---",
    "💚",
    "Ett mycket långt namn " * 6,
    "å" * 200,
    f"{'a' * (LONGEST_SLUG - 1)} b",
    "№ 5 ™ ㎏ ½",
)
HOSTILE = (
    'Citat "inne" och \\ snedstreck',
    "# Rubrik\n\n## En till\n=====\n---\n***\n> citat",
    "<script>alert(1)</script> & &amp; &#60;",
    "[länk](javascript:alert(1)) ![bild](x.png) [ref]: http://x [^1]",
    "```\nkod\n~~~\n    indrag\n\tflik",
    "e\u0301 å a\u030a \u200b\u202e\u00ad\ufeff \u2028ny rad\u0085",
    "rad ett\r\nrad två\rrad tre\n\n\n\nrad fyra   ",
    "ett: två #tre {fyra} [fem] *sex* !sju %åtta @nio `tio`",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 ❤️ 💚",
    "---\ntitle: ny\n---\n::stop-commands::x $(id) $& $1",
)
# What typed texts and YAML are put together of.
_TYPED = (
    *"aåÅ \n\t\r#>-=*_`<&;]([:\\\"'",
    "\n\n\n",
    "&amp;",
    "\u00a0",
    "\u2028",
    "\u200b",
    "\u0301",
    "$&",
    "💚",
    "1.",
)
_YAML = (
    *"aå\"':#[]{}-|>\\&*!%@`,?\t~",
    ": ",
    " #",
    "- ",
    "\\n",
    "\\u00e5",
    "null",
    "12",
    "yes",
    "''",
    "\n  ",
    "\n\n  ",
    " ",
)
_MAILS = (
    "a@b.se",
    "namn.efternamn@kommun.example.se",
    "å@b.se",
    "a@b",
    "a@@b.se",
    "a b@c.se",
    "<a@b.se>",
    '"a"@b.se',
    "a@B.SE",
    "a@b.se\n",
    f"{'x' * 65}@b.se",
    "a@-.se",
)


def pieced(pieces: tuple[str, ...], seed: int, count: int, longest: int) -> Iterator[str]:
    """So many texts of at most so many pieces; the same ones each time."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    for _ in range(count):
        yield "".join(chance.choices(pieces, k=chance.randint(1, longest)))


def words_in(text: str) -> list[str]:
    """As the lexicon takes them from a text that has been read."""
    return [word.casefold() for word in WORD.findall(composed(text))]


def fold_cases() -> Cases:
    """Words, words without marks, and slugs: of texts, and of every letter as digests of blocks."""
    return {
        "words": [[text, words_in(text)] for text in TEXTS],
        "bare": [[word, bare_word(word)] for text in TEXTS for word in words_in(text)],
        "longest": LONGEST_SLUG,
        "slugs": [[title, folder_name(title)] for title in TITLES],
        "block": BLOCK,
        "letters": [
            [first, _digest(range(first, min(first + BLOCK, last + 1)))]
            for start, last in RANGES
            for first in range(start, last + 1, BLOCK)
        ],
        "ranges": RANGES,
    }


def _digest(points: range) -> str:
    lines = [
        "|".join((slugify(f"a{letter}b"), *map(bare_word, words_in(f"x {letter}"))))
        for letter in map(chr, points)
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def format_cases() -> Cases:
    """Numbers and days as each language writes them."""
    numbers = (0, 7, 999, 1000, 12345, 1234567)
    days = [dt.date(2026, month, 3 + month) for month in range(1, 13)]
    return {
        "numbers": [
            [language, value, number(value, language)] for language in LANGUAGES for value in numbers
        ],
        "days": [
            [str(template("language.open_graph", language)).replace("_", "-"), str(date), day(date, language)]
            for language in LANGUAGES
            for date in days
        ],
    }


def idea_cases(settings: Settings) -> Cases:
    """Files of ideas from answers, texts as they are typed, and fields as they are read."""
    asked = questions(settings)
    return {
        "form": json.loads(json.dumps(propose._for_script(settings, asked, "sv"))),
        "day": str(DAY),
        "files": [_file(settings, answers) for answers in _answers()],
        "texts": [
            [typed, typed_as_line(typed), typed_as_markdown(typed)]
            for typed in (*HOSTILE, *pieced(_TYPED, 14, 300, 12))
        ],
        "mails": [[words, bool(re.fullmatch(MAIL, words))] for words in _MAILS],
        "fields": [[field, typed_as_line(value)] for field in _fields() if (value := _read(field))],
    }


def _answers() -> Iterator[dict[str, Any]]:
    """Answers of each kind, with hostile words in each; the last one gives hardly any."""
    for words in HOSTILE:
        yield {
            "title": f"Idé {words}",
            "summary": f"Den som vill något mer. {words}",
            "section.need": words,
            "section.benefit": words,
            "origin": "resident",
            "sector": "vard-och-omsorg",
            "themes": [],
            "agenda_goals": ["3", "11"],
        }
    yield {"title": "Kort", "summary": "", "themes": [], "section.need": " "}


def _file(settings: Settings, answers: dict[str, Any]) -> Cases:
    theirs = {name: tuple(value) if isinstance(value, list) else value for name, value in answers.items()}
    written = idea_file(theirs, settings, DAY, "sv")
    return {"answers": answers, "file": written, "name": folder_name(typed_as_line(answers["title"]))}


def _fields() -> Iterator[str]:
    yield from (f"title: {words}" for words in pieced(_YAML, 41, 1500, 6))


def _read(field: str) -> str | None:
    """The title as the reader of files has it; nothing where it refuses or finds no text."""
    try:
        value = read_yaml(field).plain().get("title")
    except Refused:
        return None
    return value if isinstance(value, str) else None
