"""Whatever a server does, a request ends in time, with the whole answer or with words that say why not."""

import shutil
import socket
import ssl
import subprocess
import time
from dataclasses import replace
from email.utils import formatdate

import pytest

from jaen.errors import ConfigError
from jaen.translation.addresses import checked_url, shown
from jaen.translation.http import NoAnswer, Patience, download, get_json, post_json
from jaen.translation.patience import server_patience

HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
HASTY = Patience(connect=2, read=0.4, total=0.4, size=100_000, pause=0.001)


def fails(match, url, patience):
    with pytest.raises(NoAnswer, match=match) as caught:
        get_json(url, patience=patience)
    return caught.value


def in_turn(*behaviors):
    """The first request is answered by the first behavior, and so on; the last one goes on."""
    left = list(behaviors)

    def behave(asked, reply):
        (left.pop(0) if len(left) > 1 else left[0])(reply)

    return behave


def test_an_answer_is_read(serve, short):
    """JSON in UTF-8 comes back as its value; the server sees who asks."""
    server = serve(lambda asked, reply: reply.text('{"text": "東京"}'))
    assert post_json(server.url + "/x", {"q": "とう"}, key="k", patience=short) == {"text": "東京"}
    asked = server.asked[0]
    assert (asked.method, asked.path, asked.json) == ("POST", "/x", {"q": "とう"})
    assert asked.headers["user-agent"] == "jaen"
    assert asked.headers["authorization"] == "Bearer k"


def test_name_and_password_of_an_address_are_sent_and_not_shown(serve, short):
    """`http://me:geheim@…` logs in; no message repeats it."""
    server = serve(lambda asked, reply: reply.json({"error": "no such page"}, 404))
    url = server.url.replace("http://", "http://me:geheim@")
    error = fails("HTTP status 404: no such page", url, short)
    assert server.asked[0].headers["authorization"] == "Basic bWU6Z2VoZWlt"
    assert "geheim" not in str(error)
    assert error.status == 404


@pytest.mark.parametrize(
    "behave",
    [
        pytest.param(lambda asked, reply: reply.hang(), id="silence"),
        pytest.param(lambda asked, reply: reply.trickle(HEAD + b"X: " + b"x" * 10_000), id="headers byte by byte"),
        pytest.param(lambda asked, reply: reply.trickle(HEAD + b"\r\n" + b" " * 10_000), id="body byte by byte"),
        pytest.param(
            lambda asked, reply: reply.trickle(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\n \r\n" * 2_000),
            id="chunks byte by byte",
        ),
        pytest.param(lambda asked, reply: (reply.raw(HEAD + b"Content-Length: 9\r\n\r\n{"), reply.hang()), id="half"),
    ],
)
def test_a_slow_server_is_left_at_the_deadline(serve, behave):
    """A server that is silent, or sends byte after byte, holds nobody longer than `total`."""
    server = serve(behave)
    fails("no complete answer within 0.4 s|no answer came", server.url, HASTY)


def test_a_slow_server_that_ends_in_time_is_waited_for(serve, short):
    """Slowness alone is no fault."""
    server = serve(lambda asked, reply: reply.trickle(HEAD + b"\r\n[1, 2]"))
    assert get_json(server.url, patience=short) == [1, 2]


def test_the_deadline_holds_for_all_tries_together(serve):
    """A busy server is not asked for longer than `total`."""
    server = serve(lambda asked, reply: reply.json({}, 503))
    fails("HTTP status 503|no complete answer within 1 s", server.url, replace(HASTY, tries=1000, pause=0.05, total=1))
    assert 1 < len(server.asked) < 10


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again(serve, short, status):
    """Too many requests, and the faults of servers, may pass."""
    server = serve(in_turn(lambda r: r.json({}, status), lambda r: r.json({}, status), lambda r: r.json([])))
    assert get_json(server.url, patience=short) == []
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 501])
def test_a_refusal_is_final(serve, short, status):
    """What is wrong with a request does not get better by asking again."""
    server = serve(lambda asked, reply: reply.json({"error": {"message": "not\nso"}}, status))
    assert fails(f"HTTP status {status}: not so$", server.url, short).status == status
    assert len(server.asked) == 1


def test_tries_are_counted(serve, short):
    """After `tries` the last answer is the reason."""
    server = serve(lambda asked, reply: reply.text("<h1>Bad</h1> Gateway", 502))
    fails(r"HTTP status 502: Bad Gateway \(4 tries\)", server.url, short)
    assert len(server.asked) == 4


def test_retry_after_is_heeded(serve, short):
    """A server's own pause is kept, in seconds; it is longer than jaen's own here."""
    times = []
    turns = in_turn(lambda r: r.json({}, 429, Retry_After="1"), lambda r: r.json([]))
    server = serve(lambda asked, reply: (times.append(time.monotonic()), turns(asked, reply)))
    assert get_json(server.url, patience=short) == []
    assert times[1] - times[0] >= 1


@pytest.mark.parametrize("after", ["3600", formatdate(time.time() + 3600, usegmt=True)], ids=["seconds", "date"])
def test_a_pause_beyond_the_deadline_is_not_waited_for(serve, short, after):
    """Asked to come back in an hour, as a number or as a date, jaen says so at once."""
    server = serve(lambda asked, reply: reply.json({}, 429, Retry_After=after))
    fails(r"asks to wait 3\d\d\d s, longer than the 5 s allowed", server.url, short)
    assert len(server.asked) == 1


@pytest.mark.parametrize("after", ["soon", "-5", "9" * 400, "Thu, 99 Foo"])
def test_a_senseless_retry_after_is_no_fault(serve, short, after):
    """What is no time is left aside or ends the tries; it never raises anything else."""
    server = serve(lambda asked, reply: reply.json({}, 503, Retry_After=after))
    fails("HTTP status 503", server.url, short)


def test_a_connection_that_breaks_is_made_again(serve, short):
    """Half an answer is no answer; the next try gets the whole."""
    cut = HEAD + b"Content-Length: 100\r\n\r\n[1"
    server = serve(in_turn(lambda r: r.raw(cut), lambda r: r.raw(b""), lambda r: r.json([1])))
    assert get_json(server.url, patience=short) == [1]
    always = serve(lambda asked, reply: reply.raw(cut))
    fails(r"the connection broke: .*\(4 tries\)", always.url, short)


def test_nobody_listens(short):
    """A port without a server is said as such, after a few tries."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
        error = fails(r"no connection: .*refused \(4 tries\)", url, short)
    assert error.status is None


def test_no_such_host(short):
    """A name that nobody has is said as such."""
    fails("no host of that name", "http://nobody.invalid/", short)


def test_no_tls_where_https_is_asked_for(serve, short):
    """What does not speak TLS gets nothing."""
    server = serve(lambda asked, reply: reply.json([]))
    fails("no secure connection|connection broke", server.url.replace("http:", "https:"), replace(short, tries=1))
    assert server.asked == []


@pytest.fixture
def certificate(tmp_path):
    """The TLS context of a server on this machine, and the certificate file that lets it be trusted."""
    if shutil.which("openssl") is None:
        pytest.skip("the program openssl, which makes the certificate, is missing")
    subject = ["-subj", "/CN=jaen", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run([*command, *subject], cwd=tmp_path, check=True, capture_output=True)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    return tls, tmp_path / "cert.pem"


def test_a_certificate_is_verified(serve, short, certificate, monkeypatch):
    """A server whose certificate nobody has signed gets nothing, but where SSL_CERT_FILE names it."""
    tls, file = certificate
    server = serve(lambda asked, reply: reply.json([1]), tls)
    fails("no secure connection: .*certificate verify failed", server.url, short)
    assert server.asked == []
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    assert get_json(server.url, patience=short) == [1]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"<html>", id="no JSON"),
        pytest.param(b"", id="nothing"),
        pytest.param(b'{"text": "\xff"}', id="no UTF-8"),
        pytest.param(b"[NaN]", id="NaN"),
        pytest.param(b"[-Infinity]", id="infinity"),
        pytest.param(b"[" * 90_000 + b"]" * 9_000, id="nested without end"),
        pytest.param(b"[" + b"9" * 90_000 + b"]", id="a number of 90,000 digits"),
        pytest.param(b'["\\ud800"]', id="half a character"),
        pytest.param(b"[1] [2]", id="two values"),
    ],
)
def test_what_is_no_json_is_said(serve, short, body):
    """An answer that can't be read is one error that shows how it begins, on one line."""
    server = serve(lambda asked, reply: reply.text(body))
    error = fails("the answer is no JSON", server.url, short)
    assert "\n" not in str(error)
    assert len(str(error)) < 400
    assert error.status == 200


def test_an_answer_without_end_is_left(serve):
    """More than `size` bytes are not read, whether the server says how many or not."""

    def endless(asked, reply):
        reply.raw(HEAD + b"\r\n")
        while not reply._over.is_set():
            reply.raw(b" " * 10_000)

    patience = replace(HASTY, total=5, read=5)
    fails("does not end", serve(endless).url, patience)
    fails("has 100,001 bytes", serve(lambda asked, reply: reply.text(" " * 100_001)).url, patience)
    assert get_json(serve(lambda asked, reply: reply.text(" " * 99_999 + "1")).url, patience=patience) == 1


def test_a_compressed_bomb_is_left(serve):
    """Bytes are counted as they are unpacked."""
    import gzip

    bomb = gzip.compress(b" " * 50_000_000)
    server = serve(lambda asked, reply: reply.text(bomb, Content_Encoding="gzip"))
    fails("does not end", server.url, replace(HASTY, total=5, read=5))


def test_garbage_instead_of_http(serve, short):
    """What is no HTTP at all is a broken connection."""
    fails("the connection broke: [^(]", serve(lambda asked, reply: reply.raw(b"\x00\xffSSH-2.0\r\n\r\n")).url, short)


def test_a_reading_is_redirected_a_few_times(serve, short):
    """A file may have moved; a circle ends."""
    end = serve(lambda asked, reply: reply.json([1]))
    start = serve(lambda asked, reply: reply.json({}, 302, Location=end.url + "/there"))
    assert get_json(start.url.replace("http://", "http://me:geheim@"), patience=short) == [1]
    assert "authorization" not in end.asked[0].headers  # a login is for one server only
    circle = serve(lambda asked, reply: reply.json({}, 302, Location="/again"))
    fails("redirected more than 5 times", circle.url, short)
    assert len(circle.asked) == 6


@pytest.mark.parametrize("location", ["ftp://127.0.0.1/x", "file:///etc/passwd", "data:,1", "http://[", ""])
def test_no_redirect_leads_out_of_the_web(serve, short, location):
    """A file of this machine is never read."""
    server = serve(lambda asked, reply: reply.json({}, 301, Location=location))
    fails("redirected to what is no address|redirected more than", server.url, replace(short, tries=1))


def test_a_redirect_may_lead_from_http_to_https_and_not_back(serve, short, certificate, monkeypatch):
    """A mirror's old address leads to its new one; what was asked for safely is not got unsafely."""
    context, authority = certificate
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    safe = serve(lambda asked, reply: reply.json([1]), tls=context)
    plain = serve(lambda asked, reply: reply.json({}, 301, Location=safe.url))
    assert get_json(plain.url, patience=short) == [1]
    back = serve(lambda asked, reply: reply.json({}, 301, Location=plain.url), tls=context)
    asked = len(plain.asked)
    fails(f"redirected to {plain.url}, where nothing was sent", back.url, short)
    assert len(plain.asked) == asked


def test_a_fault_of_ours_is_no_silence(serve, short, monkeypatch):
    """What breaks in the thread that talks is raised at once where the answer is waited for."""

    def broken(_):
        raise LookupError("a fault of jaen's own")

    monkeypatch.setattr("jaen.translation.http._manager", broken)
    with pytest.raises(LookupError, match="a fault of jaen's own"):
        get_json("http://127.0.0.1:1/", patience=replace(short, total=30))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_what_is_sent_is_sent_to_one_address_only(serve, short, status):
    """A server can't hand texts or a key on to another by redirecting."""
    other = serve(lambda asked, reply: reply.json([]))
    server = serve(lambda asked, reply: reply.json({}, status, Location=other.url))
    with pytest.raises(NoAnswer, match=f"redirected to {other.url}, where nothing was sent; give that address"):
        post_json(server.url, {"q": "text"}, key="geheim", patience=short)
    assert other.asked == []


def test_a_proxy_of_the_environment_is_used(serve, short, monkeypatch):
    """HTTP_PROXY is asked for what is elsewhere, with its own login; NO_PROXY and this machine are asked directly."""
    proxy = serve(lambda asked, reply: reply.json(["by proxy"]))
    monkeypatch.setenv("http_proxy", proxy.url.replace("http://", "http://me:geheim@"))
    monkeypatch.setenv("no_proxy", "nobody.invalid")
    assert get_json("http://server.invalid/x", patience=short) == ["by proxy"]
    assert proxy.asked[0].path == "http://server.invalid/x"
    assert proxy.asked[0].headers["proxy-authorization"] == "Basic bWU6Z2VoZWlt"
    direct = serve(lambda asked, reply: reply.json(["direct"]))
    assert get_json(direct.url, patience=short) == ["direct"]
    fails("no host of that name", "http://nobody.invalid/", short)
    assert len(proxy.asked) == 1


@pytest.mark.parametrize("proxy", ["socks5://me:geheim@127.0.0.1:1", "http://", "http://[", "http://a:99999", "a b"])
def test_a_proxy_that_can_not_be_used(short, monkeypatch, proxy):
    """It is the proxy that is called wrong, by its variable, and not the server; no login is shown."""
    monkeypatch.setenv("http_proxy", proxy)
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(ConfigError, match=r"names a proxy that jaen can't use \(HTTP_PROXY or ALL_PROXY\)") as caught:
        get_json("http://server.invalid/x", patience=short)
    assert "geheim" not in str(caught.value)
    fails("no connection", "http://127.0.0.1:1/", replace(short, tries=1))  # this machine needs none


def test_a_proxy_of_the_environment_is_used_for_https(serve, short, monkeypatch):
    """HTTPS_PROXY is asked for a way through; what it says when it refuses is passed on, its login is not."""
    proxy = serve(lambda asked, reply: reply.json({}, 403))
    monkeypatch.setenv("https_proxy", proxy.url.replace("http://", "http://me:geheim@"))
    monkeypatch.delenv("no_proxy", raising=False)
    error = fails("no connection: .*403", "https://server.invalid/x", replace(short, tries=1))
    assert (proxy.asked[0].method, proxy.asked[0].path) == ("CONNECT", "server.invalid:443")
    assert "geheim" not in str(error)


@pytest.mark.parametrize("url", ["", "x", "localhost:5000", "ftp://a/b", "http://", "http:///x", "http://a b/", "http://[::1",
                                 "http://a:99999/", "http://a:x/", "http://a\n/", "file:///etc/passwd", "//a/b"])  # fmt: skip
def test_what_is_no_address(url):
    """An address that can't be asked is the user's slip, said before anything is sent."""
    with pytest.raises(ConfigError, match="is no address of a server; write it like http://"):
        checked_url(url)


@pytest.mark.parametrize(
    "url", ["http://localhost:5000", "https://example.org/v1/", "http://[::1]:80/x", "http://日本.jp/"]
)
def test_what_is_an_address(url):
    """Names, numbers, ports and paths are fine."""
    assert checked_url(url) == url


def test_a_wrong_address_is_no_traceback(short):
    """A host that no name can be is an error as any other."""
    for url in ("http://" + "a" * 300 + "/", "http://a..b/", "http://.../", "http://\u200b.jp/"):
        with pytest.raises((NoAnswer, ConfigError)):
            get_json(url, patience=replace(short, tries=1))


def test_an_address_is_shown_without_secrets():
    """Name, password and query stay hidden."""
    assert shown("https://me:p@w@host:1/v1?key=1#x") == "https://host:1/v1"


def test_a_download(serve, short, tmp_path):
    """A file comes as it is; its progress is told in bytes."""
    data = bytes(range(256)) * 1000
    server = serve(lambda asked, reply: reply.text(data))
    told = []
    download(server.url, tmp_path / "f.part", lambda done, whole: told.append((done, whole)), short)
    assert (tmp_path / "f.part").read_bytes() == data
    assert told[0] == (0, len(data))
    assert told[-1] == (len(data), len(data))
    assert told == sorted(told)


def test_a_download_that_breaks_is_begun_anew(serve, short, tmp_path):
    """What a broken try has left is overwritten, not continued."""
    cut = HEAD + b"Content-Length: 5\r\n\r\nxxx"
    server = serve(in_turn(lambda r: r.raw(cut), lambda r: r.text(b"right")))
    download(server.url, tmp_path / "f.part", lambda done, whole: None, short)
    assert (tmp_path / "f.part").read_bytes() == b"right"
    broken = serve(lambda asked, reply: reply.raw(cut))
    with pytest.raises(NoAnswer, match="the connection broke"):
        download(broken.url, tmp_path / "g.part", lambda done, whole: None, short)


def test_a_download_that_can_not_be_written(serve, short, tmp_path):
    """A folder that is not there is an error of the file, at once."""
    server = serve(lambda asked, reply: reply.text(b"x"))
    with pytest.raises(FileNotFoundError):
        download(server.url, tmp_path / "no" / "f.part", lambda done, whole: None, short)


@pytest.mark.parametrize(("value", "seconds"), [("", 300), ("900", 900), ("0.5", 0.5)])
def test_jaen_timeout(monkeypatch, value, seconds):
    """JAEN_TIMEOUT says how many seconds a request may take."""
    monkeypatch.setenv("JAEN_TIMEOUT", value)
    assert server_patience().total == seconds


@pytest.mark.parametrize("value", ["x", "0", "-1", "nan", "inf", "1e9", "90 s"])
def test_a_jaen_timeout_that_is_none(monkeypatch, value):
    """What is no sensible number of seconds is said."""
    monkeypatch.setenv("JAEN_TIMEOUT", value)
    with pytest.raises(ConfigError, match="JAEN_TIMEOUT"):
        server_patience()
