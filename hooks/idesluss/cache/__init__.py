"""What has been worked out before, kept between runs by the digest of all that decided it."""

from .keys import key_of
from .place import CACHE_VARIABLE, store_of
from .program import PROGRAM, program_state
from .store import Store

__all__ = ["CACHE_VARIABLE", "PROGRAM", "Store", "key_of", "program_state", "store_of"]
