"""Glossaries of other programs: reading, writing, and what gets lost between them."""
