"""Replaces the options or the answers of a conversation, without touching rows that stay equal."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from coachlog.base.ids import new_id
from coachlog.store.work import Work

Values = Mapping[str, Any]


def replace(
    work: Work,
    row_type: Any,
    session_id: str,
    new_parts: Sequence[Values],
    complete: Callable[[Values], Values] = lambda values: values,
) -> None:
    """Give a conversation the *new_parts* as its rows of *row_type*, in that order.

    Equal rows are not touched, so that they do not show as changes in the history. *complete*
    fills in what new rows lack. A row that stays keeps its layer where the new layer is None.
    """
    rows = _rows(work, row_type, session_id)
    last_place = 0
    for row, values in _paired(rows, new_parts):
        if values is None:
            work.orm.delete(row)
            continue
        if row is None:
            row = row_type(id=new_id(), session_id=session_id, place=0, **complete(values))
            work.orm.add(row)
        else:
            new_values = dict(values)
            if new_values.get("layer") is None:
                new_values.pop("layer", None)  # the row keeps its own
            row.sqlmodel_update(new_values)
        # Places only have to rise: one that does already is not touched, gaps are left.
        if row.place <= last_place:
            row.place = last_place + 1
        last_place = row.place
    work.orm.flush()


def _rows(work: Work, row_type: Any, session_id: str) -> list[Any]:
    """Return the rows that a conversation has now, in their order."""
    table = row_type.__tablename__
    sql = f'select id from "{table}" where session_id = :id order by place'  # noqa: S608 - names of our own
    return [work.orm.get_one(row_type, row_id) for row_id in work.rows(str, sql, id=session_id)]


def _paired(
    rows: Sequence[Any], new_parts: Sequence[Values]
) -> Iterator[tuple[Any | None, Values | None]]:
    """Yield each row with the values it gets, in the new order.

    The row is None where a new one is needed, and the values are None where the row has to go.
    """
    # The layer does not make a difference, as an input may leave it out.
    names = [name for name in new_parts[0] if name != "layer"] if new_parts else []
    before = [tuple(getattr(row, name) for name in names) for row in rows]
    after = [tuple(values[name] for name in names) for values in new_parts]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _tag, start, end, new_start, new_end in matcher.get_opcodes():
        # Whether the two stretches are equal or not, row n gets values n.
        yield from zip_longest(rows[start:end], new_parts[new_start:new_end])
