"""Only fields that exist are used.

A misspelt field would be silently lost. The message names the nearest one.
"""

from ._reading import found_in_reading

check = found_in_reading("unknown_field")
