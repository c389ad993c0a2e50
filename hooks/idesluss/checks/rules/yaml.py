"""The fields are written plainly: a name, a colon and a value, or a list."""

from ..reader_problems import reader_problems

GROUP = "files"
MAY_BE_EXEMPTED = False
LEAVES_UNREAD = True
check = reader_problems("yaml")
