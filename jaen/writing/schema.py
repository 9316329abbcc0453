"""The published JSON Schemas of the contracts `jaen.report/1`, `jaen.findings/1` and `jaen.comparison/1`."""

import json
from importlib.resources import files
from typing import Any

SCHEMAS = ("report", "findings", "comparison")


def schema_text(name: str = "report") -> str:
    """A JSON Schema (draft 2020-12).

    Args:
        name: `report`, which every line of `jaen process -f jsonl` is valid against; `findings`, which the output of
            `jaen check -f json` is; or `comparison`, which that of `jaen compare -f json` is.
    """
    return files("jaen").joinpath(f"schema/{name}-1.json").read_text(encoding="utf-8")


def load_schema(name: str = "report") -> dict[str, Any]:
    """The same schema as a value."""
    schema: dict[str, Any] = json.loads(schema_text(name))
    return schema
