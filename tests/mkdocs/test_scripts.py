"""Where the theme's scripts are placed: together, below a name that follows from all that they hold."""

from __future__ import annotations

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from idesluss.mkdocs.scripts import place_scripts

TEXTS = {"first.js": "1;\n", "shared/dom.js": "2;\n", "browse/page.js": 'import "../shared/dom.js";\n'}


def placed(texts: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Name to address, and address to what is written there; other files stay."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "plugins": []})
    config.validate()
    # Files are made within an event, as MkDocs runs it.
    config.plugins.run_event("startup", command="build", dirty=False)
    sources = {**{f"scripts/{name}": text for name, text in texts.items()}, "assets/other.js": "3;\n"}
    files = Files([File.generated(config, path, content=text) for path, text in sources.items()])
    addresses = place_scripts(files, config)
    written = {file.dest_uri: file.content_string for file in files}
    assert written.pop("assets/other.js") == "3;\n"
    return addresses, written


def test_scripts_keep_their_ways_to_each_other() -> None:
    """In one folder, and nowhere else."""
    addresses, written = placed(TEXTS)
    folder = addresses["first.js"].removesuffix("first.js")
    assert folder.startswith("assets/scripts/")
    assert addresses == {name: f"{folder}{name}" for name in TEXTS}
    assert written == {addresses[name]: text for name, text in TEXTS.items()}


def test_the_same_scripts_have_the_same_addresses() -> None:
    """In whatever order they are found."""
    assert placed(TEXTS)[0] == placed(dict(reversed(TEXTS.items())))[0]


@pytest.mark.parametrize("name", TEXTS)
def test_a_change_of_one_gives_all_new_addresses(name: str) -> None:
    """So that no browser runs a new one with an old one that it has kept."""
    before, _ = placed(TEXTS)
    after, _ = placed({**TEXTS, name: "4;\n"})
    assert all(before[other] != after[other] for other in TEXTS)
    moved, _ = placed({f"{name}x" if other == name else other: text for other, text in TEXTS.items()})
    assert not set(moved.values()) & set(before.values())
