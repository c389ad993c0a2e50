"""Real records of grants: their facts, and a catalogue that tells of them.

The facts lie in `tests/catalogues/records`. A study and the project that follows it are told as one entry.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import yaml

from idesluss.words.characters import slugify
from tests.support import project

if TYPE_CHECKING:
    from pathlib import Path

FACTS = project.HERE / "catalogues" / "records" / "records.json"
COUNT = 36
READ = "2026-11-20"


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What the sources say of one grant, or of a programme; None is what no source says."""

    slug: str
    kind: Literal["study", "project", "research", "programme"]
    title: str
    title_en: str | None
    reference: str | None
    coordinator: str
    unit: str | None
    awarded: int | None
    start: str | None
    end: str | None
    status: Literal["closed", "ongoing"] | None
    call: str | None
    round: str | None
    municipalities: list[str]
    partners: list[str]
    follows: str | None
    source: str
    sources: list[str]
    unknown: list[str]

    @property
    def is_grant(self) -> bool:
        """A programme has a page of its own, and no grant."""
        return self.kind != "programme"


def recorded() -> list[RecordFacts]:
    """All records, studies before the projects that follow them."""
    return [RecordFacts(**facts) for facts in json.loads(FACTS.read_text(encoding="utf-8"))]


def entry_names(records: list[RecordFacts]) -> dict[str, str]:
    """Record to the name of the entry or call that tells of it."""
    following = {record.follows: record.slug for record in records if record.kind == "project"}
    told_with = {r.slug: following.get(r.slug, r.slug) if r.kind == "study" else r.slug for r in records}
    return {
        slug: name.removeprefix("program-").removesuffix("-forstudie") for slug, name in told_with.items()
    }


def add_records(root: Path) -> Path:
    """Write the records into the catalogue of `root`, and their names into its settings."""
    records = recorded()
    names = entry_names(records)
    settings = root / "ideas" / "catalogue.yml"
    _write(settings, _settings(settings.read_text(encoding="utf-8"), records))
    for name in dict.fromkeys(names[record.slug] for record in records if record.is_grant):
        grants = [record for record in records if names[record.slug] == name]
        year = next((record.start[:4] for record in grants if record.start), "2013")
        _write(root / "ideas" / year / name / "idea.md", f"---\n{_yaml(_entry(grants))}---\n{_text(grants)}")
    for programme in (record for record in records if not record.is_grant):
        _write(root / "ideas" / "calls" / f"{names[programme.slug]}.md", _call(programme.title, programme))
    for call in {record.call: record for record in records if record.call}.values():
        _write(root / "ideas" / "calls" / f"{slugify(str(call.call))}.md", _call(str(call.call), call))
    return root


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _yaml(fields: dict[str, Any]) -> str:
    return yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)


def _settings(text: str, records: list[RecordFacts]) -> str:
    settings = yaml.load(text, yaml.CBaseLoader)  # noqa: S506  # it makes nothing but text
    places = [place for record in records for place in record.municipalities]
    organisations = [name for record in records for name in (record.coordinator, *record.partners)]
    settings["municipalities"] |= {slugify(place): place for place in places}
    settings["organisations"] |= {slugify(n): {"name": n, "kind": "municipality"} for n in organisations}
    settings["funders"] |= {"vinnova": {"title": {"sv": "Vinnova", "en": "Vinnova"}}}
    return _yaml(settings)


def _entry(grants: list[RecordFacts]) -> dict[str, Any]:
    """The fields of an entry that tells of these grants."""
    last = grants[-1]
    sources = dict.fromkeys(source for record in grants for source in record.sources)
    partners = dict.fromkeys(partner for record in grants for partner in record.partners)
    fields: dict[str, Any] = {
        "kind": "research" if last.kind == "research" else "record",
        "title": last.title,
        "summary": f"Vad källorna säger om {last.title}.",
        "sector": "samhallsbyggnad",
        "municipalities": list(dict.fromkeys(slugify(p) for r in grants for p in r.municipalities)),
        "coordinator": _coordinator(last),
        "partners": [{"organisation": slugify(partner)} for partner in partners],
        "grants": [_grant(record) for record in grants],
        "sources": [{"url": source, "read": READ} for source in sources],
    }
    if last.kind != "research":
        fields |= {"stage": "feasibility" if last.kind == "study" else "project"}
        fields |= {"outcome": "completed"} if last.status == "closed" else {}
    return {name: value for name, value in fields.items() if value != []}


def _coordinator(record: RecordFacts) -> dict[str, str]:
    unit = {"unit": record.unit} if record.unit else {}
    return {"organisation": slugify(record.coordinator), **unit}


def _grant(record: RecordFacts) -> dict[str, Any]:
    fields = {
        "funder": "vinnova",
        "title": record.title,
        "title_en": record.title_en,
        "reference": record.reference,
        "call": slugify(record.call) if record.call else None,
        "round": record.round,
        "coordinator": _coordinator(record),
        "awarded": record.awarded,
        "start": record.start,
        "end": record.end,
        "reported_status": record.status,
        "source": record.source,
        "read": READ,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _text(grants: list[RecordFacts]) -> str:
    """What came of it stands in the records' own places; here only the heading that is asked for."""
    is_completed = grants[-1].status == "closed" and grants[-1].kind != "research"
    return "\n## Viktiga resultat\n\nDet som källorna säger.\n" if is_completed else "\n## Om\n\nKällorna.\n"


def _call(title: str, record: RecordFacts) -> str:
    fields = {
        "title": title,
        "summary": f"Vad källorna säger om {title}.",
        "kind": "programme" if record.kind == "programme" else "call",
        "funders": ["vinnova"],
        "sources": [{"url": source, "read": READ} for source in record.sources],
    }
    return f"---\n{_yaml(fields)}---\n\nText.\n"
