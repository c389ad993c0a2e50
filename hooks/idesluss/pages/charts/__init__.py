"""Charts drawn when the site is built: numbers and words in, SVG out, with classes and no colours."""
