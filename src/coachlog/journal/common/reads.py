"""Reads the records of one noun: one by its number or name, or those that match a filter."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.folding import plain
from coachlog.base.safe import shorten
from coachlog.base.texts import N_
from coachlog.schema.lookup import find_table
from coachlog.values.errors import KindError, short
from coachlog.values.typed import record_number

if TYPE_CHECKING:
    from coachlog.schema.field import Table
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

Line = TypeVar("Line", bound=NamedTuple)


def not_found(noun: str, cause: str) -> Callable[..., NotFoundError]:
    """Return a function that makes the error for a `number` that no record of *noun* has."""
    remedy = N_("See them all: coachlog {noun} list --limit 0")
    return partial(NotFoundError, cause, remedy, noun=noun)


def line_of(table: "Table") -> type[Any]:
    """Return the named tuple of a row of a view: the number, then the shared columns of *table*.

    For a view that takes its columns from the description too: `select w.number, {w.growth}`.
    """
    columns = [(field.key, str | None if field.is_text else int | None) for field in table.shared]
    line: type[Any] = NamedTuple(f"{table.name}_line", [("number", int), *columns])  # type: ignore[misc]
    return line


class View(NamedTuple, Generic[Line]):
    """A view of the store, the *line* that each of its rows becomes, and how lists filter it."""

    name: str
    line: type[Line]
    missing: Callable[..., NotFoundError] = NotFoundError
    """Returns the error for a `number` that no row has."""
    every: Any = ()
    """The empty filter, a NamedTuple: a field of it that is not None is a condition."""
    conditions: Mapping[str, str | Sequence[str]] = {}
    """The SQL condition of a field of the filter, or the words that its column may have.

    Without either, the column of that name has to equal it. Such a word is written into the
    statement: with a bound one, SQLite would not use its index.
    """
    order: str | Callable[[Any], str] = "number desc"
    hidden: str = ""
    """The SQL condition of what a list leaves out, unless the filter has one of *shown_by*."""
    shown_by: tuple[str, ...] = ("coachee", "goal")
    table: str = ""
    """The table of the records."""
    day: str = ""
    """The column that the filters `since` and `until`, the days of a period, are about."""

    def one(self, reader: "Reader", number: int) -> Line:
        """Return the record with that *number*; raises the error *missing*."""
        line = self.first(reader, "where number = :number", number=number)
        if line is None:
            raise self.missing(number=number)
        return line

    def rows(
        self, reader: "Reader", filters: Any = None, limit: int | None = None
    ) -> Iterator[Line]:
        """Return the records that match *filters*, at most *limit*, in *order*."""
        filters = self.every if filters is None else filters
        order = self.order if isinstance(self.order, str) else self.order(filters)
        sql = self._select(f"{self._where(filters)} order by {order} limit :most")
        most = -1 if limit is None else limit  # in SQLite, a negative limit is no limit
        return reader.rows(self.line, sql, most=most, **filters._asdict())

    def total(self, reader: "Reader", filters: Any, most: int) -> int:
        """Count the records that match *filters*, up to *most*."""
        return reader.count(f"{self.name} {self._where(filters)}", most, **filters._asdict())

    def sum(self, reader: "Reader", column: str, filters: Any) -> int:
        """Return the sum of a *column* over the records that match *filters*."""
        sql = f"select coalesce(sum({column}), 0) from {self.name} {self._where(filters)}"  # noqa: S608 - names of our own
        return int(reader.value(sql, **filters._asdict()))

    def all(self, reader: "Reader", clauses: str, /, **values: object) -> list[Line]:
        """Return the records that the SQL *clauses* after the select choose and order."""
        return list(reader.rows(self.line, self._select(clauses), **values))

    def matching(self, reader: "Reader", order: str, /, **values: object) -> list[Line]:
        """Return the records whose columns have these *values*, in the SQL *order*."""
        conditions = " and ".join(self._condition(*each) for each in values.items())
        return self.all(reader, f"where {conditions} order by {order}", **values)

    def first(self, reader: "Reader", clauses: str, /, **values: object) -> Line | None:
        """Return the first record that the SQL *clauses* after the select choose, or None."""
        return reader.one(self.line, self._select(clauses), **values)

    def id_of(self, reader: "Reader", number: int) -> str:
        """Return the id of the record with that *number*; raises the error *missing*."""
        sql = f"select id from {self.table} where number = :number"  # noqa: S608 - names of our own
        record_id = reader.value(sql, number=number)
        if record_id is None:
            raise self.missing(number=number)
        return str(record_id)

    def record(self, work: "Work", number: int) -> dict[str, Any]:
        """Return the row of the table with that *number*; raises the error *missing*."""
        row = work.record(self.table, number)
        if row is None:
            raise self.missing(number=number)
        return row

    def _select(self, clauses: str) -> str:
        # Quoted, since a word of SQL is the name of a column: `where`.
        columns = ", ".join(f'"{name}"' for name in self.line._fields)
        return f"select {columns} from {self.name} {clauses}"  # noqa: S608 - names of our own

    def _where(self, filters: Any) -> str:
        """Return the SQL condition for *filters*, or "" if all records match."""
        values = {name: value for name, value in filters._asdict().items() if value is not None}
        conditions = [self._condition(name, value) for name, value in values.items()]
        shows_hidden = bool(values.keys() & self.shown_by)
        if self.hidden and not shows_hidden:
            conditions.append(f"not ({self.hidden})")
        return "where " + " and ".join(conditions) if conditions else ""

    def _condition(self, name: str, value: object) -> str:
        """Return the SQL condition of one field of a filter."""
        if self.day and name in ("since", "until"):
            return f"{self.day} {'>=' if name == 'since' else '<='} :{name}"
        condition = self.conditions.get(name, f'"{name}" = :{name}')
        if isinstance(condition, str):
            return condition
        # The word comes from the known ones, so that nothing typed enters the SQL.
        word = condition[condition.index(str(value))]
        return f"{name} = '{word}'"


def values_of(line: Any, *names: str) -> dict[str, Any]:
    """Return the fields *names* of a *line* by name, for JSON."""
    return {name: getattr(line, name) for name in names}


CANDIDATES_WIDEST = 200
"""The widest list of candidates, in cells of the terminal."""


class NamedRecord(NamedTuple):
    """A record by its number, its *name*, and what else tells which one it is."""

    number: int
    name: str
    about: str | None

    @property
    def label(self) -> str:
        """Return it in words, such as `3 Mentors East`."""
        about = "" if self.about in (None, self.name) else f" ({self.about})"
        return f"{self.number} {self.name}{about}"


def number_of(reader: "Reader", noun: str, typed: str | None) -> int:
    """Return the number of the record of *noun* that was typed by number or by name.

    0, which no record has, if nothing was typed. Raises RefusedError for a name of several, and
    NotFoundError for words that are neither a number nor a name.
    """
    table = None if not typed or is_number(typed) else find_table(noun)
    if not typed or table is None or not table.noun.called:
        return record_number(typed)
    found = find_by_name(reader, table, typed)
    if len(found) > 1:
        raise ambiguous_name(typed, found)
    return found[0].number if found else _number_in_words(table, typed)


def is_number(typed: str) -> bool:
    """Return whether *typed* is a number in digits, such as `#3`; anything else may be a name."""
    return re.fullmatch(r"\s*#?\s*[0-9]+\s*", typed) is not None


def find_by_name(reader: "Reader", table: "Table", typed: str) -> list[NamedRecord]:
    """Return the records that are called so, or else those whose name has all these words.

    A word may be the beginning of one of the name.
    """
    noun = table.noun
    sql = f"select number, {noun.called}, {table.describing_sql} from {noun.view} order by number"  # noqa: S608 - names of our own
    records = list(reader.rows(NamedRecord, sql))
    parts = plain(typed).split()
    whole = [each for each in records if plain(each.name).split() == parts]
    return whole or [each for each in records if parts and has_words(each.name, parts)]


def ambiguous_name(typed: str, found: Iterable[NamedRecord]) -> RefusedError:
    """Return the error for a name that several records have, with all of them."""
    known = ", ".join(each.label for each in found)
    return RefusedError(
        N_("“{answer}” can be one of several: {known}."),
        N_("Give its number, or more of its name."),
        answer=short(typed),
        known=shorten(known, CANDIDATES_WIDEST),
    )


def has_words(text: str, parts: list[str]) -> bool:
    """Return whether each of *parts*, folded, begins a word of *text*."""
    words = plain(text).replace("-", " ").replace(",", " ").split()
    return all(any(word.startswith(part) for word in words) for part in parts)


def _number_in_words(table: "Table", typed: str) -> int:
    """Return a number that was typed in words, such as `number two`; raises NotFoundError."""
    try:
        return record_number(typed)
    except KindError as error:
        raise NotFoundError(
            N_("“{answer}” is no number and no name that is known."),
            N_("See them all: coachlog {noun} list --limit 0"),
            answer=short(typed),
            noun=table.command,
        ) from error
