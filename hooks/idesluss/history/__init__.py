"""What git remembers: how each entry came to be as it is, and what a change did on its way."""
