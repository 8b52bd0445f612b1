"""What the JSON Schema of an input says besides its types, and the names that are only told."""

from collections.abc import Mapping
from typing import Any

Told = dict[str, Mapping[str, Any]]
"""Names that only the journal writes, and the type of each as JSON Schema has it."""

SIGN, EMPTY = r"\S", r"^\s*$"
"""Patterns of a text with something in it, and of one with nothing."""

TELLS_NUMBER = {"type": ["integer", "null"]}
TELLS_TEXT = {"type": ["string", "null"]}
TELLS_LIST = {"type": "array"}
TELLS_OBJECT = {"type": ["object", "null"]}
"""The types of what only the journal writes."""


def told(kind: Mapping[str, Any], *names: str) -> Told:
    """These names of *read_only*, all of one *kind*."""
    return dict.fromkeys(names, kind)


def allow_empty(field: dict[str, Any]) -> None:
    """Where a field may be left empty, a text without a sign is nothing given as well."""
    choices = [each for choice in field.get("anyOf", []) for each in _by_type(choice)]
    if {"type": "null"} not in choices:
        return
    texts = [choice for choice in choices if choice.get("type") == "string"]
    for text in texts:
        if pattern := text.pop("pattern", ""):
            text |= {} if pattern == SIGN else {"pattern": f"{pattern}|{EMPTY}"}
    if not texts or any("enum" in text for text in texts):
        choices.append({"type": "string", "pattern": EMPTY})
    field["anyOf"] = choices


def _by_type(choice: dict[str, Any]) -> list[dict[str, Any]]:
    """*choice* once for each of its types, with what is said of that type."""
    types = choice.get("type")
    if not isinstance(types, list):
        return [choice]
    rest = {key: value for key, value in choice.items() if key not in ("type", *_SAID_OF)}
    return [
        {"type": each, **rest}
        | {key: value for key, value in choice.items() if _SAID_OF.get(key) == each}
        for each in types
    ]


_SAID_OF = {
    "minimum": "integer",
    "maximum": "integer",
    "pattern": "string",
    "maxLength": "string",
    "items": "array",
    "maxItems": "array",
}
"""Words of JSON Schema that tell something of one type only."""
