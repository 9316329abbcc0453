"""Examples of other entries that a change breaks."""

from dataclasses import replace

from jaen.cli import run
from jaen.glossary import Glossary
from jaen.glossary.changes import broken_examples
from jaen.model import Concept, Example, Review, Term


def entry(name: str, text: str, *examples: Example, language: str = "ja", state: str = "proposed") -> Concept:
    """A concept of one term."""
    terms = (Term(text=text, language=language),)
    return Concept(id=name, category="term", terms=terms, examples=examples, review=Review(state))


CHAIR = entry("chair", "議長", Example("議長が開会を告げた。", "ja", ("議長",)), Example("副議長が来た。", "ja", ()))


def broken(*after: Concept) -> list[str]:
    """What fails when a glossary of the chair alone becomes *after*."""
    return [failure.example.text for failure in broken_examples(Glossary("x", (CHAIR,)), Glossary("x", after))]


def test_a_new_entry_that_takes_a_mention_away():
    """An example that passed fails when another entry takes its mention; a draft takes nothing."""
    rival = entry("a-rival", "議長")
    assert broken(rival, CHAIR) == ["議長が開会を告げた。"]
    assert broken(replace(rival, review=Review("draft")), CHAIR) == []
    assert broken(CHAIR, entry("sea", "海")) == []


def test_a_longer_term_around_the_mention():
    """A longer term that begins elsewhere, and a part of a name, count as well."""
    whole = entry("b", "Lower House speaker", Example("The speaker left.", "en", ()), language="en")
    speaker = entry("a", "speaker", Example("The Lower House speaker spoke.", "en", ("speaker",)), language="en")
    failures = broken_examples(Glossary("x", (speaker,)), Glossary("x", (speaker, whole)))
    assert [failure.concept_id for failure in failures] == ["a"]


def test_what_fails_already_is_no_news():
    """An example that failed before, and the examples of the changed entry itself, are not told."""
    failing = replace(CHAIR, examples=(Example("議長が来た。", "ja", ()),))
    rival = entry("sea", "議長")
    assert not broken_examples(Glossary("x", (failing,)), Glossary("x", (failing, rival)))
    assert broken(failing) == []


def test_the_commands_say_it_before_they_ask(tmp_path, capsys, monkeypatch):
    """`add`, `edit` and `review` name the example of the other entry that will fail."""
    monkeypatch.delenv("JAEN_CORPUS", raising=False)
    folder = tmp_path / "g"
    folder.mkdir()
    text = "category: role\nterms:\n- ja: 議長\n- en: chair\nexamples:\n- {ja: 議長が来た。, finds: [議長]}\n"
    (folder / "chair.yaml").write_text(text, "utf-8")
    (folder / "boss.yaml").write_text("category: role\nterms:\n- ja: 親方\n- en: boss\n", "utf-8")
    said = "an example of another entry will fail: chair: in '議長が来た。' found nothing, not 議長"
    assert run(["glossary", "add", "議長", "a speaker", "--dry-run", "-g", str(folder)]) == 0
    assert said in capsys.readouterr().err
    assert (
        run(["glossary", "edit", "boss", "--term", "ja:議長", "--status", "preferred", "--dry-run", "-g", str(folder)])
        == 0
    )
    assert said in capsys.readouterr().err
    (folder / "a-rival.yaml").write_text("category: role\nterms:\n- ja: 議長\nreview: {state: draft}\n", "utf-8")
    assert run(["glossary", "review", "--approve", "a-rival", "--yes", "-g", str(folder)]) == 0
    assert said in capsys.readouterr().err
    assert run(["glossary", "review", "--reject", "a-rival", "--yes", "-g", str(folder)]) == 0
    assert run(["glossary", "add", "副議長", "vice chair", "--dry-run", "-g", str(folder)]) == 0
    assert "will fail" not in capsys.readouterr().err
