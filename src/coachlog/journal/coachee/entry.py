"""`coachee new` and `coachee edit`: by options, JSON or questions."""

import sys
from collections.abc import Iterable
from typing import Any

from coachlog.base.texts import _
from coachlog.journal.coachee.handles import taken_from
from coachlog.journal.coachee.queries import find, line, namesakes
from coachlog.journal.common.forms import changed_fields, new_questions
from coachlog.journal.common.json_lines import at_line
from coachlog.schema.coachee import COACHEE
from coachlog.terminal.collect import Change, change_record, collect, with_options
from coachlog.terminal.context import Context, context, say
from coachlog.terminal.output import AsJson, say_done, show_json, show_json_line, show_pairs
from coachlog.terminal.record import Record

FIELDS = new_questions(COACHEE)
CHANGED = changed_fields(COACHEE)


@with_options(FIELDS, more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Add a person.

    coachlog coachee new --name "Amina El Idrissi" --role teamlead
    """
    run = context()
    inputs = collect(run, FIELDS, given, source)
    from coachlog.journal.coachee.model import CoacheeInput
    from coachlog.journal.coachee.service import add
    from coachlog.journal.common.input_types import checked

    data, people, taken, others = [], [], [], []
    for each in inputs:
        with at_line(each.line):
            data.append(checked(CoacheeInput, each.value, run.today))
    with run.work("coachee new") as work:
        for each, person in zip(inputs, data, strict=True):
            with at_line(each.line):
                taken.append(taken_from(work, person.handle))
                others.append(namesakes(work, person.name))
                people.append(add(work, person))
    _say_all([*taken, *others])
    _note_basis(person.agreement_basis for person in data)
    for each, kept in zip(inputs, people, strict=True):
        if each.line or not (as_json or sys.stdout.isatty()):
            _answer(kept.handle, kept.name, as_json)
        else:
            _tell(kept.handle, as_json, _("{name} has been added.").format(name=kept.name))


@with_options(CHANGED, number="WHO", more={"as_json": AsJson})
def edit(
    which: str, given: dict[str, str], source: str | None, guided: bool, as_json: bool
) -> None:
    """Edit somebody's details: only what you give changes.

    coachlog coachee edit amina --team "Team Noord"
    """
    run = context()
    change_record(
        run,
        f"coachee edit {which}",
        lambda: _record(run, which),
        lambda changes: _save_changes(run, which, changes, as_json),
        Change(given, source, guided),
    )


def _record(run: Context, which: str) -> Record:
    with run.reader() as reader:
        present = line(reader, find(reader, which).handle)
    return Record(CHANGED, present._asdict(), present.name)


def _save_changes(run: Context, which: str, changes: dict[str, Any], as_json: bool) -> None:
    if not changes:
        say_done(_("Nothing changed."))
        return
    from coachlog.journal.coachee.model import CoacheeEdit
    from coachlog.journal.coachee.service import edit as change
    from coachlog.journal.common.input_types import checked

    data = checked(CoacheeEdit, changes, run.today)
    with run.work("coachee edit") as work:
        taken = taken_from(work, data.handle, find(work, which))
        person = change(work, which, data)
    _say_all([taken])
    _note_basis([data.agreement_basis])
    _tell(person.handle, as_json, _("Details of {name} updated.").format(name=person.name))


def _say_all(sentences: Iterable[str]) -> None:
    for sentence in filter(None, sentences):
        say(sentence)


def _note_basis(chosen: Iterable[str | None]) -> None:
    """Say what is weak about consent, once, where somebody chose it."""
    if "consent" in chosen:
        say(
            _(
                "Between employer and employee, consent is a weak basis:"
                " it is hard to say no freely."
            )
        )


def _answer(handle: str, name: str, as_json: bool) -> None:
    """One line for a script."""
    if as_json:
        with context().reader() as reader:
            show_json_line(line(reader, handle)._asdict())
    else:
        show_pairs([(handle, name)])


def _tell(handle: str, as_json: bool, text: str) -> None:
    if as_json:
        with context().reader() as reader:
            show_json(line(reader, handle)._asdict())
    else:
        say_done(text, f"coachee show {handle}")
