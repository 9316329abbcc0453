"""Concepts and terms as editors keep them: files, strict reading, search, the entries' own tests."""
