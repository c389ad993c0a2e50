"""An idea, a plan or a call begins with its fields between two lines of three hyphens."""

from ..reader_problems import reader_problems

GROUP = "files"
MESSAGES = ("front",)
MAY_BE_EXEMPTED = False
LEAVES_UNREAD = True
check = reader_problems("front_matter")
