"""Lint: what is wrong or doubtful in a glossary's entries, and what of it can be mended without asking."""

from jaen.glossary.lint.finding import LintFinding, Rule
from jaen.glossary.lint.fixing import mended
from jaen.glossary.lint.ignoring import Ignored, read_ignored
from jaen.glossary.lint.lint import lint, unreadable
from jaen.glossary.lint.rules import OTHER_CODES, RULES

__all__ = ["OTHER_CODES", "RULES", "Ignored", "LintFinding", "Rule", "lint", "mended", "read_ignored", "unreadable"]
