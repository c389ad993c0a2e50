"""What a neighbour is told of a use becomes a proposed line of its own file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from idesluss.harvesting.use_messages import messages_of_use
from idesluss.history.brought_copies import neighbourhood_at
from idesluss.proposal.supplement import read_supplement
from idesluss.proposal.supplement_answer import receipt_of_supplement
from idesluss.reading.document import parse_document
from tests.support import catalogues, neighbour_data, project

if TYPE_CHECKING:
    from pathlib import Path

SLUG = "lanecykel-vid-stationen"


def lay(tmp_path: Path, *, is_told: bool = False) -> tuple[Path, Path]:
    """A catalogue that uses an idea of its neighbour, and the neighbour, which may know already."""
    theirs = catalogues.lay(tmp_path / "theirs")
    entry = next(
        whole
        for whole in json.loads(neighbour_data.written(tmp_path / "data"))["entries"]
        if whole["slug"] == SLUG
    )
    if is_told:
        entry["idea"]["reused_by"] = [{"organisation": "kommunen", "year": 2026}]
    entry["facts"]["page_sv"] = f"/ideer/2024/{SLUG}/"
    ours = catalogues.lay(tmp_path / "ours", project.BASE)
    neighbour_data.lay(ours, {"storby": [entry]})
    own = ours / "ideas" / "2026" / "enklare-felanmalan" / "idea.md"
    uses = (
        f"uses:\n  - {{ url: 'https://storby.example/ideer/2024/{SLUG}/', title: Lånecykel, year: 2026,"
        " note: Låset. }\n"
    )
    own.write_text(own.read_text(encoding="utf-8").replace("stage:", f"{uses}stage:", 1), encoding="utf-8")
    return ours, theirs


def test_the_message_becomes_a_line_of_the_neighbours_file(tmp_path: Path) -> None:
    ours, theirs = lay(tmp_path)
    found = catalogues.read(ours)
    (message,) = messages_of_use(found, neighbourhood_at(ours, found))
    assert message.path == f"storby/{SLUG}.enklare-felanmalan.md"
    supplement = read_supplement(message.text)
    assert supplement
    assert supplement.kind == "use"
    catalogue = catalogues.read(theirs)
    path = catalogue.by_slug[SLUG].path
    receipt = receipt_of_supplement(catalogue, supplement, (theirs / path).read_text(encoding="utf-8"))
    fields = parse_document("idea.md", receipt.content.encode()).front.plain()
    assert receipt.path == path
    assert fields["reused_by"][-1] == {"organisation": "storby-kommun", "year": "2026", "note": "Låset."}


def test_a_neighbour_that_knows_is_not_told_again(tmp_path: Path) -> None:
    ours, _ = lay(tmp_path, is_told=True)
    found = catalogues.read(ours)
    assert [*messages_of_use(found, neighbourhood_at(ours, found))] == []


def test_the_command_writes_the_messages_and_says_where_they_go(tmp_path: Path) -> None:
    ours, _ = lay(tmp_path)
    done = project.run(ours, "idesluss", "harvest", "--tell", "told", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        f"Wrote told/storby/{SLUG}.enklare-felanmalan.md."
        " Send the text to Grannen storby: ideer@storby.example\n"
    )
    assert (ours / "told" / "storby" / f"{SLUG}.enklare-felanmalan.md").is_file()
