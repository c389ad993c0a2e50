"""Every file is saved as UTF-8.

In another encoding å, ä and ö turn into other signs, and names and places become unreadable. Open the
file in an editor and save it again with the encoding UTF-8. Then look at the words with å, ä and ö:
signs that were lost earlier must be typed anew.

På svenska
----------
Varje fil är sparad som UTF-8.

I en annan kodning blir å, ä och ö till andra tecken, och namn och platser går inte att läsa. Öppna
filen i en redigerare och spara den igen med kodningen UTF-8. Titta sedan på orden med å, ä och ö:
tecken som redan har gått förlorade behöver skrivas om.
"""

from ..reader_problems import reader_problems

GROUP = "files"
MAY_BE_EXEMPTED = False
check = reader_problems("encoding")
