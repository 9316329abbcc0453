"""Asking servers: the only module that knows urllib3.

However a server behaves (hangs, sends a byte a second, never stops, breaks off), a call here ends within
`Patience.total` seconds, with the whole answer or with a `NoAnswer` that says what happened.

Certificates are always verified (SSL_CERT_FILE names others than the system's). HTTPS_PROXY, HTTP_PROXY and NO_PROXY
are respected, except for servers on this machine, which are always asked directly.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

from jaen.errors import ConfigError, EngineError
from jaen.translation.addresses import checked_url, proxy_for, shown, without_login
from jaen.translation.answers import decode_json, error_text, one_line
from jaen.translation.patience import Patience

__all__ = ["DOWNLOAD", "USUAL", "NoAnswer", "Patience", "download", "get_json", "post_json"]

CHUNK = 1 << 16
REDIRECTS = 5
AGAIN = frozenset({429, 500, 502, 503, 504})  # answers that another try may better
MOVED = frozenset({301, 302, 303, 307, 308})

T = TypeVar("T")


class NoAnswer(EngineError):
    """A server could not be reached, or gave no usable answer.

    Attributes:
        status: HTTP status of its answer; None where there was none.
        is_late: it was given up because it took too long.
    """

    def __init__(self, message: str, status: int | None = None, is_late: bool = False) -> None:
        super().__init__(message)
        self.status = status
        self.is_late = is_late


USUAL = Patience(read=30.0, total=60.0)
DOWNLOAD = Patience(read=30.0, total=3600.0, size=4 << 30)  # of a model package: a few hundred MB on a slow line


def get_json(url: str, *, patience: Patience = USUAL) -> Any:  # noqa: ANN401
    """The JSON value at *url*.

    Raises:
        ConfigError: *url* is no http or https address.
        NoAnswer: there is none.
    """
    return _ask(_Call("GET", checked_url(url)), patience, _read_json)


def post_json(url: str, body: object, *, key: str | None = None, patience: Patience = USUAL) -> Any:  # noqa: ANN401
    """The JSON value that *url* answers to *body*.

    It is sent to that address only: a server that answers with another address is not followed there.

    Args:
        url: of the server.
        body: a value that JSON can write.
        key: is sent as `Authorization: Bearer`.
        patience: how long, how often, how much.

    Raises:
        ConfigError: *url* is no http or https address, or *key* can't be sent.
        NoAnswer: there is no usable answer.
    """
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if key is not None:
        headers["Authorization"] = f"Bearer {key}"
    data = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")  # half a character becomes ?
    call = _Call("POST", checked_url(url), headers, data)
    return _ask(call, patience, _read_json)


def download(
    url: str,
    part_file: Path,
    on_progress: Callable[[int, int | None], None],
    patience: Patience = DOWNLOAD,
) -> None:
    """What is at *url* into a file; after a broken connection it is begun anew.

    Args:
        url: of the file.
        part_file: is overwritten; when an error is raised, it holds a part or nothing.
        on_progress: called with the bytes that are there and, where the server tells it, the bytes of the whole.
        patience: how long, how often, how much.

    Raises:
        ConfigError: *url* is no http or https address.
        NoAnswer: the file could not be had as a whole.
        OSError: it could not be written.
    """

    def save(head: _Head, chunks: Iterator[bytes]) -> None:
        done = 0
        with part_file.open("wb") as file:
            on_progress(0, head.length)
            for chunk in chunks:
                file.write(chunk)
                done += len(chunk)
                on_progress(done, head.length)

    _ask(_Call("GET", checked_url(url)), patience, save)


@dataclass(frozen=True, slots=True)
class _Call:
    """A request; `repr` shows no credentials."""

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class _Head:
    """How an answer begins."""

    status: int
    headers: Mapping[str, str]  # names in lower case
    length: int | None


class _Failed(Exception):
    """A try that came to nothing.

    Args:
        reason: as a user reads it.
        status: of the answer, if there was one.
        again: another try may succeed.
        after: seconds that the server asks to wait before it.
        late: it took too long.
    """

    def __init__(
        self,
        reason: str,
        *,
        status: int | None = None,
        again: bool = False,
        after: float | None = None,
        late: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.again = again
        self.after = after
        self.late = late


def _ask(call: _Call, patience: Patience, receive: Callable[[_Head, Iterator[bytes]], T]) -> T:
    """What *receive* makes of the answer, after as many tries as it takes and is allowed."""
    deadline = time.monotonic() + patience.total
    tries = 0
    while True:
        tries += 1
        try:
            return _once(call, deadline, patience, receive)
        except _Failed as failed:
            pause = patience.pause * 2 ** (tries - 1) if failed.after is None else failed.after
            left = deadline - time.monotonic()
            if failed.again and tries < patience.tries and pause < left:
                time.sleep(pause)
                continue
            reason = failed.reason
            if failed.after is not None and failed.after >= left:
                reason += f"; it asks to wait {failed.after:.0f} s, longer than the {patience.total:g} s allowed"
            if tries > 1:
                reason += f" ({tries} tries)"
            raise NoAnswer(f"{shown(call.url)}: {reason}", failed.status, failed.late) from failed


def _once(call: _Call, deadline: float, patience: Patience, receive: Callable[[_Head, Iterator[bytes]], T]) -> T:
    """One try, redirects followed."""
    for _ in range(REDIRECTS + 1):
        exchange = _Exchange(call, patience, deadline)
        try:
            head = exchange.head()
            if head.status in MOVED:
                call = _moved(call, head)
                continue
            if head.status != 200:
                raise _refused(head, exchange.begin())
            if head.length is not None and head.length > patience.size:
                raise _Failed(
                    f"the answer has {head.length:,} bytes; more than {patience.size:,} are not taken", status=200
                )
            return receive(head, exchange.chunks())
        finally:
            exchange.end()
    raise _Failed(f"redirected more than {REDIRECTS} times; give the address it leads to", status=head.status)


def _moved(call: _Call, head: _Head) -> _Call:
    """The request that a redirect asks for; only one without a body is ever sent elsewhere, and never less safely."""
    try:
        target = checked_url(urljoin(call.url, head.headers.get("location", "")))
    except (ConfigError, ValueError):
        raise _Failed("redirected to what is no address", status=head.status) from None
    schemes = (urlsplit(call.url).scheme, urlsplit(target).scheme)
    if call.method != "GET" or schemes == ("https", "http"):
        raise _Failed(
            f"redirected to {shown(target)}, where nothing was sent; give that address if it is the right one",
            status=head.status,
        )
    return _Call("GET", target)


def _refused(head: _Head, begin: bytes) -> _Failed:
    """An answer with another status than 200."""
    said = error_text(begin)
    return _Failed(
        f"HTTP status {head.status}" + (f": {said}" if said else ""),
        status=head.status,
        again=head.status in AGAIN,
        after=_seconds(head.headers.get("retry-after")),
    )


def _seconds(retry_after: str | None) -> float | None:
    """A Retry-After header, in seconds from now (RFC 9110, 10.2.3)."""
    if retry_after is None:
        return None
    from urllib3.exceptions import InvalidHeader
    from urllib3.util import Retry

    try:
        return min(Retry().parse_retry_after(retry_after), 86400.0)  # "a day" says enough
    except (InvalidHeader, ValueError, OverflowError):
        return None


class _Exchange:
    """One request and its answer, carried by a thread of its own.

    The caller waits for that thread and not for the server, so that it goes on at its deadline even when a server sends
    its headers byte by byte, which no time-out of a socket notices. The thread ends with its connection.
    """

    def __init__(self, call: _Call, patience: Patience, deadline: float) -> None:
        self._call = call
        self._patience = patience
        self._deadline = deadline
        self._box: Queue[_Head | bytes | BaseException | None] = Queue(maxsize=8)
        self._stop = Event()
        Thread(target=self._run, daemon=True, name="jaen-http").start()

    def head(self) -> _Head:
        """How the answer begins."""
        got = self._next()
        assert isinstance(got, _Head)
        return got

    def chunks(self) -> Iterator[bytes]:
        """The body, at most `Patience.size` bytes of it."""
        size = 0
        while isinstance(chunk := self._next(), bytes):
            size += len(chunk)
            if size > self._patience.size:
                reason = f"the answer does not end; more than {self._patience.size:,} bytes are not taken"
                raise _Failed(reason, status=200)
            yield chunk

    def begin(self) -> bytes:
        """The first bytes of the body, as far as they can be had."""
        try:
            return next(self.chunks(), b"")
        except _Failed:
            return b""

    def end(self) -> None:
        """Nobody waits for the rest."""
        self._stop.set()

    def _next(self) -> _Head | bytes | None:
        try:
            got = self._box.get(timeout=max(0.0, self._deadline - time.monotonic()))
        except Empty:
            raise _Failed(f"no complete answer within {self._patience.total:g} s", late=True) from None
        if isinstance(got, BaseException):
            raise got
        return got

    def _put(self, item: "_Head | bytes | BaseException | None") -> None:
        while not self._stop.is_set():
            try:
                return self._box.put(item, timeout=0.2)
            except Full:
                continue
        return None

    def _run(self) -> None:
        from urllib3.exceptions import HTTPError

        try:
            self._talk()
        except HTTPError as error:
            self._put(_failed(error))
        except (ValueError, OSError) as error:  # a header that can't be sent, a certificate file that can't be read
            self._put(_Failed(one_line(str(error))))
        except BaseException as error:  # noqa: BLE001 - raised in the thread that waits, which else would wait in vain
            self._put(error)

    def _talk(self) -> None:
        from urllib3 import Timeout

        timeout = Timeout(connect=self._patience.connect, read=self._patience.read)
        url, login = without_login(self._call.url)
        headers = {"User-Agent": "jaen", **login, **self._call.headers}
        # A connection of its own: one that is kept would be shared by processes that are forked.
        with _manager(url) as manager:
            response = manager.request(
                self._call.method,
                url,
                body=self._call.body,
                headers=headers,
                timeout=timeout,
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                names = {name.lower(): value for name, value in response.headers.items()}
                length = names.get("content-length", "")
                known = length.isascii() and length.isdigit() and len(length) < 19 and "content-encoding" not in names
                self._put(_Head(response.status, names, int(length) if known else None))
                for chunk in response.stream(CHUNK):
                    self._put(chunk)
                    if self._stop.is_set():
                        return
                self._put(None)
            finally:
                response.close()


def _manager(url: str) -> Any:  # noqa: ANN401
    """What makes the connection: directly, or through the proxy that the environment names."""
    from urllib3 import PoolManager, ProxyManager
    from urllib3.util import make_headers

    proxy = proxy_for(url)
    if proxy is None:
        return PoolManager()
    address, login = proxy
    return ProxyManager(address, proxy_headers=make_headers(proxy_basic_auth=login) if login else None)


def _failed(error: Exception) -> _Failed:
    """A fault of the connection, in words."""
    from urllib3 import exceptions as e

    again = True
    match error:
        case e.NameResolutionError():
            reason = "there is no host of that name (or no network)"
        case e.NewConnectionError() | e.ProxyError() if isinstance(error.__cause__, OSError):
            reason = "no connection: " + (error.__cause__.strerror or str(error.__cause__))
        case e.ConnectTimeoutError():
            reason = "no connection: no answer to the attempt"
        case e.ReadTimeoutError():
            return _Failed("connected, but no answer came", late=True)
        case e.SSLError():
            reason, again = f"no secure connection: {error}", False
        case e.DecodeError() | e.LocationValueError():
            reason, again = str(error), False
        case _:
            reason = f"the connection broke: {error.args[-1] if error.args else error}"  # before it stands a summary
    return _Failed(one_line(reason), again=again)


def _read_json(head: _Head, chunks: Iterator[bytes]) -> Any:  # noqa: ANN401
    body = b"".join(chunks)
    try:
        return decode_json(body)
    except ValueError as error:
        begin = one_line(body[:120].decode("utf-8", "replace"), 60)
        raise _Failed(f"the answer is no JSON ({error}); it begins: {begin!r}", status=head.status) from None
