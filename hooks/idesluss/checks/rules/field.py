"""Each field holds the kind of value it is for.

A date is a day that exists, an amount is whole kronor in digits, a summary is no longer than can be
read at a glance. Figures, lists and waiting times are made from these values, so one that is almost
right would make them wrong without anybody seeing it. Write the value as the message shows.

På svenska
----------
Varje fält har ett värde av det slag som det är till för.

Ett datum är en dag som finns, ett belopp är hela kronor i siffror och en sammanfattning är så kort att
den går att läsa i ett svep. Siffror, listor och väntetider räknas fram ur värdena, så ett som är nästan
rätt skulle göra dem fel utan att någon såg det. Skriv värdet så som beskedet visar.
"""

from ..reader_problems import reader_problems

GROUP = "fields"
MESSAGES = ("field", "value")
MAY_BE_EXEMPTED = False
LEAVES_UNREAD = True
check = reader_problems("field")
