"""A new idea on its way in: the questions asked, and the answers as a file or as lines to paste."""

from .additions import Addition, additions
from .questions import FAULTS, LONGEST_SECTION, SECTION, Option, Question, questions
from .written import Answers, folder_name, free_name, idea_file, idea_folder, taken_names

__all__ = [
    "FAULTS",
    "LONGEST_SECTION",
    "SECTION",
    "Addition",
    "Answers",
    "Option",
    "Question",
    "additions",
    "folder_name",
    "free_name",
    "idea_file",
    "idea_folder",
    "questions",
    "taken_names",
]
