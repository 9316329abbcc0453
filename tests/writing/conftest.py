"""A small report that holds every noun, built by hand."""

from datetime import date
from decimal import Decimal

import pytest

from jaen.model import (
    Article,
    Block,
    Bracket,
    BracketKind,
    Concept,
    Dash,
    DashKind,
    DateExpression,
    Exchange,
    Finding,
    Gloss,
    Mention,
    MentionKind,
    MetadataField,
    Number,
    Quotation,
    Related,
    Report,
    Role,
    Run,
    Segment,
    Severity,
    Similar,
    Span,
    Term,
    TermOutcome,
    Token,
    Translation,
)
from jaen.offsets import apply_edits, unchanged

TITLE = "金融庁、対策を公表"
QUESTION = "―NCOの考えは。"
ANSWER = "脆弱(ぜいじゃく)性は5月18日までに2〜3件、約14万2000社で見つかった。"
QUOTED = "「急ぐ」と幹部。"
ENGLISH = "Claude Mythos is *not*\nused."
RIGHTS = "© KYODO"
TEXT = "\n".join([TITLE, QUESTION, ANSWER + QUOTED, ENGLISH, RIGHTS, ""])

AGENCY = Concept(
    id="financial-services-agency",
    category="organization",
    terms=(Term(text="金融庁", language="ja"), Term(text="Financial Services Agency", language="en")),
)
MODEL = Concept(
    id="claude-mythos",
    category="product",
    terms=(Term(text="クロード・ミュトス", language="ja"), Term(text="Claude Mythos", language="en")),
)
UNNAMED = Concept(id="nco", category="organization", terms=(Term(text="NCO", language="en"),))


def span(words, start=0):
    """Where *words* stand in TEXT."""
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


def token(words, upos="NOUN", *, xpos="", concept=None, lemma="", reading=None):
    at = span(words)
    known = lemma if lemma != "" else words
    return Token(
        span=at,
        surface=words,
        lemma=known,
        orth_base=known,
        reading=reading,
        upos=upos,
        xpos=xpos,
        is_unknown=lemma is None,
        concept_id=concept,
    )


def segment(number, words, role, language, *, content=True, block=None, **parts):
    at = span(words)
    return Segment(
        id=f"s{number}",
        block_id=f"b{block or number}",
        span=at,
        text=words,
        role=role,
        content=content,
        language=language,
        language_reason="kana" if language == "ja" else "latin-words",
        runs=parts.get("runs", (Run(at, language),)),
        normalized=parts.get("normalized", unchanged(words)),
        tokens=parts.get("tokens", ()),
        marks=parts.get("marks", ()),
    )


def mention(number, words, concept, term, kind=MentionKind.FREE):
    return Mention(
        segment_id=f"s{number}",
        span=span(words),
        surface=words,
        concept=concept,
        term=term,
        kind=kind,
        matched_by="exact",
    )


def _segments():
    answer = Bracket(span=span("(ぜいじゃく)"), inner=span("ぜいじゃく"), kind=BracketKind.READING, base=span("脆弱"))
    marks = (
        answer,
        DateExpression(
            span=span("5月18日"),
            kind="day",
            first=date(2026, 5, 18),
            last=date(2026, 5, 18),
            reason="anchored 2026-05-20",
        ),
        Number(span=span("2〜3"), low=Decimal(2), high=Decimal(3), unit="件", kind="range", approximate=False),
        Dash(span=span("〜"), kind=DashKind.RANGE),
        Number(
            span=span("14万2000社"),
            low=Decimal("1.42E+5"),
            high=Decimal("1.42E+5"),
            unit="社",
            kind="cardinal",
            approximate=True,
        ),
    )
    title = (
        token("金融庁", "PROPN", xpos="名詞-固有名詞-一般", concept=AGENCY.id, reading="キンユウチョウ"),
        token("、", "PUNCT", xpos="補助記号-読点"),
        token("対策", xpos="名詞-普通名詞-一般", lemma="対策-plan", reading="タイサク"),
        token("を", "ADP", xpos="助詞-格助詞"),
        token("公表", xpos="名詞-普通名詞-サ変可能", lemma=None),
    )
    question = (Run(span("―"), "ja"), Run(span("NCO"), "en"), Run(span("の考えは。"), "ja"))
    english = (
        token("Claude Mythos", "PROPN", concept=MODEL.id),
        token("is", "AUX", lemma="be"),
        token("*not*", "PART"),
        token("used", "VERB", lemma="use"),
        token(".", "PUNCT"),
    )
    return (
        segment(1, TITLE, Role.TITLE, "ja", tokens=title),
        segment(
            2,
            QUESTION,
            Role.QUESTION,
            "ja",
            runs=question,
            tokens=(token("―", "PUNCT", xpos="補助記号"), token("NCO", "PROPN"), token("の考えは。", "X", xpos="x")),
            marks=(Dash(span=span("―"), kind=DashKind.QUESTION),),
        ),
        segment(
            3,
            ANSWER,
            Role.BODY,
            "ja",
            normalized=apply_edits(ANSWER, [(2, 9, "", "ruby")]),
            tokens=(token(ANSWER, "X", xpos="x"),),
            marks=marks,
        ),
        segment(
            4,
            QUOTED,
            Role.BODY,
            "ja",
            block=3,
            tokens=(token(QUOTED, "X", xpos="x"),),
            marks=(Quotation(span=span("「急ぐ」"), inner=span("急ぐ"), speaker=span("幹部")),),
        ),
        segment(5, ENGLISH, Role.BODY, "en", block=4, tokens=english),
        segment(
            6, RIGHTS, Role.RIGHTS, "und", content=False, block=5, tokens=(token("©", "SYM"), token("KYODO", "PROPN"))
        ),
    )


def _blocks():
    lines = [
        (TITLE, Role.TITLE, "ja", True),
        (QUESTION, Role.QUESTION, "ja", True),
        (ANSWER + QUOTED, Role.BODY, "ja", True),
        (ENGLISH, Role.BODY, "en", True),
        (RIGHTS, Role.RIGHTS, "und", False),
    ]
    return tuple(
        Block(
            id=f"b{number}",
            span=span(line + "\n"),
            role=role,
            content=content,
            rule="by-hand",
            confidence=0.9,
            language=language,
        )
        for number, (line, role, language, content) in enumerate(lines, 1)
    )


@pytest.fixture
def report():
    """One article with every noun of the model in it."""
    return Report(
        article=Article(id="fsa", text=TEXT, source="fsa.txt", encoding="utf-8", sha256="0" * 64),
        language="ja",
        metadata=(
            MetadataField(name="agency", value="KYODO", span=span("KYODO"), rule="rights-line"),
            MetadataField(name="date", value="2026-05-20", span=None, rule="container"),
        ),
        blocks=_blocks(),
        segments=_segments(),
        exchanges=(Exchange(("s2",), ("s3", "s4")),),
        mentions=(
            mention(1, "金融庁", AGENCY, AGENCY.terms[0]),
            mention(2, "NCO", UNNAMED, UNNAMED.terms[0], MentionKind.SHORT_FORM),
            mention(5, "Claude Mythos", MODEL, MODEL.terms[1]),
        ),
        translations=(
            Translation(
                segment_id="s1",
                language="en",
                text="Financial Services Agency announces steps",
                engine="fake",
                model="fake 1",
                state="translated",
                terms=(
                    TermOutcome(
                        concept_id=AGENCY.id,
                        source_span=span("金融庁"),
                        target_span=Span(0, 25),
                        outcome="satisfied",
                        rung="plain",
                    ),
                ),
            ),
            Translation(
                segment_id="s3",
                language="en",
                text="It was found at 15 companies.",
                engine="fake",
                model="fake 1",
                state="untranslated",
                flags=("lost-number: 14万2000社",),
                similar=Similar(score=0.84, source="脆弱性は2件見つかった。", text="Two vulnerabilities were found."),
            ),
            Translation(
                segment_id="s4",
                language="en",
                text="“We will hurry,” an official said.",
                engine="memory",
                model="mm",
                state="reviewed",
            ),
        ),
        glosses=(Gloss("s1", "FSA steps publish"), Gloss("s3", "vulnerability find"), Gloss("s4", "hurry executive")),
        findings=(
            Finding(code="encoding-guess", severity=Severity.WARNING, message="read as cp932"),
            Finding(
                code="unknown-term",
                severity=Severity.INFO,
                message="no *English* term",
                segment_id="s2",
                span=span("NCO"),
                concept_id="nco",
                suggestion="add one",
            ),
            Finding(
                code="contradiction-name",
                severity=Severity.ERROR,
                message="the summary names another model",
                segment_id="s5",
                span=span("Claude Mythos"),
                related=(
                    Related(role="contradicted", article_id="fsa", segment_id="s2", span=span("NCO"), text="NCO"),
                    Related(role="source", article_id="other", segment_id="s9", span=Span(3, 5), text="a*b"),
                ),
                ignored="the desk *knows*",
            ),
        ),
        provenance={
            "jaen": "0.1.0",
            "wrapping": {"value": "lines"},
            "rules": ("a", "b"),
            "translation": {"to": "en", "engine": "fake", "model": "fake 1", "options": "ladder 1"},
        },
    )
