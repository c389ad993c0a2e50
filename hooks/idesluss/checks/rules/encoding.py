"""Every file is saved as UTF-8."""

from ..reader_problems import reader_problems

GROUP = "files"
MAY_BE_EXEMPTED = False
check = reader_problems("encoding")
