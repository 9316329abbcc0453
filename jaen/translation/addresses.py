"""Addresses of servers: which can be used, and what of them may be seen."""

import re
from base64 import b64encode
from urllib.parse import unquote, urlsplit, urlunsplit

from jaen.errors import ConfigError

__all__ = ["checked_url", "shown", "without_login"]


def checked_url(url: str) -> str:
    """*url*, when a request can be made to it.

    Raises:
        ConfigError: it is no http or https address.

    >>> checked_url("https://example.org/v1")
    'https://example.org/v1'
    >>> checked_url("localhost:5000")
    Traceback (most recent call last):
        ...
    jaen.errors.ConfigError: 'localhost:5000' is no address of a server; write it like http://localhost:5000
    """
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or re.search(r"[\s\x00-\x1f\x7f]", url):
        example = url if re.fullmatch(r"[\w.-]+(:\d+)?(/\S*)?", url) else "localhost:5000"
        raise ConfigError(f"{url!r} is no address of a server; write it like http://{example}")
    return url


def shown(url: str) -> str:
    """*url* as it may be printed: without name, password and query.

    >>> shown("https://me:secret@example.org/v1?key=abc")
    'https://example.org/v1'
    """
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def without_login(url: str) -> tuple[str, dict[str, str]]:
    """*url* without name and password, and the headers that say them.

    >>> without_login("https://me:secret@example.org/v1")
    ('https://example.org/v1', {'Authorization': 'Basic bWU6c2VjcmV0'})
    >>> without_login("https://example.org/v1")
    ('https://example.org/v1', {})
    """
    parts = urlsplit(url)
    login, at, host = parts.netloc.rpartition("@")
    bare = urlunsplit((parts.scheme, host, parts.path, parts.query, ""))
    return bare, {"Authorization": "Basic " + b64encode(unquote(login).encode()).decode("ascii")} if at else {}
