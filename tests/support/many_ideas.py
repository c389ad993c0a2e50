"""A catalogue with eighty more ideas: stopped, withdrawn, shared, granted, and lacking what they needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from tests.support import catalogues

if TYPE_CHECKING:
    from pathlib import Path

Record = dict[str, Any]
COUNT = 80
OTHERS = 120  # organisations that each take part once
_SETTINGS = {
    "  gates:\n": """    stopped:
      title: { sv: Nedlagd, en: Stopped }
      help: { sv: Arbetet är nedlagt., en: The work has been stopped. }
      verdicts: [stop]
      is_final: true
    withdrawn:
      title: { sv: Återkallad, en: Withdrawn }
      verdicts: [close]
      is_final: true
      deciders: [idegivare]
  gates:
""",
    "  sections:\n": """  sections:
    lessons:
      title: { sv: Lärdomar, en: Lessons }
      help: { sv: Vad fungerade inte?, en: What did not work? }
      use: lessons
""",
    "key_factors:\n": """key_factors:
  broad_anchoring:
    title: { sv: Bred förankring, en: Broad anchoring }
    help: { sv: Alla står bakom arbetet., en: Everybody stands behind the work. }
    source: { sv: en uppföljning, en: a follow-up study }
    url: https://www.example.se/uppfoljning/
  trust:
    title: { sv: Tillit, en: Trust }
    source: SKR
""",
    "agenda_goals:\n": """agenda_goals:
  "3":
    title: { sv: God hälsa och välbefinnande, en: Good health and well-being }
  "14":
    title: { sv: Hav och marina resurser, en: Life below water }
""",
    "municipalities:\n": """municipalities:
  arvika: Arvika
  amal: Åmål
  angelholm: Ängelholm
""",
}
OUTCOMES = ["stopped", "completed", "open", "withdrawn", "completed"]
_CLOSED_BY = {
    "stopped": ("stop", "granskare"),
    "completed": ("close", "granskare"),
    "withdrawn": ("close", "idegivare"),
}
STATES = ["missing", "partly", "in_place", None]
LETTERS = "åzbäaöc"


def lay(root: Path) -> Path:
    """The rich catalogue with all this besides."""
    catalogues.lay(root)
    settings = root / "ideas" / "catalogue.yml"
    text = settings.read_text(encoding="utf-8")
    for line, longer in _SETTINGS.items():
        assert text.count(line) == 1
        text = text.replace(line, longer)
    others = "".join(
        f"  org-{n}: {{ name: {LETTERS[n % 7].upper()}-bolaget {n}, kind: company }}\n" for n in range(OTHERS)
    )
    sida = "  sida: { name: Sida, kind: agency }\n  sida-2: { name: Sidan två, kind: company }\n"
    settings.write_text(text + others + sida, encoding="utf-8")
    for number in range(COUNT):
        _write(root, number)
    for slug, lines in CALLS.items():
        told = f"---\ntitle: Utlysning {slug}\nsummary: En utlysning för den som vill pröva något.\n{lines}\n"
        source = "sources:\n  - { url: 'https://storby.example/u', read: 2026-11-20 }\n---\n\nText.\n"
        (root / "ideas" / "calls" / f"{slug}.md").write_text(told + source, encoding="utf-8")
    return root


# The tests' day is 2026-11-23.
CALLS = {
    "oppen": "opens: 2026-10\ncloses: 2026-12-01",
    "sista-dagen": "closes: 2026-11-23",
    "manaden-ut": "closes: 2026-11",
    "kommande": "opens: 2026-11-24\ncloses: 2027-01-31",
    "stangd": "closes: 2026-11-22",
    "okand": "opens: 2020-01",
    "sags-stangd": "reported_status: closed",
    "sags-oppen": "reported_status: ongoing",
}


def _write(root: Path, number: int) -> None:
    folder = root / "ideas" / str(2016 + number % 9) / f"varierad-{number}"
    folder.mkdir(parents=True)
    fields = yaml.safe_dump(_fields(number), allow_unicode=True, sort_keys=False)
    (folder / "idea.md").write_text(
        f"---\n{fields}---\n\n## Behov\n\nNågot.\n{_body(number)}", encoding="utf-8"
    )


def _fields(number: int) -> Record:
    fields: Record = {
        "title": f"Varierad idé {number}",
        "summary": f"En idé bland många andra, med numret {number}.",
        "stage": ["idea", "project"][number % 2],
        "outcome": OUTCOMES[number % 5],
        "origin": "resident",
        "submitted": f"{2016 + number % 9}-03-{number % 28 + 1:02}",
        "sector": ["vard-och-omsorg", "samhallsbyggnad"][number % 3 == 0],
        "municipalities": [["storby"], ["arvika", "amal"], [], ["amal", "angelholm", "storby"]][number % 4],
        "coordinator": {"organisation": ["storby-kommun", "omsorgslabbet", "sida"][number % 3]},
        "partners": [{"organisation": f"org-{n % OTHERS}"} for n in range(number * 2, number * 2 + 2)],
        "vision_goals": ["hallbarhet"] if number % 4 == 0 else [],
        "agenda_goals": [[3], [11, 3], []][number % 3],
        "sources": [{"url": "https://storby.example/v", "read": "2026-11-20"}],
        "key_factors": _factors(number),
        "grants": _grants(number),
        "decisions": _decisions(number),
    }
    if number % 7 == 0:
        fields["recipient"] = {"organisation": "storby-kommun"}
        fields["partners"].append({"organisation": "sida-2"})
    if number % 2:
        return _recorded(fields)
    if OUTCOMES[number % 5] == "completed" and number % 3 != 1:
        fields["waivers"] = [{"waives": ["idea.section.results"], "reason": "Ur ett äldre register."}]
    return {name: value for name, value in fields.items() if value != []}


def _recorded(fields: Record) -> Record:
    """The same as work elsewhere, of which nothing is decided here."""
    kept = {name: value for name, value in fields.items() if value != [] and name != "decisions"}
    if kept["outcome"] == "open":
        del kept["outcome"]
    return {"kind": "record", **kept}


def _factors(number: int) -> list[Record]:
    states = {"time_set_aside": STATES[number % 4], "broad_anchoring": STATES[number // 4 % 4]}
    return [
        {"factor": key, "state": state, "reason": "Så var det."} for key, state in states.items() if state
    ]


def _grants(number: int) -> list[Record]:
    if number % 3 == 2:
        return []
    grant: Record = {"funder": ["framsyn", "egen-insats"][number % 2], "start": "2019-01"}
    if number % 4:
        grant["awarded"] = 1000 * number
    if number % 6 == 0:
        grant["coordinator"] = {"organisation": "omsorgslabbet"}
    if number % 5 == 0:
        grant["call"] = "stangd"
    return [grant, {"funder": "framsyn", "awarded": 5}] if number % 8 == 0 else [grant]


def _decisions(number: int) -> list[Record]:
    verdict, role = _CLOSED_BY.get(OUTCOMES[number % 5], ("", ""))
    said = {"gate": "G1", "date": "2025-02-03", "role": role}
    return [{**said, "verdict": verdict, "reason": f"Skäl nummer {number}."}] if verdict else []


def _body(number: int) -> str:
    if number % 3 == 0:
        return f"\n## Lärdomar\n\nLärdom nummer {number}. " + "En mening till. " * (number % 70) + "\n"
    return f"\n## Viktiga resultat\n\nResultat nummer {number}.\n" if number % 3 == 1 else ""
