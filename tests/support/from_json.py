"""A catalogue's folder made of its `catalogue.json` alone, by code that shares nothing with the program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

FACTS = "facts"  # what follows from the rest


def write_catalogue(root: Path, content: bytes) -> Path:
    """Settings, calls, ideas and plans, each as a file; pictures are not in the file."""
    whole = json.loads(content)
    _write(root / "ideas" / "catalogue.yml", _yaml(whole["catalogue"]))
    for call in whole["calls"]:
        _write(root / "ideas" / "calls" / f"{call['slug']}.md", _document(call["call"], call["text"]))
    for entry in whole["entries"]:
        idea = root / entry[FACTS]["path"]
        _write(idea, _document(entry["idea"], entry["text"]))
        if "plan" in entry:
            _write(idea.with_name("plan.md"), _document(entry["plan"], entry["plan_text"]))
    return root


def _document(fields: Any, text: str) -> str:
    return f"---\n{_yaml(_stated(fields))}---\n{text}"


def _stated(value: Any) -> Any:
    """Without what follows from it."""
    if isinstance(value, dict):
        return {name: _stated(part) for name, part in value.items() if name != FACTS}
    return [_stated(part) for part in value] if isinstance(value, list) else value


def _yaml(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
