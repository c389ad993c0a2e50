"""The fields that every entry must have are there and filled in."""

from ..reader_problems import reader_problems

GROUP = "fields"
MESSAGES = ("field.missing",)
MAY_BE_EXEMPTED = False
LEAVES_UNREAD = True
MEANS = {"name": "field"}
check = reader_problems("missing_field")
