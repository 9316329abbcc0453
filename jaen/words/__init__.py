"""Tokens (fugashi's only door), English word forms, readings and romaji."""
