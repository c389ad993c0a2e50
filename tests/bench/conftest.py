"""Chromium, as the browser tests have it."""

from ..browser.conftest import chromium

__all__ = ["chromium"]
