"""Playing the change log backwards: everything that one step did, or nothing of it."""

# ruff: noqa: S608 - tables and columns come from our own log and schema, values are bound
import json
from typing import Any, NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_
from coachlog.store import history
from coachlog.store.connection import Reader
from coachlog.store.expected import SCHEMA
from coachlog.store.history import REDO, UNDO, HistoryStep
from coachlog.store.references import check
from coachlog.store.undo_errors import (
    NOTHING_TO_UNDO,
    BackSinceError,
    ChangedSinceError,
    GoneSinceError,
    RedoTooLateError,
)
from coachlog.store.work import Work


class _Change(NamedTuple):
    seq: int
    noun: str
    record_id: str
    verb: str
    old: str | None
    new: str | None


def undo(work: Work, place: int | None = None) -> HistoryStep:
    """Take back the latest work that holds, or the step at *place*; see `to_undo`, `take_back`."""
    return take_back(work, to_undo(work, place))


def redo(work: Work) -> HistoryStep:
    """Do again what was undone last; see `to_redo`, `take_back`."""
    return take_back(work, to_redo(work))


def to_undo(reader: Reader, place: int | None = None) -> HistoryStep:
    """The step that `undo` takes back: the latest work that holds, or the step at *place*.

    Of a redo that is the work which it did again. Raises RefusedError.
    """
    if place is None:
        found = history.latest_work(reader)
        if found is None:
            raise NotFoundError(*NOTHING_TO_UNDO)
        return _reversible(reader, found)
    found = history.step_at(reader, place)
    if found is None:
        raise NotFoundError(
            N_("There is no number {place} in the history."),
            N_("See what was done: coachlog history --limit 0"),
            place=place,
        )
    return _reversible(reader, found)


def to_redo(reader: Reader) -> HistoryStep:
    """The undo that `redo` takes back: the latest one, unless other work was done after it."""
    undone = history.latest_undo(reader)
    if undone is None:
        raise NotFoundError(
            N_("There is nothing to redo: nothing was undone."),
            N_("See what was done: coachlog history"),
        )
    newer = history.latest_change_after(reader, undone.stamp)
    if newer is not None:
        place = history.place_of(reader, undone.id)
        raise RedoTooLateError(undo=undone.id, since=newer.id, place=place)
    return _reversible(reader, undone)


def take_back(work: Work, chosen: HistoryStep) -> HistoryStep:
    """Reverse a step, and note this work as the undoing of it; the result is the step as it was.

    Of an undo, what it had undone is done again. Raises what `to_undo` raises, for it may have been
    undone since it was chosen, and the errors of `undo_errors`.
    """
    now = _reversible(work, chosen)
    work.execute(
        "update operation set undoes = :undoes where id = :id", undoes=now.id, id=work.operation_id
    )
    _Reversal(work, now.id).run()
    return now


def _reversible(reader: Reader, chosen: HistoryStep) -> HistoryStep:
    found = history.step(reader, chosen.about if chosen.kind == REDO else chosen.id)
    if found is None:
        raise NotFoundError(*NOTHING_TO_UNDO)
    if not found.holds:
        raise (
            RefusedError(N_("That was already redone."), N_("See what was done: coachlog history"))
            if found.kind == UNDO
            else RefusedError(
                N_("That was already undone."), N_("See what was done: coachlog history")
            )
        )
    if found.schema != SCHEMA:
        raise RefusedError(
            N_("That was done by another version of coachlog and cannot be undone."),
            N_("Edit the record by hand instead."),
        )
    return found


class _Reversal:
    """The changes of one step, the last one first, each made undone where nothing came after it."""

    def __init__(self, work: Work, step_id: str) -> None:
        self._work = work
        self._step = step_id
        self._restored: dict[tuple[str, str], set[str]] = {}

    def run(self) -> None:
        changes = list(
            self._work.rows(
                _Change,
                "select seq, noun, record_id, verb, old, new from change where operation = :id"
                " order by seq desc",
                id=self._step,
            )
        )
        for change in changes:
            self._reverse(change)
        check(self._work, ((each.noun, each.record_id) for each in changes))

    def _reverse(self, change: _Change) -> None:
        if change.verb == "insert":
            self._unmake(change)
        elif change.verb == "update":
            self._change_back(change)
        else:
            self._make_again(change)

    def _unmake(self, change: _Change) -> None:
        """Take a record away that was made; not where another step changed it since."""
        wrote = self._since_made(change)
        for field in self._restored.get((change.noun, change.record_id), ()):
            wrote.pop(field, None)  # it was compared when it was changed back
        self._compare(change, wrote)
        self._work.execute(f'delete from "{change.noun}" where id = :id', id=change.record_id)

    def _since_made(self, change: _Change) -> dict[str, Any]:
        """What the step had left in the fields that other steps changed since."""
        later = self._work.rows(
            str,
            "select old from change where noun = :noun and record_id = :id and seq > :seq"
            " and verb = 'update' and operation not in (:step, :this) order by seq",
            noun=change.noun,
            id=change.record_id,
            seq=change.seq,
            step=self._step,
            this=self._work.operation_id,
        )
        wrote: dict[str, Any] = {}
        for old in later:
            wrote = json.loads(old) | wrote
        return wrote

    def _change_back(self, change: _Change) -> None:
        """Give fields their old values; not where they hold another value by now."""
        old, new = json.loads(change.old or "{}"), json.loads(change.new or "{}")
        self._compare(change, new)
        settings = ", ".join(f'"{field}" = :new_{field}' for field in old)
        values = {f"new_{field}": value for field, value in old.items()}
        sql = f'update "{change.noun}" set {settings} where id = :id'
        self._work.execute(sql, id=change.record_id, **values)
        self._restored.setdefault((change.noun, change.record_id), set()).update(old)

    def _make_again(self, change: _Change) -> None:
        """Put back a record that was removed, as it was."""
        there = f'select 1 from "{change.noun}" where id = :id'
        if self._work.value(there, id=change.record_id) is not None:
            raise BackSinceError(change.noun, change.record_id)
        row: dict[str, Any] = json.loads(change.old or "{}")
        columns = ", ".join(f'"{field}"' for field in row)
        marks = ", ".join(f":{field}" for field in row)
        self._work.execute(f'insert into "{change.noun}" ({columns}) values ({marks})', **row)

    def _compare(self, change: _Change, wrote: dict[str, Any]) -> None:
        """Raise an error where the record is gone, or a field holds anything but *wrote*."""
        columns = ", ".join(f'"{field}"' for field in ("id", *wrote))
        row = self._work.one(
            _row, f'select {columns} from "{change.noun}" where id = :id', id=change.record_id
        )
        if row is None:
            since = self._last_change(change, "verb = 'delete'")
            raise GoneSinceError(change.noun, change.record_id, since=since)
        for (field, value), now in zip(wrote.items(), row[1:], strict=True):
            if now != value:
                since = self._last_change(change, f"json_type(new, '$.\"{field}\"') is not null")
                raise ChangedSinceError(
                    change.noun, change.record_id, field=field, wrote=value, now=now, since=since
                )

    def _last_change(self, change: _Change, which: str) -> str | None:
        """The id of the step that changed the record last in that way."""
        found: str | None = self._work.value(
            "select operation from change where noun = :noun and record_id = :id and seq > :seq"
            f" and operation <> :this and {which} order by seq desc limit 1",
            noun=change.noun,
            id=change.record_id,
            seq=change.seq,
            this=self._work.operation_id,
        )
        return found


def _row(*values: object) -> tuple[object, ...]:
    """A row as it comes, without names."""
    return values
