"""The parts of derived SQL: triggers, views, indexes and tables, each with its name."""

from collections.abc import Iterable
from typing import NamedTuple

Columns = dict[str, list[str]]
"""The columns, in their order, of each table of a noun."""


class SchemaObject(NamedTuple):
    """Something to drop and make again; *kind* is what SQL calls it, such as `trigger`."""

    kind: str
    name: str
    sql: str


def trigger(name: str, when: str, body: Iterable[str]) -> SchemaObject:
    """Return a trigger; *when* is the SQL between its name and `begin`, *body* its statements."""
    lines = "".join(f"  {statement};\n" for statement in body)
    return SchemaObject("trigger", name, f"create trigger {name} {when}\nbegin\n{lines}end")


def values(row: str, columns: Iterable[str]) -> str:
    """Return an SQL expression for the *columns* of a row as a JSON array.

    *row* is `old` or `new` in a trigger: `json_array(new."id", new."name")`.
    """
    expressions = ", ".join(f'{row}."{column}"' for column in columns)
    return f"json_array({expressions})"
