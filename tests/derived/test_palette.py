"""Every tone follows from few colours, and whatever colours pass the rule, all that is seen can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from idesluss.derived.palette import SCHEMES, derive, failures, mended
from idesluss.derived.palette.derivation import contrast, hexadecimal, lightness_chroma_hue
from idesluss.derived.palette.pairs import GRAPHIC, PAIRS, TEXT
from idesluss.derived.palette.tones import DARK, LIGHT, PRINT
from idesluss.model.brand import NEUTRAL, BrandColours
from idesluss.words import LANGUAGES, keys
from tests.support import project

STYLES = project.ROOT / "hooks" / "idesluss" / "theme" / "styles"
COLOUR = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
ANY = st.builds(
    lambda main, accent, paper: BrandColours(main=main, accent=accent, paper=paper), *[COLOUR] * 3
)
HUE = st.integers(0, 359)


@settings(max_examples=settings().max_examples // 25)
@given(ANY)
def test_what_the_rule_proposes_passes_whatever_was_asked_for(colours: BrandColours) -> None:
    """Somebody who does as they are told is told nothing more."""
    for _, failure, better in mended(colours):
        assert failure.ratio < failure.pair.wanted
        colours = better
    assert list(failures(colours)) == []
    for scheme in SCHEMES:
        palette = derive(colours, scheme)
        assert [
            pair for pair in PAIRS if contrast(palette[pair.tone], palette[pair.ground]) < pair.wanted
        ] == []


@settings(max_examples=25)
@given(HUE, st.floats(0.2, 0.42), st.floats(0, 0.2), HUE, st.floats(0.6, 0.9))
def test_a_deep_colour_and_a_light_one_pass_in_every_hue(
    hue: int, depth: float, chroma: float, accent_hue: int, light: float
) -> None:
    """A municipality need not know of contrast to have its colours."""
    main, accent = hexadecimal(depth, chroma, hue), hexadecimal(light, chroma, accent_hue)
    assert list(failures(BrandColours(main=main, accent=accent))) == []


@settings(max_examples=15)
@given(ANY)
def test_colours_that_are_asked_for_stand_as_they_are(colours: BrandColours) -> None:
    palette = derive(colours, "light")
    assert (palette["brand"], palette["accent"]) == (colours.main, colours.accent)
    assert palette["paper"] == colours.paper
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in palette.values())


@settings(max_examples=15)
@given(HUE, HUE)
def test_the_dark_scheme_has_the_hue_of_the_main_colour(hue: int, accent_hue: int) -> None:
    """Dark ground follows the brand, and is dark in each."""
    colours = BrandColours(main=hexadecimal(0.38, 0.1, hue), accent=hexadecimal(0.8, 0.1, accent_hue))
    meant = lightness_chroma_hue(colours.main)[2]
    lightness, _, seen = lightness_chroma_hue(derive(colours, "dark")["paper"])
    assert lightness < 0.25
    assert abs((seen - meant + 180) % 360 - 180) < 20


def test_derivation_is_the_same_each_time() -> None:
    first = derive(NEUTRAL, "light")
    derive.cache_clear()
    hexadecimal.cache_clear()
    assert derive(NEUTRAL, "light") == first


def test_the_neutral_colours_pass_and_are_almost_grey() -> None:
    """A catalogue that says nothing is readable and nobody's."""
    assert list(failures(NEUTRAL)) == []
    assert (
        max(lightness_chroma_hue(colour)[1] for colour in (NEUTRAL.main, NEUTRAL.accent, NEUTRAL.paper))
        < 0.04
    )


@pytest.mark.parametrize(
    ("changed", "colour"), [("main", "#ffd200"), ("accent", "#111111"), ("paper", "#777777")]
)
def test_what_cannot_be_read_is_told_with_the_nearest_that_can(changed: str, colour: str) -> None:
    """Only what fails is changed, in lightness alone, and no nearer colour passes."""
    colours = BrandColours(main="#1e3a8a", accent="#f28c28", paper="#ffffff").model_copy(
        update={changed: colour}
    )
    ((asked, _, better),) = mended(colours)
    assert asked == changed
    given_colour, proposed = lightness_chroma_hue(colour), lightness_chroma_hue(getattr(better, changed))
    step = 0.02 if proposed[0] < given_colour[0] else -0.02
    nearer = colours.model_copy(update={changed: hexadecimal(proposed[0] + step, *given_colour[1:])})
    assert list(failures(nearer)) != []
    assert {
        name for name in ("main", "accent", "paper") if getattr(better, name) != getattr(colours, name)
    } == {changed}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert (TEXT, GRAPHIC) == (4.5, 3)


@given(ANY)
@settings(max_examples=8)
def test_a_failure_is_seen(colours: BrandColours) -> None:
    """The check sees a pair that is alike: a main colour that is white."""
    white = colours.model_copy(update={"main": "#ffffff"})
    assume(white.main != colours.main)
    assert ("on-brand", "brand") in {(failure.pair.tone, failure.pair.ground) for failure in failures(white)}


def test_every_tone_of_the_styles_is_made_and_every_tone_made_is_used() -> None:
    """A property that nothing defines has no colour, and one that nothing uses is dead."""
    sheets = "".join(path.read_text(encoding="utf-8") for path in sorted(STYLES.glob("*.css")))
    used = set(re.findall(r"var\(--([a-z-]+)", sheets))
    own = set(re.findall(r"--([a-z-]+):", sheets))
    assert used - own - set(LIGHT) - {"shade-wide", "md-code-font-family"} == set()
    assert set(LIGHT) - used == set()
    assert set(DARK) == set(LIGHT)
    assert set(PRINT) <= set(LIGHT)


def test_no_style_names_a_colour() -> None:
    """All of them are in the catalogue's hands; only shadows are black whatever it says."""
    for path in sorted(STYLES.glob("*.css")):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:hsl|oklch|lab|color)\(", text) == [], path.name
        assert {found for found in re.findall(r"rgba?\((.*?)/", text) if found.strip() != "0 0 0"} == set()


def test_every_pair_is_of_tones_that_have_words() -> None:
    for language in LANGUAGES:
        words = {key.removeprefix("tone.") for key in keys(language) if key.startswith("tone.")}
        assert words == {name for pair in PAIRS for name in (pair.tone, pair.ground)}
