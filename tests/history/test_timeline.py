"""How entries have changed, from real repositories: days and changes, and never who or in which words."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest

from idesluss.derived.whole import Derived
from idesluss.history import timeline as story
from idesluss.history.git import Repository
from idesluss.history.timeline import read_timeline
from idesluss.pages import pages_in, publish
from idesluss.pages.base.site import Site
from idesluss.pages.idea import pages as idea_pages
from tests.support import catalogues, gitrepo, markup, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.history.timeline import Timeline
    from idesluss.words import Language

SMALL = "2026/enklare-felanmalan"
TRYGG = "2025/trygg-hemgang"


class Repo(gitrepo.Repository):
    """The base catalogue in a repository, and what is told of its entries."""

    def story(self) -> Timeline | None:
        return read_timeline(Repository(self.root), catalogues.read(self.root))

    def told(self, slug: str = "enklare-felanmalan", language: str = "sv") -> list[str]:
        """Each event with its day, the newest first; spaces that do not break as plain ones."""
        found = catalogues.read(self.root)
        known = read_timeline(Repository(self.root), found)
        assert known
        lines = [
            f"{moment.day} {event.words.sv if language == 'sv' else event.words.en}"
            + (f": {event.quote}" if event.quote else "")
            for moment in known.of(found.by_slug[slug])
            for event in moment.events
        ]
        return [line.replace("\u00a0", " ") for line in lines]


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    root = gitrepo.start(tmp_path / "r")
    shutil.copytree(project.BASE, root / "ideas")
    made = Repo(root)
    made.commit("2026-10-01")
    return made


def history_of(repo: Repo, slug: str = "enklare-felanmalan", language: Language = "sv") -> str:
    """The part of the entry's page that tells its history; every element in it is closed."""
    found = catalogues.read(repo.root)
    site = Site(Derived(found), language, read_timeline(Repository(repo.root), found))
    address = site.writer.addresses.idea(found.by_slug[slug])
    page = next(page for page in idea_pages(site) if page.url == address)
    markup.tree(page.content)
    begins = page.content.index('<section aria-labelledby="history"')
    return page.content[begins : page.content.index("</section>", begins)]


CAME = "2026-10-01 Lades in i katalogen"


def test_an_entry_begins_when_it_came(repo: Repo) -> None:
    """Its plan and pictures came with it and are not told by themselves."""
    assert repo.told() == [CAME]
    assert repo.told("trygg-hemgang") == [CAME]
    assert repo.told(language="en") == ["2026-10-01 Added to the catalogue"]


def test_stage_outcome_and_decision(repo: Repo) -> None:
    """Each with where it was and where it is, in the words of the catalogue."""
    decision = "  - { gate: G1, date: 2026-10-09, verdict: go, role: granskare, reason: Bra. }\n"
    repo.change(
        "2026-10-10",
        f"{SMALL}/idea.md",
        ("stage: idea", "stage: assessment"),
        ("relations:", f"target_group: Alla\ndecisions:\n{decision}relations:"),
    )
    repo.change("2026-10-11", f"{SMALL}/idea.md", ("outcome: open", "outcome: on_hold\nresume_on: 2027-01"))
    repo.change("2026-10-12", f"{SMALL}/idea.md", ("reason: Bra.", "reason: Mycket bra."))
    assert repo.told() == [
        "2026-10-12 Ett beslut vid G1 Prövning ändrades",
        "2026-10-11 Utfallet ändrades från Öppen till Vilande",
        "2026-10-11 Nya uppgifter: återupptas",
        "2026-10-10 Skedet ändrades från Idé till Bedömning",
        "2026-10-10 Beslut vid G1 Prövning: gå vidare",
        "2026-10-10 Nya uppgifter: målgrupp",
        CAME,
    ]
    repo.change(
        "2026-10-13", f"{SMALL}/idea.md", (f"decisions:\n{decision.replace('Bra', 'Mycket bra')}", "")
    )
    repo.change("2026-10-14", f"{SMALL}/idea.md", ("outcome: on_hold\nresume_on: 2027-01\n", ""))
    assert repo.told()[:3] == [
        "2026-10-14 Utfallet Vilande togs bort",
        "2026-10-14 Uppgifter som togs bort: återupptas",
        "2026-10-13 Ett beslut vid G1 Prövning togs bort",
    ]


def test_the_link_to_a_change_is_no_change(repo: Repo) -> None:
    """The address of the pull request is known only afterwards."""
    link = "reason: Planen har en mottagare och pengar."
    repo.change("2026-10-10", f"{TRYGG}/idea.md", (link, f"{link}\n    change: https://storby.example/1"))
    assert repo.told("trygg-hemgang") == [CAME]


def test_money(repo: Repo) -> None:
    """What a grant was and is; what else is said of it; grants that come and go; the plan's sum."""
    repo.change("2026-10-10", f"{TRYGG}/idea.md", ("awarded: 500000", "awarded: 500000\n    final: 487000"))
    repo.change(
        "2026-10-11",
        f"{TRYGG}/idea.md",
        ("end: 2027-02", "end: 2027-03\n  - funder: egen-insats\n    awarded: 100"),
    )
    repo.change("2026-10-12", f"{TRYGG}/idea.md", ("\n  - funder: egen-insats\n    awarded: 100", ""))
    repo.change("2026-10-13", f"{TRYGG}/plan.md", ("amount: 80000", "amount: 90000"))
    assert repo.told("trygg-hemgang") == [
        "2026-10-13 Planens budget ändrades från 580 000 kr till 590 000 kr",
        "2026-10-12 Bidraget från Egen insats togs bort",
        "2026-10-11 Uppgifter om bidraget från Vinnova ändrades: slut",
        "2026-10-11 Bidrag från Egen insats, 100 kr, lades till",
        "2026-10-10 Bidraget från Vinnova ändrades från 500 000 kr till 487 000 kr",
        CAME,
    ]
    assert "The grant from Vinnova changed from SEK 500,000 to SEK 487,000" in repo.told(
        "trygg-hemgang", "en"
    )[4].replace("\u00a0", " ")


def test_plan_and_milestones(repo: Repo) -> None:
    """A milestone that comes, is reached, moved and taken away; a plan that goes and comes back."""
    plan = f"{TRYGG}/plan.md"
    repo.change("2026-10-10", plan, ("due: 2026-12", "due: 2027-01\n  - name: Tio\n    due: 2026-11"))
    repo.change("2026-10-11", plan, ("due: 2026-11\n", "due: 2026-11\n    done: 2026-10-11\n"))
    text = (repo.root / "ideas" / plan).read_text(encoding="utf-8")
    (repo.root / "ideas" / plan).unlink()
    repo.commit("2026-10-12")
    (repo.root / "ideas" / plan).write_text(text, encoding="utf-8")
    repo.commit("2026-10-13")
    repo.change(
        "2026-10-14", plan, ("  - name: Första hemgången\n    due: 2025-11-15\n    done: 2025-11-20\n", "")
    )
    assert repo.told("trygg-hemgang") == [
        "2026-10-14 En milstolpe togs bort",
        "2026-10-13 Projektplanen lades till igen",
        "2026-10-12 Projektplanen togs bort",
        "2026-10-11 Milstolpe nådd: Tio",
        "2026-10-10 Ny milstolpe: Tio",
        "2026-10-10 Milstolpe flyttad från december 2026 till januari 2027: Hundra hemgångar",
        CAME,
    ]


def test_a_new_plan_is_told(repo: Repo) -> None:
    shutil.copy(repo.root / "ideas" / TRYGG / "plan.md", repo.root / "ideas" / SMALL / "plan.md")
    repo.commit("2026-10-10")
    assert repo.told() == ["2026-10-10 Projektplanen lades till", CAME]


def test_results(repo: Repo) -> None:
    """A measured result, and the section that tells what came of it."""
    repo.change(
        "2026-10-10",
        f"{TRYGG}/idea.md",
        ("target: 12 procent", "target: 12 procent\n    result: 13 procent"),
        ("## Behov", "## Viktiga resultat\n\nFärre kom tillbaka.\n\n## Behov"),
    )
    assert repo.told("trygg-hemgang") == [
        "2026-10-10 Ett uppmätt utfall fördes in: Återinläggningar inom 30 dagar",
        "2026-10-10 Avsnittet Viktiga resultat skrevs",
        CAME,
    ]


def test_text_title_fields_and_pictures(repo: Repo) -> None:
    """How much of the text, and in which section; other fields by their labels."""
    idea = f"{SMALL}/idea.md"
    repo.change(
        "2026-10-10", idea, ("I dag skickas", "Varje dag skickas"), ("title: Enk", "title: Mycket enk")
    )
    repo.change(
        "2026-10-11", idea, ("themes: [valfardsteknik]\n", ""), ("origin: resident", "origin: employee")
    )
    picture = repo.root / "ideas" / TRYGG / "skiss.png"
    shutil.copy(picture, repo.root / "ideas" / SMALL / "karta.png")
    repo.commit("2026-10-12")
    repo.change("2026-10-13", idea, ("minst en gång.", "minst en gång!"))
    assert repo.told() == [
        "2026-10-13 Texten ändrades, inga ord byttes: Behov",
        "2026-10-12 En bild lades till",
        "2026-10-11 Ändrade uppgifter: kommer från",
        "2026-10-11 Uppgifter som togs bort: teman",
        "2026-10-10 Ny titel: Mycket enklare felanmälan",
        "2026-10-10 Texten ändrades, 1 nytt ord och 1 struket ord: Behov",
        CAME,
    ]


def test_how_it_is_written_is_not_told(repo: Repo) -> None:
    """Quotation marks, order of fields and line ends change nothing that a reader sees."""
    idea = repo.root / "ideas" / SMALL / "idea.md"
    repo.edit(
        f"{SMALL}/idea.md",
        ("origin: resident\n", ""),
        ("title: Enklare felanmälan", "title: 'Enklare felanmälan'"),
    )
    repo.edit(f"{SMALL}/idea.md", ("outcome: open\n", "outcome: open # nu\norigin: resident\n"))
    idea.write_bytes(idea.read_bytes().replace(b"\n", b"\r\n"))
    repo.commit("2026-10-10")
    assert repo.told() == [CAME]


def test_a_revert_is_told_as_what_it_is(repo: Repo) -> None:
    """There and back again."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    repo.git("2026-10-11", "revert", "--no-edit", "HEAD")
    assert repo.told() == [
        "2026-10-11 Skedet ändrades från Bedömning till Idé",
        "2026-10-10 Skedet ändrades från Idé till Bedömning",
        CAME,
    ]


def test_a_file_that_could_not_be_read_loses_nothing(repo: Repo) -> None:
    """What was broken is told as a change, and what then came as a change from what was known last."""
    idea = f"{SMALL}/idea.md"
    repo.change("2026-10-10", idea, ("stage: idea", 'stage: "idea'), ("title: E", "title: Mycket e"))
    repo.change("2026-10-11", idea, ('stage: "idea', "stage: assessment"))
    repo.edit(idea, ("---\ntitle", "title"))
    repo.commit("2026-10-12")
    repo.edit(idea, ("title", "---\ntitle"), ("origin: resident", "origin: employee"))
    repo.commit("2026-10-13")
    (repo.root / "ideas" / idea).write_bytes(b"\xff\xfe" + b"\x00a" * 40)
    repo.commit("2026-10-14")
    repo.git("2026-10-15", "revert", "--no-edit", "HEAD")
    assert repo.told() == [
        "2026-10-14 Posten ändrades",
        "2026-10-13 Ändrade uppgifter: kommer från",
        "2026-10-12 Posten ändrades",
        "2026-10-11 Skedet ändrades från Idé till Bedömning",
        "2026-10-10 Posten ändrades",
        "2026-10-10 Ny titel: Mycket enklare felanmälan",
        CAME,
    ]


def test_a_rename_is_followed(repo: Repo) -> None:
    """By git's guess where the text is the same; the former name is told where it is an alias."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    repo.git("2026-10-11", "mv", f"ideas/{SMALL}", "ideas/2026/felanmalan")
    repo.commit("2026-10-11")
    repo.change("2026-10-12", "2026/felanmalan/idea.md", ("stage: assessment", "stage: feasibility"))
    assert repo.told("felanmalan") == [
        "2026-10-12 Skedet ändrades från Bedömning till Förstudie",
        "2026-10-11 Sidan fick en ny adress",
        "2026-10-10 Skedet ändrades från Idé till Bedömning",
        CAME,
    ]
    repo.change(
        "2026-10-13", "2026/felanmalan/idea.md", ("relations:", "aliases: [enklare-felanmalan]\nrelations:")
    )
    assert repo.told("felanmalan")[1] == "2026-10-11 Sidan fick en ny adress, namnet var enklare-felanmalan"


def test_a_rename_and_a_rewrite_are_followed_by_the_alias(repo: Repo) -> None:
    """Where nothing is alike any more, the former name says who it is; the plan and pictures follow."""
    repo.git("2026-10-11", "mv", f"ideas/{TRYGG}", "ideas/2025/hem")
    idea = repo.root / "ideas" / "2025" / "hem" / "idea.md"
    front, _, _ = idea.read_text(encoding="utf-8").partition("grants:")
    kept = "".join(
        f"{line}\n" for line in front.split("\n") if line.startswith(("---", "stage", "outcome", "sector"))
    )
    words = " ".join(f"ord{number}" for number in range(400))
    body = kept.replace("---\n", "---\ntitle: Hem\naliases: [trygg-hemgang]\n", 1)
    idea.write_text(
        f"{body}summary: En helt annan text än den som stod här förut.\n---\n\n{words}\n", encoding="utf-8"
    )
    repo.commit("2026-10-11")
    told = repo.told("hem")
    assert told[0] == "2026-10-11 Sidan fick en ny adress, namnet var trygg-hemgang"
    assert told[-1] == CAME
    assert not [line for line in told if "Projektplan" in line or "bild" in line]


def test_a_removed_entry_that_came_back(repo: Repo) -> None:
    """Both days are told, in one line each."""
    repo.git("2026-10-10", "rm", "-r", "--quiet", f"ideas/{TRYGG}")
    repo.commit("2026-10-10")
    repo.git("2026-10-11", "revert", "--no-edit", "HEAD")
    assert repo.told("trygg-hemgang") == [
        "2026-10-11 Lades in i katalogen igen",
        "2026-10-10 Togs bort ur katalogen",
        CAME,
    ]


def test_another_idea_in_a_former_folder_is_another(repo: Repo) -> None:
    """What lay there before the idea moved there has a story of its own."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    repo.git("2026-10-11", "rm", "-r", "--quiet", f"ideas/{SMALL}")
    repo.commit("2026-10-11")
    (repo.root / "ideas" / "2026").mkdir(exist_ok=True)
    repo.git("2026-10-12", "mv", f"ideas/{TRYGG}", f"ideas/{SMALL}")
    repo.commit("2026-10-12")
    assert repo.told() == ["2026-10-12 Sidan fick en ny adress", CAME]


def branched(repo: Repo) -> None:
    """A branch with a change of the stage, and a change of the title beside it."""
    repo.git("2026-10-02", "checkout", "--quiet", "-b", "side")
    repo.change("2026-10-05", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    repo.git("2026-10-05", "checkout", "--quiet", "main")
    repo.change("2026-10-08", f"{SMALL}/idea.md", ("I dag", "Nu"))


def test_a_merge_is_one_change_on_its_own_day(repo: Repo) -> None:
    """The branch's commits are not told again, and not as of the day when nobody could read them."""
    branched(repo)
    repo.git("2026-10-20", "merge", "--quiet", "--no-edit", "side")
    assert repo.told() == [
        "2026-10-20 Skedet ändrades från Idé till Bedömning",
        "2026-10-08 Texten ändrades, 1 nytt ord och 2 strukna ord: Behov",
        CAME,
    ]


def test_what_a_merge_slips_in_is_told(repo: Repo) -> None:
    """A change that stands in neither branch belongs to the merge."""
    branched(repo)
    repo.git("2026-10-20", "merge", "--quiet", "--no-commit", "side")
    repo.change(
        "2026-10-20",
        f"{SMALL}/idea.md",
        ("stage: assessment", "stage: project"),
        ("title: E", "title: Mycket e"),
    )
    assert repo.told()[:2] == [
        "2026-10-20 Skedet ändrades från Idé till Projekt",
        "2026-10-20 Ny titel: Mycket enklare felanmälan",
    ]


def test_the_day_is_the_committers_in_stockholm(repo: Repo) -> None:
    """An hour before midnight in London is the next day here; a commit from tomorrow is from today."""
    repo.edit(f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    repo.git("2026-10-10T23:00:00Z", "commit", "--all", "--quiet", "--message=x")
    repo.change("2099-01-01", f"{SMALL}/idea.md", ("origin: resident", "origin: employee"))
    assert repo.told() == [
        f"{project.TODAY} Ändrade uppgifter: kommer från",
        "2026-10-11 Skedet ändrades från Idé till Bedömning",
        CAME,
    ]


def test_what_was_taken_away_does_not_come_back(repo: Repo) -> None:
    """Former words are nobody's to read any more: titles, milestones, headings and unknown terms."""
    idea, plan = f"{TRYGG}/idea.md", f"{TRYGG}/plan.md"
    repo.change(
        "2026-10-10",
        idea,
        ("title: Trygg", "title: HEMLIGT Trygg"),
        ("## Behov", "## HEMLIGT\n\nx\n\n## Behov"),
    )
    repo.change("2026-10-11", plan, ("name: Hundra", "name: HEMLIGT"))
    repo.change(
        "2026-10-12", idea, ("funder: vinnova", "funder: hemligt"), ("stage: project", "stage: hemligt")
    )
    repo.change("2026-10-13", idea, ("indicator: Å", "indicator: HEMLIGT\n    result: x\n  - indicator: Å"))
    repo.change("2026-10-14", idea, ("title: HEMLIGT", "title:"), ("## HEMLIGT\n\nx\n\n", ""))
    repo.change("2026-10-15", idea, ("indicator: HEMLIGT\n    result: x\n  - ", ""))
    repo.change("2026-10-15", plan, ("name: HEMLIGT", "name: Hundra"))
    repo.change(
        "2026-10-16", idea, ("funder: hemligt", "funder: vinnova"), ("stage: hemligt", "stage: project")
    )
    told = "\n".join(repo.told("trygg-hemgang"))
    assert "hemligt" not in told.casefold()
    assert "Skedet ändrades från Projekt till något som inte längre finns i katalogens listor" in told


def test_nobody_is_named(repo: Repo) -> None:
    """Neither who committed nor what they wrote about it is published."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    found = catalogues.read(repo.root)
    history = read_timeline(Repository(repo.root), found)
    pages = "".join(page.content for page in pages_in(publish(Derived(found), [], history=history)))
    assert "Skedet ändrades från Idé till Bedömning" in pages
    for hidden in ("Hemlig Person", "outsagt skäl", gitrepo._NOBODY["GIT_AUTHOR_EMAIL"]):
        assert hidden not in pages


HOSTILE = (
    "title: <script>alert(1)</script> {0} {{x}} \\ue000",
    "milestones: 3",
    "grants: [a, [b], {funder: [x]}, {funder: vinnova, awarded: -1}, {awarded: 99999999999999999999}]",
    "decisions:\n  - {gate: [G1], verdict: {a: b}}\n  - nothing\n  - {gate: G1}",
    "effects: {indicator: x}",
    "stage: [idea]",
    "outcome: {a: b}",
    "title: " + "lång " * 3000,
    "summary: &a x\ntitle: *a",
    "title: a\ntitle: b",
    "{title: a}",
    "- a",
    "",
    "title: \u202eomvänt",
)


@pytest.mark.parametrize("front", HOSTILE, ids=range(len(HOSTILE)))
def test_any_file_there_ever_was_can_be_told(repo: Repo, front: str) -> None:
    """Whatever somebody once committed, the page is made, and shows nothing of it."""
    idea = repo.root / "ideas" / SMALL / "idea.md"
    text = idea.read_text(encoding="utf-8")
    plan = repo.root / "ideas" / TRYGG / "plan.md"
    plan_text = plan.read_text(encoding="utf-8")
    for file in (idea, plan):
        file.write_text(
            f"---\n{front}\n---\n\n# <img src=x onerror=alert(1)>\n\n```\n# a\n", encoding="utf-8"
        )
    repo.commit("2026-10-10")
    idea.write_text(text, encoding="utf-8")
    plan.write_text(plan_text, encoding="utf-8")
    repo.commit("2026-10-11")
    page = history_of(repo, "enklare-felanmalan") + history_of(repo, "trygg-hemgang")
    assert repo.told()[-1] == CAME
    for hidden in ("alert(1)", "onerror", "omvänt", "lång lång", "99999"):
        assert hidden not in page


def test_titles_are_escaped(repo: Repo) -> None:
    """Words that the entry says today are shown as words."""
    repo.change(
        "2026-10-10", f"{SMALL}/idea.md", ("title: Enklare felanmälan", "title: '<b>Hål</b> {0} & väg'")
    )
    assert "Ny titel: <span>&lt;b&gt;Hål&lt;/b&gt; {0} &amp; väg</span>" in history_of(repo)
    assert 'New title: <span lang="sv">&lt;b&gt;' in history_of(repo, language="en")


def test_a_catalogue_in_a_folder_of_a_repository(repo: Repo) -> None:
    """Its story begins where it lies; what else the repository holds is not looked at."""
    inner = repo.root / "inner"
    shutil.copytree(project.BASE, inner / "ideas")
    repo.commit("2026-10-10")
    within = Repo(inner)
    within.change("2026-10-11", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    assert within.told() == [
        "2026-10-11 Skedet ändrades från Idé till Bedömning",
        "2026-10-10 Lades in i katalogen",
    ]
    assert repo.told() == [CAME]


def test_what_is_not_committed_is_not_history(repo: Repo) -> None:
    """A change in the working tree is not told, and a new entry says that it has no history yet."""
    repo.edit(f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    new = repo.root / "ideas" / "2026" / "ny"
    shutil.copytree(repo.root / "ideas" / SMALL, new)
    assert repo.told() == [CAME]
    assert repo.told("ny") == []
    assert "Posten har inte förts in i katalogens historik än." in history_of(repo, "ny")


UNKNOWN = "Hur posten har ändrats är inte känt här."


def test_a_shallow_clone_knows_no_story(repo: Repo, tmp_path: Path) -> None:
    """Part of the way would be told as if it were all; the page says that it is not known."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    shallow = tmp_path / "shallow"
    gitrepo.git(tmp_path, "clone", "--quiet", "--depth=1", repo.root.as_uri(), str(shallow))
    assert Repo(shallow).story() is None
    assert UNKNOWN in history_of(Repo(shallow))


def test_a_partial_clone_asks_nobody(repo: Repo, tmp_path: Path) -> None:
    """Git would fetch each file that it lacks; nothing is asked of another host."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    gitrepo.git(repo.root, "config", "uploadpack.allowFilter", "true")
    partial = tmp_path / "partial"
    gitrepo.git(tmp_path, "clone", "--quiet", "--filter=blob:none", repo.root.as_uri(), str(partial))
    assert Repo(partial).story() is None


def test_without_git_the_site_is_made(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, one without a commit, or no git at all."""
    bare = Repo(catalogues.lay(tmp_path / "bare", project.BASE))
    assert bare.story() is None
    gitrepo.start(bare.root)
    assert bare.story() is None
    assert UNKNOWN in history_of(bare)
    monkeypatch.setenv("PATH", "")
    assert repo.story() is None


def test_the_users_own_git_settings_change_nothing(repo: Repo) -> None:
    """How somebody likes to read logs has no part in it."""
    repo.git("2026-10-11", "mv", f"ideas/{SMALL}", "ideas/2026/felanmalan")
    repo.commit("2026-10-11")
    before = repo.told("felanmalan")
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
    assert repo.told("felanmalan") == before
    assert len(before) == 2


def test_many_blobs_are_read_in_turns(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same is told, however few are held at a time."""
    for day in range(10, 15):
        repo.change(f"2026-10-{day}", f"{SMALL}/idea.md", ("## Behov\n\n", "## Behov\n\nMer. "))
        repo.change(f"2026-10-{day}", f"{TRYGG}/idea.md", ("## Behov\n\n", "## Behov\n\nMer. "))
    whole = repo.told(), repo.told("trygg-hemgang")
    monkeypatch.setattr(story, "BATCH", 1)
    assert (repo.told(), repo.told("trygg-hemgang")) == whole
    assert [len(told) for told in whole] == [6, 6]


def test_the_same_commit_gives_the_same_story(repo: Repo) -> None:
    """Nothing in it depends on when it is told, but for days that have not come."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    found = catalogues.read(repo.root)
    first, second = repo.story(), read_timeline(Repository(repo.root), found)
    assert first == second
    later = catalogues.read(repo.root)
    later.today = dt.date(2030, 1, 1)
    assert read_timeline(Repository(repo.root), later) == first
