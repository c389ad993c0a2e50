"""The program with every command, for who asks for more than one of them."""

from . import command_line

__all__ = ["app"]

app = command_line(())
