"""How long a server is waited for."""

import math
import os
from dataclasses import dataclass

from jaen.errors import ConfigError

__all__ = ["Patience", "server_patience"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How much of a server is put up with.

    Attributes:
        connect: seconds until a connection stands.
        read: seconds without a single byte.
        total: seconds for everything, further tries and pauses between them included.
        size: bytes of an answer.
        tries: how often a request is made when the server is busy, fails or can't be reached.
        pause: seconds before the second try, twice as many before each further one; a server's Retry-After is heeded.
    """

    connect: float = 10.0
    read: float = 300.0
    total: float = 300.0
    size: int = 32 << 20
    tries: int = 4
    pause: float = 0.25


def server_patience() -> Patience:
    """With a translation server: 300 seconds, or as many as JAEN_TIMEOUT says (a large model on a slow machine).

    Raises:
        ConfigError: JAEN_TIMEOUT is no number of seconds.
    """
    named = os.environ.get("JAEN_TIMEOUT")
    if not named:
        return Patience()
    try:
        seconds = float(named)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= 86400:  # NaN is neither
        raise ConfigError(f"JAEN_TIMEOUT is {named!r}; it must be a number of seconds, above 0 and at most 86400")
    return Patience(connect=min(10.0, seconds), read=seconds, total=seconds)
