"""Checks of one article: one function per check, each a rule of `jaen.checks.rules`."""
