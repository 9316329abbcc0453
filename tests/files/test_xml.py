"""XML of strangers: attacks, encodings and damage end in one clear error, and nothing is loaded or expanded."""

import builtins
import http.server
import threading

import pytest

from jaen.errors import ExchangeError
from jaen.files import xml
from jaen.files.xml import Element, parse, render, text_of

pytest.importorskip("lxml", reason="needs the extra xml")


def refusal(data, name="file.tbx"):
    with pytest.raises(ExchangeError) as caught:
        parse(data, name)
    return str(caught.value)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ATTACKS = {
    "external entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "external parameter entity": '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><a/>',
    "billion laughs": f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>',
    "quadratic blow-up": f'<!DOCTYPE a [<!ENTITY x "{"y" * 100_000}">]><a>{"&x;" * 10_000}</a>',
    "entity in an attribute": '<!DOCTYPE a [<!ENTITY x "y">]><a b="&x;"/>',
    "attribute defaults": '<!DOCTYPE a [<!ATTLIST a id CDATA "x">]><a/>',
    "after a comment and quotes": '<!-- > -->\n<?p [ ?>\n<!DOCTYPE a PUBLIC "-//[>" \'x>[\' \n[<!ENTITY x "y">]><a>&x;</a>',
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_attack_is_one_clear_error(attack):
    """A DOCTYPE with declarations of its own is refused before anything in it is looked at, and the line is named."""
    message = refusal(f'<?xml version="1.0"?>\n{attack}'.encode())
    line = 2 + attack.partition("[<!")[0].count("\n")
    assert message.startswith(f"file.tbx:{line}: the DOCTYPE declares entities or elements")


def test_doctype_without_declarations_is_read_over():
    """Files of TBX 2 and TMX name a DTD; it is neither needed nor loaded."""
    data = b"<!DOCTYPE tmx PUBLIC \"-//LISA OSCAR:1998//DTD for TMX//EN\" 'tmx14.dtd'>\n<tmx>text</tmx>"
    assert parse(data, "x.tmx").content == ["text"]


def test_nothing_is_fetched():
    """Not even a DTD that a file names by address."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    include = f'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{address}/y"/>'
    root = parse(f'<!DOCTYPE a SYSTEM "{address}/x.dtd"><a>{include}</a>'.encode(), "a.xml")
    server.shutdown()
    server.server_close()
    assert [child.tag for child in root.children] == ["include"]
    assert asked == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "file.tbx:1: the file is empty"),
        (b" \n\t ", "file.tbx:1: the file is empty"),
        (b"PK\x03\x04rest", "file.tbx:1: is a zip archive"),
        (b"term,status\n", "file.tbx:1: is no XML: it begins with 'term,status'"),
        (b"<a>\n<b></a>", "file.tbx:2: not well-formed XML: Opening and ending tag mismatch"),
        (b"<a>\n&nbsp;</a>", "file.tbx:2: not well-formed XML: Entity 'nbsp' not defined;"),
        (b"<!DOCTYPE a SYSTEM 'x'><a>\n\n&nbsp;</a>", "file.tbx:3: the entity &nbsp; is declared nowhere"),
        (b"<a>\n\x0b</a>", "file.tbx:2: not well-formed XML"),
        (b"<a/><b/>", "file.tbx:1: not well-formed XML"),
        (b"<a>" * 300 + b"</a>" * 300, "file.tbx:1: not well-formed XML: Excessive depth"),
        (b"<!DOCTYPE a SYSTEM 'x", "file.tbx:1: not well-formed XML"),
        ("<a>国家</a>".encode("cp932"), "file.tbx:1: byte 0x8D at offset 3 is no utf-8 text; the file names no encoding"),
        (b'<?xml version="1.0" encoding="base64"?><a/>', "file.tbx:1: the encoding 'base64' is not known"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "file.tbx:1: the encoding 'klingon' is not known"),
        (b"\xff\xfe<\x00a\x00\x00\xd8", "file.tbx:1: byte"),
        (b"\x00\x00\x00\x00", "file.tbx:1: "),
    ],
)  # fmt: skip
def test_damage_is_one_clear_error(data, said):
    """Whatever is wrong, the message says where and what."""
    assert refusal(data).startswith(said)


def test_size_is_limited(monkeypatch):
    """A file over the limit is not decoded at all."""
    monkeypatch.setattr(xml, "MAX_BYTES", 10)
    assert parse(b"<a>123</a>", "a.xml").content == ["123"]
    assert "has 11 bytes, more than 10; split it" in refusal(b"<a>1234</a>")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""), ("utf-8", "UTF-8"), ("utf-8-sig", ""), ("utf-16", ""), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"),
        ("utf-16-be", "utf-16"), ("cp932", "Shift_JIS"), ("cp932", "Windows-31J"), ("cp932", "shift-jis"),
        ("euc_jp", "EUC-JP"), ("utf-8", "UTF-16"), ("utf-32", "UTF-32"),
    ],
)  # fmt: skip
def test_encodings(encoding, declared):
    """Japanese text survives in every encoding that a file declares, ① of Windows too."""
    text = "髙島屋の案" if encoding == "euc_jp" else "①髙島屋の案"
    text = text.replace("髙", "高") if encoding == "euc_jp" else text
    said = f' encoding="{declared}"' if declared else ""
    data = f'<?xml version="1.0"{said}?>\n<a>\n<b>{text}</b></a>'.encode(encoding)
    child = parse(data, "a.xml").children[0]
    assert (child.content, child.line) == ([text], 3)


def test_missing_library_names_the_extra(monkeypatch):
    """Without lxml the message says what to install."""
    real = builtins.__import__

    def missing(name, *args, **kwargs):
        if name == "lxml":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", missing)
    assert "pip install '.[xml]'" in refusal(b"<a/>")


def test_lines_beyond_65535_are_right():
    """Old libraries count to 65,535 only."""
    root = parse(b"<a>" + b"\n<b>x</b>" * 70_000 + b"</a>", "a.xml")
    assert root.children[-1].line == 70_001


def test_text_of_pretty_printed_files_is_one_line():
    """Line breaks of the layout are no part of a text; wide blanks and blanks inside are."""
    element = parse("<a>\n  the National\n  Cyber  Office<!-- x -->\tof\u3000Japan\n</a>".encode(), "a.xml")
    assert text_of(element) == "the National Cyber  Office\tof\u3000Japan"


@pytest.mark.parametrize("filler", [" ", "\n", " \n", "\n x", "<b/>", "国\n"])
def test_cost_grows_with_the_text(filler):
    """A megabyte of white space or of lines is read like any other megabyte: square cost would never end."""
    count = 1_000_000 // len(filler)
    root = parse(f"<a>x{filler * count}y</a>".encode(), "a.xml")
    assert text_of(root).startswith("x")
    assert text_of(root).endswith("y")


def test_what_is_rendered_is_parsed_as_it_was():
    """Markup characters, line breaks and attributes survive; what XML can't hold becomes U+FFFD."""
    root = Element("a", "urn:x", {"xml:lang": "ja", "b": 'x"<&\n'})
    root.add("c", "a < b & ]]> \r\n\x0b", type="t")
    again = parse(render(root, {"urn:x": ""}), "a.xml")
    assert (again.tag, again.namespace, again.attributes) == ("a", "urn:x", root.attributes)
    assert again.children[0].content == ["a < b & ]]> \r\n\ufffd"]


def test_an_element_of_very_many_attributes_is_refused():
    """A thousand are read; of more it is said at once, since lxml's time for them grows with their square."""
    many = " ".join(f'a{number}="x"' for number in range(1_000))
    assert len(parse(f"<r {many}/>".encode(), "f.tbx").attributes) == 1_000
    endless = " ".join(f'a{number}="x"' for number in range(100_000))
    assert refusal(f"<r>\n<s {endless}/></r>".encode()).startswith("file.tbx:2: <s> has 100,000 attributes, more than")
