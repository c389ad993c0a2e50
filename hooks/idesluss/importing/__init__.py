"""Entries from a sheet of another system: read, mapped, judged and told of, and files only last of all."""
