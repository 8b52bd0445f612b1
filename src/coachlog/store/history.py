"""The operations of the change log: what was done, and whether it still holds."""

from typing import NamedTuple

from coachlog.store.connection import Reader


class Operation(NamedTuple):
    """One thing that was done. *place* 1 is the latest; *what* counts records by noun.

    *holds* is 0 when it was undone. *undoes* is the id of the operation that it took back.
    """

    place: int
    id: str
    stamp: str
    command: str
    schema: int
    origin: str
    undoes: str | None
    holds: int
    what: str


class _Row(NamedTuple):
    id: str
    stamp: str
    command: str
    schema: int
    origin: str
    undoes: str | None


class _Count(NamedTuple):
    noun: str
    verb: str
    n: int


def operations(reader: Reader, limit: int | None = None) -> list[Operation]:
    """What was done, latest first; undoing and redoing are operations too.

    An operation holds unless one that holds undoes it.
    """
    rows = list(
        reader.rows(
            _Row,
            "select id, stamp, command, schema, origin, undoes from operation"
            " order by stamp desc, id desc limit :most",
            most=-1 if limit is None else limit,
        )
    )
    undone: set[str] = set()
    found = []
    for place, row in enumerate(rows, 1):
        holds = row.id not in undone
        if holds and row.undoes:
            undone.add(row.undoes)
        found.append(Operation(place, *row, int(holds), _what(reader, row.id)))
    return found


def _what(reader: Reader, operation: str) -> str:
    """`session +1, action +2 ~1`: made, changed and removed records of each noun."""
    counts = reader.rows(
        _Count,
        "select noun, verb, count(distinct record_id) from change where operation = :id"
        " group by noun, verb order by noun, verb desc",
        id=operation,
    )
    signs = {"insert": "+", "update": "~", "delete": "-"}
    by_noun: dict[str, list[str]] = {}
    for each in counts:
        by_noun.setdefault(each.noun, []).append(f"{signs[each.verb]}{each.n}")
    return ", ".join(f"{noun} {' '.join(marks)}" for noun, marks in by_noun.items())
