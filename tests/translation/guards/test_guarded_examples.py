"""What a model gets of a sentence, what is kept from it, and what a reader gets back: one example a rule."""

import pytest

from jaen.api import split
from jaen.model import Segment
from jaen.translation.guards import Prepared, prepare, resplit
from jaen.translation.requirements import Kind, find_places
from jaen.translation.sentence import Placed, Rendering, Rung


def segment_of(text: str) -> Segment:
    """The only segment of a text."""
    (segment,) = split(text)
    return segment


def prepared(text: str, window: int = 1000) -> Prepared:
    """A text made ready for a model that takes *window* characters."""
    segment = segment_of(text)
    return prepare(segment, (), lambda clause: len(clause) <= window, "ja" if segment.language == "en" else "en")


def sentences(text: str, window: int = 1000) -> list[str]:
    """What the model gets."""
    return [sentence.text for sentence in prepared(text, window).sentences]


def translated(one: Prepared, *texts: str) -> str:
    """What a reader gets when the model says *texts*."""
    renderings = []
    for sentence, text in zip(one.sentences, texts, strict=True):
        places = [next(iter(find_places(wanted.requirement, text)), None) for wanted in sentence.wanted]
        renderings.append(Rendering(text, tuple(p and Placed(p, Rung.PLAIN) for p in places)))
    result = one.assemble(renderings)
    for placed in result.placed:
        if placed:
            assert placed.place.span.of(result.text) == placed.place.form.text
    return result.text


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("脆弱(ぜいじゃく)性が見つかった。", "脆弱性が見つかった。", "a reading is lifted"),
        ("彼は(昨日買った)本を読んだ。", "彼は昨日買った本を読んだ。", "an insertion is part of the sentence"),
        ("町長(など)が来た。", "町長などが来た。", "so is one that begins with a particle"),
        ("店を始めた(前年は三つだった)。", "店を始めた(前年は三つだった)。", "a remark keeps its brackets"),
        ("中央銀行(日銀)が動いた。", "中央銀行(日銀)が動いた。", "an explanation keeps them"),
        ("―町の対応は。", "町の対応は？", "a question without a verb"),
        ("町の対応は。", "町の対応は。", "only of an interview"),
        ("ＡＢＣ社は１２％増えた。", "ABC社は12%増えた。", "usual width"),
        ("「私は行きません」", "私は行きません。", "speech in quotation marks gets its full stop"),
        ("「夏の星」", "夏の星", "a title does not"),
        ("彼は「行く」と言った。", "彼は「行く」と言った。", "marks inside the sentence stay"),
    ],
)
def test_the_sentence_that_a_model_gets(text: str, expected: str, rule: str) -> None:
    """Ruby, insertions, questions, width and quotation marks."""
    assert sentences(text) == [expected], rule


@pytest.mark.parametrize(
    ("text", "said", "expected", "rule"),
    [
        ("■駅前に店ができた。", "A shop opened.", "■ A shop opened.", "a mark at the front"),
        ("・駅前に店ができた。", "A shop opened.", "• A shop opened.", "・ is • in English"),
        ("駅前に店ができた。😀", "A shop opened.", "A shop opened. 😀", "an emoji at the end"),
        ("駅前に店ができた。[3]", "A shop opened.", "A shop opened.[3]", "a note's number"),
        ("―駅前に店は。", "A shop?", "— A shop?", "an interviewer's dash"),
        ("「駅前に店ができた」", "A shop opened.", "“A shop opened.”", "quotation marks around the whole"),
        ("2. 駅前に店ができた。", "A shop opened.", "2. A shop opened.", "a list's number"),
        ("【速報】", "Breaking", "[Breaking]", "a label alone"),
        ("店は良いですね(笑)", "A good shop.", "A good shop. (laughs)", "a reaction"),
        ("店は良いですね(注1)", "A good shop.", "A good shop. (note 1)", "a note"),
        ("店は良いです」", "A good shop.", "A good shop.”", "the end of a quotation that began in another segment"),
        ("“A shop opened.”", "店が開いた。", "「店が開いた」", "no 。 before 」"),
        ("• A shop opened.", "店が開いた。", "・店が開いた。", "• is ・ in Japanese"),
    ],
)
def test_what_stands_around_a_sentence_comes_back(text: str, said: str, expected: str, rule: str) -> None:
    """Marks at the edges are kept aside and written as the target language writes them."""
    assert translated(prepared(text), said) == expected, rule


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("詳しくはhttps://example.jp/a_b?q=1(英語)を見る。", ["https://example.jp/a_b?q=1"]),
        ("ページHPhttps://example.jp/a_bを見る。", ["https://example.jp/a_b"]),
        ("記事はAI https://example.jp/a_bにある。", ["AI", "https://example.jp/a_b"]),
        ("彼はPython my_varを使う。", ["Python", "my_var"]),
        ("彼はMori taro@example.jpに書く。", ["Mori", "taro@example.jp"]),
        ("連絡先はtaro_y@example.co.jpだ。", ["taro_y@example.co.jp"]),
        ("町は@taro_yと#MeToo運動を見た。", ["@taro_y", "#MeToo"]),
        ("「#夏の星を見る」が広まった。", ["#夏の星を見る"]),
        ("設定は~/.config/app.tomlにある。", ["~/.config/app.toml"]),
        ("変数my_valueを見る。", ["my_value"]),
        ("値は`x = 1`とする。", ["`x = 1`"]),
        ("新型のGPT-5.5は速い。", ["GPT-5.5"]),
        ("OpenAI LabsとAIの話だ。", ["OpenAI Labs", "AI"]),
        ("駅→店の順だ。", ["→"]),
        ("店は😀だ。", ["😀"]),
        ("価格は※印を見る。", ["※"]),
        ("道は10kmある。", []),
        ("Tシャツを着たAさんだ。", []),
        ("SNSで話した。", []),
        ("今日は한국の店だ。", ["한국"]),
        ("It costs {price} at www.example.com, says 夏の星.", ["{price}", "www.example.com", "夏の星"]),
        ("The shop sells GPT-5.5 and tea.", ["GPT-5.5"]),
        ("The shop sells tea.", []),
    ],
)  # fmt: skip
def test_what_is_the_same_in_every_language_is_required(text: str, expected: list[str]) -> None:
    """Addresses, handles, paths, code, names in Latin letters and symbols inside a sentence are requirements."""
    one = prepared(text)
    assert [requirement.write for requirement in one.requirements] == expected
    assert {requirement.kind for requirement in one.requirements} <= {Kind.VERBATIM}
    assert [w.span.of(s.text) for s in one.sentences for w in s.wanted] == expected


def test_an_acronym_may_be_plural_in_english() -> None:
    """Japanese has no plural: GIFs are what GIF asks for; a name in small letters has none."""
    (requirement,) = prepared("彼はGIFを送った。").requirements
    assert find_places(requirement, "He sent GIFs.")
    (requirement,) = prepared("彼はUberを使った。").requirements
    assert not find_places(requirement, "He took Ubers.")


@pytest.mark.parametrize("text", ["https://example.jp/a_b", "１２３", "→", "😀😀", "@taro_y #tag"])
def test_what_is_no_language_needs_no_model(text: str) -> None:
    """A segment without words goes around the model and comes back as it is, in usual width."""
    segment = segment_of(text)
    one = prepare(segment, (), lambda clause: True, "en")
    assert one.sentences == ()
    assert one.assemble([]).text == text.replace("１２３", "123")


def test_cells_between_tabs_are_sentences_of_their_own() -> None:
    """Tabs stay, and cells without letters stay between them."""
    one = prepared("売り上げ\t1,234\t前の年より増えた")
    assert [sentence.text for sentence in one.sentences] == ["売り上げ", "前の年より増えた"]
    assert translated(one, "sales", "more than last year") == "sales\t1,234\tmore than last year"


def test_a_label_in_front_is_a_sentence_of_its_own() -> None:
    """【速報】 is translated by itself, in square brackets."""
    one = prepared("■【速報】駅前で火事が起きた。")
    assert [sentence.text for sentence in one.sentences] == ["速報", "駅前で火事が起きた。"]
    assert translated(one, "Breaking", "A fire broke out.") == "■ [Breaking] A fire broke out."


LONG = "町は会議を開き、店の計画を話し合ったが、結論は出なかったため、来週もう一度開いて決めることになった。"


def test_a_long_sentence_is_cut_at_its_clauses() -> None:
    """Each clause can stand by itself (開き、 is finite where it is cut), and they are joined with what stood between."""
    assert len(sentences(LONG)) == 1
    one = prepared(LONG, 30)
    assert [sentence.text for sentence in one.sentences] == [
        "町は会議を開き、店の計画を話し合ったが、結論は出なかった。",
        "来週もう一度開いて決めることになった。",
    ]
    said = translated(one, "The town met, but there was no result.", "They will meet again next week.")
    assert said == "The town met, but there was no result, so they will meet again next week."


@pytest.mark.parametrize(
    ("text", "window", "expected", "rule"),
    [
        (
            "町は大きな会議を開き、住民は計画を決めた。",
            14,
            ["町は大きな会議を開いた。", "住民は計画を決めた。"],
            "開き of five rows, in the past",
        ),
        (
            "町は大きな会議を開き、住民は計画を決める。",
            14,
            ["町は大きな会議を開く。", "住民は計画を決める。"],
            "and not",
        ),
        (
            "町は大きな計画を読んで、住民は意見を決めた。",
            14,
            ["町は大きな計画を読んだ。", "住民は意見を決めた。"],
            "読んで",
        ),
        (
            "町は大きな店を建てて、住民は意見を決める。",
            14,
            ["町は大きな店を建てる。", "住民は意見を決める。"],
            "建てて",
        ),
        ("町は大きな会議を開いたが、住民は帰った。", 14, ["町は大きな会議を開いた。", "住民は帰った。"], "が"),
    ],
)
def test_a_clause_cut_off_is_made_a_sentence(text: str, window: int, expected: list[str], rule: str) -> None:
    """The form before a comma becomes one that ends a sentence, in the tense of the whole."""
    assert sentences(text, window) == expected, rule


def test_neither_a_bracket_nor_a_number_is_cut() -> None:
    """Where a better place is near, brackets, numbers and dates stay whole."""
    for sentence in sentences("新しい店(駅の前、橋の横、川の上)は、1億8990万円で令和8年5月18日に、町が建てた。", 26):
        assert sentence.count("(") == sentence.count(")")
        assert ("1億" in sentence) is ("8990万円" in sentence)
        assert ("令和8年" in sentence) is ("5月18日" in sentence)


def test_a_word_that_is_too_long_is_cut_all_the_same() -> None:
    """A window that is smaller than any clause still gets everything, in pieces."""
    text = "あ" * 100
    assert "".join(sentences(text, 10)).replace("。", "") == text
    assert max(map(len, sentences(text, 10))) <= 10


def test_english_is_cut_at_its_clauses_and_joined_as_japanese() -> None:
    """Conjunctions go with the cut; every clause begins with a capital and ends with a full stop."""
    one = prepared("The town held a meeting, but the people went home; it was late.", 30)
    assert [sentence.text for sentence in one.sentences] == [
        "The town held a meeting.",
        "The people went home.",
        "It was late.",
    ]
    said = translated(one, "町は会議を開いた。", "人々は帰った。", "遅かった。")
    assert said == "町は会議を開いた。しかし、人々は帰った。遅かった。"


def test_another_way_of_splitting_cuts_every_long_clause_once_more() -> None:
    """`resplit` cuts where a clause ends, and gives up where none does."""
    finer = resplit(prepared(LONG))
    assert finer
    assert len(finer.sentences) == 2
    finest = finer
    while (next_one := resplit(finest)) is not None:
        assert len(next_one.sentences) > len(finest.sentences)
        finest = next_one
    assert [sentence.text for sentence in finest.sentences][-1] == "来週もう一度開いて決めることになった。"
    assert resplit(prepared("店がある。")) is None


def test_a_sentence_for_which_nothing_came_is_named() -> None:
    """The rest is still put together, so that an editor sees it."""
    one = prepared(LONG, 30)
    result = one.assemble([Rendering("The town met.", ()), Rendering("", ())])
    assert result.missing == ("来週もう一度開いて決めることになった。",)
    assert result.text.startswith("The town met")


@pytest.mark.parametrize(
    ("text", "said", "expected", "rule"),
    [
        (
            "店がある。",
            "There is a 「shop」、 isn’t it？",
            "There is a “shop”, isn’t it?",
            "no Japanese marks in English",
        ),
        (
            "There is a shop.",
            "店 が ある.",
            "店が ある.".replace(" ", "。")[:2] + "ある。",
            "no blanks in Japanese, 。 for .",
        ),
        ("There is a shop (new).", "店(新しい)がある。", "店（新しい）がある。", "wide brackets"),
        ("He said yes to us.", '彼は "はい。" と言った.', "彼は「はい。」と言った。", "straight quotes by turns"),
        ("The 27-inch screen is new.", '27" の画面は新しい.', '27"の画面は新しい。', "but a single one is none"),
        ("GPT-5.5 is (very) new.", "GPT-5.5は新しい.", "GPT-5.5は新しい。", "but what is required stays as it is"),
    ],
)
def test_a_translation_has_its_own_language_s_marks(text: str, said: str, expected: str, rule: str) -> None:
    """Marks that a model left as they were are those of the target language."""
    assert translated(prepared(text), said) == expected, rule
