"""Names that the languages do not take from each other by sound."""

from jaen.words.exonyms import english_exonyms, japanese_exonyms


def test_a_place_has_its_people_and_its_adjective() -> None:
    """ドイツ may be Germany, German or Germans, and Germany is written first."""
    assert english_exonyms("ドイツ")[0] == "Germany"
    assert {"German", "Germans"} <= set(english_exonyms("ドイツ"))


def test_the_list_reads_in_both_directions() -> None:
    """Whatever English says for a Japanese name leads back to it."""
    for japanese in ("米国", "英", "欧州連合", "ケルン"):
        assert all(japanese in japanese_exonyms(name) for name in english_exonyms(japanese))


def test_an_unknown_name_has_none() -> None:
    """京都 is said by its sound and is not in the list; neither is a part of a name."""
    assert english_exonyms("京都") == ()
    assert japanese_exonyms("Ger") == ()


def test_one_name_may_have_several() -> None:
    """England is イングランド, and in everyday Japanese イギリス as well."""
    assert {"イングランド", "イギリス"} <= set(japanese_exonyms("England"))
