"""What stands before an article in lines of `name: value`, and how Markdown marks headings."""

import re
from collections.abc import Iterator
from itertools import takewhile

from jaen.model import Role
from jaen.text.roles.lines import Verdict
from jaen.text.roles.page import Page

__all__ = [
    "assign_front_matter",
    "assign_mail_head",
    "assign_markdown_headings",
    "is_main_heading",
    "subject_start",
    "without_mark",
]

_FENCES = ("---", "+++")
_LONGEST_MATTER = 100  # lines
_FIELD = re.compile(r"[A-Za-z_][\w .-]{0,40}\s*[:=]|[-\s]|[\]}]|#")
_MAIL_FIELD = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z-]{1,23}|差出人|送信者|宛先|件名|送信日時|受信日時|日時|日付|ＣＣ)\s?[:：]\s*\S",
    re.IGNORECASE,
)
_MAIL_NAMES = frozenset(
    {"from", "to", "subject", "date", "差出人", "送信者", "宛先", "件名", "送信日時", "受信日時", "日時"}
)
_MAIL_ROLES = {
    **dict.fromkeys(("subject", "件名"), Verdict(Role.TITLE, True, "mail-subject", 0.95)),
    **dict.fromkeys(("from", "差出人", "送信者"), Verdict(Role.BYLINE, False, "mail-sender", 0.95)),
    **dict.fromkeys(
        ("date", "送信日時", "受信日時", "日時", "日付"), Verdict(Role.TIMESTAMP, False, "timestamp", 0.95)
    ),
}
_FIELD_NAME = re.compile(r"\s*[^:：]{1,24}[:：]\s*")
_SALUTATION = re.compile(
    r"(?:hello|hi|hey|dear|greetings|good (?:morning|afternoon|evening))(?: [^.?]{1,60})?[,:!]$"
    r"|\S[^。]{0,30}(?:様|殿|先生|さん|各位|御中)[、,]?$|(?:拝啓|前略)[、。]?$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:(?:with )?(?:all |my |our )?(?:the )?(?:very )?(?:best|kind(?:est)?|warm(?:est)?)(?: (?:wishes|regards))?"
    r"|regards|sincerely|yours(?: (?:sincerely|faithfully|truly))?|cheers|(?:many )?thanks|thank you)[,.!]?$"
    r"|(?:敬具|草々|早々|以上)[、。]?$|--$",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 10  # lines
_OTHER_FIELD = Verdict(Role.NAVIGATION, False, "mail-field", 0.9)
_HEADING_MARK = re.compile(r"#{1,6}[ \u3000]+(?=[^#\s])")


def assign_front_matter(page: Page) -> None:
    """Decide about the lines between two `---` at the very start: the page's data, no part of its text."""
    if not page.lines or page.lines[0].text not in _FENCES:
        return
    for index, line in enumerate(page.lines[1 : _LONGEST_MATTER + 1], start=1):
        if line.text == page.lines[0].text:
            for inside in range(index + 1):
                if page.lines[inside].text:
                    page.decide(inside, Verdict(Role.LABEL, False, "front-matter", 0.95))
            return
        if line.text and not _FIELD.match(line.text):
            return


def assign_mail_head(page: Page) -> None:
    """Decide about the head of a mail: at least two of its usual fields in the lines before the first blank one."""
    fields = list(_mail_fields(page))
    if len({name for _, name in fields} & _MAIL_NAMES) >= 2:
        for index, name in fields:
            page.decide(index, _MAIL_ROLES.get(name, _OTHER_FIELD))
        _assign_letter(page, [i for i in page.shown if i > fields[-1][0]])


def _assign_letter(page: Page, letter: list[int]) -> None:
    """Decide about the salutation that opens a mail and the signature that ends it, `Best,` and the names below."""
    if letter and _SALUTATION.match(page.lines[letter[0]].text):
        page.decide(letter[0], Verdict(Role.BODY, True, "mail-salutation", 0.8))
    last = takewhile(lambda i: not page.lines[i].is_prose, reversed(letter[-_LONGEST_SIGNATURE:]))
    signature = list(last)[::-1]
    ends = (place for place, index in enumerate(signature) if _SIGN_OFF.match(page.lines[index].text))
    for index in signature[next(ends, len(signature)) :]:
        page.decide(index, Verdict(Role.LABEL, False, "mail-signature", 0.8))


def subject_start(text: str) -> int:
    """Where the subject begins in a mail's line of it.

    >>> subject_start("Subject: Ferry news")
    9
    """
    name = _FIELD_NAME.match(text)
    return name.end() if name else 0


def _mail_fields(page: Page) -> Iterator[tuple[int, str]]:
    for index in range(page.shown[0] if page.shown else 0, len(page.lines)):
        match = _MAIL_FIELD.match(page.lines[index].text)
        if match is None:
            return
        yield index, match["name"].lower()


def assign_markdown_headings(page: Page) -> None:
    """Decide about lines that Markdown marks as headings (`## Results`) where no part of another story has them."""
    for index in page.shown:
        if page.is_open(index) and _HEADING_MARK.match(page.lines[index].text):
            page.decide(index, Verdict(Role.HEADING, True, "markdown-heading", 0.9))


def is_main_heading(text: str) -> bool:
    """True for a heading of the first level: `# Results`."""
    mark = _HEADING_MARK.match(text)
    return mark is not None and mark.group().count("#") == 1


def without_mark(text: str) -> str:
    """A line without the mark of a heading.

    >>> without_mark("## Results"), without_mark("#results")
    ('Results', '#results')
    """
    mark = _HEADING_MARK.match(text)
    return text[mark.end() :] if mark else text
