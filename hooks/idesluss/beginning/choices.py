"""What somebody chooses when a catalogue begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..model.shipped import municipalities
from ..words import SOURCE, say

if TYPE_CHECKING:
    from ..model.host import HostKind
    from ..model.shipped import KnownMunicipality
    from ..words import Language

Process = Literal["gateway", "small", "list"]
# After these a name has no -s before what it is a name of.
_NO_GENITIVE = "aeiouyåäösxz"


@dataclass(frozen=True, slots=True)
class Beginning:
    """The choices. What is empty is not decided yet; `logo` is the ending of its file, such as `svg`.

    `neighbours` are the rows of a table, for a catalogue that gathers what others have.
    """

    name: str
    languages: tuple[Language, ...] = (SOURCE,)
    municipality: KnownMunicipality | None = None
    publisher: str = ""
    contact: str = ""
    host: HostKind | None = None
    repository: str = ""
    main: str = ""
    accent: str = ""
    logo: str = ""
    process: Process = "gateway"
    neighbours: str = ""

    @property
    def language(self) -> Language:
        """The main one."""
        return self.languages[0]


def municipality_named(given: str) -> KnownMunicipality | None:
    """The municipality of this name, key or code; with or without what follows the name."""
    wanted = given.strip().casefold().removesuffix(" kommun")
    for known in municipalities():
        if wanted in {known.code, known.key, known.name.casefold(), f"{known.name.casefold()}s"}:
            return known
    return None


def likely_publisher(municipality: KnownMunicipality, language: Language) -> str:
    """What the municipality is most likely called as an organisation."""
    name = municipality.name
    genitive = name if name[-1] in _NO_GENITIVE else say("begin.genitive", language, name=name)
    return say("begin.likely_publisher", language, name=genitive)
