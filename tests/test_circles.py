"""No two modules import each other, by whatever way; imports for types count."""

from __future__ import annotations

from graphlib import TopologicalSorter

from grimp import build_graph


def test_no_module_leads_back_to_itself() -> None:
    """The contract sees circles between neighbours; this also those of a folder with a module in it."""
    graph = build_graph("idesluss", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(imports) > 100
    TopologicalSorter(imports).prepare()  # raises CycleError with the circle
