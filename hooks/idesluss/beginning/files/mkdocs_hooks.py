"""MkDocs' events, handed on to the program. MkDocs has this folder on its path while it loads this file."""

from idesluss.mkdocs.events import *  # noqa: F403  # whichever events the program's version knows
