"""Addresses of servers: which can be used, and what of them may be seen."""

import re
from base64 import b64encode
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

from jaen.errors import ConfigError

__all__ = ["checked_url", "proxy_for", "shown", "without_login"]


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


def proxy_for(url: str) -> tuple[str, str] | None:
    """The proxy that the environment names for *url*, and the `name:password` it wants ("" for none); None to do without.

    Servers on this machine are always asked directly.

    Raises:
        ConfigError: what is named is no http or https address.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    local = host == "localhost" or host.startswith("127.") or host == "::1"
    if not proxy or local or proxy_bypass(host):
        return None
    whole = proxy if "://" in proxy else f"http://{proxy}"
    try:
        checked_url(whole)
    except ConfigError:
        raise ConfigError(
            f"the environment names a proxy that jaen can't use ({parts.scheme.upper()}_PROXY or ALL_PROXY);"
            " name an address that begins with http:// or https://, or none"
        ) from None
    login, _, netloc = urlsplit(whole).netloc.rpartition("@")
    return f"{urlsplit(whole).scheme}://{netloc}", unquote(login)
