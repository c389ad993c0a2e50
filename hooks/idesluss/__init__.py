"""Idésluss: an open innovation catalogue kept as Markdown files in git."""
