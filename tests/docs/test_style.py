"""The program keeps its style: short functions and modules, names and docstrings that say what a thing is.

`pytest -s tests/docs/test_style.py` prints the figures.
"""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import pytest

from tests.support import project, repeats, style
from tests.support.style import Module, Place

if TYPE_CHECKING:
    from collections.abc import Iterable


PACKAGE = project.ROOT / "hooks" / "idesluss"
MODULES = style.modules_below(PACKAGE)
LARGEST_MEDIAN, LONGEST_FUNCTION, LONGEST_MODULE, LONGEST_REPEATED = 6, 45, 350, 6  # lines
MEASURES = (style.called_without_docstring, style.empty_names, style.unexplained_patterns)
# Names that several modules give, since whoever asks for them does not know which module it is.
INTERFACES = {
    "check": "a rule's judgement of the catalogue",
    "check_change": "a rule's judgement of a change",
    "check_entry": "a rule's judgement of an entry by itself",
    "codeowners": "the command, and the file that it writes",
    "covers": "whether a rule's problem tells the cause of another",
    "page": "the page of a module of pages",
    "pages": "the pages of a module of pages",
}


def listed(places: Iterable[Place]) -> list[str]:
    return sorted(map(str, places))


def test_functions_are_short() -> None:
    """Lines from `def` to the end without the docstring: half of the functions are at most six long."""
    lengths = style.function_lengths(MODULES)
    median, longest = statistics.median(lengths.values()), max(lengths.values())
    print(f"\n{len(lengths)} functions: median {median}, longest {longest}")  # noqa: T201  # the figures
    assert median <= LARGEST_MEDIAN
    assert listed(place for place, length in lengths.items() if length > LONGEST_FUNCTION) == []


def test_modules_are_short() -> None:
    """What is longer holds two things."""
    lengths = {module.path: module.source.count("\n") for module in MODULES}
    print(f"\n{len(lengths)} modules: longest {max(lengths.values())}")  # noqa: T201  # the figures
    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_code_is_written_twice() -> None:
    """What is the same in two places is one thing, and has one."""
    runs = repeats.repeated_runs(MODULES, LONGEST_REPEATED + 1)
    assert [listed(run) for run in runs] == []


def test_modules_and_classes_say_what_they_are() -> None:
    assert listed(style.without_docstring(MODULES)) == []


@pytest.fixture(scope="module", params=MEASURES, ids=lambda measure: str(measure.__name__))
def faults(request: pytest.FixtureRequest) -> list[Place]:
    """What another folder calls, what has a name of its own, or what few read at a glance."""
    return list(request.param(MODULES))


def test_functions_names_and_patterns_say_what_they_are(faults: list[Place]) -> None:
    assert listed(faults) == []


def test_a_public_name_is_one_thing() -> None:
    """Whoever looks for a class or function by its name finds one, but for what modules have in common."""
    shared = style.shared_names(MODULES)
    assert {name: listed(here) for name, here in shared.items() if name not in INTERFACES} == {}
    assert INTERFACES.keys() <= shared.keys()


# What is measured, on modules that are not as they should be


def module(source: str, name: str = "pages.home") -> Module:
    return Module(name, name.replace(".", "/") + ".py", source)


def test_the_length_of_a_function() -> None:
    """Its signature counts, and blank lines and comments; its docstring and decorators do not."""
    signature, docstring = (
        "def count(\n    words: str,\n) -> int:\n",
        '    """How many.\n\n    Of all.\n    """\n',
    )
    source = f"@cache\n{signature}{docstring}\n    # Why.\n    return 1\n"
    assert list(style.function_lengths([module(source)]).values()) == [6]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("told = 1", ["told"]),
        ("def read(found): ...", ["found"]),
        ("def _of(entry): ...\ndef _of_money(entry): ...", ["_of", "_of_money"]),
        ("class Site:\n    data: str\n    def __init__(self): self._held = 1", ["_held", "data"]),
        ("for at, one in enumerate(x): ...", ["one"]),
        ("rows = [info for info in x]", ["info"]),
        ("import json as stuff", ["stuff"]),
        ("try: ...\nexcept OSError as thing: ...", ["thing"]),
        ("match x:\n    case [made, *things]: ...", ["made", "things"]),
        ("_TOLD = 1", ["_TOLD"]),
        ("class Derived:\n    def of(self, entry): ...\nfounded = is_told = problem = 1", []),
    ],
)
def test_a_name_that_says_nothing(source: str, names: list[str]) -> None:
    assert sorted(place.name for place in style.empty_names([module(source)])) == names


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('P = re.compile(r"^(a|b)+(?=c)$")', 1),
        ('import re\n# Why.\nP = re.compile(r"^(a|b)+(?=c)$")', 0),
        ('P = re.compile(r"^(a|b)+(?=c)$")  # why', 0),
        ('P = re.compile(r"^(a|b)+(?=c)$")  # noqa: X1', 1),
        ('# Why.\n\nP = re.compile(r"^(a|b)+(?=c)$")', 1),
        ('def f(x):\n    return re.sub(rf"^(a|b)+{x}(c|d)+$", "", x)', 1),
        ('if re.search("^(a|b)+(?=c)$", x):\n    # Not of the pattern.\n    y = 1', 1),
        ('# Why.\nif re.search("^(a|b)+(?=c)$", x):\n    y = 1', 0),
        ('try:\n    pass\nexcept OSError:\n    P = re.compile("^(a|b)+(?=c)$")', 1),
        ('P = re.compile(r"(a|b)+")', 0),
        (r'P = re.compile(r"[a-z(|)]+ \(\| [0-9]+")', 0),
        ('P = re.compile("[abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ]")', 1),
    ],
)
def test_a_pattern_that_is_not_explained(source: str, count: int) -> None:
    assert len(list(style.unexplained_patterns([module(source)]))) == count


def test_what_another_folder_calls() -> None:
    """By the name that is imported, through a module, through one that passes it on, and as a method."""
    deep = module(
        'def a(): ...\ndef b(): ...\ndef c(): ...\ndef d(): ...\ndef e():\n    "E."\n', "model.deep"
    )
    methods = ("def holds(self): ...", "def _own(self): ...", "@property\n    def name(self): ...")
    own = "class Rule:\n" + "".join(f"    {method}\n" for method in methods)
    package = Module("model", "model/__init__.py", f"from .deep import b\n{own}", is_package=True)
    uses = (
        "from ..model.deep import a, e\nfrom ..model import b, deep\ndeep.c()\nx.holds()\nx._own()\nx.name\n"
    )
    places = style.called_without_docstring([deep, package, module(uses), module("x.d()", "model.other")])
    assert sorted(place.name for place in places) == ["a", "b", "c", "holds"]


def test_what_says_nothing_of_itself() -> None:
    """Private classes need not."""
    source = "class Site: ...\nclass _Own: ...\n"
    assert listed(style.without_docstring([module(source)])) == [
        "pages/home.py:1 Site",
        "pages/home.py:1 pages.home",
    ]


def test_lines_that_stand_twice() -> None:
    """However they are indented, and whatever is said beside them."""
    first = module('"""A."""\nimport x\na = 1\nb = 2\n\n# c\nc = 3\n')
    second = module('import x\ndef read():\n    """A."""\n    a = 1\n    b = 2\n    c = 3\n', "model.deep")
    assert [listed(run) for run in repeats.repeated_runs([first, second], 3)] == [
        ["model/deep.py:4 a = 1", "pages/home.py:3 a = 1"]
    ]
    assert repeats.repeated_runs([first, second], 4) == []


def test_a_name_of_two_things() -> None:
    home, own = (
        module("class Link: ...\ndef _own(): ..."),
        module("class Link: ...\ndef _own(): ...", "model.link"),
    )
    assert {name: listed(here) for name, here in style.shared_names([home, own]).items()} == {
        "Link": ["model/link.py:1 Link", "pages/home.py:1 Link"]
    }
