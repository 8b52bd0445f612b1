"""Undo and redo: reversing the changes of one step of the change log, all or none."""

# ruff: noqa: S608 - tables and columns come from our own log and schema, values are bound
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_
from coachlog.store import history
from coachlog.store.connection import Reader
from coachlog.store.expected import SCHEMA
from coachlog.store.history import REDO, UNDO, HistoryStep
from coachlog.store.references import check_references
from coachlog.store.undo_errors import (
    BACK_SINCE,
    CHANGED_SINCE,
    GONE_SINCE,
    NOTHING_TO_UNDO,
    InTheWayError,
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


@contextmanager
def one_state(reader: Reader) -> Iterator[None]:
    """In a `with` block: all reads see the journal as the first one did, whatever others write."""
    list(reader.plain("begin"))
    try:
        yield
    finally:
        list(reader.plain("rollback"))


def undo(work: Work, number: int | None = None) -> HistoryStep:
    """Undo the latest work that holds, or the step *number*; see `to_undo`, `take_back`."""
    return take_back(work, to_undo(work, number))


def redo(work: Work) -> HistoryStep:
    """Redo what was undone last; see `to_redo`, `take_back`."""
    return take_back(work, to_redo(work))


def to_undo(reader: Reader, number: int | None = None) -> HistoryStep:
    """Return the step that `undo` reverses: the latest work that holds, or that with *number*.

    For a redo, that is the work which it did again. Raises NotFoundError where there is no such
    step, RefusedError where it cannot be undone.
    """
    if number is None:
        step = history.latest_work(reader)
        if step is None:
            raise NotFoundError(*NOTHING_TO_UNDO)
        return _check_reversible(reader, step)
    step = history.step_at(reader, number)
    if step is None:
        raise NotFoundError(
            N_("There is no number {place} in the history."),
            N_("See what was done: coachlog history --limit 0"),
            place=number,
        )
    return _check_reversible(reader, step)


def to_redo(reader: Reader) -> HistoryStep:
    """Return the undo that `redo` reverses: the latest one that was not redone.

    Raises RedoTooLateError where other work was done after it.
    """
    undone = history.latest_undo(reader)
    if undone is None:
        raise NotFoundError(
            N_("There is nothing to redo: nothing was undone."),
            N_("See what was done: coachlog history"),
        )
    newer = history.latest_change_after(reader, undone.stamp)
    if newer is not None:
        number = history.number_of(reader, undone.id)
        raise RedoTooLateError(undo=undone.id, since=newer.id, place=number)
    return _check_reversible(reader, undone)


def take_back(work: Work, chosen: HistoryStep) -> HistoryStep:
    """Reverse a step, mark this work as its undo or redo, and return the step that was reversed.

    Raises what `to_undo` raises, for the step may have been undone since it was chosen, and the
    errors of `undo_errors` where other work stands in the way.
    """
    step = _check_reversible(work, chosen)
    work.execute(
        "update operation set undoes = :undoes where id = :id", undoes=step.id, id=work.operation_id
    )
    _Reversal(work, step.id).run()
    return step


def _check_reversible(reader: Reader, chosen: HistoryStep) -> HistoryStep:
    """Return the step to reverse for *chosen*; raise an error where it cannot be reversed.

    That is *chosen* itself, as it is now, or the work that it redid.
    """
    step = history.step(reader, chosen.work_id if chosen.kind == REDO else chosen.id)
    if step is None:
        raise NotFoundError(*NOTHING_TO_UNDO)
    if not step.holds:
        if step.kind == UNDO:
            cause = N_("That was already redone.")
        else:
            cause = N_("That was already undone.")
        raise RefusedError(cause, N_("See what was done: coachlog history"))
    if step.schema != SCHEMA:
        raise RefusedError(
            N_("That was done by another version of coachlog and cannot be undone."),
            N_("Edit the record by hand instead."),
        )
    return step


class _Reversal:
    """Reverses the changes of one step, the last first, where no later step is in the way."""

    def __init__(self, work: Work, step_id: str) -> None:
        self._work = work
        self._step_id = step_id
        self._restored: dict[tuple[str, str], set[str]] = {}
        """The fields that got their old values back so far, by noun and id of the record."""

    def run(self) -> None:
        """Reverse all changes, then check the references. Raises an InTheWayError."""
        changes = list(
            self._work.rows(
                _Change,
                "select seq, noun, record_id, verb, old, new from change where operation = :id"
                " order by seq desc",
                id=self._step_id,
            )
        )
        for change in changes:
            self._reverse(change)
        check_references(self._work, ((change.noun, change.record_id) for change in changes))

    def _reverse(self, change: _Change) -> None:
        """Do the opposite of an insert, update or delete."""
        if change.verb == "insert":
            self._delete_inserted(change)
        elif change.verb == "update":
            self._restore_fields(change)
        else:
            self._restore_deleted(change)

    def _delete_inserted(self, change: _Change) -> None:
        """Delete a record that the step made, unless another step changed it since."""
        written = self._values_written(change)
        restored_fields = self._restored.get((change.noun, change.record_id), ())
        for field in restored_fields:
            written.pop(field, None)  # it was checked when its update was reversed
        self._check_unchanged(change, written)
        self._work.execute(f'delete from "{change.noun}" where id = :id', id=change.record_id)

    def _values_written(self, change: _Change) -> dict[str, Any]:
        """Return what the step left in the fields of a record that other steps changed since."""
        later_old_values = self._work.rows(
            str,
            "select old from change where noun = :noun and record_id = :id and seq > :seq"
            " and verb = 'update' and operation not in (:step, :this) order by seq",
            noun=change.noun,
            id=change.record_id,
            seq=change.seq,
            step=self._step_id,
            this=self._work.operation_id,
        )
        written: dict[str, Any] = {}
        for old_values in later_old_values:
            # Of several changes of a field, the first one tells what the step had left in it.
            written = json.loads(old_values) | written
        return written

    def _restore_fields(self, change: _Change) -> None:
        """Give the fields of an update their old values, unless another step changed them since."""
        old_values = json.loads(change.old or "{}")
        new_values = json.loads(change.new or "{}")
        self._check_unchanged(change, new_values)
        # With a prefix, for a field may be called `id`, as the parameter of the record is.
        assignments = ", ".join(f'"{field}" = :old_{field}' for field in old_values)
        values = {f"old_{field}": value for field, value in old_values.items()}
        sql = f'update "{change.noun}" set {assignments} where id = :id'
        self._work.execute(sql, id=change.record_id, **values)
        self._restored.setdefault((change.noun, change.record_id), set()).update(old_values)

    def _restore_deleted(self, change: _Change) -> None:
        """Insert a record that the step removed, as it was."""
        sql = f'select 1 from "{change.noun}" where id = :id'
        exists = self._work.value(sql, id=change.record_id) is not None
        if exists:
            raise InTheWayError(BACK_SINCE, change.noun, change.record_id)
        row: dict[str, Any] = json.loads(change.old or "{}")
        columns = ", ".join(f'"{field}"' for field in row)
        parameters = ", ".join(f":{field}" for field in row)
        self._work.execute(f'insert into "{change.noun}" ({columns}) values ({parameters})', **row)

    def _check_unchanged(self, change: _Change, written: dict[str, Any]) -> None:
        """Raise an error where the record is gone, or a field differs from what was *written*."""
        columns = ", ".join(f'"{field}"' for field in ("id", *written))
        row = self._work.one(
            history.as_tuple,
            f'select {columns} from "{change.noun}" where id = :id',
            id=change.record_id,
        )
        if row is None:
            since = self._latest_step(change, "verb = 'delete'")
            raise InTheWayError(GONE_SINCE, change.noun, change.record_id, since=since)
        _id, *current_values = row
        for (field, value), current in zip(written.items(), current_values, strict=True):
            if current != value:
                since = self._latest_step(change, f"json_type(new, '$.\"{field}\"') is not null")
                raise InTheWayError(
                    CHANGED_SINCE,
                    change.noun,
                    change.record_id,
                    field=field,
                    wrote=value,
                    now=current,
                    since=since,
                )

    def _latest_step(self, change: _Change, condition: str) -> str | None:
        """Return the id of the latest other step, after *change*, that changed the same record.

        Only changes that meet the SQL *condition* count. Return None where there is none.
        """
        step_id: str | None = self._work.value(
            "select operation from change where noun = :noun and record_id = :id and seq > :seq"
            f" and operation <> :this and {condition} order by seq desc limit 1",
            noun=change.noun,
            id=change.record_id,
            seq=change.seq,
            this=self._work.operation_id,
        )
        return step_id
