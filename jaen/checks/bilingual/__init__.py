"""Checks of a passage against its translation: one function per check, each a rule of `jaen.checks.rules`."""
