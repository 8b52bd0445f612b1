"""Parts of the JSON Schema of an input: read-only fields, and empty values."""

from collections.abc import Mapping
from typing import Any

ReadOnlyFields = dict[str, Mapping[str, Any]]
"""The fields that only the journal writes, each with its JSON Schema."""

NOT_BLANK, EMPTY = r"\S", r"^\s*$"
"""Patterns of a text that is not blank, and of one that is."""

NUMBER_SCHEMA = {"type": ["integer", "null"]}
TEXT_SCHEMA = {"type": ["string", "null"]}
LIST_SCHEMA = {"type": "array"}
OBJECT_SCHEMA = {"type": ["object", "null"]}
"""The JSON Schemas of fields that only the journal writes."""


def read_only_fields(schema: Mapping[str, Any], *names: str) -> ReadOnlyFields:
    """Return the read-only fields *names*, all with the same *schema*."""
    return dict.fromkeys(names, schema)


def allow_empty(field: dict[str, Any]) -> None:
    """Change the schema of a field that may be null, so that a blank text is valid too.

    `{"anyOf": [{"type": "integer"}, {"type": "null"}]}` also gets a text that is blank.
    """
    choices = [part for choice in field.get("anyOf", []) for part in _split_types(choice)]
    if {"type": "null"} not in choices:
        return
    texts = [choice for choice in choices if choice.get("type") == "string"]
    for text in texts:
        pattern = text.pop("pattern", None)
        # Without the pattern for text that is not blank, any text is valid.
        if pattern and pattern != NOT_BLANK:
            text["pattern"] = f"{pattern}|{EMPTY}"
    # A list of words cannot hold a blank text of any length, so that needs a choice of its own.
    if not texts or any("enum" in text for text in texts):
        choices.append({"type": "string", "pattern": EMPTY})
    field["anyOf"] = choices


def _split_types(choice: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a schema for each type of *choice*, with the keywords that apply to that type.

    `{"type": ["integer", "string"], "minimum": 1}` becomes `{"type": "integer", "minimum": 1}`
    and `{"type": "string"}`.
    """
    types = choice.get("type")
    if not isinstance(types, list):
        return [choice]
    common = {key: value for key, value in choice.items() if key not in ("type", *_TYPE_OF_KEYWORD)}
    return [
        {"type": one_type, **common}
        | {key: value for key, value in choice.items() if _TYPE_OF_KEYWORD.get(key) == one_type}
        for one_type in types
    ]


_TYPE_OF_KEYWORD = {
    "minimum": "integer",
    "maximum": "integer",
    "pattern": "string",
    "maxLength": "string",
    "items": "array",
    "maxItems": "array",
}
"""The keywords of JSON Schema that apply to one type only."""
