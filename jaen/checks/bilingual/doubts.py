"""Words that say how sure a statement is, and what may stand for them in the other language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jaen.model import Passage, Span

__all__ = ["Doubt", "find_doubts", "may_doubt"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of one kind of doubt, and where they stand in the article."""

    kind: "_Kind"
    span: Span


@dataclass(frozen=True, slots=True)
class _Kind:
    """A way of being unsure: what surely says so, and, taken widely, what may say so, by language."""

    sure: dict[str, re.Pattern[str]]
    maybe: dict[str, re.Pattern[str]]


def _kind(*, ja: str, en: str, maybe_ja: str, maybe_en: str) -> _Kind:
    return _Kind(
        {"ja": re.compile(ja), "en": re.compile(rf"\b(?:{en})\b")},
        {"ja": re.compile(f"{ja}|{maybe_ja}"), "en": re.compile(rf"\b(?:{en}|{maybe_en})\b", re.IGNORECASE)},
    )


_GUESS_JA = (
    "だろう|でしょう|かね(?:な|ま)|[得う]る|たぶん|多分|おそらく|恐らく|もしかし|ひょっと|まい[。」]|ない(?:か|だろ)|気がする"
    "|[思考](?:わ|え|い|っ|う)|よう[だでにな]|みたい|そう[だでなに]|はず|筈|っぽい|見え|ちがいない|違いな|可能|かも|らし[いくか]"
    "|推[定測察]|予[想測定]|見込|見通|みられ|見られ|とみ[らるて]|と見"
)
_GUESS_EN = (
    r"may|might|could|can|would|should|must|perhaps|maybe|possib\w+|probab\w+|potential\w*|(?:un)?likely|seem\w*|appear\w*"
    r"|apparent\w*|look\w*|suspect\w*|suppos\w*|presum\w*|assum\w*|suggest\w*|guess\w*|believ\w*|think\w*|thought"
    r"|feel\w*|felt|sound\w*|expect\w*|estimat\w*"
)

_KINDS = (
    _kind(  # what is possible
        ja="か(?:も)?(?:しれ|知れ)(?:な(?:い|かった|く)|ませ(?:ん|んでした)|ぬ)"
        "|可能性[がはも](?:あ[るりっ]|高[いま]|大き|強[いま]|濃|否定)|(?:恐れ|おそれ|懸念)[がはも]あ[るりっ]",
        en=r"might|(?<![Yy]ou )may(?= (?!we\b)[a-z])|could (?:be|have|also|well|lead|become)|perhaps|maybe|possibly"
        r"|likely|probably",
        maybe_ja=f"恐れ|おそれ|危険|{_GUESS_JA}|ことが|こと[もは]|場合|ても|でき[るなま]|いい[。」よねかで]|よ[いろ]|方が|許"
        "|さぞ|どうか|ように|なら[ばな、]|られ",
        maybe_en=rf"{_GUESS_EN}|risk\w*|threat\w*|fear\w*|danger\w*|chance\w*|prospect\w*|if|whether|tend\w*|sometimes"
        r"|conceivabl\w+|fair\w*|concern\w*|open to|opportunit\w+|hope\w*|odds|worr\w+|afraid|vulnerable",
    ),
    _kind(  # what somebody takes it for
        ja="と[み見]られ(?:る|て|た|ま)|(?<=[たるいうくすつむんだ])らしい[。」]|(?:もよう|模様)(?:だ|です|である|。)"
        "|とされ(?:る|ている|てい?た)[。」が、]",
        en=r"reportedly|allegedly|apparently|purportedly|supposedly|presumably"
        r"|(?:is|are|was|were) (?:believed|thought|said|rumou?red|understood|reported|alleged|suspected) to",
        maybe_ja=f"{_GUESS_JA}|という|とい[いわ]|と言|とされ|そう[だでな。]|によ(?:る|れ)|伝え|報[じ道]|主張|訴え|疑|もよう|模様"
        "|噂|うわさ|とのこと|明らか|一見|どうや|認識|理解|と(?:の|も)",
        maybe_en=rf"{_GUESS_EN}|report\w*|alleg\w*|said|says|say|told|tell\w*|accord\w+|consider\w*|regard\w*|sources?"
        r"|credit\w*|attribut\w*|claim\w*|known|held|deem\w*|understood|rumou?r\w*|hear\w*|purport\w*|view\w*|seen"
        r"|called|indicat\w*|reputed\w*|ostensib\w+|evident\w*|clearly|obviously",
    ),
    _kind(  # what is expected
        ja="見通し(?:だ|です|である|。|」|と)|見込み(?:だ|です|である|。|」|と)|と(?:予想|予測|見込)(?:され|ま[れる])",
        en=r"(?:is|are|was|were) (?:expected|projected|forecast|predicted|likely|poised|set) to",
        maybe_ja=f"{_GUESS_JA}|期待|計画|方針|つもり|目指|つつ|する[。」と]|[るうくすつむ]こと|ことに|[るうくすつむぶぐぬ][。」と]",
        maybe_en=rf"{_GUESS_EN}|project\w*|forecast\w*|predict\w*|will|['’]ll|plan\w*|schedul\w*|due|outlook|set|poised"
        r"|prospect\w*|anticipat\w*|hope\w*|ought|aim\w*|intend\w*|going|target\w*|on track|eye\w*|seek\w*|view\w*"
        r"|on course|promis\w+|shall|to be",
    ),
    _kind(  # what somebody is accused of
        ja="疑いで|疑いが(?:ある|あり|持たれ|もたれ|強ま|浮上)|の疑い(?:。|」)|容疑で",
        en=r"alleged|allegedly|suspected (?:of|to)|on suspicion of|accused of|suspects?(?= (?:that|of|in))",
        maybe_ja=f"疑|{_GUESS_JA}|とされ|という|とい[いわ]|主張|訴え|告発|告訴|起訴|非難|責|によ(?:る|れ)|申し立て|言|被告|批判"
        "|指摘|罪|咎|とがめ|せい|逮捕",
        maybe_en=rf"{_GUESS_EN}|suspicio\w*|alleg\w*|accus\w*|charg\w*|doubt\w*|question\w*|investigat\w*|claim\w*"
        r"|said|says|accord\w*|indict\w*|wanted|report\w*|fear\w*|probe\w*",
    ),
)


def find_doubts(passage: Passage) -> Iterator[Doubt]:
    """What *passage* surely leaves open, the first of each kind in each sentence: かもしれない, "reportedly"."""
    for segment in passage.segments:
        for kind in _KINDS:
            found = kind.sure[passage.language].search(segment.text)
            if found:
                yield Doubt(kind, Span(found.start(), found.end()).shift(segment.span.start))


def may_doubt(passage: Passage, doubt: Doubt) -> bool:
    """Whether anything in *passage* may say that something is as little sure as *doubt*, which stands on the other side."""
    return doubt.kind.maybe[passage.language].search(passage.text) is not None
