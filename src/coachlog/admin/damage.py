"""What cannot be read of a journal, told by its records and never by what stands in them."""

from collections.abc import Iterable
from itertools import islice

from coachlog.admin.history_text import HistoryText
from coachlog.base.errors import CoachlogError, UnavailableError
from coachlog.base.texts import N_, _
from coachlog.journal.common.history_words import name
from coachlog.schema.tables import TABLES, label
from coachlog.store import history
from coachlog.store.connection import Reader
from coachlog.store.damage import DamagedField, has_broken_rule, spots
from coachlog.store.faults import StoreDamagedError
from coachlog.terminal.context import Context

MOST = 10


class RecordsDamagedError(UnavailableError):
    """Some fields of some records cannot be read. The rest can."""

    cause = N_("The journal {path} is damaged. This cannot be read: {records}.")
    remedy = StoreDamagedError.remedy


def damage(context: Context) -> CoachlogError | None:
    """The error for what is damaged in the journal; None where all of it can be read."""
    path = context.store
    try:
        found = list(islice(spots(path), MOST + 1))
        if found:
            more = " …" if len(found) > MOST else ""
            told = "; ".join(_named(context, found[:MOST]))
            return RecordsDamagedError(path=path, records=told + more)
        if has_broken_rule(path):
            return StoreDamagedError(path=path, problem=_("something in it is not as expected"))
    except CoachlogError as error:
        return error if error.code == UnavailableError.code else None
    return None


def _named(context: Context, found: Iterable[DamagedField]) -> Iterable[str]:
    with context.reader() as reader:
        telling = HistoryText(reader, context)
        for spot in found:
            field = _(label(spot.noun, spot.column))
            yield f"{_record(telling, reader, spot)} ({field})"


def _record(telling: HistoryText, reader: Reader, spot: DamagedField) -> str:
    """The record by its noun and number: its own texts may be what cannot be read."""
    if spot.noun == "draft":
        return _("an unfinished conversation")
    if spot.noun in ("operation", "change"):
        return _("the history")
    if spot.noun not in TABLES:
        return spot.noun
    return _briefly(telling, reader, spot.noun, spot.key)


def _briefly(telling: HistoryText, reader: Reader, noun: str, key: str) -> str:
    known = TABLES[noun]
    if known.owner:
        owner, column = known.owner
        found = history.values(reader, noun, key, (column,))
        return _briefly(telling, reader, owner, str(found[0])) if found else noun
    number = history.values(reader, noun, key, known.naming.columns[:1])
    brief = known.naming.brief and number
    return name(noun, number, brief=True) if brief and number else telling.name(noun, key)
