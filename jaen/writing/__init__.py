"""Report to bytes: JSON Lines, text, Markdown, CoNLL-U."""
