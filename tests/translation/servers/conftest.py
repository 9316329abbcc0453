"""Servers on this machine that behave as a test tells them to."""

import json
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from jaen.translation.patience import Patience

# In the way of no test, and short enough that one that waits in vain ends soon.
SHORT = Patience(connect=5, read=5, total=5, size=1 << 20, pause=0.001)


@dataclass
class Asked:
    """A request as it came in."""

    method: str
    path: str
    headers: dict
    body: bytes

    @property
    def json(self):
        """The body's value."""
        return json.loads(self.body)


@dataclass
class Served:
    """A running server: its address, what it was asked, and an event that ends whoever hangs."""

    url: str
    asked: list = field(default_factory=list)
    over: Event = field(default_factory=Event)


class Reply:
    """The way back to a client."""

    def __init__(self, handler, over):
        self._handler = handler
        self._over = over

    def raw(self, data):
        """Bytes as they are."""
        self._handler.wfile.write(data)
        self._handler.wfile.flush()

    def json(self, value, status=200, **headers):
        """A whole answer with a value; the header `Retry_After` is Retry-After."""
        self.text(json.dumps(value), status, **headers)

    def text(self, text, status=200, **headers):
        """A whole answer with any body."""
        body = text if isinstance(text, bytes) else text.encode("utf-8")
        lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.raw("\r\n".join([*lines, "", ""]).encode("latin-1") + body)

    def hang(self):
        """Silence, until the test is over."""
        self._over.wait(30)

    def trickle(self, data):
        """A byte every few milliseconds, until the client goes or the test is over."""
        for byte in data:
            self.raw(bytes([byte]))
            if self._over.wait(0.01):
                return


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        """A client that goes away early is what many tests are about."""


@pytest.fixture
def serve(monkeypatch):
    """`serve(behave)` starts a server that calls `behave(asked, reply)` for each request, and gives it back.

    With an SSL context as `tls`, it speaks https.
    """
    for name in ("JAEN_TIMEOUT", "LIBRETRANSLATE_API_KEY", "OPENAI_API_KEY", "http_proxy", "HTTP_PROXY", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    running = []

    def start(behave, tls=None):
        class Handler(BaseHTTPRequestHandler):
            def _any(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                asked = Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body)
                served.asked.append(asked)
                behave(asked, Reply(self, served.over))

            do_GET = do_POST = do_CONNECT = _any  # noqa: N815 - the names http.server calls

            def log_message(self, *args):
                """Nothing on stderr."""

        server = _QuietServer(("127.0.0.1", 0), Handler)
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        served = Served(f"{'https' if tls else 'http'}://127.0.0.1:{server.server_address[1]}")
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        running.append((server, served))
        return served

    yield start
    for server, served in running:
        served.over.set()
        server.shutdown()
        server.server_close()


@pytest.fixture
def short():
    """A patience that ends soon."""
    return SHORT
