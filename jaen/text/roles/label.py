"""What each line of an already scraped page is: title, body, caption, navigation, another story …"""

from collections.abc import Iterator

from jaen.model import Article, Block, Role
from jaen.offsets import Span
from jaen.text.language import Context, detect, read_context
from jaen.text.layout import Layout
from jaen.text.roles.lines import Line, Verdict, measure
from jaen.text.roles.matter import assign_front_matter, assign_mail_head, assign_markdown_headings, subject_start
from jaen.text.roles.page import Page, read_lines
from jaen.text.roles.patterns import local_verdict, zone_of
from jaen.text.roles.place import assign_captions, assign_places, assign_repeats
from jaen.text.roles.questions import assign_machine_summaries, assign_questions, is_question_line
from jaen.text.roles.tail import assign_tail
from jaen.text.roles.title import assign_title
from jaen.text.roles.zones import assign_zones

__all__ = ["label_roles"]

_BLANK = Verdict(Role.BLANK, False, "blank", 1.0)
_SUBJECT = Verdict(Role.LABEL, False, "mail-field", 0.9)  # the name of the field


def label_roles(article: Article, layout: Layout) -> tuple[Block, ...]:
    r"""Label every line of *article*; nothing is deleted.

    A line by itself first (words, shape), then the parts that section heads open (their end is where the article's
    vocabulary comes back), then what only the place on the page can tell.

    Returns:
        Blocks that tile `article.text`, in order. One line is several blocks where interface text is glued to it.

    >>> from jaen.text.layout import read_layout
    >>> text = "港の倉庫で火事\n写真＝県警提供\n4日未明、港の倉庫から火が出た。けが人はいなかった。"
    >>> article = Article(id="a", text=text, source="<text>", encoding="utf-8", sha256="")
    >>> [(str(b.role), b.content) for b in label_roles(article, read_layout(text))]
    [('title', True), ('credit', False), ('body', True)]
    """
    lines = read_lines(article.text, layout)
    page = Page(lines, [_alone(line) for line in lines], [i for i, line in enumerate(lines) if line.text])
    assign_front_matter(page)
    assign_mail_head(page)
    assign_zones(page)
    assign_questions(page)
    assign_machine_summaries(page)
    assign_tail(page)
    title = assign_title(page, article.metadata.get("title", ""))
    assign_markdown_headings(page)
    assign_captions(page)
    assign_repeats(page, title)
    assign_places(page, title)
    context = read_context(article.text)
    parts = [part for n in range(len(lines)) for part in _parts(article.text, page, n)]
    return tuple(_block(n, line, verdict, context) for n, (line, verdict) in enumerate(parts, start=1))


def _alone(line: Line) -> Verdict | None:
    """What a line is by itself, None where its surroundings must tell."""
    if not line.text:
        return _BLANK
    if line.glue == "glue-mark":
        return Verdict(Role.LABEL, False, "glue-mark", 0.9)
    if line.glue in ("glue-button", "glue-count"):
        return Verdict(Role.FORM if line.glue == "glue-count" else Role.NAVIGATION, False, line.glue, 0.9)
    if zone_of(line) is not None:
        return None
    if is_question_line(line):
        return Verdict(Role.QUESTION, True, "question-mark-at-start", 0.9)
    return local_verdict(line)


def _parts(text: str, page: Page, number: int) -> Iterator[tuple[Line, Verdict]]:
    """A line and what it is; of a mail's `Subject: …` the name of the field is no part of the title."""
    line, verdict = page.lines[number], page.verdicts[number]
    assert verdict is not None, "every pass together decide about every line"
    if verdict.rule == "mail-subject":
        cut = line.span.start + subject_start(line.span.of(text))
        yield measure(text, Span(line.span.start, cut)), _SUBJECT
        line = measure(text, Span(cut, line.span.end))
    yield line, verdict


def _block(number: int, line: Line, verdict: Verdict, context: Context) -> Block:
    return Block(
        id=f"b{number}",
        span=line.span,
        role=verdict.role,
        content=verdict.content,
        rule=verdict.rule,
        confidence=round(verdict.confidence, 2),
        language=detect(line.head, context).language if line.text else "und",
    )
