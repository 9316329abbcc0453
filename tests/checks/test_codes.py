"""The list of codes: complete, and each with a title that fits on a line."""

import re
from pathlib import Path

import pytest

from jaen.checks import CODES
from jaen.checks.rules import ALIGNMENT_RULES, ARTICLE_RULES, PAIR_RULES

PACKAGE = Path(__file__).parents[2] / "jaen"
_MADE = re.compile(r'Finding\(\s*code="([a-z-]+)"')


def test_every_code_in_the_sources_is_listed():
    """A finding that is made anywhere, outside the glossary's lint, has its line in `jaen check --codes`."""
    files = [path for path in PACKAGE.rglob("*.py") if "lint" not in path.parts and path.name != "sarif.py"]
    made = {code for path in files for code in _MADE.findall(path.read_text("utf-8"))}
    assert "encoding-guess" in made, "the pattern above still finds what it is to find"
    assert made - CODES.keys() == set()


def test_no_code_is_given_twice():
    """A code means one thing: the tables of rules and the list have as many codes as lines."""
    rules = [rule.code for rule in (*ARTICLE_RULES, *ALIGNMENT_RULES, *PAIR_RULES)]
    assert len(set(rules)) == len(rules)
    assert set(rules) <= CODES.keys()


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.name)
def test_every_code_has_a_name_and_a_title(code):
    """Kebab-case, and a title that begins with a capital, has no full stop and stands on one line."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.name)
    assert re.fullmatch(r"[A-Z].{8,150}[^.\s]", code.title)
