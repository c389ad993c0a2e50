"""Each field holds the kind of value it is for.

A date must be a day that exists, an amount whole kronor, a text no longer than can be read. The message
says what would pass.
"""

from ._reading import found_in_reading

check = found_in_reading("field")
