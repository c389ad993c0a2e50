"""An open innovation catalogue kept as Markdown files in git."""
