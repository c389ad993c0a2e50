"""A new idea: what is asked of whoever proposes it, and the answers as a file."""

from .questions import LONGEST_SECTION, SECTION, Option, Question, questions
from .written import Answers, folder, idea_file, name

__all__ = [
    "LONGEST_SECTION",
    "SECTION",
    "Answers",
    "Option",
    "Question",
    "folder",
    "idea_file",
    "name",
    "questions",
]
