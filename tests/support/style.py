"""What the program's style is measured by: lengths, docstrings, names and patterns, from its source."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef
_Placed = ast.stmt | ast.expr | ast.arg | ast.alias | ast.excepthandler | ast.pattern

# Words that say that something is there and not what it is: participles without their noun, and `data`.
EMPTY_NAMES = frozenset(
    {"told", "found", "held", "one", "made", "of", "thing", "things", "stuff", "data", "info"}
)
# `_of_money` lacks the noun that it is the money's.
_LACKS_NOUN = re.compile(r"_of_\w+")
_LONGEST_PLAIN, _LONGEST_CLASS = 12, 40
_MATCHERS = frozenset(
    {"compile", "search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn"}
)
# What stands for itself, in the order of reading: an escaped sign, or a class of characters.
_LITERAL = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
# Remarks to tools, which explain nothing to a reader.
_REMARK = re.compile(r"#\s*(?:noqa|type:|fmt:|pragma)")


@dataclass(frozen=True)
class Place:
    """A name in the source, and where it stands: `history/git.py:12 first_commit`."""

    path: str
    line: int
    name: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.name}"


@dataclass(frozen=True)
class Module:
    """A module of the program: its dotted name in the package, and its path in the package's folder."""

    name: str
    path: str
    source: str
    is_package: bool = False

    @property
    def floor(self) -> str:
        """The folder or lone file that lies directly in the package."""
        return self.path.partition("/")[0]

    @property
    def folder(self) -> str:
        """The folder that it lies in, below the package's."""
        return self.path.rpartition("/")[0]

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @cached_property
    def comments(self) -> dict[int, str]:
        """Line to the comment that stands on it, but for remarks to tools."""
        tokens = tokenize.generate_tokens(io.StringIO(self.source).readline)
        comments = {token.start[0]: token.string for token in tokens if token.type == tokenize.COMMENT}
        return {line: comment for line, comment in comments.items() if not _REMARK.match(comment)}

    def place(self, node: _Placed, name: str) -> Place:
        return Place(self.path, node.lineno, name)


def modules_below(package: Path) -> list[Module]:
    """Every module of a package, in the order of their paths."""
    files = {file.relative_to(package): file for file in sorted(package.rglob("*.py"))}
    return [
        Module(
            name=".".join(path.with_suffix("").parts).removesuffix("__init__").rstrip("."),
            path=path.as_posix(),
            source=file.read_text(encoding="utf-8"),
            is_package=path.name == "__init__.py",
        )
        for path, file in files.items()
    ]


# Lengths


def functions(module: Module) -> Iterator[Function]:
    """Every function and method, also those within others."""
    return (node for node in ast.walk(module.tree) if isinstance(node, Function))


def function_length(function: Function) -> int:
    """Lines from `def` to the end of the body, blank ones and comments too; the docstring does not count.

    What lies within is counted with it, and on its own as well. Decorators stand before `def`.
    """
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1 - _docstring_length(function)


def _docstring_length(function: Function) -> int:
    if ast.get_docstring(function, clean=False) is None:
        return 0
    docstring = function.body[0]
    assert docstring.end_lineno is not None
    return docstring.end_lineno - docstring.lineno + 1


def function_lengths(modules: Iterable[Module]) -> dict[Place, int]:
    """Each function's place to its length in lines."""
    return {
        module.place(function, function.name): function_length(function)
        for module in modules
        for function in functions(module)
    }


# Docstrings


def without_docstring(modules: Iterable[Module]) -> Iterator[Place]:
    """Modules and public classes that say nothing of themselves."""
    for module in modules:
        if ast.get_docstring(module.tree) is None:
            yield Place(module.path, 1, module.name)
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and _is_public(node.name) and ast.get_docstring(node) is None:
                yield module.place(node, node.name)


def called_without_docstring(modules: Iterable[Module]) -> Iterator[Place]:
    """Functions and methods that a module of another folder uses, and that say nothing of what they give."""
    known = {module.name: module for module in modules}
    for name, function_name in sorted(_used_from_other_folders(known)):
        function = _top_level(known[name]).get(function_name)
        if isinstance(function, Function) and ast.get_docstring(function) is None:
            yield known[name].place(function, function_name)
    folders = _folders_that_call(known.values())
    for module in known.values():
        for method in _public_methods(module):
            if folders[method.name] - {module.folder} and ast.get_docstring(method) is None:
                yield module.place(method, method.name)


def _folders_that_call(modules: Iterable[Module]) -> dict[str, set[str]]:
    """The name of a method to the folders where something is asked for it."""
    folders: dict[str, set[str]] = defaultdict(set)
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                folders[node.func.attr].add(module.folder)
    return folders


def _public_methods(module: Module) -> Iterator[Function]:
    """Methods of public classes; a property is read like a value, and its name says which."""
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef) and _is_public(node.name):
            for method in node.body:
                if isinstance(method, Function) and _is_public(method.name) and not _is_property(method):
                    yield method


def _is_property(method: Function) -> bool:
    return any(ast.unparse(decorator).endswith("property") for decorator in method.decorator_list)


def _used_from_other_folders(known: dict[str, Module]) -> set[tuple[str, str]]:
    """Module and name of what is used in another folder than the module's own."""
    return {
        (name, used)
        for module in known.values()
        for name, used in _used(module, known)
        if known[name].folder != module.folder
    }


def _used(module: Module, known: dict[str, Module]) -> Iterator[tuple[str, str]]:
    """Module and name of what a module imports, or asks an imported module for."""
    imported: dict[str, str] = {}
    for source, alias in _imports(module, known):
        within = f"{source}.{alias.name}".lstrip(".")
        if within in known:
            imported[alias.asname or alias.name] = within
        else:
            yield from _origin(source, alias.name, known)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in imported:
            yield from _origin(imported[node.value.id], node.attr, known)


def _imports(module: Module, known: dict[str, Module]) -> Iterator[tuple[str, ast.alias]]:
    """The package's modules that a module imports from, and each name."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            parts = module.name.split(".") if module.name else []
            above = parts[: len(parts) - node.level + module.is_package]
            source = ".".join([*above, *([node.module] if node.module else [])])
            if source in known:
                yield from ((source, alias) for alias in node.names)


def _origin(source: str, name: str, known: dict[str, Module]) -> Iterator[tuple[str, str]]:
    """Where a name is defined, through modules that only pass it on."""
    if name in _top_level(known[source]):
        yield source, name
        return
    for further, alias in _imports(known[source], known):
        if name == (alias.asname or alias.name) and f"{further}.{alias.name}".lstrip(".") not in known:
            yield from _origin(further, alias.name, known)


def _top_level(module: Module) -> dict[str, Function | ast.ClassDef]:
    return {node.name: node for node in module.tree.body if isinstance(node, Function | ast.ClassDef)}


# Names


def shared_names(modules: Iterable[Module]) -> dict[str, list[Place]]:
    """Public functions and classes on the top level of more than one module: name to places."""
    places: dict[str, list[Place]] = defaultdict(list)
    for module in modules:
        for name, node in _top_level(module).items():
            if _is_public(name):
                places[name].append(module.place(node, name))
    return {name: here for name, here in sorted(places.items()) if len(here) > 1}


def empty_names(modules: Iterable[Module]) -> Iterator[Place]:
    """Variables, parameters, attributes, functions and classes whose name says nothing."""
    for module in modules:
        for place in sorted(set(_named(module)), key=lambda place: place.line):
            if place.name.strip("_").lower() in EMPTY_NAMES or _LACKS_NOUN.fullmatch(place.name):
                yield place


def _named(module: Module) -> Iterator[Place]:
    """Everything that the module gives a name. A method may be called `of`: its object says what is given."""
    for node in ast.walk(module.tree):
        match node:
            case ast.FunctionDef(name="of", args=ast.arguments(args=[ast.arg(arg="self"), *_])):
                pass
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield module.place(node, name)
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield module.place(node, name)
            case ast.arg(arg=name) | ast.alias(asname=str(name)) | ast.ExceptHandler(name=str(name)):
                yield module.place(node, name)
            case (
                ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name))
            ):
                yield module.place(node, name)
            case _:
                pass


def _is_public(name: str) -> bool:
    return not name.startswith("_")


# Regular expressions


def unexplained_patterns(modules: Iterable[Module]) -> Iterator[Place]:
    """Regular expressions that are not plain and have no comment, neither above their statement nor in it."""
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.stmt):
                patterns = [pattern for pattern in _patterns(node) if not is_plain(pattern)]
                if patterns and not _is_explained(module, node):
                    yield from (module.place(node, pattern) for pattern in patterns)


def _is_explained(module: Module, statement: ast.stmt) -> bool:
    """Whether a comment stands on the line above the statement, or on one of its own."""
    last = max(getattr(node, "end_lineno", None) or 0 for node in _within(statement))
    return any(line in module.comments for line in range(statement.lineno - 1, last + 1))


def is_plain(pattern: str) -> bool:
    """Whether it is read at a glance: short, or a run of signs and classes with no group and no choice."""
    if len(pattern) <= _LONGEST_PLAIN:
        return True
    rest = _LITERAL.sub("", pattern)
    return len(pattern) <= _LONGEST_CLASS and not set("(|") & set(rest)


def _patterns(statement: ast.stmt) -> Iterator[str]:
    """What the functions of `re` are called with, where it is written out in the statement itself."""
    for node in _within(statement):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=name), args=[pattern, *_]):
                if name in _MATCHERS:
                    yield _written(pattern)
            case _:
                pass


def _within(node: ast.AST) -> Iterator[ast.AST]:
    """What a statement is made of, but for the statements in it."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.stmt):
            yield child
            yield from _within(child)


def _written(pattern: ast.expr) -> str:
    """The parts of a pattern that are written out, joined; nothing for one that stands elsewhere."""
    return "".join(str(node.value) for node in ast.walk(pattern) if isinstance(node, ast.Constant))
