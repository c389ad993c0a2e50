"""A new idea: what is asked of whoever proposes it, and the answers as a file."""

from .additions import Addition, additions
from .questions import LONGEST_SECTION, SECTION, Option, Question, questions
from .written import Answers, free_name, idea_file, idea_folder

__all__ = [
    "LONGEST_SECTION",
    "SECTION",
    "Addition",
    "Answers",
    "Option",
    "Question",
    "additions",
    "free_name",
    "idea_file",
    "idea_folder",
    "questions",
]
