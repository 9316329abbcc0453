from jaen.model import Block, Exchange, Role, Segment, Span
from jaen.offsets import unchanged
from jaen.text.interview import pair_exchanges


def page(*lines):
    """Segments and blocks of lines given as (role, content, number of sentences)."""
    segments, blocks = [], []
    for number, (role, content, count) in enumerate(lines):
        block = f"b{number}"
        blocks.append(
            Block(id=block, span=Span(0, 0), role=role, content=content, rule="test", confidence=1.0, language="ja")
        )
        segments += [
            Segment(
                id=f"{block}.{sentence}",
                block_id=block,
                span=Span(0, 0),
                text="",
                role=role,
                content=content,
                language="ja",
                language_reason="",
                runs=(),
                normalized=unchanged(""),
                tokens=(),
                marks=(),
            )
            for sentence in range(count)
        ]
    return segments, blocks


def test_questions_with_their_answers():
    """Each question has what follows it up to the next question, over several lines and sentences."""
    found = pair_exchanges(
        *page(
            (Role.BODY, True, 2), (Role.QUESTION, True, 1), (Role.BODY, True, 2), (Role.BODY, True, 1), (Role.QUESTION, True, 1),
            (Role.BODY, True, 1),
        )
    )  # fmt: skip
    assert found == (Exchange(("b1.0",), ("b2.0", "b2.1", "b3.0")), Exchange(("b4.0",), ("b5.0",)))


def test_furniture_inside_an_answer_is_skipped():
    """A related headline dropped into the interview is no part of the answer and does not end it."""
    found = pair_exchanges(
        *page((Role.QUESTION, True, 1), (Role.BODY, True, 1), (Role.TEASER, False, 1), (Role.BODY, True, 1))
    )
    assert found == (Exchange(("b0.0",), ("b1.0", "b3.0")),)


def test_a_heading_ends_the_interview():
    """What follows a heading answers nothing."""
    found = pair_exchanges(
        *page((Role.QUESTION, True, 1), (Role.BODY, True, 1), (Role.HEADING, True, 1), (Role.BODY, True, 1))
    )
    assert found == (Exchange(("b0.0",), ("b1.0",)),)


def test_questions_side_by_side_are_one():
    """A question in two lines is one question; one at the end keeps an empty answer."""
    found = pair_exchanges(*page((Role.QUESTION, True, 1), (Role.QUESTION, True, 2)))
    assert found == (Exchange(("b0.0", "b1.0", "b1.1"), ()),)


def test_no_questions():
    """An article without questions has no exchanges."""
    assert pair_exchanges(*page((Role.BODY, True, 3))) == ()
