"""Tables as spreadsheets save them: every cell keeps its place, and nothing is guessed or run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from idesluss.model.settings import VOCABULARIES
from idesluss.reading.table import MOST_PROBLEMS, TermTable, parse_table
from idesluss.reading.table_columns import columns_of
from tests.support.work import calls_of, is_linear

HEADER = "key,title_sv,title_en,help_sv,help_en"
ROW = 'stad,Stad,Town,"Gator, torg och ""rum""",Streets'


def table(*lines: str, vocabulary: str = "themes") -> TermTable:
    return parse_table(f"ideas/vocabularies/{vocabulary}.csv", "\n".join(lines).encode(), vocabulary)


def spots(read: TermTable) -> list[tuple[str, int, int, str]]:
    """Key, line, column and name of the column of each problem."""
    places = [(problem.key.removeprefix("vocabulary."), problem.place) for problem in read.problems]
    return [(key, place.line, place.column, place.cell) for key, place in places]


STAD = {"title": {"sv": "Stad", "en": "Town"}, "help": {"sv": 'Gator, torg och "rum"', "en": "Streets"}}


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}\n{ROW}\n",
        f"\ufeff{HEADER}\r\n{ROW}\r\n",
        f"{HEADER}\n{ROW}",
        f"\n{HEADER}\n\n{ROW}\n,,,,\n\n",
        f'{HEADER.replace(",", ";")}\nstad;Stad;Town;"Gator, torg och ""rum""";Streets\n',
        'key,title_sv,title_en,help_sv,help_en,,\nstad, Stad ,Town,"Gator, torg och ""rum""",Streets,,\n',
        'help_en,key,title_en,title_sv,help_sv\nStreets,stad,Town,Stad,"Gator, torg\noch ""rum"""\n',
    ],
    ids=["plain", "bom-crlf", "no-end", "blank-rows", "semicolons", "more-separators", "order-and-lines"],
)
def test_forms_of_the_same_table_are_equal(text: str) -> None:
    """Separator, line ends, byte order mark, blank rows and the order of columns change nothing."""
    read = parse_table("themes.csv", text.encode(), "themes")
    assert read.problems == []
    plain = read.front.plain()
    plain["stad"]["help"]["sv"] = plain["stad"]["help"]["sv"].replace("\n", " ")  # as every field's value is
    assert plain == {"stad": STAD}


def test_a_column_without_a_language_holds_in_all() -> None:
    """But where a language has words of its own."""
    read = table(
        "key,name,name_en,kind,url",
        "vinnova,Vinnova,,agency,https://www.vinnova.se",
        "labb,Labbet,The Lab,company",
        vocabulary="organisations",
    )
    assert read.front.plain() == {
        "vinnova": {"name": "Vinnova", "kind": "agency", "url": "https://www.vinnova.se"},
        "labb": {"name": {"sv": "Labbet", "en": "The Lab"}, "kind": "company"},
    }


def test_terms_that_are_names_and_lists_in_a_cell() -> None:
    assert table("key,name", "ale,Ale", vocabulary="municipalities").front.plain() == {"ale": {"name": "Ale"}}
    read = table("key,title,approvers", "skola,Skola,rektor granskare", vocabulary="sectors")
    assert read.front.plain() == {"skola": {"title": "Skola", "approvers": ["rektor", "granskare"]}}


def test_every_cell_has_its_place() -> None:
    """Its line, the sign that it begins at, and the name of its column; also below a text of two lines."""
    read = table(HEADER, 'stad,"Sta""d",Town,"a\n\nb",Streets', "by,By,,,")
    assert [
        (place.line, place.column, place.cell)
        for place in (
            read.place_of("stad"),
            read.place_of("stad", "title", "en"),
            read.place_of("stad", "help", "sv"),
            read.place_of("stad", "help", "en"),
            read.place_of("by", "title", "sv"),
        )
    ] == [(2, 1, "key"), (2, 15, "title_en"), (2, 20, "help_sv"), (4, 4, "help_en"), (5, 4, "title_sv")]
    assert read.place_of("stad", "title", "en").source[14:18] == "Town"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["title_sv"], ("no_column", 1, 1, "")),
        (["key,help_sv"], ("no_column", 1, 1, "")),
        (["key,titel_sv"], ("column", 1, 5, "")),
        (["key\ttitle_sv"], ("column", 1, 1, "")),
        ([HEADER, "a,b,c,d,e,f"], ("wide", 2, 11, "")),
        ([HEADER, "a,b,c,d,e,"], ("wide", 2, 11, "")),
        ([f"{HEADER},", "a,b,c,d,e,f"], ("no_name", 2, 11, "")),
        ([f"{HEADER},,", "a,b,c,d,e,f,"], ("no_name", 2, 11, "")),
        ([HEADER, ",b"], ("no_key", 2, 1, "key")),
        ([HEADER, "a,,,d"], ("empty", 2, 3, "title_sv")),
        ([HEADER, "a"], ("empty", 2, 1, "key")),
        ([HEADER, "a,b", "a,c"], ("key_twice", 3, 1, "key")),
        ([HEADER, 'a,"b"c'], ("after_quote", 2, 1, "")),
        ([HEADER, 'a,"b', "c,d"], ("quote", 2, 1, "")),
        ([HEADER, "a,=1+1"], ("formula", 2, 3, "title_sv")),
        ([HEADER, 'a,"  =1+1"'], ("formula", 2, 3, "title_sv")),
        ([HEADER, "a,@b"], ("formula", 2, 3, "title_sv")),
        ([HEADER, "-a,b"], ("formula", 2, 1, "key")),
        ([HEADER, "a,b\0"], ("hidden_character", 2, 4, "")),
    ],
)
def test_refused_at_its_spot(lines: list[str], expected: tuple[str, int, int, str]) -> None:
    assert spots(table(*lines)) == [expected]


def test_a_table_of_nothing_lacks_every_column() -> None:
    assert spots(table("")) == [("no_column", 1, 1, "")] * 2


@pytest.mark.parametrize("content", ["name;å".encode("cp1252"), "key,title".encode("utf-16")])
def test_another_encoding_is_told_of(content: bytes) -> None:
    """What a spreadsheet saves where nobody chooses UTF-8."""
    (problem,) = parse_table("themes.csv", content, "themes").problems
    assert problem.rule == "encoding"


@pytest.mark.parametrize(
    "content",
    [
        "a\n" * 100_000,
        f"{HEADER}\n" + "a\n" * 100_000,
        f"{HEADER}\n" + ",b\n" * 60_000,
        "," * 19_000,
        f"{HEADER}\n" + '"a\n"' * 9_000,
    ],
    ids=["header-of-one", "empty", "no-keys", "columns", "quotes"],
)
def test_hostile_tables_are_told_of_in_few_problems(content: str) -> None:
    assert 0 < len(parse_table("themes.csv", content.encode(), "themes").problems) <= MOST_PROBLEMS


def test_many_rows_are_little_work() -> None:
    """Twice as many rows are twice the work."""

    def read(count: int) -> None:
        assert not table(HEADER, *(f'a{number},"b","c",d' for number in range(count))).problems

    assert is_linear(lambda count: calls_of(lambda: read(count)), 200)


CELLS = st.text(st.sampled_from('ab ,;"\n=å'), max_size=6)


@given(st.sampled_from(",;"), st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=5))
@example(",", [["a", '"', "\n,"]])
def test_what_a_spreadsheet_writes_is_read_as_it_was(sign: str, rows: list[list[str]]) -> None:
    """Rows that Python's own writer saves: each cell that passes is what was put in, at its very place."""
    out = io.StringIO()
    csv.writer(out, delimiter=sign, lineterminator="\r\n").writerows(
        [["key", "title", "help_sv", "help_en"], *rows]
    )
    read = parse_table("themes.csv", out.getvalue().encode(), "themes")
    known = {tuple(cell.strip() for cell in row if cell.strip()) for row in rows}
    for key, term in read.front.value.items():
        fields = [term.value["title"], *(term.value["help"].value.values() if "help" in term.value else ())]
        assert (key, *(field.value for field in fields)) in known
        for field in fields:
            written = read.lines[field.line - 1][field.column - 1 :]
            assert written.lstrip('" ')[:1] in {field.value[0], ""} or field.value[0] == '"'


@given(st.binary(max_size=300), st.sampled_from(VOCABULARIES))
def test_no_bytes_raise(content: bytes, vocabulary: str) -> None:
    """Whatever a file holds, it is read or told of."""
    read = parse_table(f"{vocabulary}.csv", content, vocabulary)
    assert read.problems or isinstance(read.front.value, dict)
    assert [problem.message("sv") for problem in read.problems if not problem.hint("en")] == []


@given(st.text(st.sampled_from('key,;title_svn"\n=- '), max_size=80), st.sampled_from(VOCABULARIES))
def test_no_text_of_separators_and_quotes_raises(text: str, vocabulary: str) -> None:
    parse_table(f"{vocabulary}.csv", f"key,{','.join(columns_of(vocabulary))}\n{text}".encode(), vocabulary)
