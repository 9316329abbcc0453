"""A model whose every word can be foreseen: it puts one target word for each source word that it knows."""

import re

import pytest

from jaen.model import Span
from jaen.translation.engines import Hypothesis, Look, Measured, Weight
from jaen.translation.requirements import Form, Kind, Requirement
from jaen.translation.sentence import Sentence, Wanted


class WordByWord:
    """Knows the words it is given; what it does not know it leaves out, writes as *unknown*, or copies when Latin."""

    engine = "fake"
    source, target = "ja", "en"

    def __init__(self, words, unknown="", copies=False, steered=True):
        self.words, self.unknown, self.copies = words, unknown, copies
        self.identity = f"fake {sorted(words.items())} {unknown} {copies}"
        self.asked = []
        if steered:
            self.can_write = lambda text: True
            self.measure = self._measure
            self.align = self._align

    def fits(self, text):
        return True

    def _pieces(self, text):
        """(source span, target word) in source order."""
        known = sorted(self.words, key=len, reverse=True)
        pattern = re.compile("|".join([*map(re.escape, known), "[A-Za-z][A-Za-z ]*[A-Za-z]", "[^。]"]))
        pieces = []
        for match in pattern.finditer(text.replace("。", "")):
            word = self.words.get(match[0])
            if word is None and self.copies and match[0].isascii():
                word = match[0]
            if word is None:
                if pieces and pieces[-1][1] == self.unknown and pieces[-1][0].end == match.start():
                    pieces[-1] = (Span(pieces[-1][0].start, match.end()), self.unknown)
                    continue
                word = self.unknown
            pieces.append((Span(*match.span()), word))
        return [(span, word) for span, word in pieces if word]

    def translate(self, requests, decoding):
        self.asked.append([request.text for request in requests])
        answers = []
        for request in requests:
            words = [word for _, word in self._pieces(request.text)]
            if request.prefix:
                words = [request.prefix, *words[len(request.prefix.split()) :]]
            answers.append((Hypothesis(" ".join(words), -1.0),))
        return answers

    def _measure(self, pairs):
        return [
            Measured(tuple(Weight(Span(*m.span()), -1.0) for m in re.finditer(r"\s?\S+", pair.target)), -1.0)
            for pair in pairs
        ]

    def _align(self, pairs):
        looks = []
        for pair in pairs:
            pieces = self._pieces(pair.source)
            of_pair = []
            for number, match in enumerate(re.finditer(r"\s?\S+", pair.target)):
                attention = [0.0] * len(pair.source)
                if number < len(pieces):
                    span = pieces[number][0]
                    attention[span.start : span.end] = [1 / span.length] * span.length
                of_pair.append(Look(Span(*match.span()), tuple(attention)))
            looks.append(tuple(of_pair))
        return looks


@pytest.fixture
def word_by_word(monkeypatch, tmp_path):
    """Makes such models; what is found out about them is kept apart."""
    monkeypatch.setenv("JAEN_CACHE", str(tmp_path / "cache"))
    return WordByWord


@pytest.fixture
def wanting():
    """Makes a sentence from its text and (source words, English, kind) that its translation must have."""

    def make(text, *terms):
        wanted, at = [], 0
        for source, english, kind in terms:
            at = text.index(source, at)
            span = Span(at, at + len(source))
            form = Form(english, ())
            requirement = Requirement(span=span, mentions=(), kind=Kind(kind), forms=(form,), language="en")
            wanted.append(Wanted(span, requirement))
            at = span.end
        return Sentence(text, tuple(wanted))

    return make
