"""Sets the closing day that goes with the status of a record."""

from datetime import date
from typing import Any

from coachlog.base.texts import _
from coachlog.journal.common.input_types import FieldRefusedError


def first_day(given: date | None, closed_on: date | None, today: date) -> date:
    """Return the day of a new record: as *given*, else *today*, but never after it was closed."""
    return given or min(today, closed_on or today)


def closing_day(
    status: str, open_status: str, closed_on: date | None, default: date
) -> date | None:
    """Return the closing day of a new record: *closed_on*, or else *default*; None if it is open.

    Raises FieldRefusedError for an open one with a closing day.
    """
    if status != open_status:
        return closed_on or default
    if closed_on:
        raise FieldRefusedError("closed_on", _("only what is closed has a closing day."))
    return None


def follow_status(values: dict[str, Any], current_status: str, open_status: str, day: date) -> bool:
    """Add the closing day to *values* where they change the status; return whether they do.

    A closing day in *values* stays; a record that is opened again has None.
    """
    new_status = values.get("status", current_status)
    is_changed = bool(new_status != current_status)
    if is_changed:
        values.setdefault("closed_on", None if new_status == open_status else day)
    return is_changed
