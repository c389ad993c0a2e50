"""Writing to disk: whole files, and a finished site in the old one's place."""
