"""The content has a form that the program knows."""

from ..reader_problems import reader_problems

GROUP = "files"
MAY_BE_EXEMPTED = False
check = reader_problems("format")
