"""Names for what is kept: digests of everything that decides it."""

from __future__ import annotations

from hashlib import sha256


def key_of(*parts: str | bytes) -> bytes:
    """A digest that no other parts have, however they are joined."""
    digest = sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(content))
        digest.update(content)
    return digest.digest()
