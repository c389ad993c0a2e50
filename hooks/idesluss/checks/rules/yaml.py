"""The fields are written plainly: a name, a colon and a value, or a list.

The fields are read by a program, and some signs mean something particular to it: a colon, a hash or a
quotation mark in the middle of a text, a tab at the beginning of a line. What can be read in two ways
is refused rather than guessed at. The message shows the line and how to write it; quotation marks round
the whole text almost always help.

På svenska
----------
Fälten är enkelt skrivna: ett namn, ett kolon och ett värde, eller en lista.

Fälten läses av ett program, och några tecken betyder något särskilt för det: ett kolon, en fyrkant
eller ett citattecken mitt i en text, en tabb först på en rad. Det som kan läsas på två sätt släpps inte
igenom, i stället för att programmet gissar. Beskedet visar raden och hur den kan skrivas; citattecken
runt hela texten hjälper nästan alltid.
"""

from ..reader_problems import reader_problems

GROUP = "files"
MAY_BE_EXEMPTED = False
LEAVES_UNREAD = True
check = reader_problems("yaml")
