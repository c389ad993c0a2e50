"""Lists to look things up in: the catalogue page with its filters, lists by facet, topics, rules."""
