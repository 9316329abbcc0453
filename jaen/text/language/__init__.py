"""The language of a text and of the stretches inside it.

Scripts decide what they can: kana is Japanese, hangul is Korean. Function words decide most of what is written in
Latin letters, code tables of the national standards most of what is written in Han characters only, and the document
decides what a short text can't (`read_context`). langdetect is asked about the rest, and its answer is evidence.
"""

from jaen.text.language.context import Context, read_context
from jaen.text.language.detection import detect

__all__ = ["Context", "detect", "read_context"]
