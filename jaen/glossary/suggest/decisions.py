"""What editors decided about suggestions: one line of JSON each in `decisions.jsonl` beside the entries."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jaen.errors import GlossaryError
from jaen.glossary.saving import GlossaryFolder
from jaen.glossary.suggest.candidates import Key, key_of
from jaen.model import Term

__all__ = ["DECISIONS", "Decision", "Settled", "append_decisions", "read_decisions"]

DECISIONS = "decisions.jsonl"
_ANSWERS = ("accepted", "rejected")


@dataclass(frozen=True, slots=True)
class Decision:
    """One answer.

    Attributes:
        answer: `accepted` or `rejected`.
        terms: (language, text) as they were suggested, whatever the editor made of them.
        by: who decided.
        on: the day.
    """

    answer: str
    terms: tuple[tuple[str, str], ...]
    by: str
    on: date

    def __post_init__(self) -> None:
        if self.answer not in _ANSWERS:
            raise ValueError(f"{self.answer!r} is no answer; answers are {', '.join(_ANSWERS)}")
        if not self.terms:
            raise ValueError("a decision is about at least one term")

    @property
    def keys(self) -> frozenset[Key]:
        """The terms, folded."""
        return frozenset(key_of(language, text) for language, text in self.terms)


class Settled:
    """What needs no second question."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        last = {decision.keys: decision for decision in decisions}
        self._decided: dict[Key, list[Decision]] = {}
        for decision in last.values():
            for key in decision.keys:
                self._decided.setdefault(key, []).append(decision)

    def holds(self, terms: Sequence[Term]) -> bool:
        """True when a decision is about these terms.

        A rejected suggestion stays rejected with more terms and with fewer: who rejected ミュトス = myth sees neither
        ミュトス = myth = M nor ミュトス again. Of accepted terms only a suggestion without a new one is settled.
        """
        keys = frozenset(key_of(term.language, term.text) for term in terms)
        near = {id(one): one for key in keys for one in self._decided.get(key, ())}.values()
        return any(
            keys <= one.keys or (one.answer == "rejected" and one.keys <= keys) for one in near
        )  # fmt: skip


def read_decisions(folder: str | Path) -> tuple[Decision, ...]:
    """The decisions that lie in a glossary's folder, oldest first; none where the file is not there.

    Raises:
        GlossaryError: lines that are no decisions, all at once.
    """
    path = Path(folder) / DECISIONS
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise GlossaryError(str(folder), [f"{path}: can't be read ({error.strerror}); check its rights"]) from error
    decisions: list[Decision] = []
    problems: list[str] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            try:
                decisions.append(_decision(line))
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                problems.append(
                    f"{DECISIONS}:{number}: no decision; a line is "
                    '{"by": "…", "on": "2026-07-01", "decision": "rejected", "terms": [{"ja": "…"}, {"en": "…"}]}'
                )
    if problems:
        raise GlossaryError(str(folder), problems)
    return tuple(decisions)


def _decision(line: bytes) -> Decision:
    fields = json.loads(line.decode("utf-8"))
    terms = tuple((str(language), str(text)) for term in fields["terms"] for language, text in term.items())
    return Decision(fields["decision"], terms, str(fields["by"]), date.fromisoformat(fields["on"]))


def append_decisions(folder: GlossaryFolder, decisions: Sequence[Decision], by: str) -> None:
    """Add decisions to a glossary's folder: all of them or none.

    Raises:
        SaveError: no room, no permission, or someone else has been saving for too long.
    """
    if decisions:
        folder.append(DECISIONS, "".join(map(_line, decisions)), by)


def _line(decision: Decision) -> str:
    terms = [{language: text} for language, text in decision.terms]
    fields = {"by": decision.by, "on": decision.on.isoformat(), "decision": decision.answer, "terms": terms}
    return json.dumps(fields, ensure_ascii=False) + "\n"
