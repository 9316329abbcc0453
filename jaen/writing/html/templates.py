"""The only door to Jinja2: templates, style and script lie beside this module as files of the package.

Nothing of an article can become markup: every value that a template shows is made visible (control characters,
direction overrides, lone surrogates) and then escaped, and a name that a template has wrong is an error.
"""

import base64
import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from jaen.writing.cells import visible

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["render", "resource", "security_policy"]

_STYLE, _SCRIPT = "report.css", "report.js"


def render(template: str, **values: object) -> Iterator[str]:
    """The text of a template, in pieces.

    Args:
        template: a file beside this module, e.g. `article.html`.
        values: what its names stand for; text in them is escaped.
    """
    return _environment().get_template(template).generate(**values)


@lru_cache(maxsize=4)
def resource(name: str) -> str:
    """The text of a file beside this module."""
    return (resources.files("jaen.writing.html") / name).read_text("utf-8")


@lru_cache(maxsize=1)
def security_policy() -> str:
    """What a browser may do with the report: this one style, this one script, and nothing else (CSP level 3).

    An attribute like `onerror` does not run under it, and no picture, font or frame is ever asked for.
    """
    return (
        f"default-src 'none'; style-src '{_hash(_STYLE)}'; script-src '{_hash(_SCRIPT)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(name: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(resource(name).encode()).digest()).decode()}"


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: Any) -> Any:  # noqa: ANN401 - a template shows texts and numbers alike
        """Every value passes here before it is escaped; pieces of templates (macros) are markup already."""
        return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=FunctionLoader(resource),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # The two files are ours, and their hashes stand in the policy: as they are, or the browser refuses them.
    environment.globals.update(
        style=Markup(resource(_STYLE)),  # noqa: S704
        script=Markup(resource(_SCRIPT)),  # noqa: S704
        policy=security_policy(),
    )
    return environment
