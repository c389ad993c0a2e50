"""Templates as compiled, kept where Python keeps the program's modules as compiled, and for as long."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from ...cache import PROGRAM, program_state

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

    from ...words import Language


@cache
def compiled(language: Language) -> BytecodeCache:
    """Of a language: Jinja puts words into what it compiles, where they are constant."""
    return CompiledTemplates(language)


class CompiledTemplates(BytecodeCache):
    """A file is believed if it begins with the digest of all that it was made from and of what it holds."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._codes: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002  # names are unique
        """The template's name, wherever the program lies."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the template's code, where it was compiled before from the same."""
        known = bucket.key, bucket.checksum
        if known not in self._codes:
            with suppress(OSError):
                content = self._place(bucket).read_bytes()
                digest, code = content[:32], content[32:]
                if digest == self._digest(bucket, code):
                    self._codes[known] = marshal.loads(code)  # noqa: S302  # as safe as the modules beside it
        bucket.code = self._codes.get(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the template's code; in a file too, where Python may keep its own."""
        if not bucket.code:
            return
        self._codes[bucket.key, bucket.checksum] = bucket.code
        if not sys.dont_write_bytecode:
            code, place = marshal.dumps(bucket.code), self._place(bucket)
            beside = place.with_name(f"{place.name}.{os.getpid()}")
            with suppress(OSError):
                place.parent.mkdir(parents=True, exist_ok=True)
                beside.write_bytes(self._digest(bucket, code) + code)
                beside.replace(place)

    def _place(self, bucket: Bucket) -> Path:
        template = PROGRAM / "pages" / bucket.key
        folder = Path(cache_from_source(str(template))).parent
        return folder / f"{template.name}.{self._language}.{sys.implementation.cache_tag}"

    def _digest(self, bucket: Bucket, code: bytes) -> bytes:
        made_from = repr((bucket.key, bucket.checksum, self._language, program_state("jinja2"), MAGIC_NUMBER))
        return sha256(made_from.encode() + code).digest()
