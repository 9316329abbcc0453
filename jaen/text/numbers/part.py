"""One numeral on its way to a `Number`: what both languages' readers pass around."""

from dataclasses import dataclass
from decimal import Decimal

from jaen.model import Number, Span

__all__ = ["Part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One numeral with its unit at [start, end) of a text.

    Attributes:
        bare_end: where the numeral itself ends and its unit begins.
        written: the numeral as written, which shows the scale a range shares (150〜200万).
        vague: wide on purpose: 数十, dozens.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str = ""
    kind: str = "cardinal"
    bare_end: int = 0
    written: str = ""
    vague: bool = False

    def number(self, *, approximate: bool) -> Number:
        """The finished number."""
        return Number(
            span=Span(self.start, self.end),
            low=self.low,
            high=self.high,
            unit=self.unit,
            kind="range" if self.vague else self.kind,
            approximate=approximate or self.vague,
        )
