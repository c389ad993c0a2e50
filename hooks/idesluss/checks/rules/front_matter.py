"""An idea, a plan or a call begins with its fields between two lines of three hyphens.

That is how fields are told from text; without both lines nothing in the file can be shown. Write `---`
first in the file, then one field a line, and `---` again on a line of its own before the text.

På svenska
----------
En idé, en plan eller en utlysning börjar med sina fält mellan två rader med tre bindestreck.

Det är så fälten skiljs från texten; utan båda raderna går inget i filen att visa. Skriv `---` allra
först i filen, därefter ett fält per rad, och `---` igen på en egen rad före texten.
"""

from ..reader_problems import reader_problems

GROUP = "files"
MESSAGES = ("front",)
MAY_BE_EXEMPTED = False
LEAVES_UNREAD = True
check = reader_problems("front_matter")
