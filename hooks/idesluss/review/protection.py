"""Settings of a repository on GitHub without which a promise could be walked round, and which are lacking.

Each has its words in `protect.<key>`: what it is, and why. `settings` are what GitHub answers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECK = "Judge the content"  # the job of check.yml, and the status that it sets
RULESET = "idesluss"
RULES = "rules"  # the place of those that are rules for the default branch


@dataclass(frozen=True, slots=True)
class Protection:
    """A setting at a place of GitHub's interface, below the repository; `rule` is its kind among RULES."""

    key: str
    place: str
    wanted: Mapping[str, Any]
    rule: str = ""


PROTECTIONS = (
    Protection("checks", RULES, {"required_status_checks": [{"context": CHECK}]}, "required_status_checks"),
    Protection("current", RULES, {"strict_required_status_checks_policy": True}, "required_status_checks"),
    Protection("owners", RULES, {"require_code_owner_review": True}, "pull_request"),
    Protection("one", RULES, {"required_approving_review_count": 1}, "pull_request"),
    Protection("stale", RULES, {"dismiss_stale_reviews_on_push": True}, "pull_request"),
    Protection("last", RULES, {"require_last_push_approval": True}, "pull_request"),
    Protection("kept", RULES, {}, "non_fast_forward"),
    Protection("there", RULES, {}, "deletion"),
    Protection("pages", "pages", {"build_type": "workflow"}),
    Protection("token", "actions/permissions/workflow", {"default_workflow_permissions": "read"}),
    Protection("proposals", "actions/permissions/workflow", {"can_approve_pull_request_reviews": True}),
    Protection("reports", "private-vulnerability-reporting", {"enabled": True}),
)
PLACES = tuple(dict.fromkeys(protection.place for protection in PROTECTIONS if protection.place != RULES))


@dataclass(frozen=True, slots=True)
class HostSettings:
    """The rules that hold for the default branch, whoever set them, and what stands at each of PLACES."""

    rules: list[Any] = field(default_factory=list)
    places: dict[str, Any] = field(default_factory=dict)


def lacking(settings: HostSettings) -> list[Protection]:
    """The protections that do not hold; more than is wanted is as good."""
    return [protection for protection in PROTECTIONS if not _holds(protection, settings)]


def _holds(protection: Protection, settings: HostSettings) -> bool:
    if protection.place != RULES:
        return _has(settings.places.get(protection.place), protection.wanted)
    return any(
        rule.get("type") == protection.rule and _has(rule.get("parameters") or {}, protection.wanted)
        for rule in settings.rules
    )


def _has(given: Any, wanted: Any) -> bool:
    """Whether what is given has all that is wanted: every part of it, and a number at least as great."""
    if isinstance(wanted, dict):
        return isinstance(given, dict) and all(_has(given.get(name), part) for name, part in wanted.items())
    if isinstance(wanted, list):
        return isinstance(given, list) and all(any(_has(item, part) for item in given) for part in wanted)
    if isinstance(wanted, bool) or not isinstance(wanted, int):
        return bool(given == wanted)
    return isinstance(given, int) and given >= wanted


def ruleset() -> dict[str, Any]:
    """Our own rules for the default branch: they stand beside those that others set and loosen none."""
    parameters: dict[str, dict[str, Any]] = {"pull_request": {"required_review_thread_resolution": False}}
    for protection in PROTECTIONS:
        if protection.rule:
            parameters.setdefault(protection.rule, {}).update(protection.wanted)
    return {
        "name": RULESET,
        "target": "branch",
        "enforcement": "active",
        "bypass_actors": [],
        "conditions": {"ref_name": {"include": ["~DEFAULT_BRANCH"], "exclude": []}},
        "rules": [
            {"type": kind, **({"parameters": given} if given else {})} for kind, given in parameters.items()
        ],
    }


def wanted_at(place: str) -> dict[str, Any]:
    """All that is wanted at one of PLACES."""
    return {
        name: value
        for protection in PROTECTIONS
        if protection.place == place
        for name, value in protection.wanted.items()
    }
