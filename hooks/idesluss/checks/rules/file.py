"""Only files of known kinds and sizes lie in the content folder, each in its place.

All that lies in the folder is published, so a file that nobody expected could show what was never meant
to be seen, and one with an odd name could not be opened on some computers. Move, rename or remove the
file as the message says. An idea lies in `ideas/<year>/<name>/` as `idea.md`, with its plan and its
pictures beside it.

På svenska
----------
I innehållsmappen ligger bara filer av kända slag och rimlig storlek, var och en på sin plats.

Allt i mappen publiceras, så en fil som ingen väntade sig kan visa något som aldrig skulle visas, och en
fil med ett ovanligt namn går inte att öppna på alla datorer. Flytta filen, byt namn på den eller ta
bort den så som beskedet säger. En idé ligger i `ideas/<år>/<namn>/` som `idea.md`, med planen och
bilderna bredvid.
"""

from ..reader_problems import reader_problems

GROUP = "files"
MAY_BE_EXEMPTED = False
check = reader_problems("file")
