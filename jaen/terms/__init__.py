"""Finding a glossary's concepts in text: automaton, boundaries, variants, the document's name register."""
