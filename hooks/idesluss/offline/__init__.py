"""The finished site once more, as a folder that opens from a disk without a server, and as one file of it."""

from .folder import OfflineCopy, write_offline
from .packed import packed

VARIABLE = "IDESLUSS_OFFLINE"

__all__ = ["VARIABLE", "OfflineCopy", "packed", "write_offline"]
