"""Pages of what neighbours tell: all of them, each of them, and the need bank."""
