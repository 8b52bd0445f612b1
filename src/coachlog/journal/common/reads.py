"""Reads of one noun: a record by its number, and lists whose filter is stated once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from coachlog.base.errors import NotFoundError

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

Line = TypeVar("Line", bound=NamedTuple)


class View(NamedTuple, Generic[Line]):
    """A view of the store, the *line* that each of its rows becomes, and how it is filtered."""

    name: str
    line: type[Line]
    missing: type[NotFoundError]
    """Raised for a number that no row has."""
    every: Any = ()
    """The filter that leaves nothing out: a NamedTuple; what is given in one is bound by name."""
    conditions: Mapping[str, str | Sequence[str]] = {}
    """The SQL condition of each field of the filter, or the words that the field may be.

    Such a word becomes part of the statement: a bound one would not let SQLite take its index.
    """
    order: str | Callable[[Any], str] = "number desc"
    hidden: str = ""
    """What a list leaves out unless a person or a goal is named."""

    def one(self, reader: "Reader", number: int) -> Line:
        """The record of that *number*; raises the error *missing*."""
        found = reader.one(self.line, self._select("where number = :number"), number=number)
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

    def _select(self, behind: str) -> str:
        return f"select {', '.join(self.line._fields)} from {self.name} {behind}"  # noqa: S608 - names of our own

    def _where(self, wanted: Any) -> str:
        given = {name: value for name, value in wanted._asdict().items() if value is not None}
        stated = [self._condition(name, value) for name, value in given.items()]
        if self.hidden and not {"coachee", "goal"} & given.keys():
            stated.append(f"not ({self.hidden})")
        return "where " + " and ".join(stated) if stated else ""

    def _condition(self, name: str, value: object) -> str:
        known = self.conditions[name]
        return known if isinstance(known, str) else f"{name} = '{known[known.index(str(value))]}'"
