"""Fields that every entry must have are there.

Without a title, a summary or a sector nobody can find or understand the entry. Add the line that the
message shows.
"""

from ._reading import found_in_reading

check = found_in_reading("missing_field")
