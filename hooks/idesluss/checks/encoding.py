"""Files are UTF-8.

Text in another encoding turns å, ä and ö into other signs. Save the file again as UTF-8.
"""

from ._reading import found_in_reading

check = found_in_reading("encoding")
