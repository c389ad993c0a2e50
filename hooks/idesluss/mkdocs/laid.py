"""The published list written by this program, in as many processes as there are processors.

MkDocs writes one file after another and holds all of them until it is done. It knows of those that are
written here what links from pages written by hand ask for, and no more.
"""

from __future__ import annotations

import logging
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.structure.files import Files

from ..disk.laying import Laying
from ..pages import Copy, File, Page, pages_in, shown, site_maps, standing_pages, without_content
from ..processes.forked import shared_out
from ..progress import followed
from .files import mkdocs_file, source_of
from .hand_written import tell_unlike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File as MkDocsFile

    from ..pages import Batch, DocsPages, Published, Shells
    from .build import Build

# Events in which nothing is told of a page or a file, or when all is done.
_UNCONCERNED = frozenset({"startup", "shutdown", "serve", "config", "pre_build", "build_error"})
log = logging.getLogger("mkdocs.hooks.idesluss")


class Written(NamedTuple):
    """What was written, without its content; and pages whose frame depends on more than it should."""

    items: list[Published]
    unlike: list[str]


class LaidFiles(Files):
    """MkDocs' files, among which links find also those that are written already.

    `laid` leads from what a link calls such a file to how it is made known to MkDocs.
    """

    def __init__(self, files: Iterable[MkDocsFile], laid: Mapping[str, Callable[[], MkDocsFile]]) -> None:
        super().__init__(files)
        self._laid = laid
        self._asked: dict[str, MkDocsFile] = {}

    def get_file_from_path(self, path: str) -> MkDocsFile | None:
        """As MkDocs asks for the target of each link."""
        own = super().get_file_from_path(path)
        name = PurePath(path).as_posix()
        if own is None and name in self._laid:
            if name not in self._asked:
                self._asked[name] = self._laid[name]()
            return self._asked[name]
        return own


def is_asked_for(config: MkDocsConfig, module: str) -> bool:
    """Whether mkdocs.yml names something that wants to see pages and files as MkDocs makes them.

    `module` is the one whose events are our own.
    """
    events = config.plugins.events.items()
    others = {name for name, calls in events for call in calls if call.__module__ != module}
    return bool(others - _UNCONCERNED or config.extra_templates or config.exclude_docs or config.draft_docs)


def list_published(build: Build, documents: DocsPages) -> None:
    """Have all that is published in a list, for MkDocs to write."""
    whole = build.publication
    build.published = [item for batch in whole.batches() for item in batch.items()]
    pictures = whole.pictures(pages_in(build.published))
    build.published += [item for batch in pictures for item in batch.items()]
    build.published += standing_pages(build.theme.settings, documents.urls)
    build.published += [*site_maps(build.published, documents)]


def lay_published(build: Build, frames: Shells, root: Path, documents: DocsPages) -> None:
    """Write all that is published into the folder of the build."""
    lay = partial(_laid, frames, Laying(build.staging.folder, build.staging.site), root)
    done = _laid_together(lay, build.publication.batches(), len(build.catalogue.entries))
    done += _laid_together(lay, build.publication.pictures(_pages(done)), len(build.catalogue.entries))
    done.append(lay(standing_pages(build.theme.settings, documents.urls)))
    build.published = [item for written in done for item in written.items]
    done.append(lay(site_maps(build.published, documents)))
    build.published += done[-1].items
    for path in dict.fromkeys(path for written in done for path in written.unlike):
        tell_unlike(path)


def _laid_together(
    lay: Callable[[Iterable[Published]], Written], batches: Sequence[Batch], entries: int
) -> list[Written]:
    """Each batch written, in their order; those that take long are begun first.

    Who waits is told how many of so many `entries` are done, each batch being as many of them.
    """
    order = sorted(range(len(batches)), key=lambda at: not batches[at].is_long)

    def follow(numbers: Iterable[int], processes: int) -> Iterable[int]:
        return followed("writing", numbers, entries, processes * entries // max(1, len(batches)))

    tasks = [partial(_write_batch, lay, batches[at]) for at in order]
    written = dict(zip(order, shared_out(tasks, follow), strict=True))
    return [written[at] for at in range(len(batches))]


def _write_batch(lay: Callable[[Iterable[Published]], Written], batch: Batch) -> Written:
    return lay(batch.items())


def _laid(frames: Shells, laying: Laying, root: Path, items: Iterable[Published]) -> Written:
    written = []
    for item in items:
        laying.lay(item.path, _content(frames, root, item))
        written.append(without_content(item))
    unlike, frames.unlike = frames.unlike, []
    return Written(written, unlike)


def _content(frames: Shells, root: Path, item: Published) -> bytes:
    """What stands in the file of an item; `root` is the catalogue's folder."""
    if isinstance(item, Copy):
        return (root / item.source).read_bytes()
    if isinstance(item, File):
        return item.content if isinstance(item.content, bytes) else item.content.encode()
    return shown(frames.page(item)).encode()


def _pages(done: Iterable[Written]) -> list[Page]:
    return pages_in(item for written in done for item in written.items)


def with_laid(
    files: Files, build: Build, config: MkDocsConfig, root: Path, documents: DocsPages
) -> LaidFiles:
    """MkDocs' files, and among them for links what has been written."""
    known = partial(mkdocs_file, config=config, root=root, documents=documents)
    return LaidFiles(files, {source_of(item, documents): partial(known, item) for item in build.published})
