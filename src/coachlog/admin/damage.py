"""An error that names the records of a journal that cannot be read, but none of their contents."""

from collections.abc import Iterable
from itertools import islice

from coachlog.admin.history_text import HistoryText
from coachlog.base.errors import CoachlogError, UnavailableError
from coachlog.base.texts import N_, _
from coachlog.journal.common.history_words import name
from coachlog.schema.tables import TABLES, label
from coachlog.store import history
from coachlog.store.connection import Reader
from coachlog.store.damage import DamagedField, damaged_fields, has_broken_rule
from coachlog.store.faults import WAY_BACK, StoreDamagedError
from coachlog.terminal.context import Context

MOST_NAMED = 10


def damage(context: Context) -> CoachlogError | None:
    """Return the error for what is damaged in the journal; None if all of it can be read.

    If the journal cannot be opened, return that error.
    """
    path = context.store
    try:
        fields = list(islice(damaged_fields(path), MOST_NAMED + 1))  # one more: are there others?
        if fields:
            ellipsis = " …" if len(fields) > MOST_NAMED else ""
            records = "; ".join(_describe(context, fields[:MOST_NAMED]))
            return UnavailableError(
                N_("The journal {path} is damaged. This cannot be read: {records}."),
                WAY_BACK,
                path=path,
                records=records + ellipsis,
            )
        if has_broken_rule(path):
            return StoreDamagedError(path=path, problem=_("something in it is not as expected"))
    except CoachlogError as error:
        # Another error tells nothing of damage: the one that led here is reported instead.
        return error if error.code == UnavailableError.code else None
    return None


def _describe(context: Context, fields: Iterable[DamagedField]) -> Iterable[str]:
    """Yield each damaged field as `conversation 3 (Situation)`."""
    with context.reader() as reader:
        history_text = HistoryText(reader, context)
        for field in fields:
            yield f"{_record(history_text, reader, field)} ({_(label(field.noun, field.column))})"


def _record(history_text: HistoryText, reader: Reader, field: DamagedField) -> str:
    """Return the record of a damaged field in words, without its texts: those may be damaged."""
    if field.noun == "draft":
        return _("an unfinished conversation")
    if field.noun in ("operation", "change"):
        return _("the history")
    if field.noun not in TABLES:
        return field.noun
    return _name_record(history_text, reader, field.noun, field.key)


def _name_record(history_text: HistoryText, reader: Reader, noun: str, record_id: str) -> str:
    """Return the name of a record, or of its owner if it is a part of another record."""
    table = TABLES[noun]
    if table.owner:
        owner_noun, owner_column = table.owner
        owner_ids = history.record_values(reader, noun, record_id, (owner_column,))
        if not owner_ids:
            return noun
        return _name_record(history_text, reader, owner_noun, str(owner_ids[0]))
    number = history.record_values(reader, noun, record_id, table.naming.columns[:1])
    if table.naming.brief and number:
        return name(noun, number, brief=True)
    return history_text.name(noun, record_id)
