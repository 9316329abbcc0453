"""Share of Japanese texts that decode right, jaen beside its peers: `python benchmarks/encodings.py`.

Texts: the sentences and the words of 2 to 4 characters of UD_Japanese-GSD dev, each on its own, in each encoding.
A text is right when the decoded characters are the original ones, whatever the codec is called.
"""

import importlib
from collections.abc import Callable, Iterable
from pathlib import Path

from jaen.errors import UndecodableText
from jaen.reading import decode

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "ud"
ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "cp932", "euc_jp", "iso2022_jp")
Decoder = Callable[[bytes], str | None]


def ours(data: bytes) -> str | None:
    """Our ladder."""
    try:
        return decode(data).text
    except UndecodableText:
        return None


def charset_normalizer(data: bytes) -> str | None:
    """charset-normalizer's best match."""
    best = importlib.import_module("charset_normalizer").from_bytes(data).best()
    return None if best is None else str(best)


def chardet(data: bytes) -> str | None:
    """The guess of chardet."""
    encoding = importlib.import_module("chardet").detect(data)["encoding"]
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def share(decoder: Decoder, texts: Iterable[str], encoding: str) -> str:
    """Right answers among the texts that the encoding can hold."""
    can = [text for text in texts if text.encode(encoding, "replace").decode(encoding) == text]
    try:
        right = sum((decoder(text.encode(encoding)) or "").removeprefix("\ufeff") == text for text in can)
    except ModuleNotFoundError:
        return "not installed"
    return f"{right / len(can):.4f}"


def main() -> None:
    """Print one table."""
    sentences = (DATA / "ja-ja_gsd-dev.sentences.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in (DATA / "ja_gsd-ud-dev.conllu").read_text(encoding="utf-8").splitlines())
    forms = {row[1] for row in rows if len(row) == 10}
    words = sorted(form for form in forms if 2 <= len(form) <= 4 and not form.isascii())
    print(f"{'texts':<22}{'encoding':<12}{'jaen':>10}{'charset-normalizer':>20}{'chardet':>16}")
    for name, texts in ((f"{len(sentences)} sentences", sentences), (f"{len(words)} short words", words)):
        for encoding in ENCODINGS:
            cells = [share(decoder, texts, encoding) for decoder in (ours, charset_normalizer, chardet)]
            print(f"{name:<22}{encoding:<12}{cells[0]:>10}{cells[1]:>20}{cells[2]:>16}")


if __name__ == "__main__":
    main()
