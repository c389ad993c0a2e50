"""Problems as SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..checks import rule_text, rules
from ..words import say
from .as_json import visible_json
from .parts import hint_text, message_text, version, with_causes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..reading.problem import Place, Problem
    from ..words import Language
    from .parts import Origin

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}
_STATES = {"change": "new", "before": "unchanged"}


def as_sarif(
    problems: Sequence[Problem],
    language: Language,
    older: Sequence[Problem] | None = None,
    site_url: str | None = None,
) -> str:
    """One run, with every rule and a result for each problem."""
    listed = with_causes(problems, older)
    prints = _fingerprints([problem for problem, _ in listed])
    run = {
        "tool": {"driver": _driver(language, site_url)},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(problem, cause, language, sign)
            for (problem, cause), sign in zip(listed, prints, strict=True)
        ],
    }
    return visible_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(language: Language, site_url: str | None) -> dict[str, object]:
    return {
        "name": "idesluss",
        "version": version(),
        **({"informationUri": site_url} if site_url else {}),
        "rules": [_rule(name, language) for name in rules()],
    }


def _rule(name: str, language: Language) -> dict[str, object]:
    what, *why = rule_text(name, language)
    return {
        "id": name,
        "shortDescription": {"text": what},
        "fullDescription": {"text": "\n\n".join(why) or what},
        "help": {"text": "\n\n".join([what, *why])},
    }


def _result(problem: Problem, cause: Origin | None, language: Language, sign: str) -> dict[str, object]:
    remedy = say("severity.remedy", language)
    words = f"{message_text(problem, language)}\n{remedy}: {hint_text(problem, language)}"
    return {
        "ruleId": problem.rule,
        "ruleIndex": list(rules()).index(problem.rule),
        "level": _LEVELS[problem.severity],
        "message": {"text": _literal(words)},
        "locations": [{"physicalLocation": _location(problem.place)}],
        "partialFingerprints": {"problem/v2": sign},
        **({"baselineState": _STATES[cause]} if cause else {}),
    }


def _location(place: Place) -> dict[str, object]:
    uri = quote(place.path, errors="surrogatepass")
    region = {"startLine": place.line}
    if place.column:
        region |= {"startColumn": place.column, "endColumn": place.column + place.length}
    return {
        "artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"},
        **({"region": region} if place.line else {}),
    }


def _literal(words: str) -> str:
    """The words as a message of SARIF, where braces stand for arguments and `[a](b)` for a link."""
    return words.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _fingerprints(problems: Sequence[Problem]) -> list[str]:
    """A sign of each problem that stays the same when its line moves; the number tells twins apart."""
    signs = [_sign(problem) for problem in problems]
    twins: Counter[str] = Counter()
    prints = []
    for sign in signs:
        twins[sign] += 1
        prints.append(hashlib.sha256(f"{sign}{twins[sign]}".encode()).hexdigest())
    return prints


def _sign(problem: Problem) -> str:
    # Numbers among the values may be lines, which move.
    values = {name: str(v) for name, v in problem.values.items() if not isinstance(v, int)}
    place = problem.place
    return json.dumps([place.path, problem.rule, problem.key, place.source.strip(), values], sort_keys=True)
