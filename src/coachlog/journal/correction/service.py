"""How a correction is saved: beside a text, or instead of it by the usual way to edit."""

from datetime import date
from importlib import import_module
from typing import Any

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _
from coachlog.journal.coachee.model import CoacheeEdit
from coachlog.journal.coachee.service import edit as edit_person
from coachlog.journal.common.forms import form_field
from coachlog.journal.common.input_types import FieldRefusedError, validated
from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.correction.model import CorrectionEdit, CorrectionInput
from coachlog.journal.correction.queries import CORRECTIONS
from coachlog.journal.correction.records import find_record
from coachlog.journal.correction.texts import RecordText
from coachlog.schema.correction import BESIDE, CORRECTION, INSTEAD
from coachlog.schema.tables import TABLES
from coachlog.store.person_records import person_of
from coachlog.store.work import Work

KEPT_WORD_FOR_WORD = ("release",)
"""What somebody else was given: a text of it is never replaced."""


INPUTS: Inputs = {"new": CorrectionInput, "edit": CorrectionEdit}


def add(work: Work, data: CorrectionInput, today: date) -> int:
    """Save a correction, and return its number; raises what `find_record` raises.

    One that was exported, instead of a text and without words, is only noted.
    """
    which = str(data.record_number or data.coachee or "")
    record = find_record(work, [data.record, which])
    found = record.found(data.field)
    day = (data.said_on or today).isoformat()
    where = (record.table.name, record.number)
    if data.how == INSTEAD:
        if data.statement is None:
            return _add(work, found, where, INSTEAD, None, day)
        return instead(work, found, where, data.statement, today, day)
    if data.statement is None:
        raise FieldRefusedError("statement", _("this is missing."))
    return beside(work, found, where, data.statement, day)


def edit(work: Work, number: int, data: CorrectionEdit, _today: date) -> None:
    """Save the fields of a correction that *data* sets."""
    row, values = CORRECTIONS.record(work, number), changed_values(CORRECTION, data)
    if "statement" in values and (row["how"] == INSTEAD or not values["statement"]):
        raise RefusedError(
            N_("Correction {number} has no words of its own, or cannot be without them."),
            N_("Remove it: coachlog correction remove {number}"),
            number=number,
        )
    work.update("correction", row["id"], values)


def beside(
    work: Work, found: RecordText, record: tuple[str, int | None], words: str, day: str
) -> int:
    """Save what somebody says beside the text *found* of a *record*, and return its number."""
    return _add(work, found, record, BESIDE, words, day)


def instead(
    work: Work, found: RecordText, record: tuple[str, int | None], words: str, today: date, day: str
) -> int:
    """Replace the text *found* by *words*, and save that it was put right, without the old words.

    Raises RefusedError for a released text, and what editing the record raises.
    """
    if found.table in KEPT_WORD_FOR_WORD:
        raise RefusedError(
            N_("A released text stays as it was given, word for word."),
            N_("Put the words beside it instead: without --instead."),
        )
    _replace(work, found, words, today)
    return _add(work, found, record, INSTEAD, None, day)


def _add(
    work: Work,
    found: RecordText,
    record: tuple[str, int | None],
    how: str,
    words: str | None,
    day: str,
) -> int:
    values = {
        "coachee_id": person_of(work, found.table, found.record_id),
        "record": record[0],
        "record_number": record[1],
        "field": found.path,
        "how": how,
        "statement": words,
        "said_on": day,
        "noun": found.table,
        "record_id": found.record_id,
    }
    return work.add("correction", values).number


def _replace(work: Work, found: RecordText, words: str, today: date) -> None:
    """Save *words* in the place of a text, by the rules of its noun where that has some."""
    table = TABLES[found.table]
    field = table.field(found.column)
    if found.table == "coachee":
        handle = work.value("select handle from coachee where id = :id", id=found.record_id)
        edit_person(work, str(handle), validated(CoacheeEdit, {field.key: words}, today))
        return
    rules = _rules(found.table)
    model = rules.INPUTS["edit"] if rules else None
    number_sql = f'select number from "{found.table}" where id = :id'  # noqa: S608 - a name of our own
    if model and field.key in model.model_fields:
        number = int(work.value(number_sql, id=found.record_id))
        rules.edit(work, number, validated(model, {field.key: words}, today), today)
        return
    value = form_field(field).parse(words) if field.entry else words
    # Whom a name means is found again by whoever edits it: the link was for the old one.
    unlinked = {"contact_id": None} if found.column in ("contact", "helper") else {}
    work.update(found.table, found.record_id, {found.column: value, **unlinked})


def _rules(table: str) -> Any:
    """Return the module by which records of *table* are edited by number; None without one."""
    try:
        module = import_module(f"coachlog.journal.{table}.service")
    except ModuleNotFoundError:
        return None
    return module if "edit" in getattr(module, "INPUTS", ()) else None
