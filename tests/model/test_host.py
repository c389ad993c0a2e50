"""Hosts of repositories: which one it is, and where files are written, edited and followed at it."""

from __future__ import annotations

import pytest

from idesluss.model.host import HOSTS, RepositoryPages, pages_of

PATH = "ideas/2026/trad"


@pytest.mark.parametrize(
    ("repository", "name"),
    [
        ("https://github.com/storby/ideer", "GitHub"),
        ("https://gitlab.com/storby/ideer", "GitLab"),
        ("https://GitLab.storby.example/grupp/del/ideer/", "GitLab"),
        ("https://codeberg.org/storby/ideer", "Forgejo"),
        ("https://forgejo.storby.example/ideer", "Forgejo"),
        ("https://gitea.storby.example/ideer", "Forgejo"),
        ("https://git.storby.example/ideer", "GitHub"),
        ("https://github.com/gitlab/forgejo", "GitHub"),
    ],
)
def test_a_host_is_known_by_its_name(repository: str, name: str) -> None:
    """By the host's own, and never by that of the repository; a catalogue may say which it is."""
    assert pages_of(repository, "main", None).host.name == name
    assert pages_of(repository, "main", "gitlab").host.name == "GitLab"


@pytest.mark.parametrize(
    ("repository", "edit", "new", "commits", "issue"),
    [
        (
            "https://github.com/a/b",
            "https://github.com/a/b/edit/f%C3%B6r/slag/x.md",
            "https://github.com/a/b/new/f%C3%B6r/slag",
            "https://github.com/a/b/commits/f%C3%B6r/slag/x.md",
            "https://github.com/a/b/issues/new",
        ),
        (
            "https://gitlab.com/a/b/",
            "https://gitlab.com/a/b/-/edit/f%C3%B6r/slag/x.md",
            "https://gitlab.com/a/b/-/new/f%C3%B6r/slag",
            "https://gitlab.com/a/b/-/commits/f%C3%B6r/slag/x.md",
            "https://gitlab.com/a/b/-/issues/new",
        ),
        (
            "https://codeberg.org/a/b",
            "https://codeberg.org/a/b/_edit/f%C3%B6r/slag/x.md",
            "https://codeberg.org/a/b/_new/f%C3%B6r/slag",
            "https://codeberg.org/a/b/commits/branch/f%C3%B6r/slag/x.md",
            "https://codeberg.org/a/b/issues/new",
        ),
    ],
)
def test_each_host_has_its_own_addresses(
    repository: str, edit: str, new: str, commits: str, issue: str
) -> None:
    """With a branch that has a folder's sign and a letter of our own."""
    pages = pages_of(repository, "för/slag", None)
    assert pages.at(pages.host.edit, "x.md") == edit
    assert pages.new_file == new
    assert pages.at(pages.host.commits, "x.md") == commits
    assert pages.new_issue == issue


def test_a_new_file_brings_what_it_holds_where_the_host_takes_it() -> None:
    """GitLab takes the name alone; each is asked for its questions by its own words."""
    pages = {kind: RepositoryPages("https://h.example/a/b", "main", host) for kind, host in HOSTS.items()}
    asked = {
        kind: each.file_with(PATH, "idea.md", "a & å\n").rpartition("?")[2] for kind, each in pages.items()
    }
    assert asked == {
        "github": "filename=idea.md&value=a%20%26%20%C3%A5%0A",
        "gitlab": "file_name=idea.md",
        "forgejo": "filename=idea.md&value=a%20%26%20%C3%A5%0A",
    }
    questions = {kind: each.questions for kind, each in pages.items()}
    assert questions == {
        "github": "https://h.example/a/b/issues/new?template=idea.yml",
        "gitlab": "https://h.example/a/b/-/issues/new?issuable_template=idea",
        "forgejo": "https://h.example/a/b/issues/new?template=.forgejo%2Fissue_template%2Fidea.yml",
    }
