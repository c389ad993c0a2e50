"""Hostile words in every text field, of entries and of the catalogue: shown as words, never as markup."""

from __future__ import annotations

import json
import shutil
import unicodedata
from collections import Counter
from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from idesluss.model import Idea, Plan, Settings
from idesluss.pages import pages_in
from idesluss.reading.document import parse_document
from idesluss.reading.records import validate
from tests.support import catalogues, markup, project

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from idesluss.pages import Published

VECTORS = json.loads((project.HERE / "vectors" / "hostile_text.json").read_text(encoding="utf-8"))["items"]
IDEA = project.RICH / "2024" / "lanecykel-vid-stationen" / "idea.md"
PICTURE = IDEA.with_name("station.jpg")
PLAN = project.BASE / "2025" / "trygg-hemgang" / "plan.md"
SETTINGS = project.BASE / "catalogue.yml"
BODY = "## Behov\n\nText.\n"
RISKS = "risks:\n  - risk: Snö\n    response: Skotta\n"
RECORDS: dict[str, Any] = {"idea.md": Idea, "plan.md": Plan, "catalogue.yml": Settings}
INDEXES = {"organisationer", "organisations", "kommuner", "municipalities"}
LAUNDERED = {"href", "src", "id", "class", "lang", "rel", "role"}
Skeleton = Counter[tuple[str, frozenset[tuple[str, str]]]]


def leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every value that is no collection."""
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from leaves(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from leaves(value)
    elif isinstance(node, yaml.ScalarNode):
        yield node


class File:
    """A file's YAML with the places where any words may stand."""

    def __init__(self, path: Path, more: str = "") -> None:
        self.name = path.name
        text = path.read_text(encoding="utf-8")
        head = text if path.suffix == ".yml" else text.split("---\n")[1]
        root = yaml.compose(head + more, yaml.CSafeLoader)
        assert root is not None
        self.root = root
        self.texts = [leaf for leaf in leaves(self.root) if self.accepts({id(leaf): "Prov av ord."})]

    def filled(self, words: dict[int, str]) -> str:
        """The file with some values exchanged for these words, in double quotes."""
        kept = []
        for leaf in leaves(self.root):
            if id(leaf) in words:
                kept.append((leaf, leaf.value, leaf.style, leaf.tag))
                leaf.value, leaf.style, leaf.tag = words[id(leaf)], '"', "tag:yaml.org,2002:str"
        told = yaml.serialize(self.root, Dumper=yaml.CSafeDumper, allow_unicode=True, width=100_000)
        for leaf, value, style, tag in kept:
            leaf.value, leaf.style, leaf.tag = value, style, tag
        return told if self.name.endswith(".yml") else f"---\n{told}---\n\n{BODY}"

    def accepts(self, words: dict[int, str]) -> bool:
        document = parse_document(self.name, self.filled(words).encode("utf-8", "surrogatepass"))
        made, problems = validate(document, RECORDS[self.name])
        return made is not None and not problems and not document.problems

    def takes(self, text: str) -> bool:
        """Whether the reader lets this text stand somewhere."""
        return any(self.accepts({id(leaf): text}) for leaf in self.texts[:2])


class Pair:
    """The same catalogue twice: with hostile words, and with a word of its own in each of their places."""

    def __init__(self, root: Path) -> None:
        self.roots = (root / "hostile", root / "harmless")
        self.shown: dict[str, tuple[list[str], list[str]]] = {}
        for folder in self.roots:
            catalogues.lay(folder)
        idea, plan = File(IDEA), File(PLAN, RISKS)
        self.texts: list[str] = []
        for number, vector in enumerate(VECTORS):
            text = vector["text"]
            if idea.takes(text):
                self.texts.append(text)
                self.write(f"2024/fientlig-{number}", [(idea, [text]), (plan, [text])])
        self.write("", [(File(SETTINGS), self.texts)])
        self.hostile, self.harmless = (
            catalogues.publish_all(catalogues.read(folder)) for folder in self.roots
        )

    def write(self, folder: str, files: list[tuple[File, list[str]]]) -> None:
        told: tuple[list[str], list[str]] = ([], [])
        for file, texts in files:
            wanted = {id(leaf): text for leaf, text in zip(file.texts, cycle(texts), strict=False)}
            passes = file.accepts(wanted)
            hostile = {at: text for at, text in wanted.items() if passes or file.accepts({at: text})}
            harmless = {at: f"Ord{n}{file.name[:4]} ett" for n, at in enumerate(hostile)}
            for root, words in zip(self.roots, (hostile, harmless), strict=True):
                path = root / "ideas" / folder / file.name
                path.parent.mkdir(exist_ok=True)
                text = file.filled(words)
                if "aliases: [lanecykel]" in text:
                    text = text.replace("[lanecykel]", f"[{path.parent.name}-forr]")
                path.write_text(text, encoding="utf-8")
                if file.name == "idea.md":
                    shutil.copy(PICTURE, path.parent)
            told[0].extend(hostile.values())
            told[1].extend(harmless.values())
        self.shown[folder] = told


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return Pair(tmp_path_factory.mktemp("hostile"))


def skeleton(page: str) -> Skeleton:
    """Every element with its attributes; the values of those that no words belong in.

    Which ideas are alike does depend on their words, so that list is left out.
    """
    html = page.removeprefix("<!doctype html>\n")
    whole = markup.tree(html)
    alike = {id(e) for part in whole.all("div", "alike") for e in part}
    return Counter(
        (e.tag, frozenset((name, value if name in LAUNDERED else "") for name, value in e.attributes.items()))
        for e in whole
        if id(e) not in alike and "alike" not in e.attributes.get("class", "").split()
    )


def test_enough_is_tried(pair: Pair) -> None:
    """Most vectors are accepted somewhere, in most text fields; the rest are refused as they are read."""
    assert len(pair.texts) >= 12
    assert len(pair.shown[""][0]) >= 60
    assert min(len(told[0]) for folder, told in pair.shown.items() if folder) >= 25


def kinds(found: Skeleton) -> set[tuple[str, frozenset[str]]]:
    """Each kind of element with the names of its attributes."""
    return {(tag, frozenset(name for name, _ in attributes)) for tag, attributes in found}


def test_no_element_or_attribute_comes_of_words(pair: Pair) -> None:
    """Each page has the same elements and attributes, whatever the words are."""
    assert pair.hostile.keys() == pair.harmless.keys()
    pages = [catalogues.text_in(pair.harmless, path) for path in pair.harmless if path.endswith(".html")]
    usual = set[tuple[str, frozenset[str]]]().union(*(kinds(skeleton(page)) for page in pages))
    for path in pair.hostile:
        if path.endswith(".html"):
            both_sides = (pair.hostile, pair.harmless)
            hostile, harmless = (skeleton(catalogues.text_in(side, path)) for side in both_sides)
            if f"/{path}".split("/")[-2] in INDEXES:  # under which letters names stand depends on the names
                assert kinds(hostile) <= usual, path
            else:
                assert hostile == harmless, path


def test_titles_and_descriptions_are_words_on_one_line(pair: Pair) -> None:
    """What the frame shows is the text itself; it is escaped there."""
    for page in pages_in(pair.hostile.values()):
        assert "\n" not in page.title + page.description
        assert len(page.description) <= 2000


def both(pages: Mapping[str, Published], folder: str) -> str:
    year, name = folder.split("/")
    found = [
        catalogues.text_in(pages, f"{start}/{year}/{name}/index.html") for start in ("ideer", "en/ideas")
    ]
    trees = [markup.tree(page) for page in found]
    pictures = [element.attributes["alt"] for tree in trees for element in tree.all("img")]
    return " ".join([*(tree.text for tree in trees), *pictures])


def test_hostile_words_are_shown_as_they_are(pair: Pair) -> None:
    """Nothing is cut away; only spaces and the way that å is coded are made one."""
    for folder, (hostile, _) in pair.shown.items():
        if folder:
            text = both(pair.hostile, folder)
            spaced = (" ".join(unicodedata.normalize("NFC", words).split()) for words in hostile)
            assert all(words in text for words in spaced), folder


def test_every_text_of_an_idea_is_shown(pair: Pair) -> None:
    """What somebody has written in a field stands on the idea's page, in one language at least."""
    for folder, (_, harmless) in pair.shown.items():
        if folder:
            text = both(pair.harmless, folder)
            assert [words for words in harmless if words not in text] == [], folder
