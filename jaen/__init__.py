"""Scraped Japanese and English articles in; one clean, sentence-level, term-aligned stream out."""
