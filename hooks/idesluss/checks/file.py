"""Only known files of known kinds and sizes lie in the content folder.

Links, pipes and strange names can publish what was never meant to be seen. Move the file or rename
it as the message says.
"""

from ._reading import found_in_reading

check = found_in_reading("file")
