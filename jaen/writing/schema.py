"""The published JSON Schema of the contract `jaen.report/1`."""

import json
from importlib.resources import files
from typing import Any


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) that every line of `jaen process -f jsonl` is valid against."""
    return files("jaen").joinpath("schema/report-1.json").read_text(encoding="utf-8")


def load_schema() -> dict[str, Any]:
    """The same schema as a value."""
    schema: dict[str, Any] = json.loads(schema_text())
    return schema
