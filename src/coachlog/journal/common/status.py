"""The closing day that goes with a status: of a new record, and of one whose status changes."""

from datetime import date
from typing import Any

from coachlog.base.texts import _
from coachlog.journal.common.input_types import FieldRefusedError


def closing_day(status: str, is_open: str, closed_on: date | None, day: date) -> date | None:
    """The day on which a new record was closed, *day* where it tells none; refused for open ones.

    *is_open* is the status of what is not closed.
    """
    if status != is_open:
        return closed_on or day
    if closed_on:
        raise FieldRefusedError("closed_on", _("only what is closed has a closing day."))
    return None


def follow_status(values: dict[str, Any], before: str, is_open: str, day: date) -> bool:
    """Give *values* the closing day of a new status, unless they tell it; whether it is new.

    *before* is the status until now, *is_open* that of what is not closed.
    """
    changed = values.get("status", before) != before
    if changed:
        values.setdefault("closed_on", None if values["status"] == is_open else day)
    return bool(changed)
