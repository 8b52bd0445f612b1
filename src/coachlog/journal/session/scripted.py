"""Saves conversations without asking questions: from options, JSON or JSON Lines."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from coachlog.base.clock import local_day
from coachlog.base.errors import CoachlogError, MissingAnswersError, RefusedError
from coachlog.base.texts import N_, _
from coachlog.interview.conversation import Conversation, Reality, notes_answer
from coachlog.interview.record import compose
from coachlog.interview.situation import Situation
from coachlog.journal.coachee.lookup import Person, matching, similar
from coachlog.journal.session.appointment.queries import matching_appointment, planned_appointment
from coachlog.journal.session.conversation import conversation
from coachlog.journal.session.moments import parse
from coachlog.journal.session.option_fields import SessionOptions, are_notes
from coachlog.journal.session.reality_score import refuse_several
from coachlog.journal.session.take_home import take_home_command
from coachlog.journal.session.unfinished import progress_text, with_people
from coachlog.terminal.collect import override_values
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.inputs import InputValue, input_bytes, inputs_in
from coachlog.terminal.notes_file import ZIP, notes_in
from coachlog.terminal.output import OutputFormat, say_done, show_json, show_json_line

if TYPE_CHECKING:
    from coachlog.journal.session.service import SavedSession


ADDED_UP = 20
"""From this number of conversations on, the goal that got the score is not printed for each."""

MANY_PEOPLE = 20
"""From this number of people in one file on, no similar names are looked up."""


def keep(
    context: Context, options: SessionOptions, source: str | None, output_format: OutputFormat
) -> None:
    """Save the conversations in *source*, or the one in the options, and print each result.

    With *source*, the options replace those fields in each conversation of it. Without, or where
    it has notes of a talk that is written up, there is one conversation, that in the options.
    """
    given = options.head | compose(options.filled, Situation())
    data = input_bytes(source) if source else b""
    has_notes = options.after and are_notes(data)
    if source and not has_notes:
        raw_inputs = inputs_in(_checked(data, source, after=options.after))
    else:
        if source:
            notes = notes_answer(notes_in(data, Path(source).name))
            given["answers"] = [notes, *given.get("answers", [])]
        given = _completed(context, given, look_up=not options.unplanned)
        raw_inputs = [InputValue({})]
    inputs = [override_values(each, _with_whole_reality(given, each.value)) for each in raw_inputs]
    saved = save_all(context, inputs)
    _say_unfinished(context, {person.handle: person for _number, person in saved})
    for entry, (number, person) in zip(inputs, saved, strict=True):
        is_from_file_of_lines = entry.line is not None
        if not show_saved(context, number, person.handle, is_from_file_of_lines, output_format):
            _say_saved(context, number, person)


def _completed(context: Context, given: Conversation, *, look_up: bool) -> Conversation:
    """Return the one conversation of the options, linked with the plan it fulfils, if any.

    Raises MissingAnswersError without a coachee, and RefusedError where a score could belong to
    several goals.
    """
    given = _with_plan(context, given, look_up=look_up)
    if "coachee" not in given:
        raise MissingAnswersError(["--coachee"])
    if "reality" in given:
        with context.reader() as reader:
            refuse_several(reader, given)
    return given


def _say_saved(context: Context, number: int, person: Person) -> None:
    """Print that a conversation was saved, and what to type next."""
    with context.reader() as reader:
        page = take_home_command(reader, number)
    commands = (f"session show {number}", f"timeline {person.handle}", page)
    say_done(_("Conversation {n} saved.").format(n=number), *filter(None, commands))


def _checked(data: bytes, source: str, *, after: bool) -> bytes:
    """Return *data*; raises RefusedError for a Word file, which can only be notes.

    Where it is written up *after*, a file with nothing in it is refused as notes too.
    """
    if after and not data.strip():
        raise RefusedError(
            N_("{name} is empty."), N_("Write your notes in it first."), name=Path(source).name
        )
    if data.startswith(ZIP):
        raise RefusedError(
            N_("{name} is no JSON but a Word file, or another container."),
            N_("Notes of a talk are given so: coachlog session new --after --from FILE"),
            name=Path(source).name,
        )
    return data


def _say_unfinished(context: Context, people: dict[str, Person]) -> None:
    """Print which conversations with these people were begun in the guide and not finished.

    Somebody may save here what they meant to finish there.
    """
    with context.reader() as reader:
        drafts = with_people(reader, people.values())
    for draft in drafts:
        line = _("A conversation with {name} ({told}) is unfinished: {command}")
        command = hint(f"session resume {draft.place}")
        say(line.format(name=draft.name, told=progress_text(draft), command=command))


def _with_plan(context: Context, options: Conversation, *, look_up: bool) -> Conversation:
    """Return *options* with the number and the coachee of the planned conversation it is, if any.

    A number that was given needs only the coachee. Without one, *look_up* allows to take the
    conversation planned on that day; this is printed.
    """
    if "planned" in options:
        if "coachee" in options:
            return options
        with context.reader() as reader:
            return options | {"coachee": planned_appointment(reader, options["planned"]).coachee}
    is_held = options.get("status", "held") == "held"
    if not look_up or "coachee" not in options or not is_held:
        return options
    number = _planned_that_day(context, options)
    if number is None:
        return options
    say(_("This is conversation {n}, which was planned.").format(n=number))
    return options | {"planned": number}


def _planned_that_day(context: Context, options: Conversation) -> int | None:
    """Return the number of the conversation planned with the coachee on that day, or None."""
    zone = options.get("time_zone") or context.zone
    moment = context.now
    try:
        if "date" in options:
            moment = parse(options["date"], context.now, zone, past=True)
        day = local_day(moment, zone)
    except CoachlogError:
        return None  # a wrong date or zone is refused when all fields are checked
    with context.reader() as reader:
        people = matching(reader, options["coachee"])
        if len(people) != 1:
            return None
        appointment = matching_appointment(reader, people[0].handle, moment, zone)
    # `matching_appointment` allows some days of difference, which only the guide can ask about.
    if appointment is None or local_day(appointment.start, zone) != day:
        return None
    return appointment.number


def save_all(
    context: Context, inputs: list[InputValue], *, ahead: bool = False
) -> list[tuple[int, Person]]:
    """Save conversations, planned ones with *ahead*; return the number and coachee of each.

    Prints who is new in the journal, and what else the coach may not expect.
    """
    values = [entry.value for entry in inputs]
    similar_handles = _similar_handles(context, values)  # before new people are added
    from coachlog.journal.session.saving import save  # heavy: only if there is something to save

    saved = save(context, values, lines=[entry.line for entry in inputs], ahead=ahead)
    for recorded in saved:
        name = recorded.coachee.name
        if recorded.is_new_coachee:
            _say_new(name, similar_handles.get(name, []))
        if recorded.coachee.archived_at:
            say(_("{name} is back from the archive.").format(name=name))
        if recorded.scored and len(saved) < ADDED_UP:
            say(_("Its figure from 0 to 10 counts for goal {n}.").format(n=recorded.scored))
    if not ahead:
        _say_doubles([recorded for recorded in saved if recorded.double])
    return [(recorded.number, recorded.coachee) for recorded in saved]


def show_saved(
    context: Context, number: int, handle: str, several: bool, output_format: OutputFormat
) -> bool:
    """Print a saved conversation for a script: as JSON, or its number and handle.

    With *several*, it takes one line. Return False, with nothing printed, where a person reads it.
    """
    if output_format.json:
        with context.reader() as reader:
            record = conversation(reader, number)
        if several:
            show_json_line(record)
        else:
            show_json(record)
        return True
    is_for_script = several or not sys.stdout.isatty()
    if is_for_script:
        sys.stdout.write(f"{number}\t{handle}\n")
    return is_for_script


def _with_whole_reality(options: Conversation, raw_input: object) -> Conversation:
    """Return *options* with those fields of reality that only *raw_input* has.

    The options replace whole fields of the input, but a `--score` must not remove the rest of it.
    """
    reality = raw_input.get("reality") if isinstance(raw_input, dict) else None
    if not isinstance(reality, dict) or "reality" not in options:
        return options
    return options | {"reality": cast("Reality", reality) | options["reality"]}


def _similar_handles(context: Context, raw_inputs: list[object]) -> dict[str, list[str]]:
    """Return handles that look like each coachee named: a typing error adds a new person.

    Empty for a file with many people, where comparing takes too long.
    """
    names = {
        raw_input["coachee"]
        for raw_input in raw_inputs
        if isinstance(raw_input, dict) and isinstance(raw_input.get("coachee"), str)
    }
    if len(names) >= MANY_PEOPLE:
        return {}
    with context.reader() as reader:
        return {name: similar(reader, name) for name in names}


def _say_doubles(doubles: "list[SavedSession]") -> None:
    """Print that conversations may have been saved twice.

    They are not refused, as two short talks may begin in the same minute.
    """
    if len(doubles) == 1:
        text = _("The journal already has a conversation with {name} at that moment: {n}.")
        say(text.format(name=doubles[0].coachee.name, n=doubles[0].double))
    elif doubles:
        text = _(
            "The journal already had {n} of these, with the same person at the same moment. Was "
            "this file read before? To undo it: {command}"
        )
        say(text.format(n=len(doubles), command=hint("undo")))


def _say_new(name: str, similar_handles: list[str]) -> None:
    say(_("{name} is new in the journal.").format(name=name))
    if similar_handles:
        say("  " + _("Did you mean {names}?").format(names=", ".join(similar_handles)))
