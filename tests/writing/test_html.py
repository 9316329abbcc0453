"""The HTML report: what is in it, that nothing of an article becomes markup, that every link leads somewhere."""

import io
import itertools
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hostile import hostile
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.model import Related, Span
from jaen.pipeline import Pipeline
from jaen.reading import article_of
from jaen.writing import WRITERS
from jaen.writing.html import write_html
from jaen.writing.html.templates import resource, security_policy

html = pytest.importorskip("lxml.html", reason="lxml is missing: the extra 'xml' is not installed")
GOLDEN = Path(__file__).parents[1] / "contracts" / "report.html"


def written(*reports):
    out = io.StringIO()
    write_html(reports, out)
    return out.getvalue()


def parsed(*reports):
    return html.document_fromstring(written(*reports))


def texts(document, path):
    return [" ".join(found.text_content().split()) for found in document.xpath(path)]


# --- the page


def test_the_page_is_the_golden_one(report):
    """What stands between the style and the script changes only together with its file in tests/contracts."""
    text = written(report, replace(report, article=replace(report.article, id="fsa~2")))
    body = text[text.index("<body>") : text.index("<script>")]
    assert body == GOLDEN.read_text(encoding="utf-8")


def test_it_is_a_format_like_the_others():
    """`jaen process -f html` takes it from the table of writers."""
    assert WRITERS["html"].write is write_html


def test_no_report_gives_a_page_that_says_so():
    """Nothing in, a whole page out."""
    assert "There is no article." in texts(parsed(), "//main")[0]


def test_every_sentence_stands_in_the_page_once(report):
    """Nothing of the article is lost: furniture is dimmed or folded, not left out."""
    document = parsed(report)
    shown = texts(document, "//span[contains(@class, 's')][@id]")
    assert sorted(shown) == sorted(
        " ".join(segment.text.replace("(ぜいじゃく)", "(ぜいじゃく)").split()) for segment in report.segments
    )


def test_each_sentence_has_its_language_and_foreign_words_theirs(report):
    """`lang` on every sentence; a run in another language is isolated and says which; und is the empty tag."""
    document = parsed(report)
    assert [s.get("lang") for s in document.xpath("//article//span[@id and @dir='auto']")] == [
        "ja", "ja", "ja", "ja", "en", "",
    ]  # fmt: skip
    assert [(b.get("lang"), b.text_content()) for b in document.xpath("//span[@id='a1s2']//bdi")] == [("en", "NCO")]
    assert document.xpath("//html")[0].get("lang") == "en"


def test_a_reading_is_ruby_over_its_word(report):
    """脆弱(ぜいじゃく)性: the brackets stay for browsers without ruby and for copying."""
    (ruby,) = parsed(report).xpath("//ruby")
    assert ruby.text == "脆弱"
    assert [part.text for part in ruby] == ["(", "ぜいじゃく", ")"]
    assert ruby.tail == "性は5月18日までに2〜3件、約14万2000社で見つかった。"


def test_translations_say_what_they_are(report):
    """Machine, reviewed, gloss and untranslated are told apart by a word."""
    states = texts(parsed(report), "//span[@class='state']")
    assert states == ["machine", "untranslated", "reviewed"]
    assert texts(parsed(replace(report, translations=())), "//span[@class='state']") == ["gloss"] * 3


def test_a_term_is_a_link_in_the_source_and_in_the_translation(report):
    """Both lead to the concept's entry, so that they can be lit together."""
    links = parsed(report).xpath("//a[@class='m'][@href='#c1']")
    assert [link.text_content() for link in links] == ["金融庁", "Financial Services Agency"]
    assert [link.get("data-kind") for link in links] == ["the term itself", "as the engine translated it"]


def test_questions_and_answers_are_marked(report):
    """An interview shows Q and A."""
    assert texts(parsed(report), "//span[@class='qa']") == ["Q", "A"]


def test_a_machine_summary_is_marked_only_where_the_page_says_so(report):
    """The role alone is no proof."""
    summary = Pipeline()(article_of("Quick Look\n- The agency has published its plan.\nAI-generated summary\n"))
    assert texts(parsed(summary), "//p[@class='flag']") == ["Summary written by a machine"]
    assert texts(parsed(report), "//p[@class='flag']") == []


def test_many_lines_of_the_site_are_folded_a_few_are_dimmed(report):
    """Two or fewer lines of furniture stay where they are, so that nothing is hidden without need."""
    assert parsed(report).xpath("//details[@class='furniture']") == []
    page = Pipeline()(article_of("The agency said so.\n\n" + "© KYODO\nSource: NHK\nPhoto by A. Nyone on Unsplash\n"))
    if sum(not segment.content for segment in page.segments) > 2:
        assert len(parsed(page).xpath("//details[@class='furniture']")) == 1


# --- findings


def test_a_finding_stands_beside_its_sentence_and_in_the_list(report):
    """The note and the list lead to each other, and the list to the sentence."""
    document = parsed(report)
    (note,) = document.xpath("//*[@id='na1f2']")
    assert note.xpath(".//a/@href") == ["#a1f2"]
    assert document.xpath("//*[@id='a1f2']//p[@class='jump']/a/@href") == ["#a1s2"]
    assert texts(document, "//*[@id='a1f1']//p[@class='jump']") == ["about the whole article"]
    assert "Note" in texts(document, "//*[@id='a1f2']")[0]
    assert texts(document, "//*[@id='a1f2']//p[@class='suggestion']") == ["write add one"]


def test_an_ignored_finding_is_struck_and_gives_its_reason(report):
    """It stays in sight, and counts among no severity."""
    ignored = tuple(replace(finding, ignored="as the agency writes it") for finding in report.findings)
    document = parsed(replace(report, findings=ignored))
    assert texts(document, "//*[@id='a1f2']//s") == ["no *English* term"]
    assert "as the agency writes it" in texts(document, "//*[@id='a1f2']")[0]
    assert document.xpath("//button[@data-hides]/@data-hides") == ["ignored"]
    assert document.xpath("//mark") == []


def test_related_places_are_links_where_they_are_in_the_page(report):
    """A sentence of this article can be jumped to; one of an article that is not here is quoted."""
    first, other = report.segments[0], "another"
    related = (
        Related(role="contradicted", article_id="fsa", segment_id=first.id, span=first.span, text=first.text),
        Related(role="first-use", article_id=other, segment_id="s9", span=Span(0, 3), text="別の話"),
    )
    finding = replace(report.findings[1], related=related)
    document = parsed(replace(report, findings=(finding,)))
    assert document.xpath("//*[@id='a1f1']//p[@class='related']//a/@href") == ["#a1s1"]
    assert texts(document, "//*[@id='a1f1']//p[@class='related']")[1] == "first use 別の話 in another"


# --- nothing becomes markup


def test_a_hostile_article_stays_text():
    """No element, attribute or template syntax of an article, its facts or its findings reaches the page as such."""
    report = hostile()
    document = parsed(report)
    assert len(document.xpath("//script")) == 1
    assert document.xpath("//img | //svg[@onload] | //i | //u | //body//style | //body//title") == []
    assert not [name for element in document.iter() for name in element.attrib if name.startswith("on")]
    assert not document.xpath("//*[starts-with(@href, 'javascript')]")
    whole = document.text_content()
    for words in ("<script>window.pwned = 1</script>", "{{ 7 * 7 }}", "</style></title></script>", "{{ reason }}</s>"):
        assert words in whole
    assert document.xpath("//a[@rel]/@href") == ["https://example.org/?a=1&b=<2>"]


def test_what_cannot_be_seen_is_shown():
    """Controls, direction overrides and lone surrogates are made visible, and the page can be written as UTF-8."""
    text = written(hostile())
    text.encode("utf-8")
    assert "⟨U+202E⟩txt.exe" in text
    assert "⟨U+D800⟩" in text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f]", text)


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_any_text_can_be_written(text):
    """Whatever a text holds: one page, each id once, no markup of its own."""
    document = parsed(Pipeline()(article_of(text)))
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert len(document.xpath("//script")) == 1


# --- the document as a whole


def two(report):
    return report, replace(hostile(), article=replace(hostile().article, id="fsa~2"))


def test_ids_are_unique_and_every_link_leads_somewhere(report):
    """A jump without a target would be a dead end."""
    document = parsed(*two(report))
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in document.xpath("//@href") if href.startswith("#")}
    named = {name for value in document.xpath("//@aria-labelledby") for name in value.split()}
    assert targets | named <= set(ids)


def test_headings_are_in_order(report):
    """One h1, and no level is skipped on the way down."""
    levels = [int(found.tag[1]) for found in parsed(*two(report)).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_several_articles_have_contents_and_charts(report):
    """Each article is a line of the contents; each chart is a table with numbers, its bars are only for the eye."""
    document = parsed(*two(report))
    assert document.xpath("//nav[@class='contents']//a/@href") == ["#a1", "#a2"]
    assert texts(document, "//section[@class='chart']/h3")[0] == "Languages"
    assert set(document.xpath("//svg/@aria-hidden")) == {"true"}
    assert all(number.isdigit() for number in texts(document, "//td[@class='number']"))
    assert parsed(report).xpath("//nav[@class='contents']") == []


def test_concepts_are_counted_over_all_articles(report):
    """A concept has one entry, with how often and where first."""
    document = parsed(report, replace(report, article=replace(report.article, id="fsa~2")))
    row = texts(document, "//tr[@id='c1']")[0]
    assert row.startswith("金融庁Financial Services Agency organization 2 mentions, to the first in 2 articles")
    assert document.xpath("//tr[@id='c1']//td[@class='times']/a/@href") == ["#m1"]
    assert len(document.xpath("//*[@id='m1']")) == 1


def test_nothing_is_loaded_and_nothing_inline_may_run(report):
    """The policy names the hash of the one style and the one script; no style attribute, no handler, no source."""
    document = parsed(*two(report))
    policy = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy == security_policy()
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert document.xpath("//@style | //@src | //@srcset | //link | //iframe | //object | //form") == []
    assert document.xpath("//style")[0].text == resource("report.css")
    assert document.xpath("//script")[0].text == resource("report.js")


def test_a_report_is_out_of_memory_before_the_next_is_made(report, monkeypatch):
    """Articles wait in a file; a thousand of them need no more memory than their lines of the contents."""
    seen = []

    def reports():
        for number in range(3):
            seen.append(number)
            yield replace(report, article=replace(report.article, id=f"fsa~{number}"))

    out = io.StringIO()
    monkeypatch.setattr("jaen.writing.html.document._IN_MEMORY", 10)
    write_html(reports(), out)
    assert len(html.document_fromstring(out.getvalue()).xpath("//article")) == len(seen) == 3
