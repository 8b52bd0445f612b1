"""Playing the change log backwards: everything that one operation did, or nothing of it."""
# ruff: noqa: S608 - tables and columns come from our own log, values are bound

import json
from typing import Any, NamedTuple

from coachlog.errors import NotFoundError, RefusedError
from coachlog.store.expected import SCHEMA
from coachlog.store.history import Operation, operations
from coachlog.store.work import Work
from coachlog.texts import N_


class NothingToUndoError(NotFoundError):
    """No such operation, or none that can be taken back."""

    cause = N_("There is nothing to undo.")
    remedy = N_("See what was done: coachlog history")


class NothingToRedoError(NotFoundError):
    """Nothing was undone."""

    cause = N_("There is nothing to redo.")
    remedy = N_("See what was done: coachlog history")


class AlreadyUndoneError(RefusedError):
    """It was taken back before."""

    cause = N_("That was undone already.")
    remedy = N_("See what was done: coachlog history")


class OtherSchemaError(RefusedError):
    """An earlier or later coachlog did it, whose records look different."""

    cause = N_("That was done by another version of coachlog and cannot be undone.")
    remedy = N_("Change the record by hand instead.")


class ChangedSinceError(RefusedError):
    """What the operation wrote was changed afterwards."""

    cause = N_("{noun}: {field} was changed since, from “{wrote}” to “{now}”.")
    remedy = N_("Nothing was undone. Undo the later change first: coachlog history")


class NeededSinceError(RefusedError):
    """Later records build on what would go."""

    cause = N_("Later records build on it.")
    remedy = N_("Nothing was undone. Undo the later ones first: coachlog history")


class _Change(NamedTuple):
    seq: int
    noun: str
    record_id: str
    verb: str
    old: str | None
    new: str | None


def undo(work: Work, place: int | None = None) -> Operation:
    """Take back the latest operation that holds, or the one at *place* in the history."""
    done = _done(work)
    if place is not None:
        chosen = done[place - 1] if place <= len(done) else None
    else:
        chosen = next((each for each in done if each.holds and not each.undoes), None)
    if chosen is None:
        raise NothingToUndoError
    _take_back(work, chosen, done)
    return chosen


def redo(work: Work) -> Operation:
    """Do again what was undone last; the result is the operation that holds again."""
    done = _done(work)
    by_id = {each.id: each for each in done}
    for each in done:
        target = by_id.get(each.undoes or "")
        if each.holds and target and not target.undoes:
            _take_back(work, each, done)
            return target
    raise NothingToRedoError


def _done(work: Work) -> list[Operation]:
    """The history without the operation that is under way."""
    return [each for each in operations(work) if each.id != work.operation_id]


def _take_back(work: Work, chosen: Operation, done: list[Operation]) -> None:
    if not chosen.holds:
        raise AlreadyUndoneError
    if chosen.schema != SCHEMA:
        raise OtherSchemaError
    work.execute(
        "update operation set undoes = :undoes where id = :id",
        undoes=chosen.id,
        id=work.operation_id,
    )
    later = {each.id for each in done if each.holds and not each.undoes} - {chosen.id}
    changes = work.rows(
        _Change,
        "select seq, noun, record_id, verb, old, new from change where operation = :id"
        " order by seq desc",
        id=chosen.id,
    )
    for change in list(changes):
        if change.verb == "insert":
            _unmake(work, change, later)
        elif change.verb == "update":
            _change_back(work, change)
        else:
            _make_again(work, change)
    if work.value("select 1 from pragma_foreign_key_check limit 1") is not None:
        raise NeededSinceError


def _unmake(work: Work, change: _Change, later: set[str]) -> None:
    """Take a record away that was made; not where an operation that holds changed it since."""
    since = work.rows(
        _Later,
        "select operation, old, new from change where noun = :noun and record_id = :id"
        " and seq > :seq and verb = 'update' order by seq desc",
        noun=change.noun,
        id=change.record_id,
        seq=change.seq,
    )
    for each in since:
        if each.operation in later:
            was, now = json.loads(each.old), json.loads(each.new)
            field = next(iter(now))
            raise ChangedSinceError(
                noun=change.noun, field=field, wrote=_short(was[field]), now=_short(now[field])
            )
    work.execute(f'delete from "{change.noun}" where id = :id', id=change.record_id)


def _change_back(work: Work, change: _Change) -> None:
    """Give fields their old values; not where they hold another value by now."""
    old, new = json.loads(change.old or "{}"), json.loads(change.new or "{}")
    fields = list(new)
    columns = ", ".join(f'"{field}"' for field in fields)
    row = work.one(
        _row, f'select {columns} from "{change.noun}" where id = :id', id=change.record_id
    )
    if row is None:
        raise NeededSinceError
    for field, now in zip(fields, row, strict=True):
        if now != new[field]:
            raise ChangedSinceError(
                noun=change.noun, field=field, wrote=_short(new[field]), now=_short(now)
            )
    settings = ", ".join(f'"{field}" = :new_{field}' for field in fields)
    values = {f"new_{field}": old[field] for field in fields}
    work.execute(
        f'update "{change.noun}" set {settings} where id = :id', id=change.record_id, **values
    )


def _make_again(work: Work, change: _Change) -> None:
    """Put back a record that was removed, as it was."""
    row: dict[str, Any] = json.loads(change.old or "{}")
    columns = ", ".join(f'"{field}"' for field in row)
    marks = ", ".join(f":{field}" for field in row)
    work.execute(f'insert into "{change.noun}" ({columns}) values ({marks})', **row)


class _Later(NamedTuple):
    operation: str
    old: str
    new: str


def _row(*values: object) -> tuple[object, ...]:
    """A row as it comes, without names."""
    return values


def _short(value: object) -> str:
    shown = "–" if value is None else str(value)
    return shown if len(shown) <= 60 else shown[:59] + "…"
