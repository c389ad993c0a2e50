"""The command line as a module: `python -m idesluss`."""

from .cli import main

main()
