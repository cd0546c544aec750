"""The JSON Schema of the records, as `vnreports schema` prints it."""

from typing import Any

import msgspec

from vnreports.lexicon import read_table
from vnreports.records import Record

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that one record fits, whatever its type, each field with its description.

    >>> record_schema()["$defs"]["Claim"]["properties"]["value"]["anyOf"]
    [{'type': 'number'}, {'type': 'null'}]
    """
    (any_record,), definitions = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    descriptions = {row["field"]: row["description"] for row in read_table("fields")}
    for name, definition in definitions.items():
        for field, schema in definition["properties"].items():
            if field != "type":
                schema["description"] = descriptions[f"{name.lower()}.{field}"]
            if "anyOf" in schema:
                schema["anyOf"] = _with_numbers(schema["anyOf"])
    return {"$schema": DRAFT, "title": "A record of vnreports", **any_record, "$defs": definitions}


def _with_numbers(choices: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The choices with `number` for an exact number, which msgspec takes for a string."""
    if not any(choice.get("format") == "decimal" for choice in choices):
        return choices
    others = [choice for choice in choices if choice.get("format") != "decimal" and choice["type"] != "integer"]
    return [{"type": "number"}, *others]
