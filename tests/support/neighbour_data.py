"""What neighbours hand out in tests: catalogues of a few ideas as their own program writes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from idesluss.model.neighbour import Neighbour
from idesluss.neighbours.copies import FOLDER, Neighbourhood, copy_path, copy_text
from idesluss.neighbours.distilled import distilled
from tests.support import catalogues, exported

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from idesluss.neighbours.harvested import NeighbourCopy

Json = dict[str, Any]
_SETTINGS = {
    "name": "Katalogen i {name}",
    "language": "sv",
    "site_url": "https://{key}.example/",
    "contact": "ideer@{key}.example",
    "licences": {"text": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}},
    "process": {
        "proposer": "idegivare",
        "stages": {"project": {"title": {"sv": "Projekt", "en": "Project"}}},
        "outcomes": {
            "open": {"title": {"sv": "Öppen", "en": "Open"}},
            "completed": {"title": {"sv": "Genomförd", "en": "Completed"}, "is_final": True},
            "withdrawn": {"title": {"sv": "Åter"}, "is_final": True, "deciders": ["idegivare"]},
            "merged": {
                "title": {"sv": "Förd"},
                "is_final": True,
                "requires": [{"name": "idea.relations.merged_into"}],
            },
        },
        "sections": {"need": {"title": {"sv": "Behov", "en": "Need"}, "use": "need"}},
    },
    "sectors": {"vard": {"title": {"sv": "Vård", "en": "Care"}}},
    "themes": {"halsa": {"title": {"sv": "Hälsa", "en": "Health"}}},
    "organisations": {"kommunen": {"name": {"sv": "{name} kommun"}}},
}


def written(root: Path) -> bytes:
    """`catalogue.json` of the tests' rich catalogue, as the program writes it."""
    found = catalogues.read(catalogues.lay(root))
    return exported.files_of(found)["data/v1/catalogue.json"]


def idea(slug: str, title: str, summary: str, need: str = "", **more: Any) -> Json:
    """An entry with a page."""
    facts = {"page_sv": f"ideer/2024/{slug}/", "first_date": "2024-03-01"}
    fields = {"title": title, "summary": summary, "language": "sv", "sector": "vard", **more}
    return {"slug": slug, "idea": fields, "text": f"## Behov\n\n{need}\n" if need else "", "facts": facts}


def catalogue(key: str, *entries: Json, name: Any = "", version: Any = 1, **settings: Any) -> Json:
    """A whole catalogue of these entries."""
    own = json.loads(json.dumps(_SETTINGS).replace("{name}", name or key.capitalize()).replace("{key}", key))
    return {
        "version": version,
        "as_of": "2026-11-20",
        "catalogue": {**own, **settings},
        "entries": [*entries],
    }


def as_bytes(whole: Mapping[str, Any]) -> bytes:
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", "surrogatepass")


def settings(neighbours: Mapping[str, str], **fields: str) -> str:
    """Lines of catalogue.yml with neighbours by key at their addresses."""
    more = "".join(f", {name}: {value}" for name, value in fields.items())
    rows = (f"  {key}: {{ name: Grannen {key}, url: '{url}'{more} }}\n" for key, url in neighbours.items())
    return "neighbours:\n" + "".join(rows)


def neighbourhood(told: Mapping[str, Sequence[Json]]) -> Neighbourhood:
    """Neighbours by key with what they tell, as if it had been fetched."""
    neighbours = {key: Neighbour(name=f"Grannen {key}", url=url_of(key)) for key in told}
    copies = {key: copy_of(key, *entries) for key, entries in told.items()}
    return Neighbourhood(neighbours, copies)


def url_of(key: str) -> str:
    return f"https://{key}.example/data/v1/catalogue.json"


def copy_of(key: str, *entries: Json) -> NeighbourCopy:
    """What is kept of a catalogue of these entries."""
    copy = distilled(as_bytes(catalogue(key, *entries)), url_of(key), catalogues.TODAY)
    return copy.model_copy(update={"fetched": "2026-11-22T03:00:00+00:00"})


def lay(root: Path, told: Mapping[str, Sequence[Json]]) -> Path:
    """The neighbours in the settings of a catalogue that lies there, and their copies beside it."""
    with (root / "ideas" / "catalogue.yml").open("a", encoding="utf-8") as file:
        file.write(settings({key: url_of(key) for key in told}))
    (root / FOLDER).mkdir()
    for key, entries in told.items():
        (root / copy_path(key)).write_text(copy_text(copy_of(key, *entries)), encoding="utf-8")
    return root
