"""Registers as neighbours: every record of two real ones is told, under the register's own names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.harvesting.register import register_copy
from idesluss.model.neighbour import Neighbour
from idesluss.neighbours.copies import copy_text
from idesluss.words.characters import fold
from tests.support import catalogues, project
from tests.support.beside import beside
from tests.support.proofs import MEASURED
from tests.support.register_imports import REGISTERS, records_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.register_imports import Register

pytestmark = pytest.mark.prove


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.map_name)
def test_every_record_is_told_as_the_registers(
    register: Register, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    found = catalogues.read(catalogues.lay(tmp_path, project.BASE))
    url = f"https://register.example/{register.file.rpartition('/')[2]}"
    neighbour = Neighbour(name="Registret", url=url, map=register.map_name)
    copy = register_copy(beside(f"corpora/{register.file}").read_bytes(), neighbour, found)
    titles = {fold(str(record[register.facts["title"]] or "")) for record in records_of(register)}
    told = [idea for idea in copy.ideas if fold(idea.said("title", "sv")[0]) in titles]
    size = len(copy_text(copy).encode()) / 1e6
    record_property(
        MEASURED,
        f"{len(copy.ideas):,} of {register.size:,} told, {len(told):,} by the very title, {size:.1f} MB",
    )
    assert {idea.kind for idea in copy.ideas} == {"record"}
    assert len(copy.ideas) >= 0.99 * register.size
    assert all(idea.facets for idea in copy.ideas)
    assert len(told) >= 0.9 * len(copy.ideas)
