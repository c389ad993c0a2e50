"""Figures counted from the files alone, by code that shares nothing with the program.

A record here is what the fields of one `idea.md` hold, as text, with its `_year`, `_slug` and `_body`, and
with the fields of its plan as `_plan`.
"""

from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING, Any

import yaml

from tests.support import catalogues

if TYPE_CHECKING:
    from pathlib import Path

Record = dict[str, Any]
_WHOLE_DAY = len("2026-11-23")
_NAMES = "januari februari mars april maj juni juli augusti september oktober november december"
MONTHS = _NAMES.split()


def settings(root: Path) -> Record:
    """What catalogue.yml and the files of vocabularies hold, all values as text."""
    read = fields((root / "ideas" / "catalogue.yml").read_text(encoding="utf-8"))
    for file in sorted(root.glob("ideas/vocabularies/*.*")):
        read[file.stem] = _table(file) if file.suffix == ".csv" else fields(file.read_text(encoding="utf-8"))
    return read


def _table(file: Path) -> Record:
    """The titles or names in a table, by their keys."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return {
            row["key"]: {"title": {"sv": row.get("title_sv") or row.get("name")}}
            for row in csv.DictReader(opened)
        }


def records(root: Path) -> list[Record]:
    """What every entry holds, in the order of the folders, but for those about the catalogue itself."""
    every = (_record(file) for file in sorted(root.glob("ideas/*/*/idea.md")))
    return [record for record in every if "about" not in record]


def of_kind(listed: list[Record], *kinds: str) -> list[Record]:
    """Those of these kinds; what names none is an idea."""
    return [record for record in listed if record.get("kind", "idea") in kinds]


def _record(file: Path) -> Record:
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    plan = file.with_name("plan.md")
    more = fields(plan.read_text(encoding="utf-8").split("---\n")[1]) if plan.is_file() else None
    where = {"_year": file.parts[-3], "_slug": file.parts[-2]}
    return {**fields(head), "_plan": more, "_body": body, **where}


def fields(text: str) -> Record:
    """What YAML holds, all values as text."""
    # libyaml's, as PyYAML's own refuses a question mark before a comma.
    read: Record = yaml.load(text, yaml.CBaseLoader)  # noqa: S506  # it makes nothing but text
    return read


def title(settings: Record, vocabulary: str, key: str) -> str:
    """The Swedish title of a term of the process or of another vocabulary."""
    terms = settings["process"].get(vocabulary) or settings[vocabulary]
    words: str = terms[key]["title"]["sv"]
    return words


RUNNING, UNKNOWN = "-running", "-unknown"
STANDINGS = {RUNNING: "Pågår", UNKNOWN: "Utgången är inte känd"}
# Where the pages of those lie that have no key.
ADDRESSES = {RUNNING: "andras-arbete-som-pagar", UNKNOWN: "utgangen-ar-inte-kand"}


def outcomes(settings: Record) -> dict[str, str]:
    """Outcomes in the order of the process, and last what is said where none is given."""
    return {key: title(settings, "outcomes", key) for key in settings["process"]["outcomes"]} | STANDINGS


def standing(record: Record) -> str:
    """Its outcome; else work elsewhere runs until its period is over, and then nobody knows."""
    given: str | None = record.get("outcome")
    is_record = record.get("kind") == "record"
    return given or (RUNNING if is_record and is_running(record) else UNKNOWN)


def terms_of(record: Record) -> dict[str, set[str]]:
    """Section of the site's topics to the values under which the record is found there."""
    in_process = record.get("kind") != "research"
    return {
        "skeden": {record["stage"]} if in_process else set(),
        "utfall": {standing(record)} if in_process else set(),
        "sektorer": {record["sector"]},
        "teman": set(record.get("themes", [])),
        "visionsmal": set(record.get("vision_goals", [])),
        "globala-mal": set(record.get("agenda_goals", [])),
        "kommuner": set(record.get("municipalities", [])),
        "organisationer": organisations(record),
        "utlysningar": {grant["call"] for grant in record.get("grants", []) if "call" in grant},
        "finansiarer": {grant["funder"] for grant in record.get("grants", [])},
        "ursprung": {record[key] for key in ("origin",) if key in record},
        "innovationstyper": {record[key] for key in ("innovation_type",) if key in record},
        "nyckelfaktorer": {factor["factor"] for factor in record.get("key_factors", [])},
        "ar": {record["_year"]},
    }


# Days.


def day(date: str | None) -> dt.date | None:
    """The day of a whole date; a month or a year has none."""
    return dt.date.fromisoformat(date) if date and len(date) == _WHOLE_DAY else None


def last_day(date: str) -> dt.date:
    """The day, or the last one of a month."""
    if whole := day(date):
        return whole
    year, month = map(int, date.split("-"))
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def _first_day(date: str) -> dt.date:
    """The day, or the first one of a month."""
    return day(date) or dt.date.fromisoformat(f"{date}-01")


def month(date: str) -> str:
    """The month in words, with its year."""
    return f"{MONTHS[int(date[5:7]) - 1]} {date[:4]}"


def decisions(record: Record) -> list[Record]:
    listed: list[Record] = record.get("decisions", [])
    return listed


def periods(record: Record) -> list[tuple[str | None, str | None]]:
    """First and last month of each grant and of the plan, where either is known."""
    listed = [*record.get("grants", []), *([record["_plan"].get("period", {})] if record["_plan"] else [])]
    return [(p.get("start"), p.get("end")) for p in listed if p.get("start") or p.get("end")]


def end_of_work(record: Record) -> dt.date | None:
    return max((last_day(until) for _, until in periods(record) if until), default=None)


def came_in(record: Record) -> str | None:
    """When it was submitted, else when its first grant began."""
    starts = [since for since, _ in periods({**record, "_plan": None}) if since]
    first: str | None = record.get("submitted") or min(starts, default=None)
    return first


def waits_since(record: Record) -> str | None:
    """The latest decision, else when it came in."""
    return decisions(record)[-1]["date"] if decisions(record) else came_in(record)


def waited_days(record: Record) -> int | None:
    started = waits_since(record)
    return None if started is None else max(0, (catalogues.TODAY - last_day(started)).days)


def gate_ahead(record: Record, gates: Record) -> str:
    """The gate that leads on from the idea's stage."""
    leading = [key for key, gate in gates.items() if gate["from_stage"] == record["stage"]]
    return next((key for key in leading if gates[key]["to_stage"] != record["stage"]), leading[-1])


def is_running(record: Record) -> bool:
    """Whether a grant or the plan has days left."""
    until = end_of_work(record)
    return until is not None and until >= catalogues.TODAY


def is_late(record: Record, gates: Record) -> bool:
    """Whether the time promised at the gate ahead has passed."""
    promised = int(gates[gate_ahead(record, gates)].get("answer_days", 0))
    started = waits_since(record)
    if record.get("outcome") != "open" or not promised or started is None or is_running(record):
        return False
    return (end_of_work(record) or last_day(started)) + dt.timedelta(days=promised) < catalogues.TODAY


def answer_days(record: Record) -> list[int | None]:
    """Days that each decision took; None where they cannot be measured."""
    days: list[int | None] = []
    start, was_paused = day(record.get("submitted")), False
    for decision in decisions(record):
        stop = day(decision["date"])
        if was_paused or start is None or stop is None:
            days.append(None)
        else:
            work = [(_first_day(first), last_day(last)) for first, last in periods(record) if first and last]
            # Work that went on ends the wait's first part: nobody owed an answer until it was over.
            ends = [min(e, stop) for s, e in work if s <= stop and e > start]
            days.append((stop - max([start, *ends])).days)
        start, was_paused = stop, decision["verdict"] == "hold"
    return days


def closed_on(record: Record, settings: Record) -> str | None:
    """When a final idea was closed; an empty text where nobody knows."""
    if settings["process"]["outcomes"].get(record.get("outcome"), {}).get("is_final") != "true":
        return None
    if decisions(record) and decisions(record)[-1]["verdict"] != "go":
        last: str = decisions(record)[-1]["date"]
        return last
    until = end_of_work(record)
    return str(until) if until and until <= catalogues.TODAY else ""


# Money.


def amount(grant: Record) -> int | None:
    """What came of it in the end, else what was awarded."""
    kronor = grant.get("final", grant.get("awarded"))
    return None if kronor is None else int(kronor)


def grants(listed: list[Record]) -> list[Record]:
    return [grant for record in listed for grant in record.get("grants", [])]


def research_sum(listed: list[Record]) -> int:
    """Of the known amounts of these, what went to research."""
    return known_sum(grants(of_kind(listed, "research")))


def differences(grants: list[Record]) -> list[int]:
    """Final less awarded, of the grants of which both are known."""
    return [
        int(grant["final"]) - int(grant["awarded"]) for grant in grants if {"final", "awarded"} <= {*grant}
    ]


def known_sum(grants: list[Record]) -> int:
    """What those with a known amount come to."""
    return sum(amount(grant) or 0 for grant in grants)


def unknown_amounts(grants: list[Record]) -> int:
    return sum(amount(grant) is None for grant in grants)


def budget(listed: list[Record]) -> list[Record]:
    return [line for record in listed if record["_plan"] for line in record["_plan"].get("budget", [])]


def money(kronor: int) -> str:
    """`181 294 kr`, with plain spaces."""
    return f"{kronor:,} kr".replace(",", " ")


# Sources.


def sources(listed: list[Record]) -> set[str]:
    """The addresses that these, their plans and their grants are told from."""
    named = [source for record in listed for source in record.get("sources", [])]
    named += [source for record in listed if record["_plan"] for source in record["_plan"].get("sources", [])]
    return {source["url"] for source in named} | {g["source"] for g in grants(listed) if "source" in g}


# Organisations.


def coordinator(record: Record) -> str | None:
    holder: Record = record.get("coordinator", {})
    return holder.get("organisation")


def organisations(record: Record) -> set[str]:
    """All that take part, whatever their part."""
    holders = [record.get(name) for name in ("coordinator", "recipient", "owner")]
    holders += [grant.get("coordinator") for grant in record.get("grants", [])]
    return {holder["organisation"] for holder in [*holders, *record.get("partners", [])] if holder}
