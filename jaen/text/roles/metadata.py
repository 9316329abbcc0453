"""Facts about an article that its page states, with their places."""

import re
from collections.abc import Iterator, Sequence

from jaen.model import Article, Block, MetadataField, Role
from jaen.offsets import Span
from jaen.text.roles.lexicon import AGENCIES
from jaen.text.roles.matter import without_mark

__all__ = ["find_metadata"]

_AGENCY = "|".join(re.escape(name) for name in AGENCIES)
_AGENCY_NAME = re.compile(rf"(?<![\w])(?:{_AGENCY})(?![A-Za-z])")
# TOKYO (Kyodo) —   SEFWI WIAWSO, Ghana (AP) —   TOKYO, Jan 22 -   NORTHGATE, May 27, 2026 —
_DATELINE_EN = re.compile(
    r"\s*(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?)"
    r"(?:, (?P<date>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?))?"
    r"(?: ?\((?P<agency>[^)]{2,24})\))?(?:,? \d{4})?\s*[—–―-]{1,2}\s+(?=\S)"
)
# 【東京=山田太郎】  【広島共同】  (東京 12日 共同)  【ワシントン共同】
_DATELINE_JA = re.compile(r"\s*[【(（［\[](?P<inner>[^】)）］\]。]{2,30})[】)）］\]]")
_DAY_JA = re.compile(r"(?:\d{1,2}月)?\d{1,2}日")
_PLACE_JA = re.compile(r"[一-龠々ァ-ヶー]{2,10}$")
_PREFIX = re.compile(
    r"\s*[(（【［\[〔※]?\s*(?:(?:file )?(?:photo(?:graph)?s?|images?|pictures?|illustrations?|graphics?|video|artwork|cover|screenshot)"
    r"(?: credits?| courtesy| sources?)?\s*(?:by|courtesy of|courtesy|via|[:：/|©])"
    r"|(?:courtesy of|credits?\s?[:：])"
    r"|(?:写真・図版|写真|画像|映像|図版?|イラスト|動画|撮影|取材・撮影)(?:提供|協力|出典|撮影|素材|引用)?者?\s*[:：＝=/／・|]"
    r"|提供\s*[:：＝=/／]"
    r"|(?:news |original |data )?sources?\s*[:：]|via\s*[:：]?|original (?:article|story|source)\s*[:：]"
    r"|(?:記事|ニュース|データ|情報)?(?:出典元?|出所|引用元?|情報元|参照元?|参考|配信元?|転載元|元記事|ソース|提供元?|DOI|記事提供|ニュース提供|初出|掲載誌)\s*[:：＝=／/]"
    r"|(?:from|差出人|送信者)\s?[:：]"
    r"|(?:written |posted |reported |story |text |words |interview )?by\s*:?\s+|author\s*[:：]|words\s*[:：]"
    r"|(?:写真・文|文・写真|取材・文|取材・構成|文|取材|執筆者?|著者|ライター|筆者|聞き手|記者|構成|編集)\s*[:：＝=/／・　])\s*",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s*(?:記者|撮影|提供|写す|さん|氏)?[)）】］\]〕]?\s*$")
_POST = re.compile(
    r"\s*\||\s*<[^<>]*>$|,? (?:-|–|for|senior|staff|chief|news|special|contributing|\w+ (?:reporter|editor|writer|correspondent))\b.*$",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?P<y>\d{4})\s?[年./／-]\s?(?P<m>\d{1,2})\s?[月./／-]\s?(?P<d>\d{1,2})日?"
    r"|令和(?P<reiwa>\d{1,2}|元)年(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日"
    r"|(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?P<d3>\d{1,2})(?:st|nd|rd|th)?,? (?P<y3>\d{4})"
    r"|(?P<d4>\d{1,2})(?:st|nd|rd|th)? (?P<month4>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? (?P<y4>\d{4})",
    re.IGNORECASE,
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_MACHINE = re.compile(r"(?<![A-Za-z])AI(?![A-Za-z])|ＡＩ|人工知能|ChatGPT|machine|automatic|自動", re.IGNORECASE)
_UPDATED = re.compile(r"update|modified|更新", re.IGNORECASE)
_PUBLISHED = re.compile(r"publish|posted|公開|掲載|配信|投稿", re.IGNORECASE)


def find_metadata(article: Article, blocks: Sequence[Block]) -> tuple[MetadataField, ...]:
    r"""Facts that the container or the page states about *article*.

    Names: `title`, `date` (ISO 8601 day), `updated`, `author`, `agency`, `rights`, `photo-credit`, `source`, `site`,
    `dateline-place`, `dateline-date`, `machine-summary` (`yes`, where a label says that a machine made it), and whatever
    names the container uses. What the container said comes first and has no span.

    >>> from jaen.text.layout import read_layout
    >>> from jaen.text.roles import label_roles
    >>> text = "Bridge reopens after repairs\nPhoto by Ann Lee\nOSLO — The old bridge opened again on Monday, the city said."
    >>> article = Article(id="a", text=text, source="<text>", encoding="utf-8", sha256="")
    >>> [(f.name, f.value) for f in find_metadata(article, label_roles(article, read_layout(text)))]
    [('title', 'Bridge reopens after repairs'), ('photo-credit', 'Ann Lee'), ('dateline-place', 'OSLO')]
    """
    stated = [MetadataField(name=n, value=v, span=None, rule="container") for n, v in article.metadata.items()]
    found = [field for block in blocks for field in _fields(article.text, block)]
    found += _datelines(article.text, blocks)
    found += _machine_summary(article.text, blocks)
    return (*stated, *dict.fromkeys(found))


def _fields(text: str, block: Block) -> Iterator[MetadataField]:
    match block.role:
        case Role.TITLE:
            yield _field("title", text, block, _title(text, block))
        case Role.CREDIT:
            yield _field("photo-credit", text, block, _named(text, block.span))
        case Role.SOURCE:
            yield _field("source", text, block, _named(text, block.span))
        case Role.RIGHTS:
            yield _field("rights", text, block, _shown(text, block.span))
        case Role.BYLINE if block.rule == "byline-dateline-ja":
            dateline = _DATELINE_JA.match(text, block.span.start, block.span.end)
            yield from _dateline_ja(dateline) if dateline else ()
        case Role.BYLINE if block.rule not in ("byline-job", "byline-desk", "byline-help-ja"):
            yield _byline(text, block)
        case Role.TIMESTAMP:
            yield from _dates(text, block)
        case Role.NAVIGATION if block.rule == "repeated-label":
            yield _field("site", text, block, _shown(text, block.span))
    if block.role in (Role.SOURCE, Role.RIGHTS):  # the agency of a photo is not the article's
        agency = _AGENCY_NAME.search(text, block.span.start, block.span.end)
        if agency:
            yield _field("agency", text, block, Span(*agency.span()))


def _field(name: str, text: str, block: Block, span: Span) -> MetadataField:
    return MetadataField(name=name, value=span.of(text), span=span, rule=block.rule)


def _shown(text: str, span: Span) -> Span:
    """*span* without white space at its ends."""
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))


def _named(text: str, span: Span) -> Span:
    """The name in a line like `Photo by Ann Lee` or `（写真＝県警提供）`; the whole line where nothing is left."""
    shown = _shown(text, span)
    prefix = _PREFIX.match(text, shown.start, shown.end)
    start = prefix.end() if prefix else shown.start + (text[shown.start : shown.start + 1] in tuple("(（【［[〔"))
    trailing = _TRAILING.search(text, start, shown.end)
    end = trailing.start() if trailing else shown.end
    return Span(start, end) if start < end else shown


def _title(text: str, block: Block) -> Span:
    """The title without the `#` that marks it."""
    span = _shown(text, block.span)
    return Span(span.end - len(without_mark(span.of(text))), span.end)


def _byline(text: str, block: Block) -> MetadataField:
    """The author; a line `· Name` under a title names the site."""
    span = _named(text, block.span)
    if block.rule == "name-after-dot":
        value = span.of(text)
        return _field("site", text, block, Span(span.start + len(value) - len(value.lstrip("·•|・ ")), span.end))
    post = _POST.search(text, span.start, span.end)
    return _field("author", text, block, Span(span.start, post.start() if post else span.end))


def _dates(text: str, block: Block) -> Iterator[MetadataField]:
    """Days in a timestamp line: what `updated` or 更新 stands before is no day of publication."""
    at, name = block.span.start, "date"
    for match in _STAMP.finditer(text, block.span.start, block.span.end):
        before = text[at : match.start()]
        if _UPDATED.search(before):
            name = "updated"
        if _PUBLISHED.search(before):
            name = "date"
        day = _iso(match)
        if day:
            yield MetadataField(name=name, value=day, span=Span(*match.span()), rule=block.rule)
        at = match.end()


def _iso(match: re.Match[str]) -> str | None:
    group = match.groupdict()
    if group["y"]:
        year, month, day = int(group["y"]), int(group["m"]), int(group["d"])
    elif group["reiwa"]:
        year = 2018 + (1 if group["reiwa"] == "元" else int(group["reiwa"]))
        month, day = int(group["m2"]), int(group["d2"])
    else:
        name = group["month"] or group["month4"]
        year, month, day = int(group["y3"] or group["y4"]), _MONTHS[name.lower()], int(group["d3"] or group["d4"])
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _datelines(text: str, blocks: Sequence[Block]) -> Iterator[MetadataField]:
    """Place, day and agency that open the first paragraph."""
    block = next((b for b in blocks if b.role is Role.BODY), None)
    if block is None:
        return
    english = _DATELINE_EN.match(text, block.span.start, block.span.end)
    if english:
        yield from _dateline_fields(english)
        return
    japanese = _DATELINE_JA.match(text, block.span.start, block.span.end)
    if japanese:
        yield from _dateline_ja(japanese)


def _dateline_fields(match: re.Match[str]) -> Iterator[MetadataField]:
    for group, name in (("place", "dateline-place"), ("date", "dateline-date"), ("agency", "agency")):
        if match.group(group):
            yield MetadataField(name=name, value=match.group(group), span=Span(*match.span(group)), rule="dateline")


def _dateline_ja(match: re.Match[str]) -> Iterator[MetadataField]:
    """Place, day, agency or reporter of 【東京＝山田太郎】, 【広島共同】, (東京 12日 共同)."""
    start, inner = match.start("inner"), match.group("inner")
    agency, day = _AGENCY_NAME.search(inner) or re.search(rf"(?:{_AGENCY})$", inner), _DAY_JA.search(inner)
    cuts = [m.start() for m in (agency, day, re.search(r"[=＝ 　・]", inner)) if m]
    place = inner[: min(cuts)] if cuts else ""
    if not _PLACE_JA.match(place):
        return
    yield MetadataField(name="dateline-place", value=place, span=Span(start, start + len(place)), rule="dateline-ja")
    for name, found in (("dateline-date", day), ("agency", agency)):
        if found:
            yield MetadataField(
                name=name,
                value=found.group(),
                span=Span(start + found.start(), start + found.end()),
                rule="dateline-ja",
            )
    reporter = re.search(r"[=＝]\s?([^=＝]{2,12})$", inner)
    if reporter and not agency:
        span = Span(start + reporter.start(1), start + reporter.end(1))
        yield MetadataField(name="author", value=reporter.group(1), span=span, rule="dateline-ja")


def _machine_summary(text: str, blocks: Sequence[Block]) -> Iterator[MetadataField]:
    label = next((b for b in blocks if _says_machine_made(text, b)), None)
    if label is not None:
        yield MetadataField(name="machine-summary", value="yes", span=_shown(text, label.span), rule=label.rule)


def _says_machine_made(text: str, block: Block) -> bool:
    is_head = block.rule == "head-summary" and bool(_MACHINE.search(text, block.span.start, block.span.end))
    return is_head or block.rule == "label-machine-summary"
