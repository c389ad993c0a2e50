"""Each vocabulary stands in one place, in a form that can be read."""

from ..reader_problems import reader_problems

GROUP = "files"
MAY_BE_EXEMPTED = False
LEAVES_UNREAD = True
check = reader_problems("vocabulary")
