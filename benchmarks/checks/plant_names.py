"""Errors in names and terms."""

from benchmarks.checks.planting import Planter

PLANTERS: tuple[Planter, ...] = ()
