"""What the journal offers for a word: few rows, by an index, whatever the size of the journal."""

from typing import TYPE_CHECKING, NamedTuple

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


def people(reader: "Reader", begin: str, *, archived: bool = False) -> list[PersonOffer]:
    """People whose handle begins so, by handle; those in the archive, or those who are not."""
    sql = (
        f"select handle, name from coachees where archived_at is {'not ' * archived}null"  # noqa: S608 - two words
        " and handle >= :begin and handle < :end order by handle limit :most"
    )
    # No character of a handle sorts after a tilde.
    return list(reader.rows(PersonOffer, sql, begin=begin, end=begin + "~", most=MOST_PEOPLE))


def numbered(reader: "Reader", table: "Table", status: str, begin: str) -> list[Numbered]:
    """The records whose number begins so, highest first; of one *status* unless empty."""
    ranges = _ranges(begin)
    where = f"status = '{status}' and " if status else ""
    each = (
        f"select * from (select number, {table.noun.whose}, {table.describing_sql}"  # noqa: S608 - names of our own
        f" from {table.noun.view} where {where}"
        "number between :low{0} and :high{0} order by number desc limit :most)"
    )
    sql = " union all ".join(each.format(place) for place in range(len(ranges)))
    bounds = {
        name: bound
        for place, (low, high) in enumerate(ranges)
        for name, bound in ((f"low{place}", low), (f"high{place}", high))
    }
    if not ranges:
        return []
    return list(reader.rows(Numbered, sql + " limit :most", most=MOST_NUMBERS, **bounds))


def of_person(reader: "Reader", table: "Table", status: str, handle: str) -> list[Numbered]:
    """The records that are of one person, highest first; of one *status* unless empty."""
    where = "status = :status and " if status else ""
    sql = (
        f"select number, coachee, {table.describing_sql} from {table.noun.view}"  # noqa: S608 - names of our own
        f" where {where}coachee = :handle order by number desc limit :most"
    )
    chosen = {"status": status} if status else {}
    return list(reader.rows(Numbered, sql, handle=handle, most=MOST_NUMBERS, **chosen))


def readers(reader: "Reader") -> list[str]:
    """To whom something was released, as they were called, the latest last."""
    return list(reader.rows(str, "select to_whom from releases order by released_on, number"))


def names(reader: "Reader", way: str, begin: str) -> list[str]:
    """The projects of trajectories, or the organisations of people, that begin so."""
    view = {"project": "trajectories", "organisation": "coachees"}[way]
    sql = (
        f"select distinct {way} from {view}"  # noqa: S608 - names of our own
        f" where substr({way}, 1, length(:begin)) = :begin order by {way} limit :most"
    )
    return list(reader.rows(str, sql, begin=begin, most=MOST_PEOPLE))


def _ranges(begin: str) -> list[tuple[int, int]]:
    """The numbers whose digits begin so, as ranges, highest first: 4 is …, 400-499, 40-49, 4."""
    if not begin:
        return [(0, 10**LONGEST_NUMBER)]
    if not (begin.isascii() and begin.isdigit()) or begin.startswith("0"):
        return []
    powers = [10**more for more in reversed(range(LONGEST_NUMBER - len(begin) + 1))]
    return [(int(begin) * power, (int(begin) + 1) * power - 1) for power in powers]
