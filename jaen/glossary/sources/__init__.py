"""From a path to concepts: what kinds of files there are, and the one strict reader of what an entry may say."""

from jaen.glossary.sources.files import Loaded, load_concepts

__all__ = ["Loaded", "load_concepts"]
