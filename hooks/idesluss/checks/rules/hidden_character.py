"""Every character can be seen."""

from ..reader_problems import reader_problems

GROUP = "files"
MAY_BE_EXEMPTED = False
check = reader_problems("hidden_character")
