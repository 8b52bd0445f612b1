"""`session plan` and `session move`: conversations that are still to come."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, cast

import typer

from coachlog.base.clock import instant
from coachlog.base.errors import MissingWordsError
from coachlog.base.texts import N_
from coachlog.interview.conversation import Conversation, without_empty
from coachlog.journal.coachee.lookup import find, matching
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.common.forms import new_option
from coachlog.journal.session.appointment import queries
from coachlog.journal.session.appointment.commands import Which
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
def plan(as_json: bool, **typed_options: object) -> None:
    """Plan a conversation: with whom, and when.

    coachlog session plan amina friday 14:00 --topic "Leading meetings"
    """
    run = context()
    options = TypedOptions(typed_options)
    planned = _conversation_of(options)
    if source := options.one("source"):
        inputs = [override_values(input_value, planned) for input_value in read_inputs(source)]
    else:
        planned = _complete(run, planned)
        if run.interactive and _offer_to_move(run, planned, as_json):
            return
        inputs = [InputValue(planned)]
    inputs = [_with_status_planned(input_value) for input_value in inputs]
    saved = save_all(run, inputs, ahead=True)
    for input_value, (number, person) in zip(inputs, saved, strict=True):
        is_from_file = input_value.line is not None  # there may be several
        answered = show_saved(run, number, person.handle, is_from_file, OutputFormat(json=as_json))
        if not (as_json or is_from_file):
            next_commands = () if answered else ("session list --ahead",)
            tell_planned(run, number, *next_commands)


def _conversation_of(options: TypedOptions) -> Conversation:
    """Return the conversation as far as options describe it, without what they leave out."""
    values = {
        "coachee": parse.name(options.one("coachee"), parse.LINE_MAX),
        "date": parse.line(" ".join(options.each("when"))),
        **options.columns(*_COLUMNS),
    }
    return cast("Conversation", without_empty(values))


def move(
    which: Which,
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
    """Ask to which moment to move; raises MissingWordsError where nobody can be asked."""
    if not run.interactive:
        which = appointment.number or appointment.coachee
        example = f"coachlog session move {which} friday 14:00"
        raise MissingWordsError(["MOMENT"], example)
    from coachlog.guide.appointment import ask_another_moment

    return ask_another_moment(run, appointment)


def _complete(run: Context, planned: Conversation) -> Conversation:
    """Return *planned* with its moment in ISO form; ask for a person or a moment that it lacks.

    Raises MissingWordsError where something is missing and nobody can be asked.
    """
    missing = [name for name in ("coachee", "date") if name not in planned]
    if missing and not run.interactive:
        arguments = {"coachee": "COACHEE", "date": "MOMENT"}
        example = f"coachlog session plan {planned.get('coachee', 'amina')} friday 14:00"
        raise MissingWordsError([arguments[name] for name in missing], example)
    zone = planned.get("time_zone") or run.zone
    if "date" in planned:
        planned["date"] = future_moment(planned["date"], run.now, zone).isoformat()
    # A name that is new, or fits several people, is asked about too.
    if run.interactive and (missing or not _is_known(run, planned["coachee"])):
        from coachlog.guide.appointment import ask_what_is_missing

        return ask_what_is_missing(run, planned, zone)
    return planned


def _offer_to_move(run: Context, planned: Conversation, as_json: bool) -> bool:
    """Offer to move an appointment with the same person instead of planning another one.

    Return True if nothing is left to plan: one was moved, or there is one at that very moment
    and the coach wants no second one.
    """
    zone = planned.get("time_zone") or run.zone
    moment = datetime.fromisoformat(planned["date"])
    with run.reader() as reader:
        people = matching(reader, planned["coachee"])
        if len(people) != 1:
            return False
        person = people[0]
        new = Appointment(person.handle, instant(moment), zone, None, None, None, None, None)
        others = queries.others_ahead(reader, new, run.now)
    if not others:
        return False
    from coachlog.guide.appointment import ask_move_or_plan

    existing = others[0]
    wants_move = ask_move_or_plan(run, person.name, existing, moment)
    if wants_move is None:  # the appointment at that moment is enough
        return True
    if not wants_move:
        return False
    _move(run, existing, planned, moment, zone)
    if existing.number is None:
        return False  # a next conversation that was only agreed on is now planned, on its new day
    if as_json:
        with run.reader() as reader:
            show_json(conversation(reader, existing.number))
    else:
        tell_moved(run, existing._replace(time_zone=zone), moment, person.name)
    return True


def _move(
    run: Context, appointment: Appointment, planned: Conversation, moment: datetime, zone: str
) -> None:
    """Move the appointment, and give it the topic, length and form of *planned*, if it has them."""
    from coachlog.journal.session import editing  # slow to import

    changes: dict[str, object] = {
        key: planned[key] for key in ("topic", "minutes", "form") if key in planned
    }
    with run.work("session move") as work:
        queries.move(work, appointment, moment, zone)
        if appointment.number and changes:
            data = editing.checked_changes(changes, run.today)
            editing.edit(work, appointment.number, data, zone)


def _is_known(run: Context, who: str) -> bool:
    with run.reader() as reader:
        return len(matching(reader, who)) == 1


def _with_status_planned(input_value: InputValue) -> InputValue:
    """Return *input_value* with the status "planned", unless it has a status of its own."""
    if not isinstance(input_value.value, dict):
        return input_value  # it is refused later, with all that is wrong in it
    return input_value._replace(value={"status": "planned"} | input_value.value)
