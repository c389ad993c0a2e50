"""Reading git: real repositories, shallow ones, none at all, and hostile names; and what is told of each."""

from __future__ import annotations

import posixpath
import shutil
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from idesluss.history.commit_files import CommitFiles
from idesluss.history.former_names import FormerNames
from idesluss.history.git import Repository, Unreadable
from idesluss.reading.files import DiskFiles, FileEntry
from tests.support import catalogues, gitrepo, project
from tests.support.timelines import CAME, SMALL, TimelineRepository

BASE = Path(__file__).parents[1] / "catalogues" / "base" / "ideas"
IDEA = "ideas/2026/enklare-felanmalan/idea.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the base catalogue as branch `base`."""
    root = gitrepo.start(tmp_path / "r")
    shutil.copytree(BASE, root / "ideas")
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    return root


def edit(root: Path, old: str, new: str, path: str = IDEA) -> None:
    file = root / path
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_commits_come_newest_first_with_the_blobs_on_both_sides(root: Path) -> None:
    """Each commit tells which blob a file had before and after."""
    edit(root, "Enklare", "Lättare")
    first = gitrepo.commit(root)
    edit(root, "Lättare", "Enkel")
    second = gitrepo.commit(root)
    found = Repository(root).commits("base")
    assert [commit.id for commit in found] == [second, first]
    texts = dict(
        Repository(root).contents(b for c in found for f in c.changes for b in (*f.before, f.after) if b)
    )
    newest = found[0].changes[0]
    assert "Lättare" in texts[newest.before[0]].decode()
    assert "Enkel " in texts[newest.after or ""].decode()


def test_a_rename_is_followed(root: Path) -> None:
    """The commit and the working tree both tell where a file came from, å ä ö and all."""
    gitrepo.git(root, "mv", "ideas/2026/enklare-felanmalan", "ideas/2026/åäö mapp")
    gitrepo.commit(root)
    change = Repository(root).commits("base")[0].changes[0]
    assert (change.before_path, change.path) == (IDEA, "ideas/2026/åäö mapp/idea.md")
    assert Repository(root).renamed_since("base") == {"ideas/2026/åäö mapp/idea.md": IDEA}


def test_a_merge_shows_what_differs_from_both_sides(root: Path) -> None:
    """What somebody slips into a merge is seen, with both befores."""
    gitrepo.git(root, "checkout", "--quiet", "-b", "side")
    edit(root, "Enklare", "Lättare")
    gitrepo.commit(root)
    gitrepo.git(root, "checkout", "--quiet", "main")
    edit(root, "outcome: open", "outcome: open # nu")
    gitrepo.commit(root)
    gitrepo.git(root, "merge", "--no-commit", "--quiet", "side")
    edit(root, "stage: idea", "stage: project")
    gitrepo.commit(root)
    merge = Repository(root).commits("base")[0]
    assert [len(change.before) for change in merge.changes] == [2]


def test_a_removed_idea_is_remembered(root: Path) -> None:
    """With its title, under the name of its folder in whatever case, and under the former names it gave."""
    edit(root, "origin:", "aliases: [gata]\norigin:")
    gitrepo.commit(root)
    gitrepo.git(root, "rm", "-r", "--quiet", "ideas/2026/enklare-felanmalan")
    gitrepo.commit(root)
    names = FormerNames(Repository(root), "HEAD")
    for name in ("enklare-felanmalan", "Enklare-Felanmalan", "gata"):
        (holder,) = {(h.path, h.title, h.is_removed) for h in names.holders(name)}
        assert holder == (IDEA, "Enklare felanmälan", True)
    assert names.holders("trygg-hemgang") == names.holders("gata", of_calls=True) == []


def test_the_base_is_read_below_a_folder(root: Path) -> None:
    """The content as it was, also where the catalogue is a folder of a larger repository."""
    (root / "inner").mkdir()
    shutil.copytree(BASE, root / "inner" / "ideas")
    gitrepo.commit(root)
    gitrepo.git(root, "tag", "-f", "base")
    edit(root, "Enklare", "Lättare", f"inner/{IDEA}")
    gitrepo.commit(root)
    files = CommitFiles(Repository(root / "inner"), "refs/tags/base")
    assert "Enklare" in content(files, IDEA).decode()
    assert files.kinds([IDEA, "ideas", "none"]) == {IDEA: "file", "ideas": "folder"}
    assert [f.path for f in Repository(root / "inner").commits("refs/tags/base")[0].changes] == [IDEA]


def test_attributes_of_the_change_do_not_alter_the_base(root: Path) -> None:
    """The base is read byte for byte, whatever the working tree tells git about encodings."""
    (root / ".gitattributes").write_text("*.md working-tree-encoding=UTF-16\n", encoding="utf-8")
    assert content(CommitFiles(Repository(root), "base"), IDEA) == (root / IDEA).read_bytes()


def test_a_link_in_the_base_is_a_link(root: Path) -> None:
    """Git's mode says so; what it leads to is not looked at."""
    (root / "ideas" / "2027").symlink_to("2026")
    gitrepo.commit(root)
    files = CommitFiles(Repository(root), "HEAD")
    assert [entry.kind for entry in files.entries("ideas") if entry.name == "2027"] == ["link"]
    assert files.read("ideas/2027", 10) == "link"
    assert files.entries("ideas/2027") == []


def test_a_commit_and_the_disk_give_the_same(root: Path) -> None:
    """What is committed is read as if it lay on the disk, file by file."""
    disk, commit = DiskFiles(root), CommitFiles(Repository(root), "HEAD")
    folders, seen = ["ideas"], 0
    while folders:
        folder = folders.pop()
        assert commit.entries(folder) == [_as_in_git(entry) for entry in disk.entries(folder)]
        for entry in commit.entries(folder):
            path = f"{folder}/{entry.name}"
            if entry.kind == "folder":
                folders.append(path)
            else:
                assert commit.read(path, 10**9) == disk.read(path, 10**9)
                seen += 1
    assert seen > 3


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[DiskFiles, CommitFiles]:
    """A catalogue with what is no file in the place of one, on the disk and committed."""
    root = gitrepo.start(tmp_path_factory.mktemp("both") / "r")
    shutil.copytree(BASE, root / "ideas")
    (root / "ideas" / "2026" / "mapp" / "idea.md").mkdir(parents=True)
    (root / "ideas" / "2026" / "mapp" / "idea.md" / "x").write_text("x", encoding="utf-8")
    (root / "ideas" / "2027").symlink_to("2026")
    (root / "länk").symlink_to("ideas/catalogue.yml")
    (root / ":(glob)x").write_text("x", encoding="utf-8")
    gitrepo.commit(root)
    return DiskFiles(root), CommitFiles(Repository(root), "HEAD")


STEPS = ("", ".", "..", "/", "*", "\0", "ideas", "2026", "2027", "mapp", "idea.md", "x", "länk", ":(glob)x")
PATHS = st.lists(st.sampled_from(STEPS), max_size=6).map(lambda steps: posixpath.normpath("/".join(steps)))


@given(PATHS)
@example("")
@example(".")
@example("/")
@example("ideas/2026/mapp/idea.md")
@example("ideas/2027/mapp")
@example("ideas/\0/x")
@example("ideas/x\0")
def test_whatever_a_body_names_both_say_the_same(both: tuple[DiskFiles, CommitFiles], path: str) -> None:
    """What stands there, what can be read of it and what it holds; nothing is raised."""
    disk, commit = both
    assert commit.kinds([path]) == disk.kinds([path])
    if path.startswith("ideas/"):
        assert commit.read(path, 10) == disk.read(path, 10)
        assert commit.entries(path) == [_as_in_git(entry) for entry in disk.entries(path)]


def _as_in_git(entry: FileEntry) -> FileEntry:
    """A folder of the disk has a size of its own, which says nothing."""
    return FileEntry(entry.name, entry.kind, entry.size if entry.kind == "file" else 0)


def content(files: CommitFiles, path: str) -> bytes:
    read = files.read(path, 10**6)
    assert isinstance(read, bytes)
    return read


def test_a_file_name_is_never_taken_for_a_commit(root: Path) -> None:
    """Control characters and line breaks in names, even those that git's log uses as marks."""
    names = ["x\x01y", f"\x01{'a' * 40}", "x\n:100644 100644 a b M"]
    for name in names:
        (root / "ideas" / name).write_text("a" * 200, encoding="utf-8")
    gitrepo.commit(root)
    gitrepo.git(root, "mv", "ideas/x\x01y", "ideas/z")
    gitrepo.commit(root)
    moved, added = Repository(root).commits("base")
    assert [(file.before_path, file.path) for file in moved.changes] == [("ideas/x\x01y", "ideas/z")]
    assert {file.path for file in added.changes} == {f"ideas/{name}" for name in names}


def test_branches_merged_both_ways_have_no_single_base(root: Path) -> None:
    """Where two commits are equally near, the refusal says to merge, and merging helps."""
    gitrepo.git(root, "checkout", "--quiet", "-b", "side")
    (root / "side.txt").write_text("side", encoding="utf-8")
    side = gitrepo.commit(root)
    gitrepo.git(root, "checkout", "--quiet", "main")
    (root / "main.txt").write_text("main", encoding="utf-8")
    gitrepo.commit(root)
    gitrepo.git(root, "checkout", "--quiet", "side")
    gitrepo.git(root, "merge", "--quiet", "--no-edit", "main")
    gitrepo.git(root, "checkout", "--quiet", "main")
    gitrepo.git(root, "merge", "--quiet", "--no-edit", side)
    (root / "more.txt").write_text("more", encoding="utf-8")
    gitrepo.commit(root)
    with pytest.raises(Unreadable) as refusal:
        Repository(root).base("side")
    assert refusal.value.key == "many_common"
    gitrepo.git(root, "merge", "--quiet", "--no-edit", "side")
    assert Repository(root).base("side") == gitrepo.git(root, "rev-parse", "side").strip()


def test_the_users_own_git_settings_change_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither an outside diff program nor another way to write dates is asked."""
    for name, value in (("diff.external", "false"), ("log.showSignature", "true"), ("diff.renames", "false")):
        gitrepo.git(root, "config", name, value)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    edit(root, "Enklare", "Lättare")
    gitrepo.commit(root)
    assert len(Repository(root).commits("base")) == 1
    assert Repository(root).changed_since("base") == {IDEA}


def test_what_cannot_be_compared_says_what_to_do(root: Path, tmp_path: Path) -> None:
    """A shallow clone, an unknown version, another history, and no repository: each has its words."""
    edit(root, "Enklare", "Lättare")
    gitrepo.commit(root)
    shallow = tmp_path / "shallow"
    gitrepo.git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), str(shallow))
    gitrepo.git(root, "checkout", "--quiet", "--orphan", "other")
    gitrepo.commit(root)
    outside = tmp_path / "outside"
    outside.mkdir()
    for folder, revision, key in (
        (root, "other", None),
        (root, "base", "no_common"),
        (root, "nowhere", "no_revision"),
        (root, "--output=x", "no_revision"),
        (shallow, "HEAD", "shallow"),
        (outside, "HEAD", "no_repository"),
    ):
        if key is None:
            assert Repository(folder).base(revision)
            continue
        with pytest.raises(Unreadable) as refusal:
            Repository(folder).base(revision)
        assert refusal.value.key == key


def test_without_git_the_words_say_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without git gets no traceback."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable) as refusal:
        Repository(root).base("base")
    assert refusal.value.key == "no_git"


# What has happened to entries, as git lets it be known


def test_a_catalogue_in_a_folder_of_a_repository(repo: TimelineRepository) -> None:
    """Its story begins where it lies; what else the repository holds is not looked at."""
    inner = repo.root / "inner"
    shutil.copytree(project.BASE, inner / "ideas")
    repo.commit("2026-10-10")
    within = TimelineRepository(inner)
    within.change("2026-10-11", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    assert within.events() == [
        "2026-10-11 Skedet ändrades från Idé till Bedömning",
        "2026-10-10 Lades in i katalogen",
    ]
    assert repo.events() == [CAME]


def test_a_shallow_clone_knows_no_story(repo: TimelineRepository, tmp_path: Path) -> None:
    """Part of the way would be told as if it were all."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    shallow = tmp_path / "shallow"
    gitrepo.git(tmp_path, "clone", "--quiet", "--depth=1", repo.root.as_uri(), str(shallow))
    assert TimelineRepository(shallow).timeline() is None


def test_a_partial_clone_asks_nobody(repo: TimelineRepository, tmp_path: Path) -> None:
    """Git would fetch each file that it lacks; nothing is asked of another host."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    gitrepo.git(repo.root, "config", "uploadpack.allowFilter", "true")
    partial = tmp_path / "partial"
    gitrepo.git(tmp_path, "clone", "--quiet", "--filter=blob:none", repo.root.as_uri(), str(partial))
    assert TimelineRepository(partial).timeline() is None


def test_without_git_there_is_no_story(
    repo: TimelineRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No repository, one without a commit, or no git at all."""
    bare = TimelineRepository(catalogues.lay(tmp_path / "bare", project.BASE))
    assert bare.timeline() is None
    gitrepo.start(bare.root)
    assert bare.timeline() is None
    monkeypatch.setenv("PATH", "")
    assert repo.timeline() is None


def test_the_users_own_git_settings_change_no_story(repo: TimelineRepository) -> None:
    """How somebody likes to read logs has no part in it."""
    repo.git("2026-10-11", "mv", f"ideas/{SMALL}", "ideas/2026/felanmalan")
    repo.commit("2026-10-11")
    before = repo.events("felanmalan")
    for name, value in (
        ("log.showRoot", "false"),
        ("diff.renames", "false"),
        ("log.date", "relative"),
        ("log.follow", "true"),
        ("log.diffMerges", "off"),
        ("diff.noprefix", "true"),
        ("log.decorate", "full"),
    ):
        gitrepo.git(repo.root, "config", name, value)
    assert repo.events("felanmalan") == before
    assert len(before) == 2
