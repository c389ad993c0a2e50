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
    address. `form` is the file with the questions for a new idea, and `asked_by` how the address of a new
    issue asks for them. `owners` is the file that says who must approve what; `has_patterns` where its paths
    are regular expressions.
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
    form: str
    asked_by: str
    owners: str
    has_patterns: bool = False


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
        form=".github/ISSUE_TEMPLATE/idea.yml",
        asked_by="template=idea.yml",
        owners=".github/CODEOWNERS",
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
        form=".gitlab/issue_templates/idea.md",
        asked_by="issuable_template=idea",
        owners=".gitlab/CODEOWNERS",
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
        form=".forgejo/issue_template/idea.yml",
        asked_by="template=.forgejo%2Fissue_template%2Fidea.yml",
        owners=".forgejo/CODEOWNERS",
        has_patterns=True,
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
        """The questions for a new idea, in an issue to be."""
        return f"{self.new_issue}?{self.host.asked_by}"

    def file_with(self, folder: str, name: str, content: str) -> str:
        """Where a new file in the folder is written, with what it holds where the host takes that."""
        asked = {self.host.file_name: name} | ({self.host.content: content} if self.host.content else {})
        return f"{self.at(self.host.new, folder)}?{urlencode(asked, quote_via=quote)}"


def pages_of(repository: str, branch: str, kind: HostKind | None) -> RepositoryPages:
    """The repository's pages, by the kind of its host, or else by its name."""
    return RepositoryPages(repository, branch, HOSTS[kind or kind_named(repository)])


def kind_named(repository: str) -> HostKind:
    """What the host's name says that it is; GitHub where it says nothing."""
    host = (urlsplit(repository).hostname or "").casefold()
    return next((kind for word, kind in _NAMED.items() if word in host), "github")
