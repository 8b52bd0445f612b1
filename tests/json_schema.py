"""What of JSON Schema our own schemas use: is a value as one of them says?"""

import re
from collections.abc import Iterator
from typing import Any

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "null": type(None),
}
TELLS = {"title", "description", "default", "readOnly", "$defs"}
"""Words that ask nothing of a value."""


def faults(value: Any, schema: dict[str, Any], whole: dict[str, Any] | None = None) -> list[str]:
    """What in *value* is not as *schema* says, each with its place; nothing when all is well."""
    return list(_faults(value, schema, whole or schema, "$"))


def _faults(value: Any, schema: Any, whole: Any, at: str) -> Iterator[str]:
    for word, said in schema.items():
        if word in TELLS:
            continue
        yield from RULES[word](value, said, schema, whole, at)


def _type(value: Any, said: Any, _schema: Any, _whole: Any, at: str) -> Iterator[str]:
    wanted = tuple(TYPES[each] for each in ([said] if isinstance(said, str) else said))
    if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
        yield f"{at}: {value!r} is no {said}"


def _any_of(value: Any, said: Any, _schema: Any, whole: Any, at: str) -> Iterator[str]:
    tries = [list(_faults(value, each, whole, at)) for each in said]
    if all(tries):
        yield f"{at}: {value!r} is none of these: {tries}"


def _properties(value: Any, said: Any, _schema: Any, whole: Any, at: str) -> Iterator[str]:
    for name in said.keys() & value.keys() if isinstance(value, dict) else ():
        yield from _faults(value[name], said[name], whole, f"{at}.{name}")


def _items(value: Any, said: Any, _schema: Any, whole: Any, at: str) -> Iterator[str]:
    for n, each in enumerate(value if isinstance(value, list) else ()):
        yield from _faults(each, said, whole, f"{at}.{n}")


def _required(value: Any, said: Any, _schema: Any, _whole: Any, at: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{at}: {name} is missing" for name in said if name not in value)


def _no_more(value: Any, said: Any, schema: Any, _whole: Any, at: str) -> Iterator[str]:
    assert said is False
    if isinstance(value, dict):
        unknown = value.keys() - schema["properties"].keys()
        yield from (f"{at}: {name} is not known" for name in sorted(unknown))


def _enum(value: Any, said: Any, _schema: Any, _whole: Any, at: str) -> Iterator[str]:
    if not any(
        value == each and isinstance(value, bool) == isinstance(each, bool) for each in said
    ):
        yield f"{at}: {value!r} is none of {said}"


def _ref(value: Any, said: Any, _schema: Any, whole: Any, at: str) -> Iterator[str]:
    yield from _faults(value, whole["$defs"][said.removeprefix("#/$defs/")], whole, at)


def _bound(holds: Any, kind: Any) -> Any:
    def rule(value: Any, said: Any, _schema: Any, _whole: Any, at: str) -> Iterator[str]:
        if isinstance(value, kind) and not isinstance(value, bool) and not holds(value, said):
            yield f"{at}: {str(value)[:40]!r} against {said}"

    return rule


RULES = {
    "type": _type,
    "anyOf": _any_of,
    "properties": _properties,
    "items": _items,
    "required": _required,
    "additionalProperties": _no_more,
    "enum": _enum,
    "$ref": _ref,
    "minimum": _bound(lambda value, least: value >= least, int),
    "maximum": _bound(lambda value, most: value <= most, int),
    "pattern": _bound(lambda value, sought: re.search(sought, value) is not None, str),
    "maxLength": _bound(lambda value, most: len(value) <= most, str),
    "maxItems": _bound(lambda value, most: len(value) <= most, list),
}
