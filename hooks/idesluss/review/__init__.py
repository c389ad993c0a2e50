"""A change told to its reviewer, who must approve it, and reminders of what waits for somebody.

Nothing that somebody wrote in a file passes through as anything but words: see `words/inert.py`.
"""

from .report import report_as_markdown, unreadable_as_markdown
from .report_as_json import SCHEMA, report_as_json, unreadable_as_json

__all__ = ["SCHEMA", "report_as_json", "report_as_markdown", "unreadable_as_json", "unreadable_as_markdown"]
