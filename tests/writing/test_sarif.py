"""SARIF 2.1.0: valid by the public schema, relative addresses, fingerprints that outlast moved lines."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.writing.sarif import SarifResult, SarifRule, write_sarif

SCHEMA = json.loads((Path(__file__).parents[1] / "data/sarif/sarif-2.1.0-rtm.5.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)
RULES = (
    SarifRule("odd-width", "A term has half-width katakana.", "warning"),
    SarifRule("self-link", "A concept is linked to itself.", "error"),
)


def log_of(*results: SarifResult, version: str = "0.1.0") -> dict:
    """The log as a reader sees it."""
    return json.loads(write_sarif(results, RULES, version))


def result(**changed: object) -> SarifResult:
    """A finding with some fields changed."""
    usual = {"code": "odd-width", "severity": "warning", "message": "'ﾁｯﾌﾟ' is odd", "file": "news/chip.yaml", "line": 3}
    return SarifResult(**(usual | changed))


@settings(max_examples=100, deadline=None)
@given(
    code=st.sampled_from(["odd-width", "self-link"]),
    severity=st.sampled_from(["error", "warning", "info"]),
    message=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    file=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    line=st.none() | st.integers(min_value=1),
    subject=st.sampled_from(["", "chip"]),
    suppressed=st.sampled_from(["", "as the maker prints it"]),
)
def test_every_log_is_valid(code, severity, message, file, line, subject, suppressed):
    """Whatever is found, the schema of the standard accepts the log."""
    one = SarifResult(
        code=code, severity=severity, message=message, file=file, line=line, subject=subject, suppressed=suppressed
    )
    VALIDATOR.validate(log_of(one, one))


def test_the_schema_refuses_what_is_wrong():
    """The check above can fail: a log without a tool is refused."""
    log = log_of(result())
    del log["runs"][0]["tool"]
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(log)


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("news/chip.yaml", "news/chip.yaml"),
        ("./news/用語 1.yaml", "news/%E7%94%A8%E8%AA%9E%201.yaml"),
        ("/srv/news/chip.yaml", "file:///srv/news/chip.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
    ],
)
def test_addresses(file, uri):
    """A relative path stays relative and is escaped; an absolute one is a file address."""
    location = log_of(result(file=file))["runs"][0]["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_rules_come_with_titles_and_levels():
    """Readers show a rule's title, and its usual level."""
    run = log_of(result(code="self-link", severity="info"))["runs"][0]
    rule = run["tool"]["driver"]["rules"][1]
    assert (rule["id"], rule["shortDescription"]["text"]) == ("self-link", "A concept is linked to itself.")
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert (run["results"][0]["ruleIndex"], run["results"][0]["level"]) == (1, "note")


def test_a_cell_has_no_line():
    """A finding in a sheet names the file only; one without a file what it is about."""
    (cell,) = log_of(result(line=None))["runs"][0]["results"]
    assert cell["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "news/chip.yaml"}}}]
    (bare,) = log_of(result(file="", line=None, subject="chip"))["runs"][0]["results"]
    assert bare["locations"] == [{"logicalLocations": [{"name": "chip"}]}]


def test_fingerprints():
    """A finding keeps its fingerprint when lines or folders move; two alike in one log differ."""

    def prints(*results: SarifResult) -> list[str]:
        return [one["partialFingerprints"]["jaen/v1"] for one in log_of(*results)["runs"][0]["results"]]

    moved = prints(result(line=9, file="other/chip.yaml"))
    assert prints(result()) == moved
    assert prints(result(message="'ｱ' is odd")) != moved
    assert len(set(prints(result(), result()))) == 2


def test_a_version_that_is_not_semantic():
    """A development version of jaen does not make the log invalid."""
    log = log_of(result(), version="0.2.dev1+g12ab")
    VALIDATOR.validate(log)
    assert log["runs"][0]["tool"]["driver"]["version"] == "0.2.dev1+g12ab"


def test_a_code_without_a_rule_is_a_mistake():
    """A finding whose rule is not given can't be written: its reader could not explain it."""
    with pytest.raises(KeyError):
        log_of(result(code="no-such-rule"))
