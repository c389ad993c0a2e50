"""Full addresses: of a site and a repository, however their own are written."""

from __future__ import annotations

import pytest

from idesluss.model.web_address import address_below, path_below


@pytest.mark.parametrize(
    ("base", "host", "root"),
    [
        ("https://ideer.example.se", "https://ideer.example.se", "/"),
        ("https://ideer.example.se/", "https://ideer.example.se", "/"),
        ("https://ideer.example.se/x", "https://ideer.example.se", "/x/"),
        ("https://ideer.example.se/x/y/", "https://ideer.example.se", "/x/y/"),
        ("http://localhost:8000/x", "http://localhost:8000", "/x/"),
        ("https://ideer.example.se/x/?a=b#c", "https://ideer.example.se", "/x/"),
        ("https://ideer.example.se/idéer", "https://ideer.example.se", "/id%C3%A9er/"),
        ("https://ideer.example.se/id%C3%A9er/", "https://ideer.example.se", "/id%C3%A9er/"),
        ("https://räksmörgås.example:8080/", "https://xn--rksmrgs-5wao1o.example:8080", "/"),
        ("https://å..example.se/", "https://%C3%A5..example.se", "/"),
    ],
)
def test_a_base_is_the_same_with_and_without_its_last_slash(base: str, host: str, root: str) -> None:
    """What lies below it is in ASCII alone, and nothing is encoded twice."""
    assert path_below(base) == root
    assert address_below(base, "") == f"{host}{root}"
    assert address_below(base, "ideer/2026/x/") == f"{host}{root}ideer/2026/x/"
    assert address_below(base, "välfärd/#mål") == f"{host}{root}v%C3%A4lf%C3%A4rd/#m%C3%A5l"
    assert address_below(base, "v%C3%A4lf%C3%A4rd/") == f"{host}{root}v%C3%A4lf%C3%A4rd/"
