"""What git remembers: the commits of a change, the files they touched, and content as it was.

Read only. One `git log` and one `git cat-file` serve any number of commits.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..reading.docs_folder import DOCS
from ..reading.paths import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

# Mode, object and path of a file or folder of a commit.
Listed = tuple[str, str, str]
# A file that a sparse checkout leaves out; small letters tell of files that are taken as unchanged.
_SKIPPED = "S"
_FORMAT = "--format=%x01%ct %H"
# The mark of a commit in that format of the log: its time in seconds since 1970, and its id.
_COMMIT = re.compile(r"\x01(-?[0-9]+) ([0-9a-f]{40,64})")
# Nothing of the user's own set-up may change what is read, and nothing may be asked.
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
}


class Unreadable(Exception):  # noqa: N818  # a refusal, not an error of ours
    """There is no history to read here. `key` names the words that say what to do."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file before and after a commit; None where there was none. A merge has several befores."""

    before_path: str
    path: str
    before: tuple[str, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit with its time, in seconds since 1970, and files that it touched: all, or those of content."""

    id: str
    time: int
    changes: tuple[FileChange, ...]

    @property
    def short(self) -> str:
        return self.id[:8]


@dataclass(frozen=True, slots=True)
class IndexedFile:
    """A file as git keeps it; `is_hidden` where git has been told not to compare it with the working tree."""

    path: str
    mode: str
    blob: str
    is_hidden: bool


@dataclass(frozen=True)
class Repository:
    """The git repository that holds the catalogue at `root`, which may be a folder within it.

    What a commit holds never changes, and is listed once.
    """

    root: Path
    _listings: dict[str, list[Listed]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _prefix(self) -> str:
        """Where the root lies in the repository, with a slash after it; empty at the top."""
        return self._said("rev-parse", "--show-prefix")

    def base(self, revision: str) -> str:
        """The commit where HEAD left `revision`. Raises Unreadable where that cannot be known."""
        try:
            self._run("rev-parse", "--git-dir")
        except Unreadable as refusal:
            outside = "not a git repository" in str(refusal.values.get("told", ""))
            raise Unreadable("no_repository") if outside else refusal from None
        if self._said("rev-parse", "--is-shallow-repository") == "true":
            raise Unreadable("shallow")
        commit = self._said("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if not commit:
            raise Unreadable("no_revision", revision=revision)
        bases = self._said("merge-base", "--all", commit, "HEAD").split()
        if not bases:
            raise Unreadable("no_common", revision=revision)
        if len(bases) > 1:
            raise Unreadable("many_common", revision=revision)
        return bases[0]

    def commits(self, base: str) -> list[Commit]:
        """The commits of HEAD that the commit `base` lacks and that touch content, newest first."""
        options = ("-M", "--full-history", "--topo-order", "--diff-merges=combined")
        return self._log(*options, f"{base}..HEAD", "--", CONTENT)

    def whole_commits(self, base: str) -> list[Commit]:
        """The commits of HEAD that the commit `base` lacks, with every file in the repository, newest first.

        Paths are as in `changed_since`.
        """
        options = ("--no-renames", "--topo-order", "--diff-merges=combined", "--no-relative")
        prefix = self._prefix
        return [_below(prefix, commit) for commit in self._log(*options, f"{base}..HEAD")]

    def parents(self, base: str) -> dict[str, tuple[str, ...]]:
        """The commits of HEAD that the commit `base` lacks, the newest first, each with its parents."""
        listed = self._run("rev-list", "--topo-order", "--parents", f"{base}..HEAD").decode("ascii")
        commits = (line.split(" ") for line in listed.splitlines())
        return {commit: tuple(parents) for commit, *parents in commits}

    def blobs_at(self, commits: Iterable[str], paths: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """What stands at each of these paths in each of the commits, as ids of objects; empty for nothing.

        No path may hold a line feed, which ends a question to git.
        """
        wanted = list(dict.fromkeys(commits))
        prefix = self._prefix
        asked = [f"{commit}:{prefix}{path}" for commit in wanted for path in paths]
        if not asked:
            return dict.fromkeys(wanted, ())
        listed = self._objects(asked, "--batch-check=%(objectname)").decode("utf-8", "replace").split("\n")
        ids = ["" if line.endswith(" missing") else line for line in listed]
        size = len(paths)
        return {commit: tuple(ids[at * size : (at + 1) * size]) for at, commit in enumerate(wanted)}

    def messages(self, base: str) -> dict[str, str]:
        """Id to message of the commits of HEAD that the commit `base` lacks."""
        log = self._run("log", "-z", "--format=%H%n%B", f"{base}..HEAD").decode("utf-8", "replace")
        parted = (record.partition("\n") for record in log.split("\0") if record)
        return {commit: message for commit, _, message in parted}

    def replaced_before(self, commit: str) -> list[FileChange]:
        """Every version of an idea or a call that another took the place of, or none, up to `commit`.

        The oldest stand first.
        """
        options = ("--no-renames", "--diff-filter=DM", "--full-history", "--diff-merges=first-parent")
        commits = self._log(*options, commit, "--", f"{CONTENT}/*/*/idea.md", f"{CONTENT}/calls/*.md")
        return [file for replacing in reversed(commits) for file in replacing.changes if file.before]

    def renamed_since(self, commit: str) -> dict[str, str]:
        """Path in the working tree to the path it had at `commit`, for files that were renamed."""
        command = ("diff", "-z", "-M", "--diff-filter=R", "--name-status", "--relative", commit, "--")
        parts = self._run(*command, CONTENT).decode("utf-8", "surrogateescape").split("\0")
        return {after: before for before, after in zip(parts[1::3], parts[2::3], strict=False)}

    def changed_since(self, commit: str) -> set[str]:
        """Paths, anywhere in the repository, that differ from `commit` in the working tree.

        They are relative to the catalogue's root; those outside it begin with `:/`, git's own root.
        """
        changed = self._run("diff", "-z", "--no-renames", "--name-only", commit)
        new = self._run("ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/")
        prefix = self._prefix
        paths = filter(None, (changed + new).decode("utf-8", "replace").split("\0"))
        return {_from_root(prefix, path) for path in paths}

    @property
    def is_partial(self) -> bool:
        """Whether there is a history of which only a part is here."""
        return self._is_partial_clone or self._said("rev-parse", "--is-shallow-repository") == "true"

    @property
    def _is_partial_clone(self) -> bool:
        return bool(self._said("config", "--get-regexp", r"^remote\..*\.promisor$"))

    def first_parents(self) -> list[Commit]:
        """All commits on HEAD's own line that touch content, the newest first.

        A merge stands for all that it brought. Raises Unreadable where there is no history, or only a part.
        """
        if self._is_partial_clone:
            raise Unreadable("shallow")  # git would fetch what a partial clone lacks, file by file
        line = ("-M", "--root", "--first-parent", "--diff-merges=first-parent", self.base("HEAD"))
        return self._log(*line, "--", CONTENT)

    def _log(self, *options: str) -> list[Commit]:
        fixed = ("log", "--raw", "--no-abbrev", "-z", "--relative", _FORMAT)
        return list(_commits(self._run(*fixed, *options).decode("utf-8", "surrogateescape")))

    def contents(self, ids: Iterable[str], most: int | None = None) -> Iterator[tuple[str, bytes]]:
        """The bytes of blobs by their ids, each once; not of those that have more than `most`."""
        wanted = list(dict.fromkeys(ids))
        if most is not None and wanted:
            listed = self._objects(wanted, "--batch-check=%(objectsize)").split(b"\n")
            sizes = dict(zip(wanted, listed, strict=False))
            wanted = [blob for blob in wanted if sizes[blob].isdigit() and int(sizes[blob]) <= most]
        if not wanted:
            return
        output = self._objects(wanted, "--batch")
        at = 0
        for blob in wanted:
            end = output.index(b"\n", at)
            size = output[at:end].rpartition(b" ")[2]
            if not size.isdigit():
                at = end + 1
                continue
            at = end + 1 + int(size) + 1
            yield blob, output[end + 1 : at - 1]

    def _objects(self, ids: Iterable[str], asked: str) -> bytes:
        wanted = "\n".join(ids).encode("utf-8", "surrogateescape") + b"\n"
        return self._run("cat-file", "--buffer", asked, standard_input=wanted)

    def indexed(self) -> Iterator[IndexedFile]:
        """Every file of the content and of the pages, as git has put it into the working tree.

        Also of folders whose names differ from theirs in case alone: on some disks they are the same.
        """
        folders = (f":(icase){folder}" for folder in (CONTENT, DOCS))
        output = self._run("ls-files", "-z", "--stage", "-v", "--", *folders)
        for line in filter(None, output.decode("utf-8", "surrogateescape").split("\0")):
            meta, _, path = line.partition("\t")
            tag, mode, blob, _ = meta.split(" ")
            yield IndexedFile(path, mode, blob, is_hidden=tag == _SKIPPED or tag.islower())

    def tracked(self, folder: str) -> frozenset[str]:
        """The files below a folder that git keeps; none where there is no repository."""
        listed = self._said("ls-files", "-z", "--", f":(icase){folder}")
        return frozenset(filter(None, listed.split("\0")))

    def has_content(self, commit: str) -> bool:
        """Whether there was anything at all where the content lies."""
        return any(path == CONTENT for _, _, path in self.listing(commit))

    def listing(self, commit: str) -> list[Listed]:
        """Mode, object and path of every file and folder that a commit holds below the root."""
        if commit not in self._listings:
            output = self._run("ls-tree", "-r", "-t", "-z", commit).decode("utf-8", "surrogateescape")
            parted = (line.partition("\t") for line in output.split("\0") if line)
            split = ((*meta.split(" "), path) for meta, _, path in parted)
            self._listings[commit] = [(mode, blob, path) for mode, _, blob, path in split]
        return self._listings[commit]

    def blobs_of(self, commit: str) -> dict[str, str]:
        """Path to blob of every file of a commit; paths are as in `changed_since`."""
        prefix = self._prefix
        output = self._run("ls-tree", "-r", "-z", "--full-tree", commit).decode("utf-8", "replace")
        listed = (line.partition("\t") for line in output.split("\0") if line)
        return {_from_root(prefix, path): meta.split(" ")[2] for meta, _, path in listed}

    def _said(self, *command: str) -> str:
        try:
            return self._run(*command).decode("utf-8", "surrogateescape").strip()
        except Unreadable:
            return ""

    def _run(self, *command: str, standard_input: bytes | None = None) -> bytes:
        environment = {**os.environ, **_ENVIRONMENT}
        options = ("-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "diff.external=")
        try:
            done = subprocess.run(  # noqa: S603  # no shell, and revisions are verified first
                ["git", *options, *command],  # noqa: S607  # git is wherever the user has it
                cwd=self.root,
                env=environment,
                input=standard_input,
                stdin=None if standard_input is not None else subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except OSError:
            raise Unreadable("no_git") from None
        if done.returncode:
            raise Unreadable("git_refused", told=done.stderr.decode("utf-8", "replace").strip()[-300:])
        return done.stdout


def _from_root(prefix: str, path: str) -> str:
    """A path of git's, below the catalogue's root; one outside it begins with `:/`."""
    return path.removeprefix(prefix) if path.startswith(prefix) else f":/{path}"


def _below(prefix: str, commit: Commit) -> Commit:
    files = (replace(file, path=_from_root(prefix, file.path)) for file in commit.changes)
    return replace(commit, changes=tuple(files))


def _commits(log: str) -> Iterator[Commit]:
    """Commits from git's raw format: time and id, then for each file its meta data and its paths.

    A path is read as such wherever one follows, so that none can be taken for the mark of a commit.
    """
    header: re.Match[str] | None = None
    changes: list[FileChange] = []
    fields = iter(log.split("\0"))
    for words in fields:
        for line in words.split("\n"):
            begun = _COMMIT.fullmatch(line)
            if begun:
                if header:
                    yield Commit(header[2], int(header[1]), tuple(changes))
                header, changes = begun, []
            elif line.startswith(":"):
                changes.append(_file_change(line, fields))
    if header:
        yield Commit(header[2], int(header[1]), tuple(changes))


def _file_change(meta: str, words: Iterator[str]) -> FileChange:
    parents = len(meta) - len(meta.lstrip(":"))
    fields = meta[parents:].split(" ")
    ids, status = fields[parents + 1 : -1], fields[-1]
    before_path = path = next(words)
    if parents == 1 and status[0] in "RC":
        path = next(words)
    before = tuple(blob for blob in ids[:parents] if blob.strip("0"))
    return FileChange(before_path, path, before, ids[-1] if ids[-1].strip("0") else None)
