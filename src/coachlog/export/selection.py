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


def rows_query(table: PublicTable, wanted: Selection) -> str:
    """Return the statement for the rows of *table*, in order; bind `values(wanted)`."""
    return f"select * from {table.name}{_where(table, wanted)} order by {table.order}"


def keys_query(table: PublicTable, key: str, wanted: Selection) -> str:
    """Return the statement for a column of these rows; bind as above."""
    return f'select "{key}" from {table.name}{_where(table, wanted)}'


def values(wanted: Selection) -> dict[str, str | None]:
    """Return what the statements bind."""
    return {
        "handle": wanted.handle,
        "since": wanted.since or FIRST,
        "until": wanted.until or LAST,
    }


def is_dated(table: PublicTable) -> bool:
    """Whether a period says which rows of *table* are wanted."""
    return bool(_in_period(table))


def _where(table: PublicTable, wanted: Selection) -> str:
    conditions = []
    if wanted.handle is not None and table.person:
        conditions.append(f'"{table.person}" = :handle')
    if wanted.has_period and is_dated(table):
        conditions.append(_in_period(table))
    return f" where {' and '.join(conditions)}" if conditions else ""


def _in_period(table: PublicTable) -> str:
    """Return the condition on the day of a row, or of the record that it belongs to; or nothing."""
    if table.day:
        return f'"{table.day}" between :since and :until'
    records = records_of(table)
    whole, column = (records, KEY) if records else owner_of(table) or (None, "")
    inner = _in_period(whole) if whole else ""
    if whole is None or not inner:
        return ""
    return f'"{column}" in (select {KEY} from {whole.name} where {inner})'
