"""What no later stage may meet: U+0000 (it ends MeCab's input) and lone surrogates (they can't be written).

Both are replaced one for one, so that every offset holds, and counted in a note. Text that was decoded with the
wrong codec before it reached jaen is only reported: a repair could be wrong, and nobody would see it.
"""

import re

from jaen.model import Finding, Severity, Span

REPLACEMENT = "\ufffd"

_UNSAFE = re.compile("[\0\ud800-\udfff]")
# UTF-8 read as cp1252: あ is ã and ‚ or a C1 control; é is Ã©. Read as cp932: kana are 縺 繧 繝 and 、。 are 縲.
_AS_LATIN = re.compile("[Ã-ô][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]{1,3}")
_AS_CP932 = re.compile("[縺繧繝縲]")
_FEW = 3  # one or two may be a quotation of mojibake


def repair(text: str) -> tuple[str, tuple[Finding, ...]]:
    r"""*text* with U+0000 and lone surrogates as U+FFFD, and a note when there were any.

    >>> repair("東\0京")[0]
    '東\ufffd京'
    """
    first = _UNSAFE.search(text)
    if first is None:
        return text, ()
    repaired, count = _UNSAFE.subn(REPLACEMENT, text)
    note = Finding(
        code="replaced-characters",
        severity=Severity.WARNING,
        message=f"{count} of U+0000 and lone surrogates became U+FFFD, one for one",
        span=Span(first.start(), first.end()),
    )
    return repaired, (note,)


def find_mojibake(text: str) -> tuple[Finding, ...]:
    """A finding when *text* looks like UTF-8 that was decoded with another codec before jaen read it.

    >>> [f.code for f in find_mojibake("政府は対策を発表した。".encode().decode("cp1252", "replace"))]
    ['mojibake']
    """
    for pattern, codec in ((_AS_LATIN, "cp1252"), (_AS_CP932, "cp932")):
        places = [match.span() for match in pattern.finditer(text) if codec == "cp932" or _is_utf8(match[0])]
        letters = sum(end - start for start, end in places)
        if len(places) >= _FEW and letters * 20 >= sum(not char.isascii() for char in text):
            message = f"{len(places)} places look like UTF-8 that was once read as {codec}; the text is left as it is"
            return (Finding(code="mojibake", severity=Severity.WARNING, message=message, span=Span(*places[0])),)
    return ()


def _is_utf8(run: str) -> bool:
    """True when *run*, written back byte by byte, begins a character of UTF-8."""
    lead = ord(run[0])
    return len(run) >= (2 if lead < 0xE0 else 3 if lead < 0xF0 else 4)
