"""Bytes to Article: encodings, plain text, Markdown, HTML, JSON Lines, folders, standard input."""
