"""Only fields that exist are used.

A misspelt field would otherwise be lost without a word, and what somebody took the trouble to write
would never be shown. Use the name that the message suggests. What fits in no field is written in the
text below the fields.

På svenska
----------
Bara fält som finns används.

Ett felstavat fält skulle annars försvinna utan ett ord, och det som någon har mödat sig med att skriva
skulle aldrig visas. Skriv det namn som beskedet föreslår. Det som inte passar i något fält skrivs i
texten under fälten.
"""

from ..reader_problems import reader_problems

GROUP = "fields"
MESSAGES = ("field.unknown", "field.unknown_near")
MAY_BE_EXEMPTED = False
LEAVES_UNREAD = True
check = reader_problems("unknown_field")
