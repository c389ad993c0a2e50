"""What git remembers: commits, versions of files, and what a change is."""
