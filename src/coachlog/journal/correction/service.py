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

    Instead of a text, the words replace it, and only that this was done is saved. Without words,
    as an export has it, nothing is replaced.
    """
    record = find_record(work, [data.record, str(data.record_number or data.coachee or "")])
    text = record.find_text(data.field)
    is_beside = data.how == BESIDE
    if is_beside and data.statement is None:
        raise FieldRefusedError("statement", _("this is missing."))
    if not is_beside and data.statement is not None:
        _replace(work, text, data.statement, today)
    values = {
        "coachee_id": person_of(work, text.table, text.record_id),
        "record": record.table.name,
        "record_number": record.number,
        "field": text.path,
        "how": data.how,
        "statement": data.statement if is_beside else None,
        "said_on": (data.said_on or today).isoformat(),
        "noun": text.table,
        "record_id": text.record_id,
    }
    return work.add("correction", values).number


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


def _replace(work: Work, text: RecordText, words: str, today: date) -> None:
    """Save *words* in the place of a text, by the rules of its noun where that has some.

    Raises RefusedError for a released text, and what editing the record raises.
    """
    if text.table in KEPT_WORD_FOR_WORD:
        raise RefusedError(
            N_("A released text stays as it was given, word for word."),
            N_("Put the words beside it instead: without --instead."),
        )
    table = TABLES[text.table]
    field = table.field(text.column)
    if text.table == "coachee":
        handle = work.value("select handle from coachee where id = :id", id=text.record_id)
        edit_person(work, str(handle), validated(CoacheeEdit, {field.key: words}, today))
        return
    service = _editing_service(text.table)
    model = service.INPUTS["edit"] if service else None
    number_sql = f'select number from "{text.table}" where id = :id'  # noqa: S608 - a name of our own
    if model and field.key in model.model_fields:
        number = int(work.value(number_sql, id=text.record_id))
        service.edit(work, number, validated(model, {field.key: words}, today), today)
        return
    value = form_field(field).parse(words) if field.entry else words
    # Whom a name means is text again by whoever edits it: the link was for the old one.
    unlinked = {"contact_id": None} if text.column in ("contact", "helper") else {}
    work.update(text.table, text.record_id, {text.column: value, **unlinked})


def _editing_service(table: str) -> Any:
    """Return the module by which records of *table* are edited by number; None without one."""
    try:
        module = import_module(f"coachlog.journal.{table}.service")
    except ModuleNotFoundError:
        return None
    return module if "edit" in getattr(module, "INPUTS", ()) else None
