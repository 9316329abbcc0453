"""Questions of interviews, and summaries that a label says were made by a machine."""

import re

from jaen.model import Role
from jaen.text.roles.lines import Line, Verdict
from jaen.text.roles.page import Page

__all__ = ["assign_machine_summaries", "assign_questions", "is_question_line"]

# ―今後の予定は。  ──理由は？  Q. Why?  Q1：なぜ  問：
_QUESTION = re.compile(
    r"[―─—–]{1,2}\s*(?=[^\s―─—–])|(?:Q|Ｑ)\s?[0-9０-９]{0,2}\s?[.．:：)）、　]\s?(?=\S)|(?:質問|問|記者|聞き手|インタビュアー)\s?[0-9０-９]{0,2}\s?[:：.．]\s?(?=\S)|【Q[0-9]{0,2}】|［Q］|■?Q[0-9]{1,2}\s",
)
_ANSWER = re.compile(
    r"(?:A|Ａ)\s?[0-9０-９]{0,2}\s?[.．:：)）、　]\s?(?=\S)|(?:回答|答)\s?[0-9０-９]{0,2}\s?[:：.．]\s?(?=\S)|【A[0-9]{0,2}】"
)
_LONGEST_SUMMARY = 20  # lines
_ASKS = re.compile(r"[?？][」』”\"']?(?:\s?[（(][^（）()]{1,20}[）)])?$")
_JAPANESE_DASH = re.compile("[―─]|——")


def is_question_line(line: Line) -> bool:
    """True for a line that its opening mark says is an interviewer's question.

    A dash opens questions in Japanese texts: in English ones it opens an attribution or a list item. The question itself
    may be English: ――Why now? （英語での質問）.
    """
    match = _QUESTION.match(line.head)
    if not match or len(line.text) > 200:
        return False
    if line.is_japanese or line.head[0] not in "―─—–":
        return True
    return bool(_JAPANESE_DASH.match(line.head)) and bool(_ASKS.search(line.tail))


def assign_questions(page: Page) -> None:
    """Decide about questions that nothing marks but the answers after them, and about marked answers."""
    for index in page.shown:
        if page.is_open(index) and _ANSWER.match(page.lines[index].head):
            page.decide(index, Verdict(Role.BODY, True, "answer-mark-at-start", 0.85))
    unmarked = [i for i in _followed_by_answer(page) if page.is_open(i)]
    if len(unmarked) >= 2:  # one question alone is a rhetorical heading
        for index in unmarked:
            page.decide(index, Verdict(Role.QUESTION, True, "question-then-answer", 0.7))


def _followed_by_answer(page: Page) -> list[int]:
    """Lines that only ask, each right before a paragraph that does not, after the article's first paragraph."""
    found, seen_prose = [], False
    for place, index in enumerate(page.shown[:-1]):
        line, following = page.lines[index], page.lines[page.shown[place + 1]]
        asks = bool(_ASKS.search(line.tail)) and not line.list_mark and len(line.text) <= 240
        if (
            asks
            and seen_prose
            and page.is_open(page.shown[place + 1])
            and following.is_prose
            and not _ASKS.search(following.tail)
        ):
            found.append(index)
        seen_prose = seen_prose or (line.is_prose and page.is_open(index))
    return found


def assign_machine_summaries(page: Page) -> None:
    """Find what a label like `AI-generated summary` labels: the bullets or the paragraph above it, else below it."""
    for place, index in enumerate(page.shown):
        verdict = page.verdicts[index]
        if verdict is None or verdict.rule != "label-machine-summary":
            continue
        above = _summary_lines(page, place, -1)
        if any(page.role(i) is Role.SUMMARY for i in above):
            continue
        below = _summary_lines(page, place, 1)
        if any(page.role(i) is Role.SUMMARY for i in below):
            continue
        bulleted = [lines for lines in (above, below) if lines and page.lines[lines[0]].list_mark]
        for labelled in bulleted[0] if bulleted else below:
            page.decide(labelled, Verdict(Role.SUMMARY, True, "machine-summary", 0.8))


def _summary_lines(page: Page, place: int, step: int) -> list[int]:
    """The lines next to a label that it may be about: all bullets in a row, or one paragraph."""
    found: list[int] = []
    at = place + step
    while 0 <= at < len(page.shown) and abs(at - place) <= _LONGEST_SUMMARY:
        index = page.shown[at]
        line, role = page.lines[index], page.role(index)
        if role is Role.LABEL and not found:
            at += step
            continue
        if role is Role.SUMMARY:
            return [index]
        if role is not None or not (line.list_mark or (line.is_prose and not found)):
            break
        if found and not page.lines[found[0]].list_mark:
            break
        found.append(index)
        at += step
    return found
