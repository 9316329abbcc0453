"""Rules that look at one line alone, by family, in the order in which they are asked."""

from functools import cache

from jaen.text.roles.families.family import Family

__all__ = ["Family", "families"]


@cache
def families() -> tuple[Family, ...]:
    """All families; compiled on first use, because importing jaen must stay cheap."""
    from jaen.text.roles.families import notices, origin, pictures, site, stories

    return (
        *origin.rights(),
        *stories.labels(),
        *stories.teasers(),
        *pictures.credits_(),
        *pictures.captions(),
        *origin.sources(),
        *origin.bylines(),
        *notices.notices(),
        *site.forms(),
        *site.navigation(),
        *pictures.alt_texts(),
    )
