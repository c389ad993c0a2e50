"""YAML read strictly: text stays text, every value keeps its place, and clever features are refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from ..words.characters import composed, hidden_characters, plain
from .yaml_mistakes import locate_mistake

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 8
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A value and where it stands. Line and column count from 1.

    `value` is text, a list of nodes, or a dict from key to node; `keys` gives the place of each key.
    """

    value: Any
    line: int
    column: int
    length: int = 1
    keys: dict[str, tuple[int, int]] | None = None
    is_bare: bool = False

    @property
    def is_empty(self) -> bool:
        return self.is_bare and self.value == ""

    def plain(self) -> Any:
        """Without places, as `dict`, `list` and `str`; keys without a value are left out."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items() if not node.is_empty}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


class Refused(Exception):  # noqa: N818  # a refusal, not an error of ours
    """The text is not YAML that we accept. `key` names the problem, `values` fill its words."""

    def __init__(self, key: str, line: int, column: int, **values: object) -> None:
        super().__init__(key)
        self.key, self.line, self.column, self.values = key, line, column, values


def read_yaml(text: str, first_line: int = 1) -> Node:
    """Read one YAML document whose first line has the number `first_line`.

    Raises Refused, for whatever text; never another exception.
    """
    lines = text.split("\n")
    reader = _Reader(first_line, lines)
    try:
        # As yaml.parse does, without its steps between one event and the next.
        loader = _Loader(text)
        events = iter(loader.get_event, None)
        return reader.document(reader.judged(events) if "#" in text else events)
    except yaml.YAMLError as error:
        mistake, line, column = locate_mistake(error, lines)
        key, character = f"yaml.{mistake}", lines[line][column : column + 1] or " "
        raise Refused(key, first_line + line, column + 1, character=character) from None
    except (ValueError, UnicodeError):
        raise Refused("yaml.other", first_line, 1) from None


class _Reader:
    """Builds nodes from parse events, so that nothing is built before it has been judged."""

    def __init__(self, first_line: int, lines: list[str]) -> None:
        self.first_line = first_line
        self.lines = lines
        self.depth = 0
        self.flow = 0
        self.indents = [-1]

    def refuse(self, key: str, event: Any, **values: object) -> Refused:
        return self.refuse_at(key, event.start_mark.line, event.start_mark.column, **values)

    def refuse_at(self, key: str, line: int, column: int, **values: object) -> Refused:
        return Refused(f"yaml.{key}", self.first_line + line, column + 1, **values)

    def judged(self, events: Iterator[Any]) -> Iterator[Any]:
        """The events, once what libyaml takes for comments between one and the next has been judged."""
        last = next(events)
        yield last
        try:
            for event in events:
                self.judge_comments(last, event)
                yield event
                last = event
        except yaml.YAMLError:
            # That the text was cut off is what is wrong where the next line cannot be read.
            end = last.end_mark
            if self.line(end.line)[end.column :].lstrip().startswith("#"):
                self.judge_comment(end.line, end.column, is_after_end=_has_end(last))
            raise

    def document(self, events: Iterator[Any]) -> Node:
        root = Node("", self.first_line, 1, is_bare=True)
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.refuse("two_documents", event)
                if event.version or event.tags:
                    raise self.refuse("directive", event)
            elif not isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)):
                root = self.node(event, events)
        return root

    def node(self, event: Any, events: Iterator[Any]) -> Node:
        if type(event) is yaml.ScalarEvent and not event.anchor and not event.tag:
            return self.scalar(event)
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse("alias", event, name=event.anchor)
        if event.anchor:
            raise self.refuse("anchor", event, name=event.anchor)
        if event.tag:
            raise self.refuse("tag", event, name=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.refuse("depth", event, limit=MAX_DEPTH)
        read = self.flow_collection if event.flow_style else self.block_collection
        node = read(event, events)
        self.depth -= 1
        return node

    def scalar(self, event: Any) -> Node:
        start, end = event.start_mark, event.end_mark
        if not event.style:
            value, line, at = event.value, start.line, start.column
            length = end.column - at or 1 if end.line == line else 1
            return Node(composed(value), self.first_line + line, at + 1, length, is_bare=True)
        if event.style in {"'", '"'}:
            self.judge_lines(start, end)
        elif event.style in {"|", ">"}:
            self.judge_comment(start.line, start.column)
            if not event.value.strip():
                self.judge_block(end)
        hidden = next(hidden_characters(event.value), None) if event.style == '"' else None
        if hidden:
            # Written as an escape, since the text itself has been judged.
            place = (self.first_line + start.line, start.column + 1)
            raise Refused("hidden_character", *place, name=hidden[1])
        length = end.column - start.column if end.line == start.line else 1
        line, column = self.first_line + start.line, start.column + 1
        return Node(composed(event.value), line, column, max(length, 1))

    def block_collection(self, event: Any, events: Iterator[Any]) -> Node:
        self.indents.append(event.start_mark.column)
        node, _ = self.collection(event, events)
        self.indents.pop()
        return node

    def flow_collection(self, event: Any, events: Iterator[Any]) -> Node:
        self.flow += 1
        node, end = self.collection(event, events)
        self.flow -= 1
        self.judge_lines(event.start_mark, end)
        return node

    def collection(self, event: Any, events: Iterator[Any]) -> tuple[Node, Any]:
        """The collection, and the mark where it ends."""
        node = Node([], self.first_line + event.start_mark.line, event.start_mark.column + 1)
        if isinstance(event, yaml.MappingStartEvent):
            node.value, node.keys = {}, {}
            return node, self.mapping(node, events)
        return node, self.items(node, events)

    def items(self, node: Node, events: Iterator[Any]) -> Any:
        end, append = yaml.SequenceEndEvent, node.value.append
        for event in events:
            if type(event) is end:
                return event.end_mark
            append(self.node(event, events))
        return None

    def mapping(self, node: Node, events: Iterator[Any]) -> Any:
        keys = node.keys if node.keys is not None else {}
        end, scalar, read, values = yaml.MappingEndEvent, yaml.ScalarEvent, self.node, node.value
        for event in events:
            kind = type(event)
            if kind is end:
                return event.end_mark
            if kind is not scalar:
                key = "alias" if isinstance(event, yaml.AliasEvent) else "complex_key"
                raise self.refuse(key, event, name=getattr(event, "anchor", ""))
            name = read(event, events)
            if name.value == "<<" and name.is_bare:
                raise self.refuse("merge", event)
            if name.value in keys:
                raise self.refuse("duplicate", event, name=plain(name.value, 60), first=keys[name.value][0])
            keys[name.value] = (name.line, name.column)
            values[name.value] = read(next(events), events)
        return None

    def line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    def judge_lines(self, start: Any, end: Any) -> None:
        """Lines of a value stand further in than its field, though libyaml lets them stand anywhere."""
        if self.flow:
            return
        for number in range(start.line + 1, end.line + 1):
            line = self.line(number)
            indent = len(line) - len(line.lstrip(" "))
            is_comment = line.lstrip().startswith("#") and self.line(start.line)[start.column] in "[{"
            if line.strip() and not is_comment and indent <= self.indents[-1]:
                raise self.refuse_at("continued", number, indent)

    def judge_comments(self, last: Any, event: Any) -> None:
        """Comments between two events, where there is nothing else but signs of YAML's own."""
        start, end = last.end_mark, event.start_mark
        for number in range(start.line, end.line + 1):
            first = start.column if number == start.line else 0
            stop = end.column if number == end.line else None
            self.judge_comment(number, first, stop, is_after_end=number == start.line and _has_end(last))

    def judge_comment(
        self, number: int, first: int, stop: int | None = None, *, is_after_end: bool = False
    ) -> None:
        """A comment after something else has a space before its #, and after it too where it could be text.

        libyaml lets one begin right after a quotation mark, bracket or comma, and cuts `Idé #1` off.
        """
        line = self.line(number)
        at = line.find("#", first, stop)
        if at < 0 or not line[:at].strip():
            return
        if line[at - 1] not in " \t":
            raise self.refuse_at("comment", number, at)
        is_note = is_after_end and not line[first:at].strip()
        if line[at + 1 : at + 2].strip(" \t#") and not is_note:
            raise self.refuse_at("cut", number, at)

    def judge_block(self, end: Any) -> None:
        """An empty block whose text libyaml takes for a comment: blank lines above stand further in."""
        number = end.line
        while number < len(self.lines) and not self.line(number).strip():
            number += 1
        line = self.line(number)
        indent = len(line) - len(line.lstrip(" "))
        if indent > self.indents[-1] and line.strip():
            raise self.refuse_at("indent", number, indent)


def _has_end(event: Any) -> bool:
    """Whether a quotation mark or bracket says where the value ends, so that no text can follow."""
    if isinstance(event, yaml.ScalarEvent):
        return event.style in {"'", '"'}
    return isinstance(event, yaml.CollectionEndEvent)
