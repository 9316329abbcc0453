"""The contract on real runs: every example's report is valid, and its spans say what they claim."""

import io
import json
from pathlib import Path

import jsonschema
import pytest

import jaen
from jaen.reading import read_paths
from jaen.writing import load_schema, write

ROOT = Path(__file__).parents[2]
pytest.importorskip("trafilatura", reason="the extra html is not installed: one example is a page")


@pytest.fixture(scope="module")
def reports():
    """The report of every example, as its JSON line."""
    pipeline = jaen.Pipeline(glossary=jaen.Glossary.load(ROOT / "glossaries" / "news"))
    out = io.StringIO()
    write((pipeline(article) for article in read_paths([str(ROOT / "examples")])), "jsonl", out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_every_report_is_valid(reports):
    """What the pipeline makes of the examples is what the schema promises."""
    validator = jsonschema.Draft202012Validator(load_schema())
    problems = [f"{r['article']['id']}: {e.json_path} {e.message}" for r in reports for e in validator.iter_errors(r)]
    assert len(reports) == 13
    assert problems == []


def test_surfaces_stand_where_their_spans_say(reports):
    """Segments, tokens and mentions are the article's own characters at their spans."""
    for report in reports:
        text = report["article"]["text"]
        tokens = [token for segment in report["segments"] for token in segment["tokens"]]
        claims = [(part["span"], part["surface"]) for part in (*report["mentions"], *tokens)]
        claims += [(segment["span"], segment["text"]) for segment in report["segments"]]
        assert len(claims) > 20
        assert [claim for claim in claims if text[slice(*claim[0])] != claim[1]] == []


def test_blocks_tile_the_text_and_ids_lead_somewhere(reports):
    """No character is outside all blocks, and every id that a part names exists."""
    for report in reports:
        ends = [0, *(block["span"][1] for block in report["blocks"])]
        assert [block["span"][0] for block in report["blocks"]] == ends[:-1]
        assert ends[-1] == len(report["article"]["text"])
        blocks = {block["id"] for block in report["blocks"]}
        segments = {segment["id"] for segment in report["segments"]}
        assert len(segments) == len(report["segments"])
        assert {segment["block"] for segment in report["segments"]} <= blocks
        named = {mention["segment"] for mention in report["mentions"]}
        named |= {i for exchange in report["exchanges"] for i in (*exchange["question"], *exchange["answer"])}
        assert named <= segments
