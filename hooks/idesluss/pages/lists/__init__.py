"""Lists: the catalogue page, lists of ideas by facet, topics and rules."""
