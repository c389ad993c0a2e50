"""Files brought to a newer form: fields renamed and moved, and all else to the byte as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.model.forms import STEPS, FormStep
from idesluss.reading import former_forms, rewriting
from idesluss.reading.document import parse_document

if TYPE_CHECKING:
    from idesluss.model.forms import RecordKind

RENAMED = FormStep(2, "catalogue", "roles.*.github", "roles.*.holders")
LIFTED = FormStep(3, "catalogue", "site.contact", "contact")
LOWERED = FormStep(4, "catalogue", "publisher", "site.publisher")
IN_LIST = FormStep(5, "idea", "grants.*.ref", "grants.*.reference")

CASES = {
    "renamed, with notes and quotation marks": (
        RENAMED,
        "# Head\nroles:\n  a: # first\n    github: [x] # who\n  b: { 'github': [y], title: B }\n",
        "# Head\nroles:\n  a: # first\n    holders: [x] # who\n  b: { holders: [y], title: B }\n",
    ),
    "renamed, where the new name is taken": (
        RENAMED,
        "roles:\n  a:\n    github: [x]\n    holders: [y]\n",
        "roles:\n  a:\n    github: [x]\n    holders: [y]\n",
    ),
    "moved out, with its notes, before what follows": (
        LIFTED,
        "site:\n  # To whom.\n  contact: a@b.example\n  url: x\n\nname: N\n",
        "site:\n  url: x\n\nname: N\n# To whom.\ncontact: a@b.example\n",
    ),
    "moved out of what is then empty": (
        LIFTED,
        "name: N\nsite:\n  contact: a@b.example\n",
        "name: N\ncontact: a@b.example\n",
    ),
    "moved into what is there": (
        LOWERED,
        "publisher: P\nsite:\n    url: x\nname: N\n",
        "site:\n    url: x\n    publisher: P\nname: N\n",
    ),
    "moved into what is made for it": (
        LOWERED,
        "name: N\npublisher: >-\n  P\n  Q\n",
        "name: N\nsite:\n  publisher: >-\n    P\n    Q\n",
    ),
    "Windows's line ends and a mark of the byte order": (
        LIFTED,
        "\ufeffname: N\r\nsite:\r\n  contact: a\r\n  url: å\r\n",
        "\ufeffname: N\r\nsite:\r\n  url: å\r\ncontact: a\r\n",
    ),
}


def brought_up(step: FormStep, text: str, monkeypatch: pytest.MonkeyPatch, path: str = "c.yml") -> str:
    monkeypatch.setattr(rewriting, "steps_from", lambda _form, _record: [step])
    return rewriting.rewritten(path, text.encode(), step.record, 1).decode()


@pytest.mark.parametrize(("step", "before", "after"), CASES.values(), ids=CASES)
def test_a_field_is_changed_where_it_stands(
    step: FormStep, before: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert brought_up(step, before, monkeypatch) == after
    assert brought_up(step, after, monkeypatch) == after


def test_fields_above_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """In each item of a list; the text below is as it was."""
    before = "---\ntitle: T\ngrants:\n  - ref: 1\n  - amount: 2\n    ref: 3\n---\n\nref: 4  \n"
    after = before.replace("- ref: 1", "- reference: 1").replace("    ref: 3", "    reference: 3")
    assert brought_up(IN_LIST, before, monkeypatch, "idea.md") == after


ASKED = """process:
  stages:
    idea:
      requires: [idea.effects, "idea.effects.target", idea.section.effects] # all
  gates:
    G1:
      requires:
        - { name: idea.effects.result, from: 2027-01-01 }
        - plan
"""
WAIVED = """---
effects: 1
waivers:
  - waives: [idea.effects, idea.origin]
    reason: idea.effects is not known
---
"""


ASKED_NOW = """process:
  stages:
    idea:
      requires: [idea.gains, idea.gains.target, idea.section.effects] # all
  gates:
    G1:
      requires:
        - { name: idea.gains.result, from: 2027-01-01 }
        - plan
"""
WAIVED_NOW = WAIVED.replace("effects: 1", "gains: 1").replace("[idea.effects", "[idea.gains")


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [("catalogue", ASKED, ASKED_NOW), ("idea", WAIVED, WAIVED_NOW)],
    ids=["process", "waiver"],
)
def test_requirements_follow_their_field(
    kind: RecordKind, before: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever they are named, and those of its parts; no other words."""
    step = FormStep(6, "idea", "effects", "gains")
    monkeypatch.setattr(rewriting, "steps_of_requirements", lambda _form: [step])
    monkeypatch.setattr(rewriting, "steps_from", lambda _form, record: [step] if record == "idea" else [])
    path = "c.yml" if kind == "catalogue" else "idea.md"
    assert rewriting.rewritten(path, before.encode(), kind, 5).decode() == after


def test_a_name_that_is_written_otherwise_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Written over by its length, it would become another field."""
    text = 'roles:\n  a:\n    "gith\\x75b": [x]\n'
    with pytest.raises(rewriting.Unmovable):
        brought_up(RENAMED, text, monkeypatch)


@pytest.mark.parametrize(
    "text", ["site: { contact: a }\n", "name: N\nsite: { contact: a, url: x }\n"], ids=["alone", "beside"]
)
def test_what_cannot_be_moved_by_lines_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(rewriting.Unmovable):
        brought_up(LIFTED, text, monkeypatch)


def test_a_table_has_its_columns_renamed() -> None:
    before = b'key,title,"github"\r\na,"A, B",@x\r\n'
    assert rewriting.rewritten_part("roles.csv", before, "roles", 1) == before.replace(
        b'"github"', b"holders"
    )
    assert rewriting.rewritten_part("roles.csv", before, "roles", 2) == before
    assert rewriting.rewritten_part("themes.csv", before, "themes", 1) == before


def test_a_file_of_a_vocabulary() -> None:
    before = b"a:\n  title: A\n  github: [x]\n"
    assert rewriting.rewritten_part("roles.yml", before, "roles", 1) == before.replace(b"github", b"holders")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Head\n\nname: N\n", "# Head\n\nformat: 7\nname: N\n"),
        ("name: N\r\n", "format: 7\r\nname: N\r\n"),
        ("name: N\nformat: 2 # why\n", "name: N\nformat: 7 # why\n"),
    ],
)
def test_the_form_is_said(before: str, after: str) -> None:
    assert rewriting.with_form(before.encode(), 7).decode() == after


NAMES = st.sampled_from(["contact", "url", "title", "a"])
TREES = st.recursive(
    st.sampled_from(["x", "'å: #'", "[a, b]", "|\n  text\n"]),
    lambda inner: st.dictionaries(NAMES, inner, min_size=1, max_size=3),
    max_leaves=8,
)


def written(tree: object, indent: int = 0) -> str:
    if isinstance(tree, str):
        return f" {tree}".replace("\n  ", f"\n{' ' * (indent + 2)}").rstrip() + "\n"
    assert isinstance(tree, dict)
    start = "\n" if indent else ""
    return start + "".join(f"{' ' * indent}{k}:{written(v, indent + 2)}" for k, v in tree.items())


@given(st.dictionaries(st.sampled_from(["site", "name", "contact"]), TREES, min_size=1), st.booleans())
def test_whatever_the_file_it_says_what_was_read(tree: dict[str, object], is_windows: bool) -> None:  # drawn
    """Every file either says by its lines what the reader takes the old one for, or is refused."""
    text = written(tree)
    content = (text.replace("\n", "\r\n") if is_windows else text).encode()
    wanted = parse_document("c.yml", content)
    former_forms.bring_up(wanted.front, [LIFTED])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rewriting, "steps_from", lambda _form, _record: [LIFTED])
        try:
            done = rewriting.rewritten("c.yml", content, "catalogue", 1)
        except rewriting.Unmovable:
            return
    assert parse_document("c.yml", done).front.plain() == wanted.front.plain()
    assert b"\n" not in done.replace(b"\r\n", b"") or not is_windows


def test_a_name_that_was_left_is_never_taken_again() -> None:
    """So that old content can be read whatever it says of its form."""
    assert [step.former for step in STEPS if step.former in {later.now for later in STEPS}] == []
    assert [step.form for step in STEPS] == sorted(step.form for step in STEPS)
