"""What a comparison keeps of a sentence that is a table: as much for each number as of any other sentence."""

import jaen
from jaen.corpus.compare.digest import Digest


def test_a_table_in_one_sentence_keeps_the_words_near_each_number():
    """Each of 400 numbers has the words around it, and not those of the whole sentence."""
    text = "、".join(f"第{n}工場で{n + 1000}人" for n in range(400)) + "が働く。"
    claims = [
        one
        for one in Digest.of(jaen.Pipeline()(jaen.read(text.encode()))).claims
        if one.claim.slot.relation == "number"
    ]
    assert len(claims) >= 400
    assert all("工場" in one.words and len(one.words) <= 200 for one in claims)


def test_an_ordinary_sentence_keeps_all_its_words():
    """What a number of a sentence is about, the whole sentence says: all content words but the number's own."""
    (claim,) = Digest.of(jaen.Pipeline()(jaen.read("港の工場では新しい組合に150人が加わった。".encode()))).claims
    assert {"港", "工場", "新しい", "組合", "加わる"} <= claim.words
