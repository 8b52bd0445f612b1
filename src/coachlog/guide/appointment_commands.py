"""`session plan` and `session move`: conversations that are still to come."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, cast

import typer

from coachlog.base.clock import instant
from coachlog.base.errors import MissingWordsError
from coachlog.base.texts import N_
from coachlog.interview.conversation import Conversation, without, without_empty
from coachlog.journal.coachee.queries import find, matching
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.common.forms import new_option
from coachlog.journal.session.appointment import queries
from coachlog.journal.session.appointment.lines import tell_moved, tell_planned
from coachlog.journal.session.appointment.queries import Appointment
from coachlog.journal.session.conversation import conversation
from coachlog.journal.session.moments import future_moment, moved_moment
from coachlog.journal.session.option_fields import TypedOptions
from coachlog.journal.session.scripted import save_all, show_saved
from coachlog.schema.session import SESSION
from coachlog.terminal.collect import override_values
from coachlog.terminal.command_options import JsonLines, option, with_parameters
from coachlog.terminal.context import Context, context
from coachlog.terminal.inputs import InputValue, read_inputs
from coachlog.terminal.output import AsJson, OutputFormat, show_json
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


_COLUMNS = ("topic", "minutes", "form", "time_zone")
_PLAN: dict[str, object] = {
    "coachee": Annotated[
        str | None,
        typer.Argument(metavar="[COACHEE]", help=SESSION.by_key("coachee").given_by.help),
    ],
    "when": Annotated[
        list[str] | None,
        typer.Argument(metavar="[MOMENT]...", help=N_("When: next Tuesday 14:00, 1/12 9:30.")),
    ],
    **{name: new_option(SESSION.by_key(name)) for name in _COLUMNS},
    "topic": option("--topic", N_("What it will be about.")),
    "minutes": option("--minutes", N_("How long it will take."), "N"),
    "source": JsonLines,
    "as_json": AsJson,
}
"""What `session plan` takes, in the order of its help."""


@with_parameters(_PLAN)
def plan(as_json: bool, **given: object) -> None:
    """Plan a conversation: with whom, and when.

    coachlog session plan amina friday 14:00 --topic "Leading meetings"
    """
    run = context()
    options = TypedOptions(given)
    conversation_given = _conversation_of(options)
    if source := options.one("source"):
        inputs = [override_values(each, conversation_given) for each in read_inputs(source)]
    else:
        conversation_given = _complete(run, conversation_given)
        if run.interactive and _moves_existing(run, conversation_given, as_json):
            return
        inputs = [InputValue(conversation_given)]
    inputs = [_with_status_planned(each) for each in inputs]
    for each, (number, person) in zip(inputs, save_all(run, inputs, ahead=True), strict=True):
        several = each.line is not None
        answered = show_saved(run, number, person.handle, several, OutputFormat(json=as_json))
        if not (as_json or several):
            tell_planned(run, number, *(() if answered else ("session list --ahead",)))


def _conversation_of(options: TypedOptions) -> Conversation:
    """Return the conversation as far as options tell it."""
    values = {
        "coachee": parse.name(options.one("coachee"), parse.LINE_MAX),
        "date": parse.line(" ".join(options.each("when"))),
        **options.columns(*_COLUMNS),
    }
    return cast("Conversation", without_empty(values))


def move(
    which: Annotated[
        str,
        typer.Argument(
            metavar="WHICH", help=N_("The number of the conversation, or with whom it would be.")
        ),
    ],
    when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MOMENT]...",
            help=N_("When: next tuesday 14:00, or only a day or an hour; the rest stays."),
        ),
    ] = None,
) -> None:
    """Move an appointment to another moment.

    coachlog session move amina friday 14:00
    """
    run = context()
    number = queries.number_in(which)
    with run.reader() as reader:
        appointment = _find_appointment(reader, which, number, run.now)
        name = coachee_line(reader, appointment.coachee).name
    zone = appointment.time_zone
    if text := parse.line(" ".join(when or ())):
        moment = moved_moment(text, appointment.start, run.now, zone)
    else:
        moment = _ask_moment(run, appointment)
    with run.work("session move") as work:
        # It may have been changed while the moment was asked for.
        queries.move(work, _find_appointment(work, which, number, run.now), moment, zone)
    tell_moved(run, appointment, moment, name)


def _find_appointment(
    reader: "Reader", which: str, number: int | None, now: datetime
) -> Appointment:
    """Return the appointment of that *number*, or the next one with the person *which* names."""
    if number is None:
        return queries.next_of(reader, find(reader, which), now)
    return queries.movable(reader, number)


def _ask_moment(run: Context, appointment: Appointment) -> datetime:
    if not run.interactive:
        which = appointment.number or appointment.coachee
        example = f"coachlog session move {which} friday 14:00"
        raise MissingWordsError(["MOMENT"], example)
    from coachlog.guide.appointment import ask_another_moment

    return ask_another_moment(run, appointment)


def _complete(run: Context, given: Conversation) -> Conversation:
    """Return *given* with its moment in ISO form, and ask for what is missing."""
    missing = [name for name in ("coachee", "date") if name not in given]
    if missing and not run.interactive:
        arguments = {"coachee": "COACHEE", "date": "MOMENT"}
        example = f"coachlog session plan {given.get('coachee', 'amina')} friday 14:00"
        raise MissingWordsError([arguments[name] for name in missing], example)
    zone = given.get("time_zone") or run.zone
    if "date" in given:
        given["date"] = future_moment(given["date"], run.now, zone).isoformat()
    if run.interactive and (missing or not _is_known(run, given["coachee"])):
        from coachlog.guide.appointment import ask_what_is_missing

        return ask_what_is_missing(run, given, zone)
    return given


def _moves_existing(run: Context, given: Conversation, as_json: bool) -> bool:
    """Offer to move an appointment with the same person instead; True if nothing is left to plan.

    That is where one was moved, or no second one at the same moment is wanted.
    """
    zone = given.get("time_zone") or run.zone
    moment = datetime.fromisoformat(given["date"])
    with run.reader() as reader:
        people = matching(reader, given["coachee"])
        if len(people) != 1:
            return False
        new = Appointment(people[0].handle, instant(moment), zone, None, None, None, None, None)
        others = queries.others_ahead(reader, new, run.now)
    if not others:
        return False
    from coachlog.guide.appointment import ask_move_or_plan

    existing = others[0]
    moves = ask_move_or_plan(run, people[0].name, existing, moment)
    if not moves:
        return moves is None
    _move(run, existing, given, moment, zone)
    if existing.number is None:
        return False  # a next conversation that was only agreed on is now planned, on its new day
    if as_json:
        with run.reader() as reader:
            show_json(conversation(reader, existing.number))
    else:
        tell_moved(run, existing._replace(time_zone=zone), moment, people[0].name)
    return True


def _move(
    run: Context, appointment: Appointment, given: Conversation, moment: datetime, zone: str
) -> None:
    """Move the appointment, and give it the topic, length and form in *given*."""
    from coachlog.journal.session.model import SessionEdit
    from coachlog.journal.session.service import edit

    changes = without(given, *(given.keys() - {*_COLUMNS[:3]}))
    with run.work("session move") as work:
        queries.move(work, appointment, moment, zone)
        if appointment.number and changes:
            edit(work, appointment.number, SessionEdit.model_validate(changes), zone)


def _is_known(run: Context, who: str) -> bool:
    with run.reader() as reader:
        return len(matching(reader, who)) == 1


def _with_status_planned(given: InputValue) -> InputValue:
    """Return *given* with the status "planned", where it has no status of its own."""
    if not isinstance(given.value, dict):
        return given
    return given._replace(value={"status": "planned"} | given.value)
