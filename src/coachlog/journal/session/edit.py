"""`session edit`: by options, JSON or questions."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from coachlog.base.texts import N_, _
from coachlog.interview.conversation import Conversation
from coachlog.journal.common.history_words import many
from coachlog.journal.session.appointment.lines import tell_planned
from coachlog.journal.session.conversation import conversation
from coachlog.journal.session.edit_fields import FIELDS, as_input, by_options, fields_of, present
from coachlog.terminal.collect import Change, change_record, changes_given, with_options
from coachlog.terminal.context import Context, context, say
from coachlog.terminal.output import AsJson, say_done, show_json
from coachlog.terminal.record import Record
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.journal.session.day_change import Moved


Options = Annotated[
    list[str] | None,
    typer.Option(
        "--option",
        help=N_("Another option, or 2=TEXT for the second one; 2= removes it. Repeatable."),
        metavar="TEXT",
        show_default=False,
    ),
]
Answers = Annotated[
    list[str] | None,
    typer.Option(
        "--answer",
        help=N_("2=TEXT for the second answer under “Also asked”; 2= removes it. Repeatable."),
        metavar="TEXT",
        show_default=False,
    ),
]


@with_options(
    FIELDS,
    number="N",
    more={"options": Options, "answers": Answers, "as_json": AsJson},
)
def edit(
    which: str,
    given: dict[str, str],
    source: str | None,
    options: list[str] | None,
    answers: list[str] | None,
    guided: bool,
    as_json: bool,
) -> None:
    """Edit a conversation: only what you give changes.

    coachlog session edit 1 --minutes 45
    """
    run = context()
    number = parse.number(which) or 0
    kept = _kept(run, number)
    lists = by_options(kept, options or [], answers or [])
    if source:
        changes = changes_given(run, Record(FIELDS, kept), given, source)
        _save(run, kept, changes | as_input(kept, lists), as_json)
    elif given or lists:
        _save(run, kept, given | as_input(kept, lists), as_json)
    else:
        change_record(
            run,
            f"session edit {number}",
            lambda: _record(run, number),
            lambda changes: _save_typed(run, number, changes, as_json),
            Change(given, source, guided),
        )


def _kept(run: Context, number: int) -> Conversation:
    with run.reader() as reader:
        return conversation(reader, number)


def _record(run: Context, number: int) -> Record:
    kept = _kept(run, number)
    title = _("Conversation {n} with {name}").format(n=number, name=kept["coachee_name"])
    return Record(fields_of(kept) if run.interactive else FIELDS, present(kept), title)


def _save_typed(run: Context, number: int, typed: Mapping[str, str], as_json: bool) -> None:
    kept = _kept(run, number)
    _save(run, kept, as_input(kept, typed), as_json)


def _save(run: Context, kept: Conversation, changes: Mapping[str, object], as_json: bool) -> None:
    if not changes:
        say_done(_("Nothing changed."))
        return
    from coachlog.journal.common.input_types import checked
    from coachlog.journal.session.model import SessionEdit
    from coachlog.journal.session.service import edit as change

    number = kept["number"]
    data = checked(SessionEdit, changes, run.today)
    with run.work("session edit") as work:
        moved = change(work, number, data, run.zone)
    _tell_moved(moved)
    if as_json:
        show_json(_kept(run, number))
        return
    say_done(_("Conversation {n} updated.").format(n=number), f"session show {number}")
    if "date" in changes and (data.status or kept["status"]) == "planned":
        tell_planned(run, number)


def _tell_moved(moved: "list[Moved]") -> None:
    """Say what got the new day with the conversation."""
    if moved:
        what = ", ".join(many(table, n) for table, n in moved)
        say(_("Also moved to the new day: {what}.").format(what=what))
