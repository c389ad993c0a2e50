"""Every character can be seen.

Hidden characters often come along when text is pasted from another program. They can show a reviewer
another text than the one that is published, and make a word impossible to search for. Delete the
character where the message points, or type the word again by hand.

På svenska
----------
Varje tecken går att se.

Dolda tecken följer ofta med när text klistras in från ett annat program. De kan visa en granskare en
annan text än den som publiceras, och göra att ett ord inte går att söka efter. Radera tecknet där
beskedet pekar, eller skriv om ordet för hand.
"""

from ..reader_problems import reader_problems

GROUP = "files"
MAY_BE_EXEMPTED = False
check = reader_problems("hidden_character")
