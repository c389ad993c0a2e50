"""Only fields that exist are used."""

from ..reader_problems import reader_problems

GROUP = "fields"
MESSAGES = ("field.unknown", "field.unknown_near")
MAY_BE_EXEMPTED = False
LEAVES_UNREAD = True
MEANS = {"name": "value"}
check = reader_problems("unknown_field")
