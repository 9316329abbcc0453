"""Texts with inline codes: markup of the format that a text came from, in TMX and XLIFF."""

from jaen.files.xml import Element
from jaen.glossary.sources.tree import shown

__all__ = ["Codes"]

_SHOWN = 5  # places in a note
_REMARKS = ("mrk", "hi", "cp")  # say something about the text, or are a character of it


class Codes:
    """Leaves codes out of the texts of one file, and counts where.

    Args:
        kept: names of elements whose text belongs to the sentence; all that is in others is left out.
    """

    def __init__(self, *kept: str) -> None:
        self._kept = kept
        self._lines: list[int] = []

    def text(self, element: Element) -> str:
        """The text of *element*, its white space as it is."""
        pieces: list[str] = []
        waiting: list[Element | str] = list(reversed(element.content))
        has_codes = False
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                pieces.append(one)
                continue
            has_codes = has_codes or one.tag not in _REMARKS
            if one.tag == "cp":
                pieces.append(_character(one))
            elif one.tag in self._kept:
                waiting += reversed(one.content)
        if has_codes:
            self._lines.append(element.line)
        return "".join(pieces)

    def notes(self) -> tuple[str, ...]:
        """What to say about the codes that were left out."""
        if not self._lines:
            return ()
        more = len(self._lines) - _SHOWN
        places = ", ".join(map(shown, self._lines[:_SHOWN])) + (f" and {more} more" if more > 0 else "")
        return (f"inline codes (markup) were left out, their words kept: {places}",)


def _character(element: Element) -> str:
    """The character that a `<cp>` of XLIFF 2 stands for; U+FFFD for one that is none."""
    try:
        return chr(int(element.get("hex"), 16))
    except (ValueError, OverflowError):
        return "\ufffd"
