"""Every field of ideas, plans, calls and `catalogue.yml`, declared once; the process and the vocabularies."""

from .call import Call
from .decisions import Decision
from .declare import Record, field_example, field_help, field_question, field_title, record_in
from .grants import Grant
from .idea import Idea
from .parts import Relation
from .plan import Plan
from .settings import Settings
from .terms import Localised, LocalisedSentence, VocabularyTerm
from .values import PartialDate, Term

__all__ = [
    "Call",
    "Decision",
    "Grant",
    "Idea",
    "Localised",
    "LocalisedSentence",
    "PartialDate",
    "Plan",
    "Record",
    "Relation",
    "Settings",
    "Term",
    "VocabularyTerm",
    "field_example",
    "field_help",
    "field_question",
    "field_title",
    "record_in",
]
