"""Bytes to Article: encodings, plain text, Markdown, HTML, JSON Lines, folders, standard input."""

from jaen.reading.article import article_of
from jaen.reading.encoding import Decoded, decode
from jaen.reading.options import Failed, ReadOptions
from jaen.reading.paths import read_paths, would_read
from jaen.reading.source import read

__all__ = ["Decoded", "Failed", "ReadOptions", "article_of", "decode", "read", "read_paths", "would_read"]
