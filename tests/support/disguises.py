"""Personal numbers in every form that people write or hide them in, and what only looks like them.

The numbers are test numbers, which belong to nobody: those of `tests/vectors/pii_sv.json`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

# Personal, coordination and interim numbers, all with their century.
NUMBERS = (
    *("190905271474", "200002292399", "195704289999", "197302889931", "194608239986"),
    *("202107919967", "190901219931", "200004059937", "20000101T220"),
)
# How the signs of a number stand in groups; of those in pairs and single the separators are alike.
DATE_AND_LAST_FOUR = ((8, 4), (6, 4), (2, 6, 4))
PARTS_OF_DATE = ((4, 2, 2, 4), (2, 2, 2, 4))
ALIKE = ((4, 2, 2, 2, 2), (2, 2, 2, 2, 2), (2, 2, 2, 2, 2, 2), (1,) * 10, (1,) * 12)
GAPS = (
    *(
        "-",
        "+",
        " ",
        "",
        ".",
        "/",
        "   ",
        " - ",
        "--",
        "\u2013",
        "\u2014",
        "\u2011",
        "\u2212",
        "\u00a0",
        "\t",
    ),
    *(
        "\n",
        "-\n",
        "\n  ",
        "\n\n",
        " / ",
        " . ",
        "(",
        "[",
        "{",
        ") (",
        "][",
        "|",
        " | ",
        "\u2009\u2009",
        "_",
        ":",
    ),
    *(
        "&#45;",
        "&ndash;",
        "%2D",
        r"\u002d",
        "&nbsp;",
        "*-*",
        "<b>-</b>",
        " <i> </i> ",
        "<!-- x -->",
        "<br>",
        "\u200b",
    ),
)
BETWEEN = ("-", ".", "/", " ", "  ", "\u00a0", "\u2013", "\n", ")(", "] [", "\u200b", "<b></b>")
SCRIPTS = {
    "ASCII": "0123456789",
    "full width": "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19",
    "Arabic": "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669",
    "Devanagari": "\u0966\u0967\u0968\u0969\u096a\u096b\u096c\u096d\u096e\u096f",
    "raised": "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079",
    "lowered": "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089",
    "circled": "\u24ea\u2460\u2461\u2462\u2463\u2464\u2465\u2466\u2467\u2468",
    "black circles": "\u24ff\u2776\u2777\u2778\u2779\u277a\u277b\u277c\u277d\u277e",
    "double circles": "\u24ea\u24f5\u24f6\u24f7\u24f8\u24f9\u24fa\u24fb\u24fc\u24fd",
    "in brackets": "\u24ea\u2474\u2475\u2476\u2477\u2478\u2479\u247a\u247b\u247c",
    "with a point": "\u24ea\u2488\u2489\u248a\u248b\u248c\u248d\u248e\u248f\u2490",
    "bold": "".join(chr(0x1D7CE + digit) for digit in range(10)),
    "Han": "\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d",
    "keycaps": "0123456789",
}
# What a page shows without a mark, written round a part of the number, wherever that begins.
MARKUP: tuple[Callable[[str], str], ...] = (
    lambda part: f"[{part}](https://kommun.example/sida)",
    lambda part: f'[{part}](plan.md "ord")',
    lambda part: f"{part}[^not]",
    lambda part: f"**{part}**",
    lambda part: f"<span><em>{part}</em></span>",
    lambda part: f"<kbd>{part}</kbd>",
    lambda part: f"{part}<!-- https://kommun.example -->",
    lambda part: f"~~{part}~~",
)
FOOTNOTE = "\n\n[^not]: En not.\n"


def grouped(number: str, sizes: tuple[int, ...]) -> list[str]:
    """The last signs of the number in groups of these sizes."""
    signs, groups = number[-sum(sizes) :], []
    for size in sizes:
        groups.append(signs[:size])
        signs = signs[size:]
    return groups


@st.composite
def separated(draw: st.DrawFn) -> tuple[str, str]:
    """A number, and the same in groups with separators, in digits of any script."""
    number = draw(st.sampled_from(NUMBERS))
    sizes = draw(st.sampled_from((*DATE_AND_LAST_FOUR, *PARTS_OF_DATE, *ALIKE)))
    groups = grouped(number, sizes)
    gap = draw(st.sampled_from(GAPS))
    if sizes in ALIKE:
        written = draw(st.sampled_from(BETWEEN)).join(groups)
    elif sizes in PARTS_OF_DATE:
        gap = draw(st.sampled_from([gap for gap in GAPS if "\n\n" not in gap and "|" not in gap]))
        written = f"{draw(st.sampled_from('-./ ')).join(groups[:-1])}{gap}{groups[-1]}"
    else:
        written = f"{' '.join(groups[:-1])}{gap}{groups[-1]}"
    return number, in_script(written, draw(st.sampled_from(sorted(SCRIPTS))))


def in_script(written: str, script: str) -> str:
    """The text with its digits in this script, but for those of codes."""
    if any(sign in written for sign in "&%\\"):
        return written
    digits = SCRIPTS[script]
    shown = written.translate({ord(str(digit)): sign for digit, sign in enumerate(digits)})
    return shown.replace("", "\ufe0f\u20e3")[2:] if script == "keycaps" and "<" not in shown else shown


@st.composite
def in_markup(draw: st.DrawFn) -> tuple[str, str]:
    """A number, and the same with one or two parts of it within markup."""
    number = draw(st.sampled_from(NUMBERS))
    form = draw(st.sampled_from((f"{number[2:8]}-{number[8:]}", f"{number[:8]}-{number[8:]}", number)))
    at, size = draw(st.integers(1, len(form) - 2)), draw(st.integers(1, 4))
    mark = draw(st.sampled_from(MARKUP))
    return number, f"{form[:at]}{mark(form[at : at + size])}{form[at + size :]}"
