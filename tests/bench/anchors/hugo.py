"""The same ideas as a site of Hugo's, with pages of a like weight, lists by facet, a feed and the data."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from tests.bench import costs

# Beside the Python that runs, whatever else is in the way to programs.
_PROGRAM = str(Path(sys.executable).with_name("hugo"))
_SETTINGS = """\
baseURL = "https://anchor.example/"
languageCode = "sv"
title = "Anchor"
disableKinds = ["RSS"]
enableRobotsTXT = false
[taxonomies]
year = "year"
stage = "stage"
sector = "sector"
theme = "themes"
origin = "origin"
goal = "agenda_goals"
municipality = "municipalities"
unit = "units"
[outputs]
home = ["html", "json"]
[markup.goldmark.renderer]
unsafe = false
"""
# As heavy as what stands around the text on a page of ours.
_LINK = '<li class="menu__item"><a class="menu__link" href="/section/{}/">A section of the site</a></li>\n'
_FRAME = f"<nav><ul>\n{''.join(map(_LINK.format, range(160)))}</ul></nav>"
_LIST = """\
<!doctype html><html lang="sv"><head><title>{{ .Title }}</title></head>
<body>{{ partial "frame.html" . }}<main>
<h1>{{ .Title }}</h1>
{{ range .Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.summary }}</p>
<p>{{ .Params.stage }} · {{ .Params.sector }}</p></article>
{{ end }}</main></body></html>
"""
_SINGLE = """\
<!doctype html><html lang="sv"><head><title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.summary }}"></head>
<body>{{ partial "frame.html" . }}<main>
<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
<dl>{{ range $name, $value := .Params }}
{{ if not (reflect.IsSlice $value) }}<dt>{{ $name }}</dt><dd>{{ $value }}</dd>
{{ end }}{{ end }}</dl>
{{ range .Params.grants }}<p>{{ .funder }} {{ .reference }} {{ .awarded }}</p>{{ end }}
{{ range .Params.sources }}<p><a href="{{ .url }}">{{ .url }}</a> {{ .read }}</p>{{ end }}
{{ .Content }}
<ul>{{ with .NextInSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
{{ with .PrevInSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
</main></body></html>
"""
_DATA = """\
[{{ range $at, $page := .Site.RegularPages }}{{ if $at }},{{ end }}
{{ dict "title" .Title "address" .RelPermalink "params" .Params "text" .RawContent | jsonify }}{{ end }}]
"""
_LAYOUTS = {
    "_default/list.html": _LIST,
    "_default/single.html": _SINGLE,
    "index.html": _LIST.replace(".Pages", "first 40 .Site.RegularPages"),
    "index.json": _DATA,
    "partials/frame.html": _FRAME,
}


class HugoSite(NamedTuple):
    """A site that Hugo has not built yet."""

    folder: Path

    def build(self) -> costs.Cost:
        """What a whole build costs, into an empty folder."""
        shutil.rmtree(self.folder / "public", ignore_errors=True)
        return costs.of_command([_PROGRAM, "--quiet", "--source", str(self.folder)], self.folder)


def site_of(ideas: Path, folder: Path) -> HugoSite:
    """A site of the ideas that lie below a catalogue's folder."""
    for name, text in _LAYOUTS.items():
        layout = folder / "layouts" / name
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(text, encoding="utf-8")
    (folder / "hugo.toml").write_text(_SETTINGS, encoding="utf-8")
    for idea in ideas.glob("ideas/*/*/idea.md"):
        page = folder / "content" / "ideas" / f"{idea.parent.parent.name}-{idea.parent.name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        year = f"---\nyear: '{idea.parent.parent.name}'\n"
        text = idea.read_text(encoding="utf-8").replace("---\n", year, 1)
        page.write_text(text.replace("outcome: open\n", "", 1), encoding="utf-8")
    return HugoSite(folder)
