"""Which rows of a table go out: those of a person, those of a period."""
# ruff: noqa: S608 - tables and columns come from our own schema, values are bound

from typing import NamedTuple

from coachlog.export.tables import KEY, PublicTable, owner_of, records_of

FIRST, LAST = "", "9999-12-31"


class Selection(NamedTuple):
    """What is wanted: the *handle* of a person, and days as `YYYY-MM-DD`; None is no limit."""

    handle: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def has_period(self) -> bool:
        """Whether only certain days are wanted."""
        return self.since is not None or self.until is not None


def rows_query(table: PublicTable, selection: Selection) -> str:
    """Return the statement for the rows of *table*, in order; bind `values(wanted)`."""
    return f"select * from {table.name}{_where(table, selection)} order by {table.order}"


def keys_query(table: PublicTable, key: str, selection: Selection) -> str:
    """Return the statement for a column of these rows; bind as above."""
    return f'select "{key}" from {table.name}{_where(table, selection)}'


def values(selection: Selection) -> dict[str, str | None]:
    """Return what the statements bind."""
    return {
        "handle": selection.handle,
        "since": selection.since or FIRST,
        "until": selection.until or LAST,
    }


def is_dated(table: PublicTable) -> bool:
    """Whether a period says which rows of *table* are wanted."""
    return bool(_in_period(table))


def _where(table: PublicTable, selection: Selection) -> str:
    conditions = []
    if selection.handle is not None and table.person:
        conditions.append(f'"{table.person}" = :handle')
    if selection.has_period and is_dated(table):
        conditions.append(_in_period(table))
    return f" where {' and '.join(conditions)}" if conditions else ""


def _in_period(table: PublicTable) -> str:
    """Return the condition on the day of a row, or of the record that it belongs to; or nothing."""
    if table.day:
        return f'"{table.day}" between :since and :until'
    records = records_of(table)
    owner_table, column = (records, KEY) if records else owner_of(table) or (None, "")
    owner_condition = _in_period(owner_table) if owner_table else ""
    if owner_table is None or not owner_condition:
        return ""
    return f'"{column}" in (select {KEY} from {owner_table.name} where {owner_condition})'
