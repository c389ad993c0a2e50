"""`python -m idesluss`."""

from .cli import main

main()
