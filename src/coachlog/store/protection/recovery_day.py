"""The day on which the words of the recovery key were last typed, noted in the journal itself."""

from contextlib import closing
from datetime import date
from pathlib import Path

from coachlog.store.bare import SET_META
from coachlog.store.connection import Reader, open_writer
from coachlog.store.faults import translate_errors
from coachlog.store.turn import turn_at

_NAME = "recovery"


def recovery_day(reader: Reader) -> str | None:
    """Return the day as YYYY-MM-DD; None where the words were never typed."""
    value = reader.value("select value from meta where key = :name", name=_NAME)
    return str(value) if value else None


def note_recovery_day(store: Path, day: date) -> None:
    """Note that the words were typed on that *day*."""
    with translate_errors(store), turn_at(store), closing(open_writer(store)) as connection:
        connection.execute(SET_META, {"key": _NAME, "value": day.isoformat()})
