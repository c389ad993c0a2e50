"""An address fetched over the loopback: what comes, and what every kind of bad answer is told as."""

from __future__ import annotations

import gzip
import socket
import zlib
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from idesluss.harvesting.connection import TimeLimit, Unfetched, connected, is_public
from idesluss.harvesting.fetching import Known, Limits, fetch
from tests.support import neighbour_servers as servers
from tests.support.neighbour_servers import neighbour_server
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.neighbour_servers import Answer, NeighbourServer

BODY = b'{"entries": []}'
PATIENT, HASTY = Limits(seconds=60, size=1_000_000), Limits(seconds=1, size=1_000_000)


@pytest.fixture
def server() -> Iterator[NeighbourServer]:
    with neighbour_server() as running:
        yield running


def refused(url: str, limits: Limits = PATIENT) -> str:
    with pytest.raises(Unfetched) as refusal:
        fetch(url, Known(), limits)
    return refusal.value.note.key


def test_what_is_there_comes_with_its_version(server: NeighbourServer) -> None:
    url = server.gives(servers.content(BODY, ETag='"a"', Last_Modified="Mon, 01 Jan 2024 00:00:00 GMT"))
    fetched = fetch(url, Known(), PATIENT)
    assert fetched.content == BODY
    assert fetched.version == Known('"a"', "Mon, 01 Jan 2024 00:00:00 GMT")


def test_a_known_version_is_not_sent_again(server: NeighbourServer) -> None:
    url = server.gives(servers.versioned(BODY, '"a"'))
    known = fetch(url, Known(), PATIENT).version
    assert fetch(url, known, PATIENT).content is None
    assert [headers.get("If-None-Match") for _, headers in server.asked] == [None, '"a"']
    server.gives(servers.versioned(BODY, '"b"'))
    assert fetch(url, known, PATIENT).content == BODY


def test_packed_answers_are_unpacked(server: NeighbourServer) -> None:
    url = server.gives(servers.content(gzip.compress(BODY), Content_Encoding="gzip"))
    assert fetch(url, Known(), PATIENT).content == BODY


@pytest.mark.parametrize("answer", [servers.silent, servers.dripping, servers.dripping_head])
def test_all_of_an_answer_has_one_deadline(server: NeighbourServer, answer: Answer) -> None:
    """A server that sends single letters is slow too, though each reading ends at once."""
    assert refused(server.gives(answer), HASTY) == "slow"
    assert server.left.wait(60)


def test_agreeing_how_to_encrypt_has_the_same_deadline() -> None:
    with neighbour_server(servers.DrippingHandshake) as server:
        assert refused(server.url.replace("http:", "https:"), HASTY) == "slow"
        assert server.left.wait(60)


def test_the_end_of_the_time_ends_what_is_being_encrypted() -> None:
    """The time is over while the server drips; no other limit of the connection is near."""
    with neighbour_server(servers.DrippingHandshake) as server, TimeLimit(HANGS) as limit:
        server.begun = limit.end
        with pytest.raises(OSError):  # noqa: PT011  # of which kind is the system's affair
            connected(urlsplit(server.url.replace("http:", "https:")), limit, may_be_internal=True)
        assert server.left.wait(60)


def test_who_connects_when_the_time_is_over_connects_to_nothing(server: NeighbourServer) -> None:
    with TimeLimit(HANGS) as limit:
        limit.end()
        connection = connected(urlsplit(server.url), limit, may_be_internal=True)
        with pytest.raises(OSError):  # noqa: PT011  # as above
            connection.request("GET", "/")


def test_an_answer_without_end_is_left(server: NeighbourServer) -> None:
    assert refused(server.gives(servers.endless_after(b""))) == "huge"
    assert server.left.wait(60)


def test_what_comes_after_a_packed_answer_is_left(server: NeighbourServer) -> None:
    url = server.gives(servers.endless_after(gzip.compress(BODY), Content_Encoding="gzip"))
    assert fetch(url, Known(), PATIENT).content == BODY
    assert server.left.wait(60)


BOMB = zlib.compressobj(wbits=31)
PACKED = BOMB.compress(b" " * 50_000_000) + BOMB.flush()


def test_what_grows_when_it_is_unpacked_is_left(server: NeighbourServer) -> None:
    assert len(PACKED) < 100_000
    assert refused(server.gives(servers.content(PACKED, Content_Encoding="gzip"))) == "huge"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (servers.cut(BODY), "broken"),
        (servers.content(gzip.compress(BODY)[:-9], Content_Encoding="gzip"), "broken"),
        (servers.content(b"no", Content_Encoding="gzip"), "broken"),
        (servers.content(BODY, Content_Encoding="br"), "broken"),
        (servers.content(BODY, Transfer_Encoding="chunked"), "broken"),
        (servers.status(404), "gone"),
        (servers.status(410), "gone"),
        (servers.status(500), "status"),
        (servers.status(304), "status"),
        (servers.redirect("https://127.0.0.1/x"), "scheme"),
        (servers.redirect("file:///etc/passwd"), "scheme"),
        (servers.redirect("http://a@127.0.0.1/x"), "broken"),
        (servers.redirect("http://127.0.0.1:x/"), "broken"),
        (servers.redirect("http://127.0.0.1:1/"), "internal"),
        (servers.redirect("http://[::ffff:10.0.0.1]/"), "internal"),
        (servers.redirect("http://169.254.169.254/latest"), "internal"),
        (lambda asked: asked.wfile.write(b"nonsense\r\n\r\n"), "broken"),
    ],
)
def test_bad_answers_are_told_and_nothing_more(server: NeighbourServer, answer: Answer, told: str) -> None:
    assert refused(server.gives(answer)) == told


def test_a_few_redirects_are_followed_at_the_same_place(server: NeighbourServer) -> None:
    server.gives(servers.content(BODY))
    for step in range(4):
        server.gives(servers.redirect(f"/{step - 1}" if step else servers.DATA), f"/{step}")
    assert fetch(f"{server.address}/2", Known(), PATIENT).content == BODY
    assert refused(f"{server.address}/3") == "redirects"


@pytest.mark.parametrize("path", ["/idéer/catalogue.json?år=1", "/id%C3%A9er/catalogue.json?%C3%A5r=1"])
def test_letters_of_every_language_stand_in_addresses(server: NeighbourServer, path: str) -> None:
    """Also where a server leads on to them, which it writes as it likes."""
    server.gives(servers.content(BODY), "/id%C3%A9er/catalogue.json?%C3%A5r=1")
    assert fetch(server.address + path, Known(), PATIENT).content == BODY
    url = server.gives(servers.redirect(path.encode().decode("latin-1")))
    assert fetch(url, Known(), PATIENT).content == BODY


def test_every_address_of_a_host_is_tried(server: NeighbourServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of them may be such that nobody answers at it, as of version 6 where there is no way to it."""
    looked_up = socket.getaddrinfo

    def several(host: str, *more: Any, **others: Any) -> list[Any]:
        numbers = ["127.0.0.9", "127.0.0.1"] if host == "several.example" else [host]
        return [place for number in numbers for place in looked_up(number, *more, **others)]

    monkeypatch.setattr(socket, "getaddrinfo", several)
    url = server.gives(servers.content(BODY)).replace("127.0.0.1", "several.example")
    assert fetch(url, Known(), PATIENT, is_internal=True).content == BODY
    assert refused(url) == "internal"


def test_nobody_there_is_told() -> None:
    with neighbour_server() as gone:
        url = gone.url
    assert refused(url) == "unreachable"


def test_what_is_not_encrypted_is_not_trusted(server: NeighbourServer) -> None:
    server.gives(servers.content(BODY))
    assert refused(server.url.replace("http:", "https:")) == "certificate"


def test_an_internal_address_is_asked_for_by_name(server: NeighbourServer) -> None:
    """Only where the address itself is that of the computer, or the settings say that it is internal."""
    assert refused("https://10.0.0.1/data/v1/catalogue.json") == "internal"
    url = server.gives(servers.content(BODY))
    assert fetch(url, Known(), PATIENT, is_internal=True).content == BODY


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104  # nothing is bound to it
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:192.168.0.1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:a00:1::", False),
    ],
)
def test_only_addresses_of_the_internet_are_public(number: str, *, public: bool) -> None:
    assert is_public(number) is public


@pytest.mark.parametrize("mark", ["é", "a" * 400])
def test_a_version_that_cannot_be_sent_back_is_not_kept(server: NeighbourServer, mark: str) -> None:
    url = server.gives(servers.content(BODY, ETag=mark))
    assert fetch(url, Known(), PATIENT).version == Known()
