"""Pages with a form: propose an idea, and search."""
