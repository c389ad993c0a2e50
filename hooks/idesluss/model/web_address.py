"""Full addresses: that of a site or a repository, what lies below it, and of a message, in ASCII alone."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

# What may stand as it is after the host; the sign of percent too, as a path may be encoded already.
_SAFE = "/?#%:@!$&'()*+,;=~"


def address_below(base: str, path: str) -> str:
    """The address of `path` below `base`, whether or not that ends in a slash.

    Site maps and feeds hold ASCII only, so other characters are written as their standards say: those of
    the host by IDNA, the others by their percent.
    """
    parts = urlsplit(base)
    host = f"{parts.scheme}://{_host(parts.netloc)}" if parts.netloc else ""
    return f"{host}{path_below(base)}{quote(path, safe=_SAFE)}"


def path_below(base: str) -> str:
    """The way from the host to `base`, ending in a slash."""
    return quote(f"{urlsplit(base).path.rstrip('/')}/", safe=_SAFE)


def mail_to(address: str, subject: str, text: str) -> str:
    """An address that opens a message to somebody, with its subject and text filled in."""
    # Lines end as in a message.
    body = "\r\n".join(text.strip().splitlines())
    asked = urlencode({"subject": subject, "body": body}, quote_via=quote, safe="")
    return f"mailto:{quote(address, safe='@+')}?{asked}"


def _host(netloc: str) -> str:
    host, colon, port = netloc.partition(":")
    try:
        return netloc if netloc.isascii() else f"{host.encode('idna').decode('ascii')}{colon}{port}"
    except UnicodeError:  # no name that a host can have
        return quote(netloc, safe=_SAFE)


def site_name(url: str) -> str:
    """The site that an address is on, as people call it: without `www.`; the address where it names none."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
