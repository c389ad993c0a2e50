"""Every character can be seen.

Hidden characters can show a reviewer another text than the one that is published. Delete them at the
place the message points at.
"""

from ._reading import found_in_reading

check = found_in_reading("hidden_character")
