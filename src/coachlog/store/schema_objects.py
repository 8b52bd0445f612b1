"""What derived SQL is made of: named things, and the columns of the tables they serve."""

from collections.abc import Iterable
from typing import NamedTuple

Columns = dict[str, list[str]]
"""The columns of each table of a noun, in their order."""


class SchemaObject(NamedTuple):
    """Something to drop and make anew; *kind* is what SQL calls it, such as `trigger`."""

    kind: str
    name: str
    sql: str


def trigger(name: str, when: str, body: Iterable[str]) -> SchemaObject:
    """A trigger; *when* is all between its name and `begin`, *body* its statements."""
    lines = "".join(f"  {statement};\n" for statement in body)
    return SchemaObject("trigger", name, f"create trigger {name} {when}\nbegin\n{lines}end")


def values(row: str, columns: Iterable[str]) -> str:
    """The *columns* of *row* (`old` or `new` in a trigger), as a JSON array."""
    return "json_array(" + ", ".join(f'{row}."{column}"' for column in columns) + ")"
