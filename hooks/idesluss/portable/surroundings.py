"""What surrounds the pages, as data for a frame of any generator's: names, menus, words and assets."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ..pages.base.borrowed import unmarked
from ..pages.base.navigation import frame_of
from ..words import SOURCE, keys, template

if TYPE_CHECKING:
    from ..catalogue.catalogue import Catalogue
    from ..words import Language
    from .assets import Assets

_WORDS = "frame."


def surroundings(catalogue: Catalogue, assets: Assets) -> str:
    """As JSON: what is the same on every page, and for each language what its frame says."""
    settings = catalogue.settings
    common = {
        "name": settings.name,
        "url": settings.site_url or "",
        "language": settings.language,
        "as_of": catalogue.today.isoformat(),
        "assets": {
            "stylesheets": assets.stylesheets,
            "first_script": assets.first_script,
            "modules": assets.modules,
            "icon": "assets/icon.svg",
        },
        "languages": {language: _language(catalogue, language) for language in settings.site_languages},
    }
    return unmarked(json.dumps(common, ensure_ascii=False, indent=2)) + "\n"


def _language(catalogue: Catalogue, language: Language) -> dict[str, Any]:
    settings = catalogue.settings
    frame = frame_of(settings, catalogue.today, language, "", has_own=bool(catalogue.own))
    surrounding = {
        name: value for name, value in asdict(frame).items() if name not in {"licences", "problems"}
    }
    keys_of_frame = (key for key in keys(SOURCE) if key.startswith(_WORDS))
    return {
        **surrounding,
        "licences": settings.licences.model_dump(mode="json"),
        "words": {key.removeprefix(_WORDS): template(key, language) for key in keys_of_frame},
    }
