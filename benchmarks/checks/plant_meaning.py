"""Errors in what is said: a denial lost, a sentence lost, words left in the source's language, repeated or cut off."""

from benchmarks.checks.planting import Planter

PLANTERS: tuple[Planter, ...] = ()
