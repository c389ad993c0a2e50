"""The fields that every entry must have are there and filled in.

Without a title, a summary or a sector nobody can find the entry or understand what it is about. Add the
line that the message shows, with your own words. A field that nothing requires can be removed rather
than left empty.

På svenska
----------
De fält som varje post måste ha finns och är ifyllda.

Utan rubrik, sammanfattning eller sektor går det inte att hitta posten eller förstå vad den handlar om.
Lägg till raden som beskedet visar, med dina egna ord. Ett fält som inget kräver kan tas bort i stället
för att stå tomt.
"""

from ..reader_problems import reader_problems

GROUP = "fields"
MESSAGES = ("field.missing",)
MAY_BE_EXEMPTED = False
LEAVES_UNREAD = True
check = reader_problems("missing_field")
