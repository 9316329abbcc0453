"""CoNLL-U, the format of Universal Dependencies: words with lemma, part of speech and place; no syntax.

HEAD and DEPREL are `_`, for jaen does not parse. A term that the glossary made one word is one line, with blanks in
FORM where the text has them and its concept in MISC.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TextIO

from jaen.model import Report, Segment, Token, Translation
from jaen.writing.cells import one_line
from jaen.writing.digest import renderings

_UPOS = frozenset(
    {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM"}
    | {"PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}
)


def write_conllu(reports: Iterable[Report], out: TextIO) -> None:
    """One document per report, one sentence per segment; furniture is kept and says `# content = no`."""
    for report in reports:
        best = renderings(report)
        translations = {translation.segment_id: translation for translation in report.translations}
        for number, segment in enumerate(report.segments):
            if not number:
                out.write(f"# newdoc id = {_identifier(report.article.id)}\n")
            notes = _rendering(best.get(segment.id), translations.get(segment.id))
            out.writelines(f"{line}\n" for line in _sentence(report, segment, notes))
            out.write("\n")


def _rendering(best: tuple[str, str] | None, translation: Translation | None) -> Iterator[str]:
    """The translation (`text_en`, a key that UD's treebanks use) or gloss, and what a reviewer should know of it."""
    if best:
        text, kind = best
        yield f"# {'gloss_en' if kind == 'gloss' else f'text_{kind}'} = {one_line(text)}"
    if translation and translation.state != "translated":
        yield f"# translation_state = {translation.state}"
    if translation and translation.flags:
        yield f"# translation_flags = {one_line('; '.join(translation.flags))}"


def _sentence(report: Report, segment: Segment, rendering: Iterable[str]) -> Iterator[str]:
    words = [token for token in segment.tokens if not token.surface.isspace()]
    # A segment id is unique in its article only; UD wants it unique in the file and without a slash.
    yield f"# sent_id = {_identifier(report.article.id)}:{_identifier(segment.id)}"
    yield f"# text = {_text(words, report.article.text) if words else _form(segment.text)}"
    yield from rendering
    yield f"# lang = {segment.language}"
    yield f"# role = {segment.role.value}"
    yield f"# content = {'yes' if segment.content else 'no'}"
    yield f"# text_range = {segment.span.start}:{segment.span.end}"
    for number, token in enumerate(words):
        follows = words[number + 1] if number + 1 < len(words) else None
        yield _word(
            number + 1, token, segment, is_glued=bool(follows) and not _gap(token, follows, report.article.text)
        )
    if not words:
        yield f"1\t{_form(segment.text)}\t_\tX\t_\t_\t_\t_\t_\t_"


def _word(number: int, token: Token, segment: Segment, *, is_glued: bool) -> str:
    upos = token.upos if token.upos in _UPOS else "X"
    columns = [str(number), _form(token.surface), _lemma(token), upos, token.xpos or "_", "_", "_", "_", "_"]
    misc = {
        "Concept": token.concept_id,
        "Lang": _language(token, segment),
        "Reading": token.reading,
        "SpaceAfter": "No" if is_glued else None,
        "TokenRange": f"{token.span.start}:{token.span.end}",
    }
    pairs = [f"{name}={_value(value)}" for name, value in misc.items() if value]
    return "\t".join([*columns, "|".join(pairs)])


def _text(words: list[Token], text: str) -> str:
    """The sentence as its words spell it: one blank where white space stood."""
    pieces = [_form(words[0].surface)]
    for before, token in pairwise(words):
        pieces.append(_gap(before, token, text) + _form(token.surface))
    return "".join(pieces)


def _gap(before: Token, token: Token | None, text: str) -> str:
    if token is None:
        return ""
    return " " if any(char.isspace() for char in text[before.span.end : token.span.start]) else ""


def _form(surface: str) -> str:
    return " ".join(surface.split()) or "_"


def _lemma(token: Token) -> str:
    """UniDic tells homonyms apart after a hyphen (`サーバー-server`); UD's Japanese treebanks leave that away."""
    if not token.lemma:
        return "_"
    lemma = token.lemma.partition("-")[0] if token.xpos else token.lemma
    return _form(lemma or token.lemma)


def _language(token: Token, segment: Segment) -> str | None:
    """The language of a word where it is not that of its sentence."""
    for run in segment.runs:
        if run.span.covers(token.span):
            return run.language if run.language != segment.language else None
    return None


def _value(text: str) -> str:
    return _form(text).replace("\\", "\\\\").replace("|", "\\p")


def _identifier(name: str) -> str:
    return "".join(char if char not in "/%" and not char.isspace() else f"%{ord(char):02X}" for char in name) or "_"
