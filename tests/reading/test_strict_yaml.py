"""YAML keeps text as text and refuses what can say something else than it seems to."""

from __future__ import annotations

import json
import re
import string
from functools import partial
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from idesluss.reading.document import parse_document
from idesluss.reading.strict_yaml import MAX_DEPTH, Refused, read_yaml
from tests.support.vectors import own_vectors
from tests.support.work import calls_of, is_linear


def refused(text: str, first_line: int = 1) -> tuple[str, int, int]:
    """The key, line and column of a refusal."""
    with pytest.raises(Refused) as caught:
        read_yaml(text, first_line)
    return caught.value.key, caught.value.line, caught.value.column


@pytest.mark.parametrize(
    "value",
    [
        "no",
        "yes",
        "on",
        "null",
        "010",
        "0x1F",
        "12:30",
        "1e3",
        "2026-02-31",
        "2026-11-23",
        "1_000",
        ".inf",
        "true",
    ],
)
def test_no_value_is_converted(value: str) -> None:
    """Every value is the text that stands in the file, as value, key and item."""
    assert read_yaml(f"a: {value}\n{value}: b\nc: [{value}]\n").plain() == {
        "a": value,
        value: "b",
        "c": [value],
    }


def test_keys_without_a_value_are_left_out_but_empty_quotes_are_kept() -> None:
    """An empty field is no field; an empty text is one, and says so."""
    assert read_yaml('a:\nb: ""\nc: x\n').plain() == {"b": "", "c": "x"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ok: 1\na: &x b\n", ("yaml.anchor", 2, 4)),
        ("ok: 1\na: *x\n", ("yaml.alias", 2, 4)),
        ("ok: 1\n*x : a\n", ("yaml.alias", 2, 1)),
        ("ok: 1\n<<: {a: b}\n", ("yaml.merge", 2, 1)),
        ("ok: [1, &x 2]\n", ("yaml.anchor", 1, 9)),
        ("ok: 1\na: !!str b\n", ("yaml.tag", 2, 4)),
        ("ok: 1\na: ! b\n", ("yaml.tag", 2, 4)),
        ("ok: 1\na: !!python/object:os.system x\n", ("yaml.tag", 2, 4)),
        ("ok: 1\na: 2\nok: 3\n", ("yaml.duplicate", 3, 1)),
        ("a:\n  - b: 1\n  - b: 1\n    c: 2\n    b: 3\n", ("yaml.duplicate", 5, 5)),
        ("ok: {a: 1, b: 2, a: 3}\n", ("yaml.duplicate", 1, 18)),
        ("ok: 1\n---\na: 2\n", ("yaml.two_documents", 2, 1)),
        ("ok: 1\n...\na: 2\n", ("yaml.two_documents", 2, 1)),
        ("%YAML 1.2\n---\na: 1\n", ("yaml.directive", 1, 1)),
        ("? [a]\n: b\n", ("yaml.complex_key", 1, 3)),
        ('ok: 1\na: "\\u202E"\n', ("hidden_character", 2, 4)),
        ("å: ä ö: x\n", ("yaml.colon", 1, 7)),
        ("ok: 1\na: 'b\n", ("yaml.quote", 2, 4)),
        ("ok: 1\na: [b,\nc]\n", ("yaml.continued", 3, 1)),
        ("ok: 1\na: [b, # x\n# c\n ]\nb: 'c\n\nd'\n", ("yaml.continued", 7, 1)),
        ("a: |\n  \n x\n", ("yaml.indent", 3, 2)),
    ],
)
def test_refused_at_its_spot(text: str, expected: tuple[str, int, int]) -> None:
    """Each is refused where it stands, after good values before it."""
    assert refused(text) == expected


def test_first_line_moves_every_place() -> None:
    """Front matter begins on the second line of its file."""
    node = read_yaml("a: b\nc:\n  - d\n", first_line=2)
    item = node.value["c"].value[0]
    assert (item.line, item.column, node.keys) == (4, 5, {"a": (2, 1), "c": (3, 1)})
    assert refused("a: b\nc: *d\n", first_line=2) == ("yaml.alias", 3, 4)


def bombs(size: int = 30_000) -> dict[str, str]:
    """Texts that make other readers slow, huge or dead, each of about so many pieces."""
    few = range(1, size // 1000)
    laughs = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in few)
    merges = "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in few)
    return {
        "aliases": laughs,
        "merges": merges,
        "brackets": "a: " + "[" * size,
        "braces": "a: " + "{" * size,
        "closed": "a: " + "[" * size + "]" * size,
        "dashes": "- " * size,
        "questions": "? " * size,
        "keys": "a: " * size,
        "indents": "".join(" " * n + "a:\n" for n in range(size // 75)),
        "quotes": "a: '" + "''" * size,
        "anchors": "&a " * size,
    }


@pytest.mark.parametrize("name", sorted(bombs()))
def test_bombs_are_refused_before_they_are_read(name: str) -> None:
    """Nothing is built before it has been judged: a longer one is refused by as little work.

    How long it takes at the largest size is measured in the bench.
    """
    texts = [bombs(size)[name] for size in (30_000, 60_000)]
    few, many = (calls_of(partial(refused, text)) for text in texts)
    assert many <= few + 10
    assert many <= 300


def test_many_values_are_little_work() -> None:
    """Twice as many fields are twice the work."""

    def read(count: int) -> None:
        read_yaml("".join(f"a{number}: [b, 'c', {{d: e}}]\n" for number in range(count)))

    assert is_linear(lambda count: calls_of(lambda: read(count)), 200)


def test_depth_limit_is_exact() -> None:
    """MAX_DEPTH levels pass, one more is refused at its bracket."""
    deep = "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1)
    assert read_yaml(f"a: {deep}\n").plain()
    assert refused(f"a: [{deep}]\n") == ("yaml.depth", 1, 3 + MAX_DEPTH)


def test_many_shallow_values_do_not_count_as_depth() -> None:
    """Depth is counted on the way down only."""
    assert len(read_yaml("a:\n" + "  - [x]\n" * 500).plain()["a"]) == 500


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case["name"]) for case in own_vectors("yaml_oddities")]
)
def test_oddities_are_read_or_refused(case: dict[str, Any]) -> None:
    """What a conforming reader must refuse is refused, with one problem at a place; the rest is read."""
    document = parse_document("a.yml", case["yaml"].encode())
    assert document.is_readable is (case["must"] == "read")
    assert len(document.problems) == (case["must"] == "refuse")
    assert all(problem.place.line and problem.place.column for problem in document.problems)


WORDS = st.text(st.sampled_from(string.ascii_letters + "åäö 0123456789-_/():!?'\"#,.&*%@[]{}"), max_size=40)
KEYS = st.text(st.sampled_from(string.ascii_lowercase + "_"), min_size=1, max_size=10)


VALUES = WORDS | st.lists(WORDS, max_size=4) | st.dictionaries(KEYS, WORDS, max_size=3)


@given(st.dictionaries(KEYS, VALUES, min_size=1))
def test_quoted_values_come_back_unchanged(values: dict[str, Any]) -> None:
    """What is written in quotes is what is read, at every depth."""
    text = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    assert read_yaml(text).plain() == values


# Parts of lists in brackets; `#c` is text, or a comment that nobody would have meant as one.
PARTS = st.lists(st.sampled_from(["b", "#c", ",", " ", "\n  ", "[", "]", "{", "}", ": ", "'q'", '"r"']))


@given(PARTS)
@example(["]", " ", "#c", "#c"])
def test_no_text_of_a_list_is_lost_as_a_comment(parts: list[str]) -> None:
    """What begins with # is read as text, stands on a line of its own, or follows what has ended."""
    text = f"a: [{''.join(parts)}]\n"
    try:
        read = str(read_yaml(text))
    except Refused:
        return
    notes = re.findall(r"(?:^ *|['\"\]}] +)#.*", text, re.MULTILINE)
    assert read.count("#c") + sum(note.count("#c") for note in notes) >= text.count("#c")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [b, # c\n  d]\n", {"a": ["b", "d"]}),
        ("a: [b,\n  #c\n  d]\n", {"a": ["b", "d"]}),
        ("a: 'b' #c\n", {"a": "b"}),
        ("a: [b] #c\n", {"a": ["b"]}),
        ("a: [b,#c\n  d]\n", ("yaml.comment", 1, 7)),
        ("a: [#c\n  d]\n", ("yaml.comment", 1, 5)),
        ("a: [b\n  ,#c\n  d]\n", ("yaml.comment", 2, 4)),
        ("a: |#c\n  b\n", ("yaml.comment", 1, 5)),
        ("a: [b, #c\n  d]\n", ("yaml.cut", 1, 8)),
        ("a: {b: #c\n  d}\n", ("yaml.cut", 1, 8)),
        ("a: > #c\n  b\n", ("yaml.cut", 1, 6)),
        ("a: # c\nb: d\n", {"b": "d"}),
        ("a: #c\nb: d\n", ("yaml.cut", 1, 4)),
        ("a:\n  - #c\n  - d\n", ("yaml.cut", 2, 5)),
        ("a:\n  b: #c\n  d: e\n", ("yaml.cut", 2, 6)),
        ("a: b #c\n   d: e\n", ("yaml.cut", 1, 6)),
        ("a: 'b' #c\n   d: e\n", ("yaml.indent", 2, 4)),
    ],
)
def test_what_libyaml_takes_for_a_comment(text: str, expected: object) -> None:
    assert (read_yaml(text).plain() if isinstance(expected, dict) else refused(text)) == expected


@given(st.text("[]{}:,-?!&*#|>%@`\"' \n\tabx0~<\\", max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text raises anything but a refusal with a place in the text."""
    try:
        read_yaml(text)
        line = 1
    except Refused as refusal:
        line = refusal.line
    assert 1 <= line <= text.count("\n") + 1
