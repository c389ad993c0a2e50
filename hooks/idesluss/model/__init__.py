"""Every field of ideas, plans, calls and the catalogue, declared once."""

from .call import Call
from .declare import Record, help_text, needed_from, record_in, title
from .idea import Idea
from .parts import Decision, Grant, Relation
from .plan import Plan
from .settings import Entry, Localised, Settings
from .values import PartialDate, Term

__all__ = [
    "Call",
    "Decision",
    "Entry",
    "Grant",
    "Idea",
    "Localised",
    "PartialDate",
    "Plan",
    "Record",
    "Relation",
    "Settings",
    "Term",
    "help_text",
    "needed_from",
    "record_in",
    "title",
]
