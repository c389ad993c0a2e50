"""GitHub's issue forms, and what GitHub would refuse in one."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import yaml

from idesluss.generated.issue_form import issue_form
from tests.support import catalogues

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KINDS = {"markdown", "input", "textarea", "dropdown"}
_ID = re.compile(r"[A-Za-z0-9_-]+")


def form_of(root: Path) -> dict[str, Any]:
    """The form that is made for the catalogue of `root`."""
    form: dict[str, Any] = yaml.safe_load(issue_form(catalogues.read(root).settings))
    return form


def faults_of_form(form: dict[str, Any]) -> list[str]:
    """What is not as GitHub's documented schema has it."""
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    ids = [part["id"] for part in form["body"] if "id" in part]
    faults = [f"key {key}" for key in form.keys() ^ {"name", "description", "labels", "body"}]
    faults += [f"id {name} is no id" for name in ids if not _ID.fullmatch(name)]
    faults += [f"id {name} twice" for name in _twice(ids)]
    faults += [f"label {label} twice" for label in _twice([part["attributes"]["label"] for part in asked])]
    faults += [fault for part in form["body"] for fault in _of_part(part)]
    is_required = any(part.get("validations", {}).get("required") for part in form["body"])
    return faults if is_required else [*faults, "nothing is required"]


def _of_part(part: dict[str, Any]) -> Iterator[str]:
    options = part["attributes"].get("options", [])
    if part["type"] not in _KINDS:
        yield f"type {part['type']}"
    if bool(options) != (part["type"] == "dropdown"):
        yield f"options of a {part['type']}"
    yield from (f"option {option} twice" for option in _twice(options))
    yield from (f"option {option}" for option in options if option.strip().casefold() in {"none", ""})


def _twice(names: list[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
