"""CODEOWNERS: the roles of catalogue.yml as teams at the repository's host, file by file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.host import HOSTS
from ..model.process import first_gates
from ..reading.paths import CONTENT, SETTINGS, VOCABULARY_FOLDER
from ..words import say
from . import approval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..model.host import Host


def owners_file(catalogue: Catalogue) -> dict[str, str]:
    """The file by its path at the catalogue's host; nothing where no host is decided."""
    kind = catalogue.settings.host_kind
    return {HOSTS[kind].owners: codeowners(catalogue, HOSTS[kind])} if kind else {}


def codeowners(catalogue: Catalogue, host: Host) -> str:
    """The whole file: everything, then the content, then sectors with approvers of their own."""
    words = say("codeowners.head_patterns" if host.has_patterns else "codeowners.head", "en", host=host.name)
    head = [f"# {line}" for line in words.strip().splitlines()]
    lines = [(_pattern(path) if host.has_patterns else path, roles) for path, roles in _lines(catalogue)]
    width = max(len(path) for path, _ in lines)
    return (
        "\n".join([*head, "", *(_line(catalogue, path.ljust(width), roles) for path, roles in lines)]) + "\n"
    )


def _lines(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Path to roles. Hosts let the last line that fits decide, so the general comes first."""
    settings = catalogue.settings
    maintainers = approval.maintainers(settings)
    yield "*", maintainers
    # Hosts know no gates and are content with one owner. So this line does not name those who receive
    # ideas alone, as the report of a new idea does: whoever decides at the next gate needs nobody else.
    deciders = (role for gate in first_gates(settings.process) for role in gate.approvers)
    yield f"/{CONTENT}/", tuple(dict.fromkeys(deciders))
    yield f"/{CONTENT}/calls/", maintainers
    yield f"/{approval.LOGOS}", maintainers
    yield f"/{SETTINGS}", maintainers
    yield f"/{VOCABULARY_FOLDER}/", maintainers
    for entry in sorted(catalogue.entries, key=lambda entry: entry.path):
        own = settings.sectors[entry.idea.sector].approvers if entry.idea.sector in settings.sectors else ()
        if own:
            yield f"/{CONTENT}/{entry.year}/{entry.slug}/", own


def _pattern(path: str) -> str:
    """The path as a regular expression."""
    if path == "*":
        return ".*"
    return re.escape(path.strip("/")) + ("/.*" if path.endswith("/") else "")


def _line(catalogue: Catalogue, path: str, roles: tuple[str, ...]) -> str:
    """A line of the file; a role that nobody holds makes it wait, since hosts skip lines they cannot read."""
    known = catalogue.settings.roles
    holders = [name for role in roles for name in (known[role].holders if role in known else ())]
    return f"{path} {' '.join(dict.fromkeys(holders))}" if holders else f"# {path} ({', '.join(roles)})"
