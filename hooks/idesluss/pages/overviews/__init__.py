"""Overviews: pages that tell of the catalogue as a whole."""
