"""Names of a Japanese passage and of an English one that says the same, and which of them belong together."""

from jaen.checks.bilingual.counterparts.comparison import Comparison, Exchange, OtherPart, compare_names
from jaen.checks.bilingual.counterparts.english import EnglishName
from jaen.checks.bilingual.counterparts.japanese import JapaneseName

__all__ = ["Comparison", "EnglishName", "Exchange", "JapaneseName", "OtherPart", "compare_names"]
