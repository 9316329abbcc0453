"""Checks of pairs measured: false alarms on translations by people, and planted errors found."""
