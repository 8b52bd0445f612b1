"""Steps of the change log in words: what was done, when, and what stands in the way of an undo."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime

from coachlog.base.clock import in_zone, moment_of
from coachlog.base.days import show_day
from coachlog.base.errors import CoachlogError
from coachlog.base.texts import _, language
from coachlog.dates.show import show_moment, show_recent
from coachlog.interview.names import title
from coachlog.journal.common.history_words import VALUE_MOST, many, others, short, verb
from coachlog.journal.common.history_words import name as called
from coachlog.journal.growth.rating.competences import load
from coachlog.schema.field import BY_ROW, PRIVATE, SHARED
from coachlog.schema.tables import TABLES, find, label, words
from coachlog.settings import own_methods
from coachlog.store import history
from coachlog.store.connection import Reader
from coachlog.store.history import CHANGE, UNDO, HistoryStep, TouchedRecords
from coachlog.store.undo_errors import PRIVATE_CHANGED_SINCE, InTheWayError, RedoTooLateError
from coachlog.terminal.context import Context


def describe_steps(context: Context, operations: Sequence[str]) -> str:
    """Return what steps did, by the ids of their *operations*: `Kept: conversation 3 with Amina`.

    If the journal cannot be read, return a general sentence: this follows another error.
    """
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
        """Return a step in words, such as `changed: goal 1 (…)`.

        For an undo or redo, that is the number of the step that it is about: `undone: number 2`.
        """
        if step.kind == CHANGE:
            return self.work(step)
        number = history.number_of(self._reader, step.work_id)
        if number is None:  # that step is too old: the history no longer has it
            return _("undone") if step.kind == UNDO else _("redone")
        text = _("undone: number {n}") if step.kind == UNDO else _("redone: number {n}")
        return text.format(n=number)

    def work(self, step: HistoryStep) -> str:
        """Return what a step did, and to what: `kept: conversation 3 with Amina, 2 actions`."""
        return _("{what}: {records}").format(what=self.verb(step), records=self.records(step))

    def work_of(self, step: HistoryStep) -> HistoryStep:
        """Return the step that an undo or redo is about; any other step itself."""
        return history.step(self._reader, step.work_id) or step

    def verb(self, step: HistoryStep) -> str:
        """Return the verb of a step: `kept`, `changed`."""
        return verb(step.command, step.origin)

    def records(self, step: HistoryStep) -> str:
        """Return the records that a step touched: `goal 1 with Amina, 2 actions`.

        A single record of a noun has its name, of several only the number is told.
        """
        touched = {
            records.noun: records for records in history.touched_records(self._reader, step.id)
        }
        nouns = _nouns_to_name(touched)
        names = []
        for noun in nouns:
            count = touched[noun].main_count
            names.append(
                self._name_single(touched[noun], nouns) if count == 1 else many(noun, count)
            )
        # Records of nouns that this version does not know, in a journal of another version.
        unknown_count = sum(
            records.main_count for noun, records in touched.items() if noun not in TABLES
        )
        if unknown_count:
            names.append(others(unknown_count))
        return ", ".join(names)

    def _name_single(self, record: TouchedRecords, nouns: list[str]) -> str:
        """Return the name of the one record of a noun, shorter if other *nouns* are named too."""
        noun = record.noun
        naming = TABLES[noun].naming
        number = history.record_values(self._reader, noun, record.example_id, naming.columns[:1])
        if naming.brief and number and len(nouns) > 1:
            return called(noun, number, brief=True)
        return self.name(noun, record.example_id, alone="coachee" not in nouns)

    def codes(self, touched: list[TouchedRecords]) -> str:
        """Return the records of a step for scripts: `session:3 goal:2`.

        Only records that are the single one of their noun, and no part of another record.
        """
        records_by_noun = {records.noun: records for records in touched}
        codes = []
        for noun, table in TABLES.items():
            record = records_by_noun.get(noun)
            if record and record.main_count == 1 and not table.owner:
                number_column = table.naming.columns[:1]
                values = history.record_values(self._reader, noun, record.example_id, number_column)
                if values:
                    codes.append(f"{noun}:{values[0]}")
        return " ".join(codes)

    def when(self, step: HistoryStep) -> str:
        """Return the moment of a step in the coach's time zone: `today, 14:30`."""
        return show_recent(self._local(step.stamp), self._today, language())

    def name(self, noun: str, record_id: str, alone: bool = True, part: bool = False) -> str:
        """Return the name of a record for people, with the name of the coachee if it is *alone*.

        A record that is a part of another has the name of that one, unless *part* is set.
        """
        table = TABLES.get(noun)
        if table is None:  # a noun of another version of coachlog
            return others(1)
        if table.owner and not part:
            owner_noun, owner_column = table.owner
            owner_ids = history.record_values(self._reader, noun, record_id, (owner_column,))
            if owner_ids:
                return self.name(owner_noun, str(owner_ids[0]), alone)
        values = history.record_values(self._reader, noun, record_id, table.naming.columns)
        if values is None:
            return others(1)
        coachee_column = table.naming.whose
        has_coachee = alone and coachee_column
        coachee = self._coachee_name(noun, record_id, coachee_column) if has_coachee else ""
        columns = zip(table.naming.columns, values, strict=True)
        return called(noun, [in_words(noun, *column) for column in columns], coachee)

    def error(self, error: InTheWayError | RedoTooLateError) -> CoachlogError:
        """Return *error* with its values in words that people know; a private text is not shown."""
        if isinstance(error, RedoTooLateError):
            later_step = history.step(self._reader, str(error.values["since"]))
            error.values["told"] = self.work(later_step) if later_step else ""
            return error
        record = self.name(error.noun, error.record_id)
        error.values["record"] = record[:1].upper() + record[1:]  # it begins a sentence
        number = error.since and history.number_of(self._reader, error.since)
        if number:
            error.values["first"] = f"undo {number}"
        names = (self.name(*other, part=True) for other in error.others)
        error.values["others"] = ", ".join(names)
        if "field" in error.values:
            self._explain_change(error, str(error.values["field"]))
        return error

    def _explain_change(self, error: InTheWayError, field: str) -> None:
        """Put the changed *field* and its values into words, but no values of a private one."""
        error.values["field"] = _(label(error.noun, field))
        for side in ("wrote", "now"):
            error.values[side] = self._value(error.noun, field, error.values[side])
        if self._is_private(error.noun, error.record_id, field):
            error.cause = PRIVATE_CHANGED_SINCE

    def _is_private(self, noun: str, record_id: str, field: str) -> bool:
        """Return whether only the coach may see a field; an unknown one counts as private."""
        column = find(noun, field)
        layer = column.layer if column else PRIVATE
        if layer == BY_ROW:
            return history.record_values(self._reader, noun, record_id, ("layer",)) != (SHARED,)
        return layer == PRIVATE

    def _value(self, noun: str, field: str, value: object) -> str:
        """Return a *value* of a field for people: a word, a day, a short text, a dash for none."""
        if value is None or value == "":
            return "–"
        text = in_words(noun, field, value)
        if text != value:
            return short(text, VALUE_MOST)
        if field.endswith("_on"):  # a day
            return show_day(date.fromisoformat(str(value)), language())
        if field.endswith("_at"):  # a moment
            return show_moment(self._local(str(value)), language())
        return short(value, VALUE_MOST)

    def _coachee_name(self, noun: str, record_id: str, column: str) -> str:
        """Return the name of the coachee whose id is in *column* of a record; "" if unknown.

        Many steps are about the same few people, so names are cached.
        """
        ids = history.record_values(self._reader, noun, record_id, (column,))
        coachee_id = str(ids[0]) if ids else ""
        if coachee_id not in self._names:
            name = history.record_values(self._reader, "coachee", coachee_id, ("name",))
            self._names[coachee_id] = str(name[0]) if name else ""
        return self._names[coachee_id]

    def _local(self, stamp: str) -> datetime:
        return in_zone(moment_of(stamp), self._zone)


def in_words(noun: str, column: str, value: object) -> object:
    """Return what people read for the code *value* of a column; any other value as it is."""
    words_by_code = words(noun, column)
    if value in words_by_code:
        return _(words_by_code[str(value)])
    if (noun, column) == ("session", "method") and value:
        return title(str(value), language(), own_methods())
    if (noun, column) == ("self_rating", "competence"):
        return next((each.statement for each in load().statements if each.id == value), value)
    return value


def _nouns_to_name(touched: dict[str, TouchedRecords]) -> list[str]:
    """Return the nouns that describe a step, of those whose records it *touched*.

    Parts of other records, and a trajectory, come along with something else: they are left out
    unless there is nothing else. Where records were removed, those that only lost their link to
    one are left out too.
    """
    is_removal = any(
        records.removed for noun, records in touched.items() if not _is_part_of_others(noun)
    )
    nouns = [noun for noun in TABLES if noun in touched]
    if is_removal:
        nouns = [noun for noun in nouns if touched[noun].removed]
    without_parts = [noun for noun in nouns if not _is_part_of_others(noun)]
    without_trajectory = [noun for noun in without_parts if noun != "trajectory"]
    return without_trajectory or without_parts or nouns


def _is_part_of_others(noun: str) -> bool:
    """Whether its records have no name of their own, but come along with others."""
    return noun in TABLES and not (TABLES[noun].naming.columns and TABLES[noun].owner is None)
