"""Changes conversations, their options and their answers."""

from collections.abc import Mapping
from datetime import date

from coachlog.base import clock
from coachlog.journal.common.input_types import required, validated
from coachlog.journal.session.day_change import MovedRecords, move_along
from coachlog.journal.session.model import AnswerInput, SessionEdit
from coachlog.journal.session.moments import session_moments
from coachlog.journal.session.parts import (
    layer_of_answer,
    options_linked,
    save_communication,
    with_layer,
)
from coachlog.journal.session.queries import SESSIONS
from coachlog.journal.session.replacement import Values, replace
from coachlog.journal.session.rows import AnswerRow, OptionRow, SessionRow
from coachlog.schema.session import SESSION
from coachlog.store.work import Work


def checked_changes(changes: Mapping[str, object], today: date) -> SessionEdit:
    """Return *changes* of a conversation, checked; raises InputRefusedError."""
    return validated(SessionEdit, changes, today)


def edit(work: Work, number: int, data: SessionEdit, zone: str) -> list[MovedRecords]:
    """Save the fields of a conversation that *data* sets; raises NotFoundError.

    If that puts it on another day, records dated by it get the new day. Return how many did.
    """
    row = work.orm.get_one(SessionRow, SESSIONS.id_of(work, number))
    values = data.model_dump(exclude_unset=True, exclude={"options", "answers"})
    required(values, *SESSION.required_keys)
    _replace_lists(work, row, data)
    if "communication" in values:
        save_communication(work, row.id, values.pop("communication") or ())
    row.status = values.pop("status", None) or row.status
    # Both moments are read again, for the next one counts from the start: a changed one as it
    # was typed, an unchanged one as it is stored.
    present_start = row.starts_at.isoformat()
    present_next = row.next_at.isoformat() if row.next_at else None
    start = values.pop("date", None) or present_start
    next_at = values.pop("next_at", present_next)
    row.sqlmodel_update(values)
    is_held = row.status == "held"
    moments = session_moments(start, next_at, row.time_zone or zone, work.now, held=is_held)
    row.starts_at, row.next_at = moments.starts_at, moments.next_at
    previous_day = row.held_on
    row.held_on = clock.local_day(row.starts_at, row.time_zone)
    work.orm.flush()
    return move_along(work, row.id, previous_day, row.held_on)


def _replace_lists(work: Work, row: SessionRow, data: SessionEdit) -> None:
    """Replace the options and the answers of a conversation by those in *data*, if it has any."""

    def answer_layered(values: Values) -> Values:
        return {**values, "layer": layer_of_answer(AnswerInput(**values), row.method)}

    if "options" in data.model_fields_set:
        replace(
            work, OptionRow, row.id, options_linked(work, data.options or (), row.id), with_layer
        )
    if "answers" in data.model_fields_set:
        answers = [answer.model_dump() for answer in data.answers or ()]
        replace(work, AnswerRow, row.id, answers, answer_layered)
