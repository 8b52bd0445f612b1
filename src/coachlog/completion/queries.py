"""What the journal offers for a word: few rows, by an index, whatever the size of the journal."""

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.folding import plain

if TYPE_CHECKING:
    from coachlog.schema.field import Table
    from coachlog.store.connection import Reader

MOST_PEOPLE = 100
MOST_NUMBERS = 30
LONGEST_NUMBER = 7


class PersonOffer(NamedTuple):
    """Somebody by handle."""

    handle: str
    name: str


class Numbered(NamedTuple):
    """A record by its number, and whose it is and what, to tell which one it is."""

    number: int
    whose: str | None
    text: str | None


def people(reader: "Reader", prefix: str, *, archived: bool = False) -> list[PersonOffer]:
    """Return the people whose handle starts with *prefix*, by handle.

    With *archived*, only people in the archive; otherwise only people who are not in it.
    """
    is_archived = "is not null" if archived else "is null"
    sql = (
        f"select handle, name from coachees where archived_at {is_archived}"  # noqa: S608 - our own words
        " and handle >= :prefix and handle < :end order by handle limit :most"
    )
    # A range uses the index. No character of a handle sorts after a tilde.
    return list(reader.rows(PersonOffer, sql, prefix=prefix, end=prefix + "~", most=MOST_PEOPLE))


def numbered(reader: "Reader", table: "Table", status: str, prefix: str) -> list[Numbered]:
    """Return the records whose number starts with the digits *prefix*, highest first.

    With a *status*, only records that have it. Each range of numbers is a query of its own, so
    that it uses the index and stops early.
    """
    ranges = _ranges(prefix)
    if not ranges:
        return []
    where = f"status = '{status}' and " if status else ""
    query_of_range = (
        f"select * from (select number, {table.noun.whose}, {table.describing_sql}"  # noqa: S608 - names of our own
        f" from {table.noun.view} where {where}"
        "number between :low{0} and :high{0} order by number desc limit :most)"
    )
    sql = " union all ".join(query_of_range.format(index) for index in range(len(ranges)))
    bounds: dict[str, int] = {}
    for index, (low, high) in enumerate(ranges):
        bounds |= {f"low{index}": low, f"high{index}": high}
    return list(reader.rows(Numbered, sql + " limit :most", most=MOST_NUMBERS, **bounds))


def called(reader: "Reader", table: "Table", prefix: str) -> list[str]:
    """Return what records are called, where it begins with *prefix* and only one is called so."""
    name = table.noun.called or table.describing_sql
    sql = (
        f"select {name} from {table.noun.view}"  # noqa: S608 - names of our own
        f" group by {name} having count(*) = 1 order by {name}"
    )
    begun = plain(prefix)
    found = (text for text in reader.rows(str, sql) if plain(text).startswith(begun))
    return list(islice(found, MOST_NUMBERS))


def of_person(reader: "Reader", table: "Table", status: str, handle: str) -> list[Numbered]:
    """Return the records of one person, highest number first; with a *status*, only those."""
    where = "status = :status and " if status else ""
    sql = (
        f"select number, coachee, {table.describing_sql} from {table.noun.view}"  # noqa: S608 - names of our own
        f" where {where}coachee = :handle order by number desc limit :most"
    )
    status_value = {"status": status} if status else {}
    return list(reader.rows(Numbered, sql, handle=handle, most=MOST_NUMBERS, **status_value))


def readers(reader: "Reader") -> list[str]:
    """Return the names of those to whom something was released, the latest last."""
    return list(reader.rows(str, "select to_whom from releases order by released_on, number"))


def names(reader: "Reader", text_column: str, prefix: str) -> list[str]:
    """Return the projects of trajectories, organisations of people, or names of contacts.

    Only those that start with *prefix*. *text_column* is "project", "organisation" or "name".
    """
    views = {"project": "trajectories", "organisation": "coachees", "name": "contacts"}
    view = views[text_column]
    sql = (
        f"select distinct {text_column} from {view}"  # noqa: S608 - names of our own
        f" where substr({text_column}, 1, length(:prefix)) = :prefix"
        f" order by {text_column} limit :most"
    )
    return list(reader.rows(str, sql, prefix=prefix, most=MOST_PEOPLE))


def _ranges(prefix: str) -> list[tuple[int, int]]:
    """Return the numbers that start with the digits *prefix* as ranges, highest first.

    "4" → …, (400, 499), (40, 49), (4, 4). Empty if no number of a record starts so.
    """
    if not prefix:
        return [(0, 10**LONGEST_NUMBER)]
    is_number = prefix.isascii() and prefix.isdigit() and not prefix.startswith("0")
    if not is_number:
        return []
    most_further_digits = LONGEST_NUMBER - len(prefix)
    powers = [10**digits for digits in range(most_further_digits, -1, -1)]
    return [(int(prefix) * power, (int(prefix) + 1) * power - 1) for power in powers]
