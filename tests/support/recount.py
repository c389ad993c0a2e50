"""Counting again: the files' YAML and the pages' HTML, read by code that shares nothing with the program."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import yaml

from tests.support import project, shown

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.pages import Published

Record = dict[str, Any]
Rows = dict[str, list[str]]
SHIPPED = project.ROOT / "ideas"
NONE = "–"
MADE = {
    # Answered in time, late, in time, and in time once the grant had run out; reused, and with lessons.
    "2025/broar-i-parken": """---
title: Broar i parken
summary: Den som har rullator ska kunna gå runt hela dammen, också när det har regnat.
stage: project
outcome: completed
submitted: 2025-01-10
origin: employee
sector: samhallsbyggnad
coordinator: { organisation: storby-kommun }
municipalities: [storby]
grants:
  - { funder: vinnova, awarded: 300000, final: 280000, start: 2025-06-01, end: 2025-08-20 }
  - { funder: egen-insats, awarded: 0, start: 2025-06-01, end: 2025-08-20 }
  - { funder: egen-insats, awarded: 40000 }
decisions:
  - { gate: G1, date: 2025-02-01, verdict: go, role: granskare, reason: Många har frågat. }
  - { gate: G2, date: 2025-05-01, verdict: revise, role: granskare, reason: Kostnaden saknas. }
  - { gate: G2, date: 2025-05-20, verdict: go, role: granskare, reason: Nu finns den. }
  - { gate: G3, date: 2025-09-01, verdict: go, role: granskare, reason: Det höll i regn. }
reused_by:
  - { organisation: omsorgslabbet, year: 2026 }
  - { organisation: storby-kommun, year: 2026 }
---

## Lärdomar

Räcket ska vara på båda sidor, annars vågar ingen gå där när det är halt.
""",
    # On hold for a year, which no promise covers; then answered late.
    "2024/klocka-pa-torget": """---
title: Klocka på torget
summary: Den som väntar på bussen ska se vad klockan är, utan att ta fram sin telefon.
stage: assessment
outcome: open
submitted: 2024-01-01
sector: samhallsbyggnad
decisions:
  - { gate: G1, date: 2024-01-10, verdict: hold, role: granskare, reason: Torget byggs om. }
  - { gate: G1, date: 2025-01-10, verdict: go, role: granskare, reason: Torget är färdigt. }
---
""",
    # Answered late, by a decision that is one day over.
    "2024/lampa-vid-skolan": """---
title: Lampa vid skolan
summary: Den som går till skolan på vintern ska se var vägen tar slut och diket börjar.
stage: assessment
outcome: open
submitted: 2024-05-01
sector: vard-och-omsorg
origin: resident
decisions:
  - { gate: G1, date: 2024-06-01, verdict: go, role: granskare, reason: Det är mörkt. }
---
""",
    # Merged without a decision: nobody knows when; nor when it came in.
    "2024/stolar-i-hallen": """---
title: Stolar i hallen
summary: Den som väntar i kommunhuset ska kunna sitta ner medan numret ropas upp.
stage: idea
outcome: merged
sector: samhallsbyggnad
---
""",
    # Open, and nobody knows since when.
    "2024/vagn-i-biblioteket": """---
title: Vagn i biblioteket
summary: Den som lånar många böcker ska kunna köra dem till bilen utan att bära allt.
stage: idea
outcome: open
sector: vard-och-omsorg
origin: resident
---
""",
}


def lay(folder: Path, content: str) -> Path:
    """The `shipped` catalogue as it is, or the rich content with ideas `made` to have all sorts."""
    if content == "shipped":
        return shown.lay(folder, SHIPPED)
    shown.lay(folder)
    for place, text in MADE.items():
        file = folder / "ideas" / place / "idea.md"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return folder


def settings(root: Path) -> Record:
    return _yaml((root / "ideas" / "catalogue.yml").read_text(encoding="utf-8"))


def records(root: Path) -> list[Record]:
    """The fields of every idea.md as text, with those of its plan, and its text."""
    found = []
    for file in sorted(root.glob("ideas/*/*/idea.md")):
        _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
        plan = file.with_name("plan.md")
        more = _yaml(plan.read_text(encoding="utf-8").split("---\n")[1]) if plan.is_file() else None
        found.append({**_yaml(head), "_plan": more, "_body": body})
    return found


def _yaml(text: str) -> Record:
    # libyaml's, as PyYAML's own refuses a question mark before a comma.
    found: Record = yaml.load(text, yaml.CBaseLoader)  # noqa: S506  # it makes nothing but text
    return found


def opened(pages: dict[str, Published], path: str) -> shown.Element:
    return shown.tree(shown.text_in(pages, path).replace("\u00a0", " ").replace("\u202f", " "))


def title(settings: Record, vocabulary: str, key: str) -> str:
    held = settings["process"].get(vocabulary) or settings[vocabulary]
    told: str = held[key]["title"]["sv"]
    return told


def outcomes(settings: Record) -> dict[str | None, str]:
    """Outcomes in the order of the process, and last what no source tells."""
    return {
        **{key: title(settings, "outcomes", key) for key in settings["process"]["outcomes"]},
        None: "Utfall saknas",
    }


def number(text: str) -> int:
    """The first number of a text, with spaces between its thousands."""
    found = re.search(r"\d{1,3}(?: \d{3})+|\d+", text)
    assert found, text
    return int(found[0].replace(" ", ""))


def numbers(text: str) -> list[int]:
    return [int(found.replace(" ", "")) for found in re.findall(r"\b\d{1,3}(?: \d{3})*\b", text)]


def heads(page: shown.Element, chart: str) -> list[str]:
    return [cell.text for cell in page.by_id(chart).one("thead").all("th")]


def table(page: shown.Element, chart: str) -> Rows:
    """A chart's table: what each row is called, and its cells; an absent table has no rows."""
    found = page.by_id(chart).all("table")
    rows = [row for part in found for row in part.all("tr") if row.all("th")[0].attributes["scope"] == "row"]
    return {row.one("th").text: [cell.text for cell in row.all("td")] for row in rows}


def column(page: shown.Element, chart: str, name: str) -> dict[str, str]:
    at = heads(page, chart).index(name) - 1
    return {row: cells[at] for row, cells in table(page, chart).items()}


def counters(page: shown.Element) -> dict[str, shown.Element]:
    return {found.one("dt").text: found for found in page.all("div", "figure")}


def value(page: shown.Element, name: str) -> str:
    return counters(page)[name].one(class_="figure__value").text


def day(told: str | None) -> dt.date | None:
    return dt.date.fromisoformat(told) if told and len(told) == len("2026-11-23") else None


def last_day(told: str) -> dt.date:
    found = day(told)
    if found:
        return found
    year, month = map(int, told.split("-"))
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def decisions(record: Record) -> list[Record]:
    found: list[Record] = record.get("decisions", [])
    return found


def periods(record: Record) -> list[tuple[str | None, str | None]]:
    held = [*record.get("grants", []), *([record["_plan"].get("period", {})] if record["_plan"] else [])]
    return [(p.get("start"), p.get("end")) for p in held if p.get("start") or p.get("end")]


def end(record: Record) -> dt.date | None:
    return max((last_day(until) for _, until in periods(record) if until), default=None)


def came(record: Record) -> str | None:
    starts = [since for since, _ in periods({**record, "_plan": None}) if since]
    first: str | None = record.get("submitted") or min(starts, default=None)
    return first


def since(record: Record) -> str | None:
    """The latest decision, else when it came."""
    return decisions(record)[-1]["date"] if decisions(record) else came(record)


def ahead(record: Record, gates: Record) -> str:
    """The gate that leads on from the idea's stage."""
    leading = [k for k, gate in gates.items() if gate["from_stage"] == record["stage"]]
    return next((key for key in leading if gates[key]["to_stage"] != record["stage"]), leading[-1])


def is_running(record: Record) -> bool:
    until = end(record)
    return until is not None and until >= shown.TODAY


def is_late(record: Record, gates: Record) -> bool:
    promised = int(gates[ahead(record, gates)].get("answer_days", 0))
    started = since(record)
    if record.get("outcome") != "open" or not promised or started is None or is_running(record):
        return False
    return (end(record) or last_day(started)) + dt.timedelta(days=promised) < shown.TODAY


def waited(record: Record) -> int | None:
    started = since(record)
    return None if started is None else max(0, (shown.TODAY - last_day(started)).days)


def amount(grant: Record) -> int | None:
    told = grant.get("final", grant.get("awarded"))
    return None if told is None else int(told)


def grants(listed: list[Record]) -> list[Record]:
    return [grant for record in listed for grant in record.get("grants", [])]


def known(listed: list[Record]) -> int:
    return sum(amount(grant) or 0 for grant in listed)


def money(value: int) -> str:
    return f"{value:,} kr".replace(",", " ")


def budget(listed: list[Record]) -> list[Record]:
    return [line for record in listed if record["_plan"] for line in record["_plan"].get("budget", [])]


def took(record: Record) -> list[int | None]:
    """Days that each decision took; None where they cannot be measured."""
    found: list[int | None] = []
    start, was_paused = day(record.get("submitted")), False
    for decision in decisions(record):
        stop = None if decision.get("is_approximate") == "true" else day(decision["date"])
        if was_paused or start is None or stop is None:
            found.append(None)
        else:
            work = [(day(first), day(last)) for first, last in periods(record)]
            # Work that went on ends the wait's first part: nobody owed an answer until it was over.
            ends = [min(e, stop) for s, e in work if s and e and s <= stop and e > start]
            found.append((stop - max([start, *ends])).days)
        start, was_paused = stop, decision["verdict"] == "hold"
    return found


MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()  # noqa: SIM905


def month(date: str) -> str:
    return f"{MONTHS[int(date[5:7]) - 1]} {date[:4]}"


def closed(record: Record, settings: Record) -> str | None:
    """When a final idea was closed; an empty text where nobody knows."""
    if settings["process"]["outcomes"].get(record.get("outcome"), {}).get("is_final") != "true":
        return None
    if decisions(record) and decisions(record)[-1]["verdict"] != "go":
        last: str = decisions(record)[-1]["date"]
        return last
    until = end(record)
    return str(until) if until and until <= shown.TODAY else ""


def note(page: shown.Element, chart: str) -> str:
    return " ".join(found.text for found in page.by_id(chart).all(class_="chart-figure__note"))


def grant_cells(listed: list[Record]) -> list[str]:
    unknown = sum(amount(grant) is None for grant in listed)
    total = "belopp saknas" if listed and unknown == len(listed) else money(known(listed))
    return [str(len(listed)), total, str(unknown)]


def own(record: Record) -> str | None:
    holder: Record = record.get("coordinator", {})
    return holder.get("organisation")
