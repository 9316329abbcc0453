"""Errors in numbers, units and dates."""

from benchmarks.checks.planting import Planter

PLANTERS: tuple[Planter, ...] = ()
