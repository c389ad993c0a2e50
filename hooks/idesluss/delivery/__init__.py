"""A built site on its way out: its links followed, two of them compared, and one packed."""
