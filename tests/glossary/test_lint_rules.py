"""Every rule of lint has a case in which it fires and one in which it must not (cases/lint.jsonl)."""

import json
from datetime import date
from pathlib import Path

import pytest

from jaen.glossary import Glossary
from jaen.glossary.lint import OTHER_CODES, RULES, lint

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases/lint.jsonl").read_text("utf-8").splitlines()]
TODAY = date(2026, 1, 1)


def findings(folder: Path, text: str, code: str) -> list[str]:
    """What lint says with this code about a glossary of one file, each line without the file's name."""
    path = folder / "glossary.yaml"
    path.write_text(text, "utf-8")
    found = lint(Glossary.load(path), today=TODAY)
    return [str(one).removeprefix(f"{path}:") for one in found if one.code == code]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['code']}: {case['rule']}" for case in CASES])
def test_rule_fires(case, tmp_path):
    """The rule finds what it is there for, and says what the case says."""
    found = findings(tmp_path, case["fires"], case["code"])
    assert found
    assert any(case["says"] in line for line in found)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['code']}: {case['rule']}" for case in CASES])
def test_rule_is_quiet(case, tmp_path):
    """The rule says nothing about an entry that is nearly the same, and right."""
    assert findings(tmp_path, case["quiet"], case["code"]) == []


def test_every_rule_has_a_case():
    """No rule is without a case."""
    assert {rule.code for rule in RULES} == {case["code"] for case in CASES}


def test_codes_are_unique_and_titled():
    """Each code is given once, and its title is one sentence."""
    codes = [rule.code for rule in RULES] + list(OTHER_CODES)
    assert len(codes) == len(set(codes))
    assert all(rule.title.endswith(".") for rule in RULES)
