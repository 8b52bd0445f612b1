"""`session plan` and `session move`: what lies ahead."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, cast

import typer

from coachlog.base.clock import instant
from coachlog.base.errors import MissingWordsError
from coachlog.base.texts import N_
from coachlog.interview.conversation import Conversation, without, without_empty
from coachlog.journal.coachee.queries import find, matching
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.session.appointment import queries
from coachlog.journal.session.appointment.lines import tell_moved, tell_planned
from coachlog.journal.session.appointment.queries import Appointment
from coachlog.journal.session.conversation import conversation
from coachlog.journal.session.fields import FORMS
from coachlog.journal.session.moments import ahead, moved
from coachlog.journal.session.option_fields import TypedOptions
from coachlog.journal.session.scripted import keep_all, show_kept
from coachlog.terminal.collect import override_values
from coachlog.terminal.command_options import JsonLines, option, with_parameters
from coachlog.terminal.context import Context, context
from coachlog.terminal.inputs import InputValue, read_inputs
from coachlog.terminal.output import AsJson, OutputFormat, show_json
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


_PLAN: dict[str, object] = {
    "coachee": Annotated[
        str | None,
        typer.Argument(
            metavar="[COACHEE]", help=N_("Short name or full name; a new person is fine too.")
        ),
    ],
    "when": Annotated[
        list[str] | None,
        typer.Argument(metavar="[MOMENT]...", help=N_("When: next Tuesday 14:00, 1/12 9:30.")),
    ],
    "topic": option("--topic", N_("What it will be about.")),
    "minutes": option("--minutes", N_("How long it will take."), "N"),
    "form": option("--form", N_("in_person, video, phone, walk or written.")),
    "time_zone": option("--time-zone", N_("Time zone of the conversation.")),
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
    talk = _planned_by(options)
    if source := options.one("source"):
        found = [override_values(each, talk) for each in read_inputs(source)]
    else:
        talk = _whole(run, talk)
        if run.interactive and _settled(run, talk, as_json):
            return
        found = [InputValue(talk)]
    found = [_planned(each) for each in found]
    for each, (number, person) in zip(found, keep_all(run, found, ahead=True), strict=True):
        several = each.line is not None
        answered = show_kept(run, number, person.handle, several, OutputFormat(json=as_json))
        if not (as_json or several):
            tell_planned(run, number, *(() if answered else ("session list --ahead",)))


def _planned_by(options: TypedOptions) -> Conversation:
    """What the options say of the conversation."""
    said = {
        "coachee": parse.name(options.one("coachee"), parse.LINE_MAX),
        "date": parse.line(" ".join(options.each("when"))),
        "topic": parse.text(options.one("topic")),
        "minutes": parse.minutes(options.one("minutes")),
        "form": parse.choice(options.one("form"), FORMS),
        "time_zone": parse.line(options.one("time_zone")),
    }
    return cast("Conversation", without_empty(said))


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
        one = _ahead(reader, which, number, run.now)
        name = coachee_line(reader, one.coachee).name
    told = parse.line(" ".join(when or ()))
    to = moved(told, one.start, run.now, one.time_zone) if told else _asked_to(run, one)
    with run.work("session move") as work:
        queries.move(work, _ahead(work, which, number, run.now), to, one.time_zone)
    tell_moved(run, one, to, name)


def _ahead(reader: "Reader", which: str, number: int | None, now: datetime) -> Appointment:
    if number is None:
        return queries.next_of(reader, find(reader, which), now)
    return queries.movable(reader, number)


def _asked_to(run: Context, one: Appointment) -> datetime:
    if not run.interactive:
        example = f"coachlog session move {one.number or one.coachee} friday 14:00"
        raise MissingWordsError(["MOMENT"], example)
    from coachlog.guide.appointment import ask_another_moment

    return ask_another_moment(run, one)


def _whole(run: Context, given: Conversation) -> Conversation:
    """*given* with what is missing asked for, and the moment resolved."""
    missing = [name for name in ("coachee", "date") if name not in given]
    if missing and not run.interactive:
        told = {"coachee": "COACHEE", "date": "MOMENT"}
        example = f"coachlog session plan {given.get('coachee', 'amina')} friday 14:00"
        raise MissingWordsError([told[name] for name in missing], example)
    zone = given.get("time_zone") or run.zone
    if "date" in given:
        given["date"] = ahead(given["date"], run.now, zone).isoformat()
    if run.interactive and (missing or not _is_known(run, given["coachee"])):
        from coachlog.guide.appointment import ask_what_is_missing

        return ask_what_is_missing(run, given, zone)
    return given


def _settled(run: Context, given: Conversation, as_json: bool) -> bool:
    """Whether an appointment that was there was moved instead, or no second one is wanted."""
    zone, moment = given.get("time_zone") or run.zone, datetime.fromisoformat(given["date"])
    with run.reader() as reader:
        people = matching(reader, given["coachee"])
        if len(people) != 1:
            return False
        new = Appointment(people[0].handle, instant(moment), zone, None, None, None, None, None)
        besides = queries.others_ahead(reader, new, run.now)
    if not besides:
        return False
    from coachlog.guide.appointment import moves_instead

    moves = moves_instead(run, people[0].name, besides[0], moment)
    if not moves:
        return moves is None
    _move(run, besides[0], given, moment, zone)
    if besides[0].number is None:
        return False  # what was agreed is planned as well now, on its new day
    if as_json:
        with run.reader() as reader:
            show_json(conversation(reader, besides[0].number))
    else:
        tell_moved(run, besides[0]._replace(time_zone=zone), moment, people[0].name)
    return True


def _move(run: Context, one: Appointment, given: Conversation, moment: datetime, zone: str) -> None:
    from coachlog.journal.session.model import SessionEdit
    from coachlog.journal.session.service import edit

    changes = without(given, *(given.keys() - {"topic", "minutes", "form"}))
    with run.work("session move") as work:
        queries.move(work, one, moment, zone)
        if one.number and changes:
            edit(work, one.number, SessionEdit.model_validate(changes), zone)


def _is_known(run: Context, who: str) -> bool:
    with run.reader() as reader:
        return len(matching(reader, who)) == 1


def _planned(given: InputValue) -> InputValue:
    """*given* as something planned, where it does not say that it is something else."""
    value = given.value
    return given._replace(value={"status": "planned"} | value) if isinstance(value, dict) else given
