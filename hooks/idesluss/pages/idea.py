"""An idea's page, and redirects from the names it has had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .. import waiting
from ..process import is_reached, stage_order
from ..text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..body import Heading
    from ..catalogue import Entry
    from ..model import Decision, PartialDate
    from ..model.parts import Source
    from .published import Published
    from .site import Site


@dataclass(frozen=True, slots=True)
class Step:
    """A stage on the track: whether the idea has been there, is there, or may come there."""

    key: str
    state: str
    gate: str | None
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated in the idea's story."""

    date: PartialDate
    kind: str
    what: Any


def pages(site: Site) -> Iterator[Published]:
    for entry in site.catalogue.entries:
        yield _page(site, entry)


def _page(site: Site, entry: Entry) -> Published:
    language = site.language
    summary, summary_language = entry.summary(language)
    return site.page(
        "idea.html",
        site.addresses.idea(entry),
        title=entry.title(language),
        description=summary,
        section="ideas",
        translation=site.other_addresses.idea(entry),
        crumbs=(site.crumb("ideas"),),
        source=entry.path,
        entry=entry,
        idea=entry.idea,
        title_language=entry.title_language(language),
        summary=summary,
        summary_language=summary_language,
        wait=waiting.of(entry),
        steps=list(_track(entry)),
        events=_events(entry),
        sources=_sources(entry),
        waivers=_waivers(site, entry),
        plan=entry.plan,
        plan_body=site.body(entry.plan_body),
        plan_missing=_plan_missing(site, entry),
        result=_result(entry),
        budget=_budget(site, entry),
        relations=_relations(site, entry),
        call_entries=site.catalogue.calls,
    )


def _track(entry: Entry) -> Iterator[Step]:
    process = entry.catalogue.settings.process
    now = entry.idea.stage
    if not entry.is_in_process or now is None:
        return
    for key in stage_order(process):
        gate = next((g for g, rule in process.gates.items() if rule.to_stage == key != rule.from_stage), None)
        state = "now" if key == now else "past" if is_reached(process, now, key) else "ahead"
        yield Step(key, state, gate, entry.decision_at(gate) if gate else None)


def _events(entry: Entry) -> list[Event]:
    """Submission, decisions, dated activities and grants, oldest first."""
    idea = entry.idea
    found = [Event(idea.submitted, "submitted", None)] if idea.submitted else []
    found += [Event(decision.date, "decision", decision) for decision in idea.decisions]
    found += [Event(activity.date, "activity", activity) for activity in idea.activities if activity.date]
    found += [Event(grant.start, "grant_start", grant) for grant in idea.grants if grant.start]
    found += [Event(grant.end, "grant_end", grant) for grant in idea.grants if grant.end]
    return sorted(found, key=lambda event: (event.date.first_day, event.kind != "submitted"))


def _budget(site: Site, entry: Entry) -> dict[str, Any] | None:
    """The budget as a table: a row for each item and funder, a column for each year."""
    plan = entry.plan
    if not plan or not plan.budget:
        return None
    years = sorted({line.year for line in plan.budget})
    rows: dict[tuple[str, str], dict[int, int]] = {}
    for line in plan.budget:
        row = rows.setdefault((line.item, site.label("funders", line.funder)), {})
        row[line.year] = row.get(line.year, 0) + line.amount
    totals = {year: sum(row.get(year, 0) for row in rows.values()) for year in years}
    return {"years": years, "rows": rows, "totals": totals, "total": sum(totals.values())}


def _relations(site: Site, entry: Entry) -> list[tuple[str, Entry, str | None]]:
    """Words for each relation, the other entry and a note; both directions."""
    catalogue = site.catalogue
    own = [(site.word(f"relation.{r.kind}"), e, r.note) for r, e in catalogue.relations_of(entry)]
    to = [(site.word(f"relation_to.{r.kind}"), e, r.note) for r, e in catalogue.relations_to(entry)]
    return own + to


def _result(entry: Entry) -> Heading | None:
    """The section that tells what came of the idea: results, or lessons where it stopped."""
    sections = entry.catalogue.settings.process.sections
    wanted = "lessons" if entry.idea.outcome == "stopped" else "results"
    if wanted not in sections or entry.idea.outcome == "open":
        return None
    names = {fold(sections[wanted].title.sv), fold(sections[wanted].title.en)}
    return next((heading for heading in entry.body.headings if fold(heading.words) in names), None)


def _plan_missing(site: Site, entry: Entry) -> list[str]:
    """Parts of the plan that its waivers say are not known."""
    plan = entry.plan
    if not plan:
        return []
    names = [name for waiver in plan.waivers for name in waiver.waives]
    return list(dict.fromkeys(site.requirement_label(name) for name in names))


def _sources(entry: Entry) -> list[Source]:
    """Sources of the idea and its plan, each address once."""
    listed = [*entry.idea.sources, *(entry.plan.sources if entry.plan else ())]
    return list({source.url: source for source in reversed(listed)}.values())[::-1]


def _waivers(site: Site, entry: Entry) -> list[tuple[str, list[str]]]:
    """Each waiver's reason, and in words what it waives."""
    waivers = [*entry.idea.waivers, *(entry.plan.waivers if entry.plan else ())]
    labels = [[site.requirement_label(name) for name in waiver.waives] for waiver in waivers]
    return [(w.reason, list(dict.fromkeys(named))) for w, named in zip(waivers, labels, strict=True)]
