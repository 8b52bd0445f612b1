"""Reads of one noun: a record by its number, and lists whose filter is stated once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

Line = TypeVar("Line", bound=NamedTuple)


def unknown(noun: str, cause: str) -> Callable[..., NotFoundError]:
    """Makes the error for a `number` that no record of *noun* has."""
    remedy = N_("See them all: coachlog {noun} list --limit 0")
    return partial(NotFoundError, cause, remedy, noun=noun)


class View(NamedTuple, Generic[Line]):
    """A view of the store, the *line* that each of its rows becomes, and how it is filtered."""

    name: str
    line: type[Line]
    missing: Callable[..., NotFoundError] = NotFoundError
    """Makes the error for a `number` that no row has."""
    every: Any = ()
    """The filter that leaves nothing out: a NamedTuple; what is given in one is bound by name."""
    conditions: Mapping[str, str | Sequence[str]] = {}
    """The SQL condition of each field of the filter, or the words that the field may be.

    Such a word becomes part of the statement: a bound one would not let SQLite take its index.
    """
    order: str | Callable[[Any], str] = "number desc"
    hidden: str = ""
    """What a list leaves out, unless one of *shown_by* is given in the filter."""
    shown_by: tuple[str, ...] = ("coachee", "goal")
    table: str = ""
    """Where the records stand."""

    def one(self, reader: "Reader", number: int) -> Line:
        """The record of that *number*; raises what *missing* makes."""
        found = self.first(reader, "where number = :number", number=number)
        if found is None:
            raise self.missing(number=number)
        return found

    def rows(
        self, reader: "Reader", wanted: Any = None, limit: int | None = None
    ) -> Iterator[Line]:
        """The records of a list, *limit* at most, in its order."""
        chosen = self.every if wanted is None else wanted
        order = self.order if isinstance(self.order, str) else self.order(chosen)
        sql = self._select(f"{self._where(chosen)} order by {order} limit :most")
        most = -1 if limit is None else limit
        return reader.rows(self.line, sql, most=most, **chosen._asdict())

    def total(self, reader: "Reader", wanted: Any, most: int) -> int:
        """How many records a list has without a limit; *most* where there are more."""
        return reader.count(f"{self.name} {self._where(wanted)}", most, **wanted._asdict())

    def sum(self, reader: "Reader", column: str, wanted: Any) -> int:
        """What the records of a list have in a column of figures, together."""
        sql = f"select coalesce(sum({column}), 0) from {self.name} {self._where(wanted)}"  # noqa: S608 - names of our own
        return int(reader.value(sql, **wanted._asdict()))

    def all(self, reader: "Reader", behind: str, /, **values: object) -> list[Line]:
        """The records of other conditions, in another order: *behind* is SQL."""
        return list(reader.rows(self.line, self._select(behind), **values))

    def first(self, reader: "Reader", behind: str, /, **values: object) -> Line | None:
        """The first record of other conditions; None where there is none."""
        return reader.one(self.line, self._select(behind), **values)

    def id_of(self, reader: "Reader", number: int) -> str:
        """The id of the record of that *number*; raises what *missing* makes."""
        sql = f"select id from {self.table} where number = :number"  # noqa: S608 - names of our own
        found = reader.value(sql, number=number)
        if found is None:
            raise self.missing(number=number)
        return str(found)

    def record(self, work: "Work", number: int) -> dict[str, Any]:
        """The row of that *number* as its table has it; raises what *missing* makes."""
        found = work.record(self.table, number)
        if found is None:
            raise self.missing(number=number)
        return found

    def _select(self, behind: str) -> str:
        return f"select {', '.join(self.line._fields)} from {self.name} {behind}"  # noqa: S608 - names of our own

    def _where(self, wanted: Any) -> str:
        given = {name: value for name, value in wanted._asdict().items() if value is not None}
        stated = [self._condition(name, value) for name, value in given.items()]
        if self.hidden and not given.keys() & self.shown_by:
            stated.append(f"not ({self.hidden})")
        return "where " + " and ".join(stated) if stated else ""

    def _condition(self, name: str, value: object) -> str:
        known = self.conditions[name]
        return known if isinstance(known, str) else f"{name} = '{known[known.index(str(value))]}'"
