"""A conversation without a terminal: from options, from JSON, from JSON Lines."""

import sys
from typing import TYPE_CHECKING, cast

from coachlog.base.clock import local_day
from coachlog.base.errors import CoachlogError, MissingAnswersError
from coachlog.base.texts import _
from coachlog.interview.conversation import Conversation, Reality
from coachlog.interview.fills import Filled
from coachlog.interview.record import compose
from coachlog.interview.situation import Situation
from coachlog.journal.coachee.queries import Person, matching, similar
from coachlog.journal.session.appointment.queries import meant_by, planned_one
from coachlog.journal.session.conversation import conversation
from coachlog.journal.session.moments import parse
from coachlog.journal.session.unfinished import progress_text, with_people
from coachlog.journal.session.whose_score import refuse_several
from coachlog.terminal.collect import override_values
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.inputs import InputValue, read_inputs
from coachlog.terminal.output import OutputFormat, say_done, show_json, show_json_line

if TYPE_CHECKING:
    from coachlog.journal.session.service import Recorded


SEVERAL = 20
"""From so many conversations on, nothing is said about each of them."""


def keep(
    context: Context,
    head: Conversation,
    filled: Filled,
    source: str | None,
    wish: OutputFormat,
    *,
    unplanned: bool = False,
) -> None:
    """Keep what *source* holds, with the options put over it; answer each with a line or object.

    What options alone tell is the conversation planned on that day, unless it is *unplanned*.
    """
    given = read_inputs(source) if source else [InputValue({})]
    options = head | compose(filled, Situation())
    if not source:
        options = _as_planned(context, options, look=not unplanned)
    if not source and "coachee" not in options:
        raise MissingAnswersError(["--coachee"])
    if not source and "reality" in options:
        _refuse_several(context, options)
    found = [override_values(each, _merged(each.value, options)) for each in given]
    kept = save_all(context, found)
    _tell_unfinished(context, {person.handle: person for _number, person in kept})
    for each, (number, person) in zip(found, kept, strict=True):
        if not show_saved(context, number, person.handle, each.line is not None, wish):
            say_done(
                _("Conversation {n} saved.").format(n=number),
                f"session show {number}",
                f"timeline {person.handle}",
            )


def _refuse_several(context: Context, options: Conversation) -> None:
    with context.reader() as reader:
        refuse_several(reader, options)


def _tell_unfinished(context: Context, people: dict[str, Person]) -> None:
    """Say with whom a conversation is begun in the guide and not finished."""
    with context.reader() as reader:
        found = with_people(reader, people.values())
    for each in found:
        line = _("A conversation with {name} ({told}) is unfinished: {command}")
        command = hint(f"session resume {each.place}")
        say(line.format(name=each.name, told=progress_text(each), command=command))


def _as_planned(context: Context, options: Conversation, *, look: bool) -> Conversation:
    """*options* with who it is planned with, or with the conversation planned on that day."""
    if "planned" in options:
        if "coachee" in options:
            return options
        with context.reader() as reader:
            return options | {"coachee": planned_one(reader, options["planned"]).coachee}
    if not look or "coachee" not in options or options.get("status", "held") != "held":
        return options
    number = _planned_that_day(context, options)
    if number is None:
        return options
    say(_("This is conversation {n}, which was planned.").format(n=number))
    return options | {"planned": number}


def _planned_that_day(context: Context, options: Conversation) -> int | None:
    zone = options.get("time_zone") or context.zone
    try:
        moment = parse(options["date"], context.now, zone, past=True) if "date" in options else None
        day = local_day(moment or context.now, zone)
    except CoachlogError:
        return None  # it is refused where everything is looked at
    with context.reader() as reader:
        people = matching(reader, options["coachee"])
        if len(people) != 1:
            return None
        found = meant_by(reader, people[0].handle, moment or context.now, zone)
    return found.number if found and local_day(found.start, zone) == day else None


def save_all(
    context: Context, found: list[InputValue], *, ahead: bool = False
) -> list[tuple[int, Person]]:
    """Keep conversations, with *ahead* planned ones; tells who is new in the journal."""
    inputs = [each.value for each in found]
    close = _names_like(context, inputs)
    from coachlog.journal.session.saving import save  # heavy: only when there is something to keep

    kept = save(context, inputs, lines=[each.line for each in found], ahead=ahead)
    for each in kept:
        if each.is_new_coachee:
            _say_new(each.coachee.name, close.get(each.coachee.name, []))
        if each.coachee.archived_at:
            say(_("{name} is back from the archive.").format(name=each.coachee.name))
        if each.scored and len(kept) < SEVERAL:
            say(_("Its figure from 0 to 10 counts for goal {n}.").format(n=each.scored))
    if not ahead:
        _say_doubles([each for each in kept if each.double])
    return [(each.number, each.coachee) for each in kept]


def show_saved(
    context: Context, number: int, handle: str, several: bool, wish: OutputFormat
) -> bool:
    """Answer a script, by number and handle or by the conversation; False for a terminal."""
    if wish.json:
        with context.reader() as reader:
            kept = conversation(reader, number)
        if several:
            show_json_line(kept)
        else:
            show_json(kept)
    elif several or not sys.stdout.isatty():
        sys.stdout.write(f"{number}\t{handle}\n")
    else:
        return False
    return True


def _merged(value: object, options: Conversation) -> Conversation:
    """*options* with what *value* tells of the reality beside them."""
    reality = value.get("reality") if isinstance(value, dict) else None
    if not isinstance(reality, dict) or "reality" not in options:
        return options
    return options | {"reality": cast("Reality", reality) | options["reality"]}


def _names_like(context: Context, inputs: list[object]) -> dict[str, list[str]]:
    """Handles that look like the people who are named: a typing error makes somebody new."""
    names = {
        each["coachee"]
        for each in inputs
        if isinstance(each, dict) and isinstance(each.get("coachee"), str)
    }
    with context.reader() as reader:
        return {name: similar(reader, name) for name in names if len(names) < 20}


def _say_doubles(found: "list[Recorded]") -> None:
    """Tell what may have been taken in before; two short talks in one minute there may be."""
    if len(found) == 1:
        told = _("The journal already has a conversation with {name} at that moment: {n}.")
        say(told.format(name=found[0].coachee.name, n=found[0].double))
    elif found:
        told = _(
            "The journal already had {n} of these, with the same person at the same moment. Was "
            "this file read before? To undo it: {command}"
        )
        say(told.format(n=len(found), command=hint("undo")))


def _say_new(name: str, close: list[str]) -> None:
    say(_("{name} is new in the journal.").format(name=name))
    if close:
        say("  " + _("Did you mean {names}?").format(names=", ".join(close)))
