"""A change told to its reviewer, who must approve it, and reminders of what waits for somebody.

Nothing that somebody wrote in a file passes through as anything but words: see `inert`.
"""

from .inert import inert, quiet
from .machine import SCHEMA, report_as_json
from .markdown import report_as_markdown

__all__ = ["SCHEMA", "inert", "quiet", "report_as_json", "report_as_markdown"]
