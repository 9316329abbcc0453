"""Suggestions from sentences that translate each other."""

import pytest

from jaen.glossary.suggest import suggest
from jaen.glossary.suggest.phrases import noun_phrases
from jaen.glossary.suggest.sentences import sentences
from jaen.model import Article

JAPANESE = """重要インフラを守る基金を、港湾庁が3日、12億円で設けた。

対象は全国の電力事業者150社だ。

飯田陽一氏は「重要インフラが止まれば暮らしも止まる」と述べた。

4月18日には中部の港でシステムが36時間止まり、事業者は困った。

アンソロピックも事業者に協力するという。

潮流予報は2月11日に公表された。

潮流予報を待つ船が20隻ある。

潮流予報の精度は95%だ。
"""
ENGLISH = """The Port Agency set up a fund of 1.2 billion yen on the 3rd to protect critical infrastructure.

It is open to 150 power operators across the country.

"When critical infrastructure stops, daily life stops too," said Yoichi Iida.

On April 18, the system of a port in central Japan stopped for 36 hours, and operators were in trouble.

Anthropic is said to cooperate with the operators as well.

The drift outlook was published on February 11.

There are 20 ships that wait for the drift outlook.

The accuracy of the drift outlook is 95%.
"""
OTHER = """The museum opened its doors to 150 children on April 18 after 36 hours of work.

Rain fell on the northern islands, and ferries stayed in the harbor for 20 days.

Anthropic won its third game in a row and leads the league by 95 points.
"""


def found(*texts: str):
    return suggest(
        Article(id=str(number), text=text, source=f"{number}.txt", encoding="utf-8", sha256="")
        for number, text in enumerate(texts)
    )


def aligned(suggestions) -> dict[str, str]:
    """Japanese term → English term, of those that aligned sentences show."""
    return {
        one.of_language("ja")[0].text: one.of_language("en")[0].text
        for one in suggestions
        if one.is_pair and any(reason.kind == "aligned" for reason in one.reasons)
    }


def test_terms_that_nothing_else_shows():
    """Terms in lower case are paired by the sentences that have both, also inside longer compounds (電力事業者)."""
    pairs = aligned(found(JAPANESE, ENGLISH))
    assert pairs["重要インフラ"] == "critical infrastructure"
    assert pairs["事業者"] == "operator"


def test_words_that_no_dictionary_knows_need_three_sentences():
    """潮流予報 and "drift outlook" have no known word in common; three pairs of sentences are enough, two are not."""
    assert aligned(found(JAPANESE, ENGLISH)).get("潮流予報") == "drift outlook"
    fewer = JAPANESE.replace("潮流予報の精度", "その精度"), ENGLISH.replace("of the drift outlook is", "of it is")
    assert "潮流予報" not in aligned(found(*fewer))


def test_the_evidence_is_a_sentence_of_each_language():
    """An editor sees the two sentences that translate each other, with the words in question."""
    suggestion = next(one for one in found(JAPANESE, ENGLISH) if one.terms[0].text == "重要インフラ")
    reason = next(reason for reason in suggestion.reasons if reason.kind == "aligned")
    shown = [JAPANESE[reason.evidence[0].span.start :], ENGLISH[reason.evidence[1].span.start :]]
    assert shown[0].startswith("重要インフラ")
    assert shown[1].startswith("critical infrastructure")
    assert [one.line for one in reason.evidence] == [1, 1]


def test_an_article_in_both_languages_is_aligned_with_itself():
    """The Japanese half of a page and its English half are sentences that translate each other."""
    assert aligned(found(f"{JAPANESE}\n{ENGLISH}"))["重要インフラ"] == "critical infrastructure"


def test_texts_that_only_share_numbers_give_nothing():
    """An article with the same numbers and a name is the same story by its count, but no translation."""
    assert aligned(found(JAPANESE, OTHER)) == {}


def test_two_drafts_are_no_two_witnesses():
    """One Japanese sentence beside two English drafts of it is one pair of sentences."""
    once = JAPANESE.replace("「重要インフラが止まれば", "「それが止まれば")
    assert "重要インフラ" not in aligned(found(once, ENGLISH, ENGLISH.replace("daily life", "life")))


@pytest.mark.parametrize(
    ("text", "expected", "missing"),
    [
        ("They protect critical infrastructure.", "critical infrastructure", "They"),
        ("Operators of ports met them.", "operator", "Operators of ports"),
        ("The old port operators met.", "port operator", "The"),
        ("He ran quickly and well.", None, "quickly"),
    ],
)
def test_noun_phrases(text, expected, missing):
    """Nouns with what stands before them, the last in the singular; no article, no verb, no preposition."""
    article = Article(id="a", text=text, source="a", encoding="utf-8", sha256="")
    phrases = [phrase.text for sentence in sentences([article]) for phrase in noun_phrases(sentence)]
    assert expected is None or expected in phrases
    assert missing not in phrases
