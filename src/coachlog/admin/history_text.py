"""Steps of the change log in words: what was done, when, and what stands in the way of an undo."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime

from coachlog.base.clock import moment_of, zone
from coachlog.base.days import show_day
from coachlog.base.errors import CoachlogError
from coachlog.base.texts import _, language
from coachlog.dates.show import show_moment, show_recent
from coachlog.journal.common.history_words import VALUE_MOST, many, others, short, verb
from coachlog.journal.common.history_words import name as called
from coachlog.schema.field import BY_ROW, PRIVATE, SHARED
from coachlog.schema.tables import TABLES, find, label, words
from coachlog.store import history
from coachlog.store.connection import Reader
from coachlog.store.history import CHANGE, UNDO, HistoryStep, TouchedRecords
from coachlog.store.undo_errors import (
    ChangedSinceError,
    InTheWayError,
    PrivateChangedSinceError,
    RedoTooLateError,
)
from coachlog.terminal.context import Context


def done(context: Context, operations: Sequence[str]) -> str:
    """What steps did, by the ids of their *operations*: `Kept: conversation 3 with Amina`."""
    with suppress(CoachlogError), context.reader() as reader:
        history_text = HistoryText(reader, context)
        steps = [step for step_id in operations if (step := history.step(reader, step_id))]
        text = "; ".join(history_text.step(step) for step in steps)
        return text[:1].upper() + text[1:]
    return _("What you entered is saved")


class HistoryText:
    """Describes the log of a store in words; records have the names they have now, or had last."""

    def __init__(self, reader: Reader, context: Context) -> None:
        self._reader = reader
        self._zone = context.zone
        self._today = context.today
        self._names: dict[str, str] = {}
        """The names of coachees read so far, by id."""

    def step(self, step: HistoryStep) -> str:
        """`changed: goal 1 (…)`; for an undo or redo the number of its work: `undone: number 2`."""
        if step.kind == CHANGE:
            return self.work(step)
        number = history.number_of(self._reader, step.work_id)
        if number is None:
            return _("undone") if step.kind == UNDO else _("redone")
        text = _("undone: number {n}") if step.kind == UNDO else _("redone: number {n}")
        return text.format(n=number)

    def work(self, step: HistoryStep) -> str:
        """What a step did, and to what: `kept: conversation 3 with Amina, 2 actions`."""
        return _("{what}: {records}").format(what=self.verb(step), records=self.records(step))

    def work_of(self, step: HistoryStep) -> HistoryStep:
        """The work that an undo or redo is about; for work, that step itself."""
        return history.step(self._reader, step.work_id) or step

    def verb(self, step: HistoryStep) -> str:
        """The verb of a step: `kept`, `changed`."""
        return verb(step.command, step.origin)

    def records(self, step: HistoryStep) -> str:
        """The records of a step: one of a noun by its name, several by how many there are."""
        touched = {
            records.noun: records for records in history.touched_records(self._reader, step.id)
        }
        nouns = _nouns_to_name(touched)
        names = [
            self._name_single(touched[noun], nouns)
            if touched[noun].main_count == 1
            else many(noun, touched[noun].main_count)
            for noun in nouns
        ]
        unknown = sum(found.main_count for noun, found in touched.items() if noun not in TABLES)
        return ", ".join([*names, *([others(unknown)] if unknown else [])])

    def _name_single(self, record: TouchedRecords, nouns: list[str]) -> str:
        """The name of the one record of a noun, shorter where other *nouns* are named with it."""
        noun, naming = record.noun, TABLES[record.noun].naming
        values = history.record_values(self._reader, noun, record.example_id, naming.columns[:1])
        if naming.brief and values and len(nouns) > 1:
            return called(noun, values, brief=True)
        return self.name(noun, record.example_id, alone="coachee" not in nouns)

    def codes(self, touched: list[TouchedRecords]) -> str:
        """The records of a step for scripts, where one of a noun was touched: `session:3`."""
        by_noun = {records.noun: records for records in touched}
        codes = []
        for noun, table in TABLES.items():
            record = by_noun.get(noun)
            if record and record.main_count == 1 and not table.owner:
                columns = table.naming.columns[:1]
                values = history.record_values(self._reader, noun, record.example_id, columns)
                codes += [f"{noun}:{values[0]}"] if values else []
        return " ".join(codes)

    def when(self, step: HistoryStep) -> str:
        """The moment on the clock of the coach: `today, 14:30`."""
        return show_recent(self._local(step.stamp), self._today, language())

    def name(self, noun: str, record_id: str, alone: bool = True, part: bool = False) -> str:
        """The name of a record for people, with the name of the coachee where it stands *alone*.

        A record that is a part of another is called by the name of that one, unless *part* is set.
        """
        table = TABLES.get(noun)
        if table is None:
            return others(1)
        if table.owner and not part:
            owner, column = table.owner
            owner_id = history.record_values(self._reader, noun, record_id, (column,))
            if owner_id:
                return self.name(owner, str(owner_id[0]), alone)
        values = history.record_values(self._reader, noun, record_id, table.naming.columns)
        if values is None:
            return others(1)
        whose = table.naming.whose if alone else ""
        return called(noun, values, self._coachee_name(noun, record_id, whose) if whose else "")

    def error(self, error: InTheWayError | RedoTooLateError) -> CoachlogError:
        """*error* with its values in words that people know; a private text is not shown."""
        if isinstance(error, RedoTooLateError):
            since = history.step(self._reader, str(error.values["since"]))
            error.values["told"] = self.work(since) if since else ""
            return error
        record = self.name(error.noun, error.record_id)
        error.values["record"] = record[:1].upper() + record[1:]
        number = error.since and history.number_of(self._reader, error.since)
        if number:
            error.values["first"] = f"undo {number}"
        if "others" in error.values:
            names = (self.name(*other, part=True) for other in error.others)
            error.values["others"] = ", ".join(names)
        return self._explain_change(error) if isinstance(error, ChangedSinceError) else error

    def _explain_change(self, error: ChangedSinceError) -> ChangedSinceError:
        """*error* with its field and values in words; without the values of a private field."""
        field = str(error.values["field"])
        error.values["field"] = _(label(error.noun, field))
        for side in ("wrote", "now"):
            error.values[side] = self._value(error.noun, field, error.values[side])
        if self._is_private(error.noun, error.record_id, field):
            private = PrivateChangedSinceError(error.noun, error.record_id)
            private.values = error.values
            return private
        return error

    def _is_private(self, noun: str, record_id: str, field: str) -> bool:
        column = find(noun, field)
        layer = column.layer if column else PRIVATE
        if layer == BY_ROW:
            return history.record_values(self._reader, noun, record_id, ("layer",)) != (SHARED,)
        return layer == PRIVATE

    def _value(self, noun: str, field: str, value: object) -> str:
        """A *value* of a field for people: a word, a day or a short text; a dash for none."""
        if value is None or value == "":
            return "–"
        if value in (vocabulary := words(noun, field)):
            return _(vocabulary[str(value)])
        if field.endswith("_on"):
            return show_day(date.fromisoformat(str(value)), language())
        if field.endswith("_at"):
            return show_moment(self._local(str(value)), language())
        return short(value, VALUE_MOST)

    def _coachee_name(self, noun: str, record_id: str, column: str) -> str:
        """The name of the coachee whose id is in *column* of a record; empty where unknown."""
        owner = history.record_values(self._reader, noun, record_id, (column,))
        coachee_id = str(owner[0]) if owner else ""
        if coachee_id not in self._names:
            name = history.record_values(self._reader, "coachee", coachee_id, ("name",))
            self._names[coachee_id] = str(name[0]) if name else ""
        return self._names[coachee_id]

    def _local(self, stamp: str) -> datetime:
        return moment_of(stamp).astimezone(zone(self._zone))


def _nouns_to_name(touched: dict[str, TouchedRecords]) -> list[str]:
    """The nouns of the records that a step should be described by, of those it touched.

    Parts of other records, and a trajectory, come along with something else: they are left out
    unless there is nothing else. Where records were removed, those that only lost their link to
    one are left out too.
    """
    removes = any(records.removed for noun, records in touched.items() if not _is_part(noun))
    known = [noun for noun in TABLES if noun in touched and (touched[noun].removed or not removes)]
    whole = [noun for noun in known if not _is_part(noun)]
    main = [noun for noun in whole if noun != "trajectory"]
    return main or whole or known


def _is_part(noun: str) -> bool:
    return noun in TABLES and TABLES[noun].owner is not None
