"""Steps of the change log told in words: what was done, when, and what stands in the way."""

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
from coachlog.store.history import CHANGE, UNDO, HistoryStep, Touched
from coachlog.store.undo_errors import (
    ChangedSinceError,
    InTheWayError,
    PrivateChangedSinceError,
    RedoTooLateError,
)
from coachlog.terminal.context import Context


def done(context: Context, operations: Sequence[str]) -> str:
    """Say what these operations did: `Kept: conversation 3 with Amina`."""
    with suppress(CoachlogError), context.reader() as reader:
        telling = HistoryText(reader, context)
        found = [step for each in operations if (step := history.step(reader, each))]
        told = "; ".join(telling.step(each) for each in found)
        return told[:1].upper() + told[1:]
    return _("What you entered is saved")


class HistoryText:
    """Tells what is in the log of a store; names are those that records have now, or had last."""

    def __init__(self, reader: Reader, context: Context) -> None:
        self._reader = reader
        self._zone = context.zone
        self._today = context.today
        self._names: dict[str, str] = {}

    def step(self, step: HistoryStep) -> str:
        """`changed: goal 1 (…)`; of an undo or a redo its number: `undone: number 2`."""
        if step.kind == CHANGE:
            return self.work(step)
        place = history.place_of(self._reader, step.about)
        if place is None:
            return _("undone") if step.kind == UNDO else _("redone")
        said = _("undone: number {n}") if step.kind == UNDO else _("redone: number {n}")
        return said.format(n=place)

    def work(self, step: HistoryStep) -> str:
        """Say what a step did, and to what: `kept: conversation 3 with Amina, 2 actions`."""
        return _("{what}: {records}").format(what=self.verb(step), records=self.records(step))

    def work_of(self, step: HistoryStep) -> HistoryStep:
        """The work that an undo or redo is about; of work itself that."""
        return history.step(self._reader, step.about) or step

    def verb(self, step: HistoryStep) -> str:
        """The verb of a step: `kept`, `changed`."""
        return verb(step.command, step.origin)

    def records(self, step: HistoryStep) -> str:
        """Name the records of a step: one of a noun by its name, several by their number."""
        found = {each.noun: each for each in history.touched(self._reader, step.id)}
        listed = _worth_telling(found)
        told = [
            self._listed(found[noun], listed)
            if found[noun].most == 1
            else many(noun, found[noun].most)
            for noun in listed
        ]
        unknown = sum(each.most for noun, each in found.items() if noun not in TABLES)
        return ", ".join([*told, *([others(unknown)] if unknown else [])])

    def _listed(self, touched: Touched, listed: list[str]) -> str:
        """The name of the one record, shorter where other records are named with it."""
        noun, naming = touched.noun, TABLES[touched.noun].naming
        values = history.values(self._reader, noun, touched.one, naming.columns[:1])
        if naming.brief and values and len(listed) > 1:
            return called(noun, values, brief=True)
        return self.name(noun, touched.one, alone="coachee" not in listed)

    def codes(self, found: list[Touched]) -> str:
        """The records of a step for scripts, where one of a noun was touched: `session:3`."""
        by_noun = {each.noun: each for each in found}
        codes = []
        for noun, table in TABLES.items():
            if noun in by_noun and by_noun[noun].most == 1 and not table.owner:
                columns = table.naming.columns[:1]
                values = history.values(self._reader, noun, by_noun[noun].one, columns)
                codes += [f"{noun}:{values[0]}"] if values else []
        return " ".join(codes)

    def when(self, step: HistoryStep) -> str:
        """The moment on the clock of the coach: `today, 14:30`."""
        return show_recent(self._local(step.stamp), self._today, language())

    def name(self, noun: str, record_id: str, alone: bool = True, part: bool = False) -> str:
        """The name of a record for people. *alone*: nothing beside it tells whose it is.

        A part goes by what it belongs to, unless the *part* itself is meant.
        """
        known = TABLES.get(noun)
        if known is None:
            return others(1)
        if known.owner and not part:
            owner, column = known.owner
            found = history.values(self._reader, noun, record_id, (column,))
            if found:
                return self.name(owner, str(found[0]), alone)
        values = history.values(self._reader, noun, record_id, known.naming.columns)
        if values is None:
            return others(1)
        whose = known.naming.whose if alone else ""
        return called(noun, values, self._person(noun, record_id, whose) if whose else "")

    def error(self, error: InTheWayError | RedoTooLateError) -> CoachlogError:
        """*error* in words that people know; a private text is not shown."""
        if isinstance(error, RedoTooLateError):
            since = history.step(self._reader, str(error.values["since"]))
            error.values["told"] = self.work(since) if since else ""
            return error
        told = self.name(error.noun, error.record_id)
        error.values["record"] = told[:1].upper() + told[1:]
        place = error.since and history.place_of(self._reader, error.since)
        if place:
            error.values["first"] = f"undo {place}"
        if "others" in error.values:
            named = (self.name(*other, part=True) for other in error.others)
            error.values["others"] = ", ".join(named)
        return self._changed(error) if isinstance(error, ChangedSinceError) else error

    def _changed(self, error: ChangedSinceError) -> ChangedSinceError:
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
        known = find(noun, field)
        layer = known.layer if known else PRIVATE
        if layer == BY_ROW:
            return history.values(self._reader, noun, record_id, ("layer",)) != (SHARED,)
        return layer == PRIVATE

    def _value(self, noun: str, field: str, value: object) -> str:
        if value is None or value == "":
            return "–"
        if value in (known := words(noun, field)):
            return _(known[str(value)])
        if field.endswith("_on"):
            return show_day(date.fromisoformat(str(value)), language())
        if field.endswith("_at"):
            return show_moment(self._local(str(value)), language())
        return short(value, VALUE_MOST)

    def _person(self, noun: str, record_id: str, column: str) -> str:
        found = history.values(self._reader, noun, record_id, (column,))
        coachee = str(found[0]) if found else ""
        if coachee not in self._names:
            named = history.values(self._reader, "coachee", coachee, ("name",))
            self._names[coachee] = str(named[0]) if named else ""
        return self._names[coachee]

    def _local(self, stamp: str) -> datetime:
        return moment_of(stamp).astimezone(zone(self._zone))


def _worth_telling(found: dict[str, Touched]) -> list[str]:
    """The nouns to name: parts only where they are alone, a trajectory too, for it comes along.

    Where something was removed, what only lost its link to that is not named.
    """
    removing = any(each.removed for noun, each in found.items() if not _is_part(noun))
    known = [noun for noun in TABLES if noun in found and (found[noun].removed or not removing)]
    whole = [noun for noun in known if not _is_part(noun)]
    main = [noun for noun in whole if noun != "trajectory"]
    return main or whole or known


def _is_part(noun: str) -> bool:
    return noun in TABLES and TABLES[noun].owner is not None
