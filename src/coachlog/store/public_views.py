"""The public views, and where each of their columns comes from, as their SQL has it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from coachlog.schema.tables import TABLES
from coachlog.store.schema_objects import SchemaObject
from coachlog.store.statements import statements

JOURNAL = Path(__file__).parent.parent / "journal"

OWN_PAGE = "_discreet"
"""How the views end that only the page of a conversation itself may show."""

_COLUMNS = re.compile(r"\{(\w+)\.(\w+)\}")
_VIEW_NAME = re.compile(r"create view (\w+)")
_SELECT = re.compile(r"\bas\s+select\s", re.DOTALL)
_NAME = re.compile(r"(?:^|[\s.])\"?(\w+)\"?$")
_BREAKS = re.compile(r"[(),]|\bfrom\b")
_COUNT = re.compile(r"^(?:\(select count\(|coalesce\(.*, 0\))")


class ViewColumn(NamedTuple):
    """A column of a view; *counts* where its SQL counts something, so that it is a number."""

    name: str
    counts: bool


class PublicView(NamedTuple):
    """A view that other programs may read: the *source* is the table or view it begins with."""

    name: str
    source: str
    columns: tuple[ViewColumn, ...]


def views() -> list[SchemaObject]:
    """Return the public views, from the `views.sql` in the folder of each noun."""
    files = sorted(JOURNAL.glob("*/views.sql"))
    scripts = [_with_columns(file.read_text(encoding="utf-8")) for file in files]
    return [_parse_view(sql) for script in scripts for sql in statements(script)]


@cache
def described_views() -> dict[str, PublicView]:
    """Return a description of each public view by name, without those for one page alone."""
    found: dict[str, PublicView] = {}
    for view in views():
        if not view.name.endswith(OWN_PAGE):
            found[view.name] = _described(view, found)
    return found


def _with_columns(script: str) -> str:
    """Return SQL with each `{w.growth}` replaced by the shared columns of that table.

    `w` is the table itself; a record that it refers to is joined under the key of the reference.
    """
    return _COLUMNS.sub(_shared_columns, script)


def _shared_columns(placeholder: re.Match[str]) -> str:
    alias, table_name = placeholder.groups()
    return ", ".join(
        f"{field.key}.number as {field.key}" if field.of else f"{alias}.{field.name}"
        for field in TABLES[table_name].shared
    )


def _parse_view(sql: str) -> SchemaObject:
    """Return the view that a statement creates; raises ValueError for any other statement."""
    match = _VIEW_NAME.search(sql)
    if match is None:
        raise ValueError(f"not a view: {sql}")
    return SchemaObject("view", match[1], sql.rstrip(";"))


def _described(view: SchemaObject, earlier: dict[str, PublicView]) -> PublicView:
    """Return the description of a view; one that selects `*` has that of the view it reads."""
    start = _SELECT.search(view.sql)
    if start is None:
        raise ValueError(f"no select: {view.sql}")
    *names, rest = _parts(view.sql[start.end() :])
    source = rest.split()[0]
    if names == ["*"]:
        return earlier[source]._replace(name=view.name)
    columns = (ViewColumn(_name_of(item), bool(_COUNT.match(item))) for item in names)
    return PublicView(view.name, source, tuple(columns))


def _parts(sql: str) -> Iterator[str]:
    """Yield the SQL of each column, and at the end all that follows `from`."""
    depth, begun = 0, 0
    for match in _BREAKS.finditer(sql):
        depth += (match[0] == "(") - (match[0] == ")")
        if depth == 0 and match[0] in (",", "from"):
            yield sql[begun : match.start()].strip()
            begun = match.end()
            if match[0] == "from":
                break
    yield sql[begun:]


def _name_of(item: str) -> str:
    """Return the name of a column, the last word of its SQL; raises ValueError without one."""
    match = _NAME.search(item)
    if match is None:
        raise ValueError(f"a column without a name: {item}")
    return match[1]
