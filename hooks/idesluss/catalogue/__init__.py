"""The catalogue as of a day: ideas with their plans, calls, relations both ways, and facets."""
