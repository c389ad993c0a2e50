"""What other catalogues and registers tell of their ideas, made harmless and kept: never an entry."""
