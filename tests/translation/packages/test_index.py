"""Packages come from an index and from servers, which may do anything."""

import json
import sys
import threading
import time
from contextlib import suppress
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from jaen.errors import ConfigError, PackageError
from jaen.translation.http import Patience
from jaen.translation.packages import available, download_and_install, index, install, installed_packages

sys.path.insert(0, str(Path(__file__).parent))
from package_files import METADATA, members, packed

sys.path.pop(0)
PACKAGE = packed(members())
DIGEST = sha256(PACKAGE).hexdigest()


class Server:
    """A server on this machine; `answers` holds for each path a body, or what to do with the request."""

    def __init__(self):
        answers = self.answers = {}
        asked = self.asked = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                answer = answers.get(self.path, lambda handler: handler.send_error(404))
                if callable(answer):
                    answer(self)
                else:
                    reply(self, answer)

            def log_message(self, *_):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()

    def offer(self, *entries):
        """Make these the index."""
        self.answers["/index.json"] = json.dumps(entries).encode()

    def entry(self, *links, **metadata):
        """An entry of the index: of ja-en 1.0, where *metadata* does not say otherwise."""
        return {**METADATA, "links": [link if ":" in link else self.url + link for link in links], **metadata}


def reply(handler, body, length=None):
    """Send *body* with a length that may be wrong."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body) if length is None else length))
    handler.end_headers()
    handler.wfile.write(body)


def redirect(to):
    def answer(handler):
        handler.send_response(302)
        handler.send_header("Location", to)
        handler.end_headers()

    return answer


def hang(handler):
    handler.connection.settimeout(5)
    with suppress(OSError):
        handler.rfile.read(1)  # until the other side has had enough


def hang_in_the_middle(handler):
    reply(handler, PACKAGE[:100], len(PACKAGE))
    hang(handler)


def never_end(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(bytes(1 << 16))
    except OSError:
        pass


@pytest.fixture
def server(monkeypatch, folder):
    server = Server()
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", server.url + "/")
    quick = {"connect": 5.0, "read": 1.5, "total": 60.0, "pause": 0.01}  # a machine may be busy
    monkeypatch.setattr(index, "INDEX", Patience(size=1 << 20, **quick))
    monkeypatch.setattr(index, "DOWNLOAD", Patience(size=1 << 20, **quick))
    yield server
    server.http.shutdown()
    server.http.server_close()


def left(folder):
    return sorted(path.name for path in folder.iterdir() if path.name != ".jaen-lock") if folder.exists() else []


def test_what_the_index_offers(server):
    """Packages by languages and version, with the links that can be followed; others are left out."""
    server.offer(
        server.entry("/new", package_version="1.10"),
        server.entry("/old", "ipfs://Qm123", package_version="1.9"),
        server.entry("https://example.org/de", from_code="de"),
    )
    found = available()
    assert found.passed_over == ()
    assert [(one.name, one.version) for one in found.packages] == [
        ("de-en", "1.0"),
        ("ja-en", "1.9"),
        ("ja-en", "1.10"),
    ]
    assert found.packages[1].links == (server.url + "/old",)
    for name in ("ja-en", "ja_en", "translate-ja_en", "JA-EN"):
        assert found.newest(name).version == "1.10"


def test_a_name_that_the_index_does_not_have(server):
    """A name that is near is told."""
    server.offer(server.entry("/x"))
    with pytest.raises(PackageError, match=r"no package ja-em; near names: ja-en; .*jaen models list --available"):
        available().newest("ja-em")


def test_entries_that_can_not_be_used(server):
    """An entry of another kind, or with nothing to follow, is passed over with the reason; it hides no other."""
    bad = [
        7,
        {},
        server.entry("ipfs://Qm123"),
        server.entry("ftp://x/y"),
        server.entry("http://", "http://a b/"),
        server.entry("/x", type="sbd"),
        server.entry("/x", to_code=3),
    ]
    server.offer(*bad, server.entry("/good"))
    found = available()
    assert [one.name for one in found.packages] == ["ja-en"]
    assert len(found.passed_over) == len(bad)
    assert found.passed_over[2] == "entry 3: ja-en 1.0 has no http or https link"
    assert all("metadata.json" not in reason for reason in found.passed_over)


NO_INDEX = {
    "garbage": b"<html>", "an object": b"{}", "nothing": b"", "deep": b"[" * 100_000, "no text": b"\xff\xfe[]",
    "an error": lambda handler: handler.send_error(503), "too much": never_end, "a hang": hang, "half": lambda handler: reply(handler, b"[]", 100),
    "elsewhere": redirect("ftp://127.0.0.1/index.json"), "in circles": redirect("/index.json"),
}  # fmt: skip


@pytest.mark.parametrize("answer", NO_INDEX)
def test_no_index(server, answer):
    """Whatever a server answers instead of an index, it is a PackageError that names the address."""
    server.answers["/index.json"] = NO_INDEX[answer]
    with pytest.raises(PackageError, match=r"/index\.json"):
        available()


def test_no_server(monkeypatch, folder):
    """Where nobody listens, that is said, and what helps without a network."""
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:9/")
    monkeypatch.setattr(index, "INDEX", Patience(total=1.0, tries=1))
    with pytest.raises(PackageError, match=r"index of packages can't be had: .*; .* install FILE\.argosmodel"):
        available()


@pytest.mark.parametrize("address", ["ftp://example.org/", "file:///tmp/", "example.org"])
def test_an_address_that_is_none(monkeypatch, folder, address):
    """The index is asked by http or https only."""
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", address)
    with pytest.raises(ConfigError, match="no address"):
        available()


def test_a_download(server, untried, folder):
    """The newest package is downloaded with its progress, checked, and recorded with address and hash."""
    server.offer(server.entry("/package"))
    server.answers["/package"] = PACKAGE
    seen, told = [], []
    done = download_and_install("ja-en", tell=told.append, on_progress=lambda now, whole: seen.append((now, whole)))
    assert installed_packages() == (done.package,)
    assert (done.archive.source, done.archive.size, done.archive.sha256) == (
        server.url + "/package",
        len(PACKAGE),
        DIGEST,
    )
    assert seen[0] == (0, len(PACKAGE))
    assert seen[-1] == (len(PACKAGE), len(PACKAGE))
    assert any(DIGEST in line for line in told)
    assert left(folder) == ["translate-ja_en-1_0"]


BAD_DOWNLOADS = {
    "a hang": (hang, "can't be downloaded"), "a hang in the middle": (hang_in_the_middle, "can't be downloaded"),
    "too little": (lambda handler: reply(handler, PACKAGE[:-9], len(PACKAGE)), "can't be downloaded"),
    "too little, unsaid": (PACKAGE[:-9], "zip"), "too much": (never_end, "can't be downloaded"),
    "more than it says": (lambda handler: reply(handler, PACKAGE, len(PACKAGE) - 9), "zip"), "garbage": (b"<html>", "zip"),
    "another pair": (packed(members(to_code="de")), "translates ja-de, not ja-en"), "nothing": (b"", "zip"),
    "an error": (lambda handler: handler.send_error(500), "500"), "ftp": (redirect("ftp://127.0.0.1/x"), "redirected"),
    "a file": (redirect("file:///etc/passwd"), "redirected"),
}  # fmt: skip


@pytest.mark.parametrize("answer", BAD_DOWNLOADS)
def test_downloads_that_fail(server, untried, folder, answer):
    """Whatever a server sends instead of the package, nothing is installed, nothing is kept, and the next try works."""
    server.offer(server.entry("/package"))
    server.answers["/package"], said = BAD_DOWNLOADS[answer]
    with pytest.raises(PackageError, match="nothing was installed") as caught:
        download_and_install("ja-en")
    assert said in str(caught.value)
    assert server.url in str(caught.value)
    assert left(folder) == []
    server.answers["/package"] = PACKAGE
    assert download_and_install("ja-en").archive.sha256 == DIGEST


def test_a_download_that_is_begun_anew(server, untried):
    """A connection that breaks is tried again, from the start: no part of the first try is in the file."""
    tries = []

    def break_once(handler):
        tries.append(1)
        reply(handler, PACKAGE if len(tries) > 1 else b"x" * 500, len(PACKAGE))

    server.offer(server.entry("/package"))
    server.answers["/package"] = break_once
    assert download_and_install("ja-en").archive.sha256 == DIGEST
    assert len(tries) == 2


def test_the_next_link(server, untried):
    """Where one link fails, the next is followed."""
    server.offer(server.entry("ipfs://Qm123", "/absent", "/package"))
    server.answers["/package"] = PACKAGE
    assert download_and_install("ja-en").archive.source == server.url + "/package"
    assert server.asked == ["/index.json", "/absent", "/package"]


def test_the_hash_that_is_asked_for(server, untried, folder):
    """--sha256 lets that download in, and no other."""
    server.offer(server.entry("/package"))
    server.answers["/package"] = PACKAGE
    with pytest.raises(PackageError, match=DIGEST):
        download_and_install("ja-en", sha256="0" * 64)
    assert left(folder) == []
    assert download_and_install("ja-en", sha256=DIGEST.upper()).archive.sha256 == DIGEST


def test_a_version_that_has_changed(server, untried, folder):
    """The same version with another hash than it was first installed with is refused, unless that hash is asked for."""
    server.offer(server.entry("/package"))
    server.answers["/package"] = PACKAGE
    download_and_install("ja-en")
    other = packed(members() | {"translate-ja_en-1_0/README.md": b"changed"})
    server.answers["/package"] = other
    digest = sha256(other).hexdigest()
    server.answers["/mirror"] = other
    for link in ("/package", "/mirror"):
        server.offer(server.entry(link))
        with pytest.raises(PackageError, match=f"came with {DIGEST}.*--sha256 {digest}"):
            download_and_install("ja-en")
    assert not (installed_packages()[0].folder / "README.md").exists()
    download_and_install("ja-en", sha256=digest)
    assert (installed_packages()[0].folder / "README.md").exists()


def test_a_version_that_has_not_changed(server, untried):
    """The same file is installed again without a question, and after another version, or a file of the user's, too."""
    server.offer(server.entry("/package"))
    server.answers["/package"] = PACKAGE
    download_and_install("ja-en")
    assert len(download_and_install("ja-en").replaced) == 1


def test_a_file_of_the_users_is_no_promise(server, untried, make_package):
    """The hash of a file that the user installed says nothing about what the index offers."""
    install(make_package(from_name="another"))
    server.offer(server.entry("/package"))
    server.answers["/package"] = PACKAGE
    assert len(download_and_install("ja-en").replaced) == 1


def test_a_slow_server_ends(server, untried, monkeypatch):
    """A server that sends a byte now and then is not waited for longer than the whole may take."""

    def drip(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            pass

    server.offer(server.entry("/package"))
    server.answers["/package"] = drip
    monkeypatch.setattr(index, "DOWNLOAD", Patience(total=1.0))
    with pytest.raises(PackageError, match="within 1 s"):
        download_and_install("ja-en")
