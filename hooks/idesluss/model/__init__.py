"""Every field of ideas, plans, calls and `catalogue.yml`, declared once; the process and the vocabularies."""

from .call import Call
from .declare import Record, field_help, field_title, needed_from, record_in
from .idea import Idea
from .parts import Decision, Grant, Relation
from .plan import Plan
from .settings import Localised, Settings, VocabularyTerm
from .values import PartialDate, Term

__all__ = [
    "Call",
    "Decision",
    "Grant",
    "Idea",
    "Localised",
    "PartialDate",
    "Plan",
    "Record",
    "Relation",
    "Settings",
    "Term",
    "VocabularyTerm",
    "field_help",
    "field_title",
    "needed_from",
    "record_in",
]
