"""Sentences of one block: Japanese, English and both in one line, with exact spans."""

from jaen.text.sentences.split import split_sentences

__all__ = ["split_sentences"]
