"""Only files of known kinds and sizes lie in the content folder, each in its place."""

from ..reader_problems import reader_problems

GROUP = "files"
MAY_BE_EXEMPTED = False
check = reader_problems("file")
