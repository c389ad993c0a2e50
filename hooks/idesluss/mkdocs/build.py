"""What one build knows, from its first event to its last."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

from .. import offline
from ..history.git import Repository
from ..history.timeline import read_timeline
from ..pages import Theme, pages_in, publication
from ..search import index_plans, indexing
from ..search.indexing import reuse_index, write_index
from ..words import SOURCE, missing_keys, say
from .rebuild import SERVED
from .warnings import count_warnings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from ..catalogue.catalogue import Catalogue
    from ..disk.staging import Staging
    from ..history.timeline import Timeline
    from ..model import Settings
    from ..neighbours.copies import Neighbourhood
    from ..pages import DocsPages, Publication, Published, Shells
    from ..search import WrittenPage
    from .judging import JudgedCatalogue
    from .warnings import WarningCount

# The program as it lies on the disk, wherever it is installed.
PACKAGE = Path(__file__).parents[1]
_KEY = "idesluss"
log = logging.getLogger("mkdocs.hooks.idesluss")


@dataclass
class Build:
    """One build: a new one each time, so that serving keeps nothing.

    `documents` are known once MkDocs has listed its files, and what is `published` then too: what is not left
    to MkDocs is written already, and its content gone. `frames` are known when there are templates, and
    `written` once MkDocs has rendered those that are written by hand.
    """

    catalogue: Catalogue
    theme: Theme
    staging: Staging
    warnings: WarningCount
    publication: Publication
    neighbourhood: Neighbourhood
    history: Timeline | None = None
    published: list[Published] = field(default_factory=list)
    documents: DocsPages | None = None
    frames: Shells | None = None
    written: list[WrittenPage] = field(default_factory=list)


def new_build(root: Path, judged: JudgedCatalogue, staging: Staging, *, is_serving: bool) -> Build:
    """Everything that the site publishes, ready to be handed to MkDocs."""
    catalogue, errors = judged.derived.catalogue, judged.errors
    has_copy = os.environ.get(offline.VARIABLE) == "on" and not is_serving
    settings = catalogue.settings
    theme = Theme(
        settings,
        catalogue.today,
        has_problems=bool(errors),
        has_policy=not is_serving,
        logo=catalogue.logo,
        has_own=bool(catalogue.own),
        has_copy=has_copy,
    )
    warnings = count_warnings()
    # Who shares a page shows its picture by a full address, which is not known without the site's own.
    fonts = PACKAGE / "theme" / "assets" / "fonts" if settings.site_url else None
    _tell_of_missing_words(settings)
    repository = Repository(root)
    history = read_timeline(repository, catalogue)
    if history is None and repository.is_partial:
        # Not as a warning of MkDocs', which would stop a strict build.
        sys.stderr.write(f"{say('history.partial', settings.language)}\n")
    whole = publication(judged.derived, errors, fonts=fonts, history=history, has_copy=has_copy)
    return Build(catalogue, theme, staging, warnings, whole, judged.derived.neighbourhood, history)


def _tell_of_missing_words(settings: Settings) -> None:
    for language in settings.site_languages:
        for key in missing_keys(language):
            log.info("words/%s lacks %s, which is said in %s", language, key, SOURCE)


def keep(build: Build, config: MkDocsConfig) -> None:
    """Let later events of the same build have it: MkDocs hands them the same configuration."""
    config.extra[_KEY] = build


def build_of(config: MkDocsConfig) -> Build:
    """The build that the event belongs to."""
    build: Build = config.extra[_KEY]
    return build


def index(build: Build, *, may_reuse: bool) -> None:
    """Have the search index made, or take that of the site before where somebody waits for the rest."""
    if os.environ.get(indexing.VARIABLE) == "off":
        return
    if may_reuse and reuse_index(build.staging.site, build.staging.folder):
        return
    plans = index_plans(build.catalogue, pages_in(build.published), build.written, build.neighbourhood)
    earlier = [build.staging.site]
    if served := os.environ.get(SERVED):
        earlier.append(Path(served))
    try:
        write_index(build.staging.folder, plans, earlier)
    except indexing.NotIndexedError as error:
        build.staging.abandon()
        raise Abort(str(error)) from None
