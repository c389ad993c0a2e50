"""Where the environment says that the site is published, as a workflow knows better than a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .values import read_url

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACE_VARIABLES = {"site_url": "IDESLUSS_SITE_URL", "repository": "IDESLUSS_REPOSITORY"}


def read_places(environment: Mapping[str, str]) -> dict[str, str]:
    """Settings that variables give, by their names; PydanticCustomError where one is no full address."""
    given = {name: environment.get(variable) for name, variable in PLACE_VARIABLES.items()}
    return {name: read_url(value) for name, value in given.items() if value}
