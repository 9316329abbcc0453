"""The JSON contract: reports are valid against the published schema, and broken ones are not."""

import copy
import io
import json
from dataclasses import replace

import jsonschema
import pytest

from jaen.model import BracketKind, DashKind, MentionKind, Role, Severity
from jaen.translation.sentence import Rung
from jaen.writing import load_schema, schema_text, write

VALIDATOR = jsonschema.Draft202012Validator(load_schema())


def test_the_schema_is_one():
    """The published schema is itself valid JSON Schema, draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(load_schema())
    assert json.loads(schema_text())["$schema"].endswith("2020-12/schema")


def test_a_report_with_every_noun_is_valid(report):
    """What `to_dict` gives is what the schema promises, after a round trip through JSON."""
    value = json.loads(json.dumps(report.to_dict()))
    assert [error.message for error in VALIDATOR.iter_errors(value)] == []


def test_the_schema_shows_valid_examples():
    """The schema's own examples are valid, and their spans hold the words they claim."""
    (example,) = load_schema()["examples"]
    VALIDATOR.validate(example)
    text = example["article"]["text"]
    for part in (*example["segments"], *example["mentions"], *example["segments"][0]["tokens"]):
        assert text[slice(*part["span"])] == part.get("text", part.get("surface"))


def objects(node):
    """All object schemas below *node*."""
    if isinstance(node, dict):
        if "properties" in node and node.get("type") == "object":
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


def test_every_object_is_closed_and_every_property_described():
    """No unknown key passes, and a consumer reads what each key means from the schema alone."""
    definitions = load_schema()["$defs"]
    for node in objects(load_schema()):
        is_closed = node.get("additionalProperties") is False
        assert is_closed, node["description"]
        for name, value in node["properties"].items():
            reference = value.get("$ref", "").rpartition("/")[2]
            described = (
                value.get("description") or definitions.get(reference, {}).get("description") or "const" in value
            )
            assert described, name


BREAKAGES = {
    "a key is missing": lambda r: r["segments"][0].pop("language_reason"),
    "a key is unknown": lambda r: r["article"].update(author="x"),
    "a span has three ends": lambda r: r["blocks"][0]["span"].append(9),
    "a span is negative": lambda r: r["mentions"][0].update(span=[-1, 2]),
    "a role is unknown": lambda r: r["blocks"][0].update(role="advert"),
    "a kind is unknown": lambda r: r["mentions"][0].update(kind="guess"),
    "confidence is over 1": lambda r: r["blocks"][0].update(confidence=1.2),
    "a related place without an article": lambda r: r["findings"][2]["related"][0].pop("article"),
    "a related place without a span": lambda r: r["findings"][2]["related"][0].update(span=None),
    "ignored without a text": lambda r: r["findings"][2].update(ignored=None),
    "a code is no kebab": lambda r: r["findings"][0].update(code="Encoding_Guess"),
    "English without an origin": lambda r: r["segments"][0].update(english_origin=None),
    "an origin without English": lambda r: r["segments"][1].update(english_origin="gloss"),
    "a mark without a type": lambda r: r["segments"][2]["marks"][0].pop("type"),
    "a number as a number": lambda r: r["segments"][2]["marks"][2].update(low=2),
    "a hash that is none": lambda r: r["article"].update(sha256="abc"),
    "another version": lambda r: r.update(schema="jaen.report/2"),
    "an exchange of numbers": lambda r: r["exchanges"][0].update(question=[1]),
    "an outcome unknown": lambda r: r["translations"][0]["terms"][0].update(outcome="ok"),
    "a rung unknown": lambda r: r["translations"][0]["terms"][0].update(rung="luck"),
    "an unmet term with a rung": lambda r: r["translations"][0]["terms"][0].update(outcome="unmet", target_span=None),
    "a term that is met nowhere": lambda r: r["translations"][0]["terms"][0].update(target_span=None),
    "a state unknown": lambda r: r["translations"][0].update(state="done"),
    "an empty translation": lambda r: r["translations"][0].update(text=""),
    "untranslated without a reason": lambda r: r["translations"][1].update(flags=[]),
    "a likeness over 1": lambda r: r["translations"][0].update(similar={"score": 2, "source": "a", "text": "b"}),
}


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_a_broken_report_is_refused(report, breakage):
    """Each way of breaking a report is caught by the schema."""
    value = copy.deepcopy(report.to_dict())
    VALIDATOR.validate(value)
    BREAKAGES[breakage](value)
    assert not VALIDATOR.is_valid(value)


ENUMS = {
    ("role",): Role,
    ("bracket", "properties", "kind"): BracketKind,
    ("dash", "properties", "kind"): DashKind,
    ("mention", "properties", "kind"): MentionKind,
    ("finding", "properties", "severity"): Severity,
    ("outcome", "properties", "rung"): Rung,
}


@pytest.mark.parametrize("path", ENUMS)
def test_the_kinds_in_the_schema_are_those_of_the_model(path):
    """An enumeration of the model and its twin in the schema can't drift apart."""
    node = load_schema()["$defs"]
    for step in path:
        node = node[step]
    assert [value for value in node["enum"] if value] == [member.value for member in ENUMS[path]]


def test_english_comes_from_source_then_translation_then_gloss(report):
    """An English segment is its own English; else a finished translation; else a gloss; else nothing."""
    assert [(s["english"], s["english_origin"]) for s in report.to_dict()["segments"]] == [
        ("Financial Services Agency announces steps", "translation"),
        (None, None),
        ("vulnerability find", "gloss"),  # its translation is untranslated
        ("“We will hurry,” an official said.", "translation"),  # a person's
        ("Claude Mythos is *not*\nused.", "source"),
        (None, None),
    ]


def test_concept_only_where_the_glossary_united_a_token(report):
    """A token has `concept` when the glossary made it one unit, and no such key otherwise."""
    tokens = report.to_dict()["segments"][0]["tokens"]
    assert [token.get("concept") for token in tokens] == ["financial-services-agency", None, None, None, None]
    assert "concept" not in tokens[1]


def test_json_lines_is_one_line_and_reads_back(report):
    """One report is one line, even for programs that end lines at U+2028, and holds the characters themselves."""
    odd = "\u2028a\x85b\u2029"
    changed = replace(report, language=odd)
    out = io.StringIO()
    write([changed, report], "jsonl", out)
    lines = out.getvalue().splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0])["article"]["language"] == odd
    assert "金融庁" in lines[1]


def test_the_same_report_gives_the_same_bytes(report):
    """Key order is fixed, so that two runs can be compared by their bytes."""
    assert json.dumps(report.to_dict()) == json.dumps(copy.deepcopy(report).to_dict())
