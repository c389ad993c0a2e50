"""Questions to the database, as the page that hands it out shows them."""

from __future__ import annotations

from typing import NamedTuple


class Query(NamedTuple):
    """A question by the key of its words, and as SQLite is asked it."""

    key: str
    sql: str


QUERIES = (
    Query(
        "answers",
        "SELECT gate, count(*) AS decisions, round(avg(days)) AS average_days, max(days) AS longest\n"
        "FROM decisions JOIN ideas USING (idea) WHERE about IS NULL\n"
        "GROUP BY gate ORDER BY gate",
    ),
    Query(
        "grants",
        "SELECT funder, count(*) AS grants, sum(coalesce(final, awarded)) AS kronor,\n"
        "       sum(difference) AS difference\n"
        "FROM grants JOIN ideas USING (idea) WHERE about IS NULL\n"
        "GROUP BY funder ORDER BY kronor DESC",
    ),
    Query(
        "waiting",
        "SELECT title, waiting_at, waiting_for, waiting_since FROM ideas\n"
        "WHERE waiting_since IS NOT NULL AND running_until IS NULL AND about IS NULL\n"
        "ORDER BY waiting_since",
    ),
    Query(
        "themes",
        "SELECT theme.value AS theme, count(*) AS ideas\n"
        "FROM ideas, json_each(ideas.themes) AS theme GROUP BY theme ORDER BY ideas DESC, theme",
    ),
    Query(
        "search",
        "SELECT ideas.idea, ideas.title FROM ideas_fts\n"
        "JOIN ideas ON ideas.rowid = ideas_fts.rowid\n"
        "WHERE ideas_fts MATCH 'medarbet* OR employ*' ORDER BY rank",
    ),
)
