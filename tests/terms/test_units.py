from itertools import pairwise

import pytest

from jaen.terms import Matcher, unite


def united(concepts, text, segments):
    tokens = [token for segment in unite(segments, Matcher(concepts).find(text, segments)) for token in segment.tokens]
    assert all(token.span.of(text) == token.surface for token in tokens)
    assert all(not text[one.span.end : two.span.start].strip() for one, two in pairwise(tokens))
    assert all(one.span.end <= two.span.start for one, two in pairwise(tokens))
    return tokens


def test_a_term_is_one_token(concept, segments_of):
    """The words of a free mention become one token with the concept, its spelling and its reading."""
    text = "飯田陽一・内閣サイバー官は"
    role = concept("ncd", "role", {"ja": "内閣サイバー官", "reading": "ないかくサイバーかん"})
    tokens = united([role], text, segments_of(text))
    (unit,) = [token for token in tokens if token.concept_id]
    assert (unit.surface, unit.lemma, unit.orth_base) == ("内閣サイバー官", "内閣サイバー官", "内閣サイバー官")
    assert (unit.reading, unit.upos, unit.xpos) == ("ナイカクサイバーカン", "NOUN", "名詞-普通名詞-一般")


@pytest.mark.parametrize(("category", "upos"), [("person", "PROPN"), ("law", "PROPN"), ("term", "NOUN")])
def test_part_of_speech_follows_the_category(concept, segments_of, category, upos):
    """Names are proper nouns, roles and terms common ones."""
    text = "国家基本計画は"
    (unit, _) = united([concept("c", category, "国家基本計画")], text, segments_of(text))
    assert unit.upos == upos


@pytest.mark.parametrize(("text", "count"), [("国家安全保障局長が", 0), ("日本人が", 0), ("国家安全保障局が", 1)])
def test_compounds_and_derived_words_stay_apart(concept, segments_of, text, count):
    """Only a mention that stands for itself is a unit."""
    concepts = [concept("nss", "organization", "国家安全保障局"), concept("japan", "place", "日本")]
    assert sum(token.concept_id is not None for token in united(concepts, text, segments_of(text))) == count


def test_english_units(concept, segments_of):
    """An English term of several words is one token without a reading."""
    text = "the National Cyber\nDirector's view"
    tokens = united([concept("ncd", "role", "National Cyber Director")], text, segments_of(text))
    assert [token.surface for token in tokens] == ["the", "National Cyber\nDirector", "'s", "view"]
    assert (tokens[1].lemma, tokens[1].reading, tokens[1].xpos) == ("National Cyber Director", None, "")


def test_a_lifted_reading_is_inside_the_unit(concept, segments_of):
    """脆弱(ぜいじゃく)性 is one token over all its characters; the reading is spoken once."""
    text = "脆弱(ぜいじゃく)性は"
    tokens = united([concept("v", "term", "脆弱性")], text, segments_of(text))
    assert [token.surface for token in tokens] == ["脆弱(ぜいじゃく)性", "は"]
    assert tokens[0].reading == "ゼイジャクセイ"


def test_a_word_that_the_edge_cuts_is_split(concept, segments_of):
    """Where the dictionary cut a name wrongly (廣|一氏), what is left of the word stays a token without fields."""
    text = "澤田廣一氏が出席"
    tokens = united([concept("s", "person", "沢田広一")], text, segments_of(text))
    assert [(token.surface, token.concept_id) for token in tokens[:2]] == [("澤田廣一", "s"), ("氏", None)]
    assert (tokens[1].lemma, tokens[1].orth_base, tokens[1].reading) == (None, None, None)


def test_a_short_form_is_read_as_its_words(concept, segments_of):
    """The entry's reading belongs to the long form only."""
    text = "高市早苗氏は語る。高市氏は去った。"
    person = concept("t", "person", {"ja": "高市早苗", "reading": "たかいちさなえ"})
    units = [token for token in united([person], text, segments_of(text)) if token.concept_id]
    assert [(unit.surface, unit.reading) for unit in units] == [("高市早苗", "タカイチサナエ"), ("高市", "タカイチ")]


def test_a_verb_stays_the_word_it_is(concept, segments_of):
    """An inflected verb keeps what the dictionary says and gets the concept's id."""
    text = "税を引き上げた"
    verb = concept("raise", "term", {"ja": "引き上げる", "pos": "verb"})
    (unit,) = [token for token in united([verb], text, segments_of(text)) if token.concept_id]
    assert (unit.surface, unit.lemma, unit.upos) == ("引き上げ", "引き上げる", "VERB")


def test_without_mentions_nothing_changes(segments_of):
    """Segments without a free mention are the same objects."""
    segments = segments_of("今日は晴れ")
    assert unite(segments, ())[0] is segments[0]


@pytest.mark.parametrize(("name", "reading"), [("ゼルヴィン・ブロスカ", "ゼルヴィン・ブロスカ"), ("邊硲邊", None)])
def test_an_unknown_name_in_katakana_is_read_as_it_is_written(concept, segments_of, name, reading):
    """A name that neither the entry nor the dictionary reads is its own reading in katakana; in kanji it has none."""
    person = concept("unknown", "person", {"ja": name})
    text = f"{name}氏が来た"
    (unit,) = [token for token in united([person], text, segments_of(text)) if token.concept_id]
    assert unit.reading == reading
