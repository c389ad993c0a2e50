"""What follows from the whole catalogue: who waits for whom, key figures, similar ideas, lessons, dates."""
