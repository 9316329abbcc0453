"""Article to segments: layout, roles, brackets, dashes, sentences, language, normalization, numbers, dates."""
