"""A page is made from named values: what writes it sees neither the whole catalogue nor what is derived."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment, nodes

import idesluss.pages
from idesluss.catalogue.catalogue import Catalogue
from idesluss.catalogue.entry import Entry
from idesluss.derived.facts import EntryFacts
from idesluss.derived.whole import Derived
from idesluss.history.timeline import Timeline
from idesluss.pages import publish
from idesluss.pages.base.site import Site
from idesluss.pages.base.writer import Writer
from idesluss.words import LANGUAGES
from tests.support import catalogues

if TYPE_CHECKING:
    from idesluss.words import Language

PAGES = Path(idesluss.pages.__file__).parent
TEMPLATES = sorted(path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*.html"))
MODULES = sorted(path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*.py"))
WHOLE = (Catalogue, Derived, Entry, EntryFacts, ModuleType, Site, Timeline)
NAMES = {kind.__name__ for kind in WHOLE}
# Names by which a template could reach for the whole.
REACHES = {"catalogue", "derived", "site", "writer"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def parsed(template: str) -> nodes.Template:
    return Environment(autoescape=True).parse((PAGES / template).read_text(encoding="utf-8"))


def functions(module: str) -> list[Function]:
    tree = ast.parse((PAGES / module).read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def argument_types(function: Function) -> set[str]:
    """The names in the types of all arguments."""
    arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    types = [argument.annotation for argument in arguments if argument.annotation]
    return {node.id for kind in types for node in ast.walk(kind) if isinstance(node, ast.Name)}


def writes(function: Function) -> bool:
    """Whether the function fills a template."""
    calls = (ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call))
    return any(call.endswith(("writer.page", "writer.fragment")) for call in calls)


def reached(value: object, way: str, seen: set[int]) -> Iterator[tuple[str, object]]:
    """Everything that can be reached from a value by its parts, with the way there."""
    if id(value) in seen:
        return
    seen.add(id(value))
    yield way, value
    bound = getattr(value, "__self__", None) if callable(value) else None
    if bound is not None and not isinstance(bound, ModuleType):  # built-in functions are bound to theirs
        yield from reached(bound, f"{way}.__self__", seen)
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from reached(key, f"{way}{{}}", seen)
            yield from reached(part, f"{way}[{key!r}]", seen)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for at, part in enumerate(value):
            yield from reached(part, f"{way}[{at}]", seen)
    elif is_dataclass(value):
        for field in fields(value):
            yield from reached(getattr(value, field.name), f"{way}.{field.name}", seen)


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, dict[str, Any]]]:
    """Every template that is filled when the rich catalogue is published, with the values it is given."""
    filled: list[tuple[str, dict[str, Any]]] = []
    whole = Writer.fragment

    def fragment(self: Writer, template: str, /, **values: object) -> Any:
        filled.append((template, values))
        return whole(self, template, **values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Writer, "fragment", fragment)
        root = catalogues.lay(tmp_path_factory.mktemp("values"))
        publish(Derived(catalogues.read(root)), [], history=Timeline({}))
        broken = root / "ideas" / "2026" / "quiet-hour" / "idea.md"
        broken.write_text(broken.read_text(encoding="utf-8").replace("resident", "<b>"), encoding="utf-8")
        catalogues.publish_all(catalogues.read(root))
    return filled


def test_values_hold_nothing_of_the_whole(given: list[tuple[str, dict[str, Any]]]) -> None:
    """No part of what a page is given is the catalogue, an entry of it, what is derived from it, or code."""
    assert len({template for template, _ in given}) > 20
    for template, values in given:
        for way, value in reached(values, "", set()):
            assert not isinstance(value, WHOLE), f"{template}: {way} is {type(value).__name__}"
            assert not callable(value), f"{template}: {way} is {value!r}"


def test_values_do_not_change(given: list[tuple[str, dict[str, Any]]]) -> None:
    """The records that a page is given are frozen, so that a page depends on nothing that comes later."""
    for template, values in given:
        for way, value in reached(values, "", set()):
            if is_dataclass(value) and type(value).__module__.startswith("idesluss.pages"):
                parameters: Any = getattr(value, "__dataclass_params__", None)
                assert parameters.frozen, f"{template}: {way}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_know_words_and_settings_alone(language: Language, tmp_path: Path) -> None:
    """What a template can name without being given it comes of the writer, who holds no catalogue."""
    writer = Writer(catalogues.read(catalogues.lay(tmp_path)).settings, language)
    for way, value in reached(vars(writer), "writer", set()):
        assert not isinstance(value, WHOLE), way
    for way, value in reached(dict(writer._templates.globals), "", set()):
        assert not isinstance(value, WHOLE), way


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_reaches_for_the_whole(template: str) -> None:
    """By name, or as a part of something else."""
    tree = parsed(template)
    names = {node.name for node in tree.find_all(nodes.Name)}
    assert not (names | {node.attr for node in tree.find_all(nodes.Getattr)}) & REACHES


@pytest.mark.parametrize("template", TEMPLATES)
def test_templates_can_be_read(template: str) -> None:
    """No line is longer than a reader has room for."""
    lines = (PAGES / template).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 120] == []


@pytest.mark.parametrize("module", MODULES)
def test_what_writes_takes_values(module: str) -> None:
    """A function that fills a template, or takes a writer, sees no site: it gathers nothing."""
    for function in functions(module):
        if writes(function):
            assert not argument_types(function) & NAMES, f"{function.name} writes a page"
        if "Writer" in argument_types(function):
            assert not argument_types(function) & {"Site", "Catalogue", "Derived"}, function.name


def test_there_is_something_to_judge() -> None:
    """The rules above have functions that write, and templates, to look at."""
    assert sum(writes(function) for module in MODULES for function in functions(module)) > 15
    assert len(TEMPLATES) > 40
