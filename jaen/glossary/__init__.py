"""Concepts and terms as editors keep them: files, strict reading, search, the entries' own tests."""

from jaen.glossary.glossary import ExampleFailure, Glossary
from jaen.glossary.search import SearchResult

__all__ = ["ExampleFailure", "Glossary", "SearchResult"]
