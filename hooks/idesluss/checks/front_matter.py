"""An idea, plan or call begins with its fields between two lines of three hyphens.

Without them nobody can tell fields from text. Put `---` first in the file and after the last field.
"""

from ._reading import found_in_reading

check = found_in_reading("front_matter")
