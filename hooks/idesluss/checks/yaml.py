"""The front matter is plain YAML: keys, values and lists.

Anchors, tags, repeated keys and deep nesting are refused, since they can say something else than they
seem to. The message shows the line and how to write it.
"""

from ._reading import found_in_reading

check = found_in_reading("yaml")
