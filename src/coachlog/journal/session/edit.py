"""`session edit`: by options, JSON or questions."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coachlog.base.texts import N_, _
from coachlog.interview.conversation import Conversation
from coachlog.journal.common.history_words import many
from coachlog.journal.session.appointment.lines import tell_planned
from coachlog.journal.session.conversation import conversation
from coachlog.journal.session.edit_fields import FIELDS, as_input, by_options, fields_of, present
from coachlog.terminal.collect import Change, change_record, changes_given, with_change
from coachlog.terminal.command_options import option
from coachlog.terminal.context import Context, context, say
from coachlog.terminal.output import AsJson, say_done, show_json
from coachlog.terminal.record import Record
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.journal.session.day_change import MovedRecords


OPTIONS = option(
    "--option",
    N_("Another option, or 2=TEXT for the second one; 2= removes it. Repeatable."),
    several=True,
)
ANSWERS = option(
    "--answer",
    N_("2=TEXT for the second answer under “Also asked”; 2= removes it. Repeatable."),
    several=True,
)


@with_change(FIELDS, more={"options": OPTIONS, "answers": ANSWERS, "as_json": AsJson})
def edit(
    which: str,
    change: Change,
    options: list[str] | None,
    answers: list[str] | None,
    as_json: bool,
) -> None:
    """Edit a conversation: only what you give changes.

    coachlog session edit 1 --minutes 45
    """
    run = context()
    number = parse.number(which) or 0  # no conversation has number 0
    record = _read(run, number)
    list_changes = by_options(record, options or [], answers or [])
    given = change.option_values
    if change.source:
        changes = changes_given(run, Record(FIELDS, record), given, change.source)
        _save(run, record, changes | as_input(record, list_changes), as_json)
    elif given or list_changes:
        _save(run, record, given | as_input(record, list_changes), as_json)
    else:
        change_record(
            run,
            f"session edit {number}",
            lambda: _form_record(run, number),
            lambda changes: _save_typed(run, number, changes, as_json),
            change,
        )


def _read(run: Context, number: int) -> Conversation:
    with run.reader() as reader:
        return conversation(reader, number)


def _form_record(run: Context, number: int) -> Record:
    """Return the conversation as a form: on a terminal with each option and answer as a field."""
    record = _read(run, number)
    title = _("Conversation {n} with {name}").format(n=number, name=record["coachee_name"])
    fields = fields_of(record) if run.interactive else FIELDS
    return Record(fields, present(record), title)


def _save_typed(run: Context, number: int, typed: Mapping[str, str], as_json: bool) -> None:
    record = _read(run, number)
    _save(run, record, as_input(record, typed), as_json)


def _save(run: Context, record: Conversation, changes: Mapping[str, object], as_json: bool) -> None:
    """Save *changes* of a conversation, and print what was done.

    *record* is the conversation as it was before.
    """
    if not changes:
        say_done(_("Nothing changed."))
        return
    from coachlog.journal.session import editing  # slow to import

    number = record["number"]
    data = editing.checked_changes(changes, run.today)
    with run.work("session edit") as work:
        moved = editing.edit(work, number, data, run.zone)
    _say_moved(moved)
    if as_json:
        show_json(_read(run, number))
        return
    say_done(_("Conversation {n} updated.").format(n=number), f"session show {number}")
    status = data.status or record["status"]
    if "date" in changes and status == "planned":
        tell_planned(run, number)


def _say_moved(moved: "list[MovedRecords]") -> None:
    """Print which records got the new day of the conversation as well."""
    if moved:
        what = ", ".join(many(table, n) for table, n in moved)
        say(_("Also moved to the new day: {what}.").format(what=what))
