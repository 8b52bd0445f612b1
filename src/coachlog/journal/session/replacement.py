"""Options and answers of a conversation, put in the place of those it has: what is equal stays."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from coachlog.base.ids import new_id
from coachlog.store.work import Work

Values = Mapping[str, Any]


def replace(
    work: Work,
    row_type: Any,
    session_id: str,
    wanted: Sequence[Values],
    complete: Callable[[Values], Values] = lambda values: values,
) -> None:
    """Give a conversation the rows of *row_type* that are *wanted*, in that order.

    A row that is equal is not touched, one at the place of another is changed. A value of None
    for the layer leaves the layer of a row as it is; *complete* fills in those of new rows.
    """
    rows = _rows(work, row_type, session_id)
    last = 0
    for row, values in _paired(rows, wanted):
        if values is None:
            work.orm.delete(row)
            continue
        if row is None:
            row = row_type(id=new_id(), session_id=session_id, place=0, **complete(values))
            work.orm.add(row)
        else:
            row.sqlmodel_update({name: values[name] for name in values if _tells(name, values)})
        if row.place <= last:
            row.place = last + 1
        last = row.place
    work.orm.flush()


def _rows(work: Work, row_type: Any, session_id: str) -> list[Any]:
    table = row_type.__tablename__
    sql = f'select id from "{table}" where session_id = :id order by place'  # noqa: S608 - names of our own
    return [work.orm.get_one(row_type, each) for each in work.rows(str, sql, id=session_id)]


def _paired(
    rows: Sequence[Any], wanted: Sequence[Values]
) -> Iterator[tuple[Any | None, Values | None]]:
    """Each row with what it becomes, in the order that is wanted; None for new and for gone."""
    before = [_key(row, wanted) for row in rows]
    after = [tuple(values[name] for name in _names(values)) for values in wanted]
    for tag, i, k, j, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield from zip(rows[i:k], wanted[j:m], strict=False)
        paired = min(k - i, m - j)
        yield from ((row, None) for row in rows[i + paired : k] if tag != "equal")
        yield from ((None, values) for values in wanted[j + paired : m] if tag != "equal")


def _key(row: Any, wanted: Sequence[Values]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in _names(wanted[0])) if wanted else ()


def _names(values: Values) -> list[str]:
    """What makes two rows equal: all but the layer, which need not be told."""
    return [name for name in values if name != "layer"]


def _tells(name: str, values: Values) -> bool:
    return name != "layer" or values[name] is not None
