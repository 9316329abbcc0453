"""Sentences a second and quality of whole articles, jaen beside Argos Translate's own API with the same package.

    python -m benchmarks.translation.throughput [--rounds 3]

200 everyday sentences as 20 articles of five paragraphs with two sentences each. Argos Translate gets an article as it
stands, and so does jaen: its pipeline reads, segments and translates all articles, without a glossary and without a memory of earlier
translations. `engine alone` is jaen's engine with the sentences as they are. Each runs in a process of its own; loading is
not timed. The time is the best of the rounds; chrF and BLEU compare whole articles.
"""
