"""English word forms for terms."""

__all__ = ["article_for", "plural"]


def plural(text: str) -> str:
    """The plural of a noun."""
    return f"{text}s"


def article_for(text: str) -> str:
    """`a` or `an`."""
    return "an" if text[:1].lower() in "aeiou" else "a"
