"""Reading: bytes become documents, documents become records, bodies become pages' text; nothing is raised."""
