"""Files as editors read them: by plain YAML, and judged by the schemas that are made for them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from jsonschema import Draft7Validator

from idesluss.generated import faces

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def schemas_of(root: Path) -> dict[str, Any]:
    """File name of a schema to the schema."""
    return {
        Path(path).name: json.loads(text)
        for path, text in faces(root).items()
        if path.endswith(".schema.json")
    }


def _schema_name(path: Path) -> str:
    name = "call" if path.parent.name == "calls" else path.stem
    return f"{name}.schema.json"


class _Loader(yaml.CSafeLoader):
    """YAML as editors read it: numbers and truth values are told from text, days are not."""


_Loader.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)


def _plainly(value: Any) -> Any:
    """With keys as text, which is all that a schema knows."""
    if isinstance(value, dict):
        return {str(key): _plainly(inner) for key, inner in value.items()}
    return [_plainly(inner) for inner in value] if isinstance(value, list) else value


def fields_of(path: Path) -> Any:
    """What a file's fields hold, read without our reader."""
    text = path.read_text(encoding="utf-8")
    fields = text if path.suffix == ".yml" else text.split("\n---", 1)[0].removeprefix("---")
    return _plainly(yaml.load(fields, Loader=_Loader))  # noqa: S506  # a safe loader


def catalogue_files(root: Path) -> Iterator[Path]:
    """Those that editors have schemas for; tables are none of them."""
    yield from (path for path in sorted((root / "ideas").rglob("*")) if path.suffix in {".md", ".yml"})


def refusals(root: Path, known: dict[str, Any]) -> list[str]:
    """What these schemas refuse in the catalogue of `root`, as `path: message`."""
    return [
        f"{path.relative_to(root)}: {error.message[:200]}"
        for path in catalogue_files(root)
        for error in Draft7Validator(known[_schema_name(path)]).iter_errors(fields_of(path))
    ]
