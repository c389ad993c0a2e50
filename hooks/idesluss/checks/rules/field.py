"""Each field holds the kind of value it is for."""

from ..reader_problems import reader_problems

GROUP = "fields"
MESSAGES = ("field", "value")
MAY_BE_EXEMPTED = False
LEAVES_UNREAD = True
MEANS = {"name": "field", "last": "nearest"}
check = reader_problems("field")
