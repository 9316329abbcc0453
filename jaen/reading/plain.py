"""Plain text and Markdown: the text as it is; the front matter of Markdown also becomes metadata."""

from collections.abc import Mapping

from jaen.reading.fields import named

_FENCE = "---"


def front_matter(text: str) -> Mapping[str, str]:
    r"""The `key: value` lines between two `---` at the start of *text*; empty when there are none.

    Nested YAML is left alone: only whole files of simple lines are understood. The lines stay in the text.

    >>> dict(front_matter("---\ntitle: NCO発足\ndate: 2025-07-01\n---\n本文"))
    {'title': 'NCO発足', 'date': '2025-07-01'}
    """
    lines = iter(text.split("\n", 100)[:100])
    if next(lines).rstrip() != _FENCE:
        return {}
    fields: dict[str, str] = {}
    for line in lines:
        if line.rstrip() == _FENCE:
            return named(fields)
        key, colon, value = line.partition(":")
        if not colon or key != key.strip() or not key:
            return {}
        fields[key] = value.strip().strip("\"'")
    return {}
