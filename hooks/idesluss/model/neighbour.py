"""Neighbours: other catalogues, and registers, whose ideas are shown beside the catalogue's own."""

from __future__ import annotations

import ipaddress
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator

from .declare import Record, declare
from .values import Flag, Line, Word, read_secure_url, read_url


def is_loopback(host: str) -> bool:
    """Whether the name or number of a host is that of the computer itself."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def read_data_url(value: object) -> str:
    """An address that data is fetched from: https, but from the computer itself, where nobody listens."""
    url = read_url(value)
    return url if is_loopback(urlsplit(url).hostname or "") else read_secure_url(url)


DataUrl = Annotated[str, BeforeValidator(read_data_url)]


class Neighbour(Record):
    """A catalogue by the address of its `catalogue.json`, or a register by its file and the `map` of it.

    `is_internal` is one at an address that only the own network knows.
    """

    name: Line = declare(required=True)
    url: DataUrl = declare(required=True, example="https://ideer.example.se/data/v1/catalogue.json")
    map: Word | None = declare(example="viable-cities")
    is_internal: Flag = declare(default=False)
