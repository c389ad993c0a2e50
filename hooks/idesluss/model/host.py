"""The web pages that hosts of repositories have: where a file is written, edited and followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlencode, urlsplit

from .web_address import address_below

HostKind = Literal["github", "gitlab", "forgejo"]


@dataclass(frozen=True, slots=True)
class Host:
    """A kind of host: its name, its ways below a repository, and what its pages call what they are given.

    `{branch}` and `{path}` stand for theirs. `content` is empty where a new file cannot be filled in by its
    address. `has_questions` where it shows the form of questions that `generate` writes.
    """

    name: str
    edit: str
    new: str
    commits: str
    upload: str
    issue: str
    file_name: str
    content: str
    issue_title: str
    issue_text: str
    has_questions: bool = False


HOSTS: dict[HostKind, Host] = {
    "github": Host(
        name="GitHub",
        edit="edit/{branch}/{path}",
        new="new/{branch}/{path}",
        commits="commits/{branch}/{path}",
        upload="upload/{branch}/{path}",
        issue="issues/new",
        file_name="filename",
        content="value",
        issue_title="title",
        issue_text="body",
        has_questions=True,
    ),
    # Its page for a new file takes a name, and drops what the file is to hold.
    "gitlab": Host(
        name="GitLab",
        edit="-/edit/{branch}/{path}",
        new="-/new/{branch}/{path}",
        commits="-/commits/{branch}/{path}",
        upload="-/tree/{branch}/{path}",
        issue="-/issues/new",
        file_name="file_name",
        content="",
        issue_title="issue[title]",
        issue_text="issue[description]",
    ),
    "forgejo": Host(
        name="Forgejo",
        edit="_edit/{branch}/{path}",
        new="_new/{branch}/{path}",
        commits="commits/branch/{branch}/{path}",
        upload="_upload/{branch}/{path}",
        issue="issues/new",
        file_name="filename",
        content="value",
        issue_title="title",
        issue_text="body",
    ),
}
# Words in a host's name, and what it is then. Gitea's addresses are Forgejo's.
_NAMED: dict[str, HostKind] = {
    "gitlab": "gitlab",
    "forgejo": "forgejo",
    "codeberg": "forgejo",
    "gitea": "forgejo",
}


@dataclass(frozen=True, slots=True)
class RepositoryPages:
    """The pages of one repository, at its host."""

    repository: str
    branch: str
    host: Host

    def at(self, way: str, path: str = "") -> str:
        """The address of one of the host's ways, with its branch and path filled in."""
        return address_below(self.repository, way.format(branch=self.branch, path=path))

    @property
    def new_file(self) -> str:
        """Where a file is written whose name, with its folders, stands in the address."""
        return self.at(self.host.new).rstrip("/")

    @property
    def new_issue(self) -> str:
        """Where anybody with an account can write to those who keep the repository."""
        return self.at(self.host.issue)

    @property
    def questions(self) -> str:
        """The form of questions for a new idea; empty where the host has none."""
        return f"{self.new_issue}?template=idea.yml" if self.host.has_questions else ""

    def file_with(self, folder: str, name: str, content: str) -> str:
        """Where a new file in the folder is written, with what it holds where the host takes that."""
        asked = {self.host.file_name: name} | ({self.host.content: content} if self.host.content else {})
        return f"{self.at(self.host.new, folder)}?{urlencode(asked, quote_via=quote)}"


def pages_of(repository: str, branch: str, kind: HostKind | None) -> RepositoryPages:
    """The repository's pages, by the kind of its host, or else by its name."""
    return RepositoryPages(repository, branch, HOSTS[kind or _kind_named(repository)])


def _kind_named(repository: str) -> HostKind:
    """What the host's name says that it is; GitHub where it says nothing."""
    host = (urlsplit(repository).hostname or "").casefold()
    return next((kind for word, kind in _NAMED.items() if word in host), "github")
