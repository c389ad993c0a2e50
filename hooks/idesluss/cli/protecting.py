"""Commands for the host: protect."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..review.protection import PLACES, PROTECTIONS, RULES, RULESET, HostSettings, lacking, ruleset, wanted_at
from ..words import say
from ..words.characters import plain
from .terminal import Spoken, app, read_current, refuse_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..review.protection import Protection
    from ..words import Language

_REPOSITORY = "repos/{owner}/{repo}"  # as gh fills it in, from $GH_REPO or the clone's remote
_LONGEST = 300


@app.command()
def protect(
    is_check: Annotated[
        bool, typer.Option("--check", help="Set nothing; fail where one is lacking.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before they are set.")] = False,
    lang: Spoken = None,
) -> None:
    """Tell which settings on GitHub the promises need, and set those that are lacking, with `gh`."""
    language = lang or read_current(None, lang).language
    settings = _settings()
    if settings is None:
        _print(PROTECTIONS, language, "–", "–")
        typer.echo(say("protect.unknown", language), err=True)
        raise typer.Exit(2 if is_check else 0)
    missing = lacking(settings)
    _print(missing, language, "✓", "✗")
    if missing and not is_check and (yes or typer.confirm(say("protect.ask", language, count=len(missing)))):
        _set(missing, language)
        missing = lacking(_settings() or HostSettings())
        _print(missing, language, "✓", "✗")
    raise typer.Exit(1 if missing else 0)


def _print(missing: Sequence[Protection], language: Language, there: str, not_there: str) -> None:
    for protection in PROTECTIONS:
        mark = not_there if protection in missing else there
        title, why = (say(f"protect.{protection.key}.{part}", language) for part in ("title", "why"))
        typer.echo(f"{mark} {title}. {why}")


def _settings() -> HostSettings | None:
    """What GitHub answers; None where gh is not here or may not ask."""
    repository = _gh(_REPOSITORY)
    if not isinstance(repository, dict):
        return None
    rules = _gh(f"{_REPOSITORY}/rules/branches/{repository['default_branch']}")
    places = {place: _gh(f"{_REPOSITORY}/{place}") for place in PLACES}
    return HostSettings(rules if isinstance(rules, list) else [], places)


def _set(missing: Sequence[Protection], language: Language) -> None:
    places = {protection.place for protection in missing}
    if RULES in places:
        rulesets = _gh(f"{_REPOSITORY}/rulesets") or []
        own = [str(listed["id"]) for listed in rulesets if listed["name"] == RULESET]
        path = "/".join([f"{_REPOSITORY}/rulesets", *own[:1]])
        _write("PUT" if own else "POST", path, ruleset(), language)
    for place in sorted(places - {RULES}):
        path = f"{_REPOSITORY}/{place}"
        # Pages is made before it can be changed; all else is there.
        is_made = place != "pages" or _gh(path) is not None
        _write("PUT" if is_made else "POST", path, wanted_at(place), language)


def _write(method: str, path: str, content: dict[str, Any], language: Language) -> None:
    done = _run("--method", method, path, "--input", "-", given=json.dumps(content))
    if done is None or done.returncode:
        answer = plain(done.stderr.strip() if done else "", _LONGEST)
        refuse_use(say("protect.refused", language, place=path.removeprefix(f"{_REPOSITORY}/"), told=answer))


def _gh(path: str) -> Any:
    """The answer, or None where there is none."""
    done = _run(path)
    return json.loads(done.stdout) if done and not done.returncode else None


def _run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str] | None:
    command = ["gh", "api", *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, text=True, check=False)  # noqa: S603  # no shell, and nobody's words
    except FileNotFoundError:
        return None
