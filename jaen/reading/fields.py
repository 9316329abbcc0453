"""Names of metadata: what containers call a thing, and what jaen calls it."""

from collections.abc import Mapping

_NAMES = {
    "headline": "title",
    "published": "date",
    "published_at": "date",
    "publishedAt": "date",
    "datePublished": "date",
    "pubDate": "date",
    "pub_date": "date",
    "link": "url",
    "byline": "author",
    "creator": "author",
    "sitename": "site",
    "publisher": "site",
}


def named(fields: Mapping[str, str]) -> dict[str, str]:
    """*fields* without empty ones and under jaen's names; a field that already has jaen's name wins.

    >>> named({"headline": "A", "pubDate": "2026-05-18", "date": "2026-05-19", "section": ""})
    {'title': 'A', 'pubDate': '2026-05-18', 'date': '2026-05-19'}
    """
    kept = {name: value for name, value in fields.items() if value.strip()}
    return {name if _NAMES.get(name, name) in kept else _NAMES.get(name, name): kept[name] for name in kept}
