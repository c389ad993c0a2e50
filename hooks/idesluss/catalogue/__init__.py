"""The catalogue: entries and calls, and what they can be found by."""
