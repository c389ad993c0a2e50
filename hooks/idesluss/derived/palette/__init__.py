"""The tones of the site in light and dark, derived from the few colours that a catalogue asks for."""

from .contrast import Failure, failures, mended
from .derivation import SCHEMES, Palette, Scheme, derive

__all__ = ["SCHEMES", "Failure", "Palette", "Scheme", "derive", "failures", "mended"]
